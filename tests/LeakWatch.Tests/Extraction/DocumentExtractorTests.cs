using System.Diagnostics;
using LeakWatch.Extraction;

namespace LeakWatch.Tests.Extraction;

/// <summary>With real reader processes, and with impostors in their place.</summary>
public sealed class DocumentExtractorTests : IDisposable
{
    private static readonly ReadingBudget Patient = ReadingBudget.Alone;
    private static readonly byte[] Good = Fixtures.Pdf((50, 50, "Invoice 7"));

    private readonly string folder = Directory.CreateTempSubdirectory("leakwatch-tests-").FullName;

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_files()
    {
        var names = Enumerable.Range(1, 12).Select(number => $"{number}.pdf").ToList();

        var outcomes = await ReadAsync(new DocumentExtractor(), [.. names.Select(name => (name, Good))]);

        Assert.Equal(names, outcomes.Select(outcome => outcome.Source.FileName));
        Assert.All(outcomes, outcome => Assert.Null(outcome.Document.Error));
    }

    [Fact]
    public async Task A_source_is_named_hashed_and_typed_by_its_content()
    {
        var source = (await ReadAsync(new DocumentExtractor(), ("called.png", Good)))[0].Source;

        Assert.Equal(("called.png", "application/pdf", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Good))), (source.FileName, source.MimeType, source.Sha256));
    }

    [Fact]
    public async Task A_bomb_costs_its_own_document_only() =>
        Assert.Equal(["FILE_TOO_LARGE", null], await CodesAsync(new DocumentExtractor(), ("bomb.pdf", Fixtures.FlateBomb(250)), ("good.pdf", Good)));

    [Fact]
    public async Task A_reader_that_ends_costs_its_document_and_the_next_file_gets_another()
    {
        // The first of them ends at once; making a folder can succeed only once.
        var real = ReaderCommand.OfThisExecutable();
        var script = $"if mkdir '{folder}/first' 2>/dev/null; then exit 9; fi; exec '{real.Program}' {string.Join(' ', real.Arguments)}";
        await using var reader = Impostor("/bin/sh", ["-c", script], Patient);

        Assert.Equal(1, (await CodesAsync(reader, ("a.pdf", Good), ("b.pdf", Good), ("c.pdf", Good))).Count(code => code == "FILE_CORRUPT"));
    }

    [Fact]
    public async Task A_part_that_ends_its_reader_does_not_take_its_siblings_along()
    {
        var zip = Fixtures.Zip(("a.pdf", Good), ("bomb.pdf", Fixtures.FlateBomb(250)), ("c.pdf", Good));
        await using var reader = new DocumentExtractor(ReaderCommand.OfThisExecutable(), Fixtures.Tools, Patient with { GroupBytes = 150 << 20 }, Patient with { GroupBytes = 150 << 20 });

        Assert.Equal([null, "FILE_TOO_LARGE", null], await CodesAsync(reader, ("all.zip", zip)));
    }

    [Fact]
    public async Task A_reader_that_does_not_answer_is_stopped()
    {
        await using var reader = Impostor("/bin/sleep", ["600"], Patient with { Text = TimeSpan.FromMilliseconds(300) });

        Assert.Equal(["EXTRACTION_TIMEOUT"], await CodesAsync(reader, ("slow.pdf", Good)));
    }

    [Fact]
    public async Task A_reader_that_grows_without_end_is_stopped()
    {
        // tail keeps all of an endless line; ulimit is there in case the watch fails.
        await using var reader = Impostor("/bin/sh", ["-c", "ulimit -v 4000000; exec tail /dev/zero"], Patient with { GroupBytes = 100 << 20 });

        Assert.Equal(["FILE_TOO_LARGE"], await CodesAsync(reader, ("greedy.pdf", Good)));
    }

    [Fact]
    public async Task A_reader_that_talks_nonsense_is_not_listened_to()
    {
        await using var reader = Impostor("/bin/sh", ["-c", "echo this is no frame; cat >/dev/null"], Patient);

        Assert.Equal(["FILE_CORRUPT"], await CodesAsync(reader, ("a.pdf", Good)));
    }

    [Fact]
    public async Task OCR_ends_with_the_reader_that_started_it()
    {
        var sleepNobodyElseSleeps = $"4242.{Environment.ProcessId}{Random.Shared.Next()}";
        var hung = Path.Combine(folder, "tesseract");
        await File.WriteAllTextAsync(hung, $"#!/bin/sh\nexec sleep {sleepNobodyElseSleeps}\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(hung, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await using var impatient = new DocumentExtractor(
            ReaderCommand.OfThisExecutable(), new(hung, null, null), Patient with { Ocr = TimeSpan.FromMilliseconds(500) }, Patient);

        Assert.Equal(["EXTRACTION_TIMEOUT"], await CodesAsync(impatient, ("scan.png", Fixtures.Encoded(Fixtures.Scan((50, 50, "Invoice"))))));
        Assert.DoesNotContain(Process.GetProcessesByName("sleep"), process => CommandLine(process).Contains(sleepNobodyElseSleeps, StringComparison.Ordinal));
    }

    [Fact]
    public void A_reader_starts_with_nothing_of_our_environment()
    {
        Environment.SetEnvironmentVariable("LEAKWATCH_TEST_SECRET", "hunter2");
        using var process = Process.Start(new ReaderCommand("/usr/bin/env", []).ToStartInfo())!;

        Assert.All(
            process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries),
            variable => Assert.StartsWith("DOTNET_", variable, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_not_even_loaded()
    {
        var large = Path.Combine(folder, "large.pdf");
        await using (var stream = File.Create(large))
        {
            stream.SetLength(ReadingLimits.FileBytes + 1);
        }

        await using var reader = Impostor("/nonexistent", [], Patient);
        Assert.Equal("FILE_TOO_LARGE", (await reader.ReadAsync([DocumentFile.At(large)], cancellationToken: TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken)).Document.Error?.Code);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_an_outcome_too()
    {
        await using var reader = new DocumentExtractor();
        var outcome = await reader.ReadAsync([new("gone.pdf", Path.Combine(folder, "gone.pdf"))], cancellationToken: TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal("UPLOAD_MISSING", outcome.Document.Error?.Code);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static DocumentExtractor Impostor(string program, string[] arguments, ReadingBudget budget) =>
        new(new ReaderCommand(program, arguments), Fixtures.Tools, budget, budget);

    private async Task<List<string?>> CodesAsync(DocumentExtractor reader, params (string Name, byte[] Content)[] files) =>
        [.. (await ReadAsync(reader, files)).Select(outcome => outcome.Document.Error?.Code)];

    private async Task<List<ExtractedFile>> ReadAsync(DocumentExtractor reader, params (string Name, byte[] Content)[] files)
    {
        await using var disposed = reader;
        foreach (var (name, content) in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content, TestContext.Current.CancellationToken);
        }

        return await reader.ReadAsync([.. files.Select(file => DocumentFile.At(Path.Combine(folder, file.Name)))], cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    private static string CommandLine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
