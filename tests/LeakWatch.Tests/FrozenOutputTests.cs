using LeakWatch.Commands;
using LeakWatch.Tests.Commands;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests;

/// <summary>
/// What a reader of our output relies on, byte for byte: a change of structure alone leaves it as it is. A change that is
/// meant is written by <c>LW_FREEZE=1 ./lw test FrozenOutputTests</c>, and its diff is looked at. Pictures are left out:
/// their text depends on the version of tesseract.
/// </summary>
public sealed class FrozenOutputTests : IDisposable
{
    private static readonly string Context = Path.Combine(Repository.Root, "samples/context.json");
    private static readonly string Frozen = Path.Combine(Repository.Root, "tests/LeakWatch.Tests/Frozen");

    private readonly TemporaryFolder folder = new();
    private readonly string store;

    public FrozenOutputTests()
    {
        var samples = Path.Combine(Repository.Root, "samples/store");
        foreach (var file in Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(file) is not (".png" or ".jpg"))
            {
                File.Copy(file, folder.Write(Path.Combine("store", Path.GetRelativePath(samples, file)), ""), overwrite: true);
            }
        }

        store = Path.Combine(folder.Path, "store");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_scan_of_the_demo_store_as_a_table() => await IsAsBeforeAsync("scan.txt", (await ScanAsync()).Output);

    [Fact]
    public async Task The_scan_of_the_demo_store_as_JSON() => await IsAsBeforeAsync("scan.json", (await ScanAsync("--json")).Output);

    [Fact]
    public async Task The_scan_of_the_demo_store_as_a_page()
    {
        var page = Path.Combine(folder.Path, "scan.html");
        await ScanAsync("--html", page);

        await IsAsBeforeAsync("scan.html", await File.ReadAllTextAsync(page, Token));
    }

    [Fact]
    public async Task The_reading_of_each_document()
    {
        var files = Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

        await IsAsBeforeAsync("read.jsonl", (await CommandRun.OfAsync(ReadCommand.RunAsync, [.. files, "--json"])).Output);
    }

    private Task<CommandRun> ScanAsync(params string[] options) =>
        CommandRun.OfAsync(ScanCommand.RunAsync, [store, "--context", Context, .. options]);

    private static async Task IsAsBeforeAsync(string name, string output)
    {
        var file = Path.Combine(Frozen, name);
        if (Environment.GetEnvironmentVariable("LW_FREEZE") == "1")
        {
            await File.WriteAllTextAsync(file, output, Token);
        }

        Assert.Equal(await File.ReadAllTextAsync(file, Token), output);
    }
}
