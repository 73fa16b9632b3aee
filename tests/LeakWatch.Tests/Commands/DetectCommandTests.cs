using System.Text.Json;
using LeakWatch.Commands;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Commands;

public sealed class DetectCommandTests : IDisposable
{
    private const string Invoice = """{"source":{"fileName":"a.pdf"},"vendor":{"name":"Quillpost"},"invoice":{"kind":"INVOICE","currency":"USD","totalAmount":"49.00"}}""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("{\"a\":1}", "line 2: this is not a normalised invoice")]
    [InlineData("not json", "line 2: this is not a normalised invoice")]
    [InlineData("null", "line 2: this is not a normalised invoice")]
    [InlineData("""{"source":{"fileName":"a"},"vendor":{},"invoice":{"kind":"INVOICE","totalAmount":49}}""", "line 2: 'invoice.totalAmount' has a value of the wrong kind")]
    [InlineData("""{"source":{"fileName":"a"},"vendor":null,"invoice":{"kind":"INVOICE"}}""", "line 2: this is not a normalised invoice")]
    public async Task Names_the_line_of_a_ledger_that_cannot_be_read(string line, string sentence)
    {
        var run = await DetectAsync(folder.Write("ledger.jsonl", Invoice + "\n" + line + "\n"));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_out_and_names_the_documents_that_read_could_not_read()
    {
        var ledger = folder.Write("ledger.jsonl", """{"source":{"fileName":"b.pdf"},"error":{"code":"FILE_CORRUPT","message":"b.pdf is damaged."}}""" + "\n" + Invoice);

        var run = await DetectAsync(ledger, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("b.pdf is damaged.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document_with_findings_reconciled_and_totals()
    {
        var run = await DetectAsync(folder.Write("ledger.jsonl", Invoice), "--as-of", "2026-03-01", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(["findings", "reconciled", "totals"], json.RootElement.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task A_day_that_leaves_no_room_for_periods_is_refused(string day)
    {
        var run = await DetectAsync(folder.Write("ledger.jsonl", Invoice), "--as-of", day);

        Assert.Contains($"{day} is no day to look from", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing for command")]
    [InlineData("there is no ledger 'nowhere.jsonl'", "nowhere.jsonl")]
    [InlineData("'--frob' is not an option", "nowhere.jsonl", "--frob")]
    [InlineData("'b' is one argument too many", "a", "b")]
    public async Task Refuses_a_wrong_call_with_one_sentence(string sentence, params string[] args)
    {
        var run = await DetectAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    private static Task<CommandRun> DetectAsync(params string[] args) => CommandRun.OfAsync(DetectCommand.RunAsync, args);
}
