using System.Text.Json;
using LeakWatch.Commands;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Commands;

public sealed class ScanCommandTests : IDisposable
{
    private const string Statement = "Date,Description,Amount\n2026-01-02,SKYLARK CHAT INC,-35.00\n2026-02-02,SKYLARK CHAT INC,-35.00\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("name at least one file or folder")]
    [InlineData("'--frob' is not an option", "--frob")]
    [InlineData("there is no file or folder '/no/such/folder'", "/no/such/folder")]
    [InlineData("--as-of 'tomorrow' is not a date", "{folder}", "--as-of", "tomorrow")]
    [InlineData("--as-of '2026-02-30' is not a date", "{folder}", "--as-of", "2026-02-30")]
    [InlineData("there is no context file '/no/context.json'", "{folder}", "--context", "/no/context.json")]
    [InlineData("--json and --html are two ways", "{folder}", "--json", "--html", "x.html")]
    [InlineData("the folder of '/no/such/folder/x.html' does not exist", "{folder}", "--html", "/no/such/folder/x.html")]
    [InlineData("there are no documents in", "{folder}/empty")]
    public async Task Refuses_a_wrong_call_with_one_sentence(string sentence, params string[] args)
    {
        folder.Write("card.csv", Statement);
        folder.Write("empty/notes.txt", "nothing to read here");

        var run = await ScanAsync([.. args.Select(arg => arg.Replace("{folder}", folder.Path, StringComparison.Ordinal))]);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_page_that_the_disk_refuses_is_the_environments_fault()
    {
        folder.Write("card.csv", Statement);

        var run = await ScanAsync(folder.Path, "--html", Path.Combine(folder.Path, new string('x', 300) + ".html"));

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("leakwatch scan: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"canellations":[]}""", "'canellations' is not a field")]
    [InlineData("""{"cancellations":[{"vendor":"x","sentt":"2026-01-01"}]}""", "'cancellations[0].sentt' is not a field")]
    [InlineData("""{"cancellations":[{"vendor":"x","sentAt":"Jan 1"}]}""", "'cancellations[0].sentAt' has a value of the wrong kind")]
    [InlineData("""{"cancellations":[{"sentAt":"2026-01-01"}]}""", "'cancellations[0]' lacks a required field")]
    [InlineData("""{"cancellations":null}""", "'cancellations' has a value of the wrong kind")]
    [InlineData("""{"fx":{"rates":{"EUR":0.92}}}""", "has a value of the wrong kind")]
    [InlineData("""{"wanted":[{"vendor":"x"}]}""", "'wanted[0]' lacks a required field")]
    [InlineData("""{"shop":{"timezone":"Mars/Olympus"}}""", "'Mars/Olympus' is not a time zone")]
    [InlineData("""{"shop":""", "not valid JSON")]
    [InlineData("[]", "must hold one object")]
    public async Task Names_what_is_wrong_in_a_context_file(string context, string sentence)
    {
        folder.Write("card.csv", Statement);

        var run = await ScanAsync(folder.Path, "--context", folder.Write("context.json", context));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Skips_hidden_files_and_what_is_no_document_and_counts_them()
    {
        folder.Write("2026/card.csv", Statement);
        folder.Write("2026/.card.csv.swp", "x");
        folder.Write(".git/config.xml", "<x/>");
        folder.Write("notes.txt", "x");

        var run = await ScanAsync(folder.Path, "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetProperty("skippedFiles").GetInt32());
        Assert.Equal(["2026/card.csv"], json.RootElement.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("fileName").GetString()));
    }

    [Fact]
    public async Task A_document_that_fails_costs_only_itself()
    {
        folder.Write("broken.pdf", "%PDF-1.7 and then nothing");
        folder.Write("card.csv", Statement);

        var run = await ScanAsync(folder.Path, "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Equal(
            ["EXTRACTION_FAILED", "DONE"],
            json.RootElement.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_mail_is_read_when_its_attachment_is()
    {
        var run = await ScanAsync(Path.Combine(Repository.Root, "samples", "store", "mails", "tidewater-TW-5560.eml"), "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["DONE", "DONE"], json.RootElement.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Looks_from_today_in_the_time_zone_of_the_shop()
    {
        folder.Write("card.csv", Statement);
        var context = folder.Write("context.json", """{"shop":{"timezone":"America/Los_Angeles"}}""");

        var run = await ScanAsync(folder.Path, "--context", context, "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("2026-02-28", json.RootElement.GetProperty("asOf").GetString());
    }

    [Fact]
    public async Task Writes_the_page_to_its_file_and_nothing_to_standard_output()
    {
        folder.Write("card.csv", Statement);
        var page = Path.Combine(folder.Path, "page.html");

        var run = await ScanAsync(folder.Path, "--html", page);

        Assert.Empty(run.Output);
        Assert.Contains(page, run.Error, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_a_context_file_that_it_would_accept()
    {
        var help = (await ScanAsync("--help")).Output;
        var context = help[help.IndexOf("  {\n", StringComparison.Ordinal)..(help.LastIndexOf('}') + 1)];
        folder.Write("card.csv", Statement);

        var run = await ScanAsync(folder.Path, "--context", folder.Write("context.json", context));

        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    private static Task<CommandRun> ScanAsync(params string[] args) => CommandRun.OfAsync(ScanCommand.RunAsync, args);
}
