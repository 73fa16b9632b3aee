using System.Text.Json;
using LeakWatch.Commands;
using LeakWatch.Samples;
using LeakWatch.Tests.Commands;

namespace LeakWatch.Tests;

/// <summary>One scan of the demo store, shared because it takes seconds.</summary>
public sealed class DemoStoreScan : IAsyncLifetime
{
    internal CommandRun Run { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Run = await SamplesTests.ScanAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class SamplesTests(DemoStoreScan scan) : IClassFixture<DemoStoreScan>
{
    private static readonly string Root = Path.Combine(Repository.Root, "samples");

    [Fact]
    public void The_generator_makes_every_file_again_to_the_byte()
    {
        var made = DemoStore.Files().ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        var kept = Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));

        Assert.Equal(made.Keys.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        Assert.All(made, file => Assert.True(file.Value.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Root, file.Key))), $"{file.Key} differs: run ./lw samples"));
    }

    [Fact]
    public async Task A_scan_of_the_demo_store_finds_what_is_expected_and_nothing_else()
    {
        var expected = await JsonOfAsync(Path.Combine(Root, "expected.json"));

        using var found = JsonDocument.Parse(scan.Run.Output);
        Assert.Equal(Findings(expected.RootElement), Findings(found.RootElement));
        Assert.Equal(0, scan.Run.ExitCode);
    }

    [Fact]
    public void Every_document_of_the_demo_store_is_read_and_adds_up_but_the_one_that_does_not()
    {
        using var found = JsonDocument.Parse(scan.Run.Output);
        var documents = found.RootElement.GetProperty("documents").EnumerateArray().ToList();
        Assert.All(documents, document => Assert.Equal("DONE", document.GetProperty("state").GetString()));
        Assert.Equal(
            ["0087"],
            documents.SelectMany(document => document.GetProperty("invoices").EnumerateArray())
                .Where(invoice => invoice.GetProperty("kind").GetString() is "INVOICE" or "RECEIPT" && !invoice.GetProperty("proofHolds").GetBoolean())
                .Select(invoice => invoice.GetProperty("invoiceNumber").GetString()));
    }

    [Fact]
    public async Task Two_scans_say_the_same() => Assert.Equal(scan.Run.Output, (await ScanAsync()).Output);

    internal static Task<CommandRun> ScanAsync() =>
        CommandRun.OfAsync(ScanCommand.RunAsync, Path.Combine(Root, "store"), "--context", Path.Combine(Root, "context.json"), "--json");

    private static async Task<JsonDocument> JsonOfAsync(string path) => JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));

    /// <summary>The amount of a WATCH is free: it says what is in question.</summary>
    private static IEnumerable<string> Findings(JsonElement result) => result.GetProperty("findings").EnumerateArray()
        .Select(finding => string.Join(' ', new[] { "verdict", "type", "vendor" }.Select(name => finding.GetProperty(name).GetString())
            .Concat(finding.GetProperty("verdict").GetString() == "WATCH" ? [] : [finding.GetProperty("amount").GetString(), finding.GetProperty("currency").GetString()])))
        .Order(StringComparer.Ordinal);
}
