using System.CommandLine;
using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Detection;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Serialization;
using LeakWatch.Findings;
using LeakWatch.Findings.Report;

namespace LeakWatch.Commands;

/// <summary><c>leakwatch detect LEDGER.jsonl [--context CTX.json] [--as-of DATE] [--json]</c></summary>
internal static class DetectCommand
{
    private const string Help = """
        Finds leaks in invoices that are already normalised (schema 1.0, one JSON object a line).

        Usage: leakwatch detect LEDGER.jsonl [options]

          --context CTX.json   what the shop knows: cancellations, installed apps, terms (see 'leakwatch scan --help')
          --as-of DATE         the day to look from, as 2026-03-01 (default: asOf of the context, else today in the shop's time zone)
          --json               one JSON document: findings, reconciled, totals; without it, a table for people

        Examples:
          leakwatch read invoices/*.pdf --json > ledger.jsonl
          leakwatch detect ledger.jsonl --context shop.json --json | jq '.findings[].title'

        Exit codes: 0 done, 2 the call, the ledger or the context was wrong, 3 the environment was.
        """;

    private static readonly Argument<string> Ledger = new("LEDGER.jsonl");
    private static readonly Option<string?> Context = new("--context");
    private static readonly Option<string?> AsOf = new("--as-of");
    private static readonly Option<bool> Json = new("--json");

    private const string DocumentFailed = "DOCUMENT_FAILED";

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal) =>
        CommandCall.RunAsync(new Command("detect") { Ledger, Context, AsOf, Json }, Help, args, terminal, async call =>
        {
            var settings = await DetectionSettings.LoadAsync(call.GetValue(Context), call.GetValue(AsOf), terminal.Time);
            if (!settings.IsOk)
            {
                return CommandCall.Refuse(terminal, "detect", settings.Error);
            }

            var ledger = await ReadLedgerAsync(call.GetRequiredValue(Ledger), terminal.Error);
            if (!ledger.IsOk)
            {
                return CommandCall.Refuse(terminal, "detect", ledger.Error);
            }

            var result = LeakRules.Detect(ledger.Value, settings.Value.Context, settings.Value.AsOf);
            if (call.GetValue(Json))
            {
                await terminal.Output.WriteLineAsync(JsonSerializer.Serialize(result, CoreJson.Default.DetectionResult));
            }
            else
            {
                terminal.Draw(canvas => FindingTable.Write(canvas, new ScanResult { Detection = result, AsOf = settings.Value.AsOf }));
            }

            return ExitCode.Done;
        });

    private static async Task<Result<IReadOnlyList<NormalizedInvoice>>> ReadLedgerAsync(string path, TextWriter complaints)
    {
        if (!File.Exists(path))
        {
            return Wrong($"there is no ledger '{path}'.");
        }

        var ledger = new List<NormalizedInvoice>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var invoice = ReadLine(line);
            if (invoice.IsOk)
            {
                ledger.Add(invoice.Value);
            }
            else if (invoice.Error.Code == DocumentFailed)
            {
                await complaints.WriteLineAsync($"{path}, line {FindingWords.Count(number)}: left out, {invoice.Error.Message}");
            }
            else
            {
                return Wrong($"{path}, line {FindingWords.Count(number)}: {invoice.Error.Message}");
            }
        }

        return ledger;
    }

    private static Result<NormalizedInvoice> ReadLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CoreJson.Default.NormalizedInvoice) is { Source: not null, Vendor: not null, Invoice: not null } invoice
                ? invoice with { LineItems = invoice.LineItems ?? [], Terms = invoice.Terms ?? [], Quality = invoice.Quality ?? new() }
                : Wrong("this is not a normalised invoice; source, vendor and invoice are needed.");
        }
        catch (JsonException exception)
        {
            var field = exception.Path?.TrimStart('$').TrimStart('.');
            return FailureOf(line) ?? Wrong(string.IsNullOrEmpty(field)
                ? "this is not a normalised invoice (schema 1.0, one JSON object a line)."
                : $"'{field}' has a value of the wrong kind.");
        }
    }

    /// <summary>The line that <c>read</c> writes for a document it could not read; null for any other.</summary>
    private static Error? FailureOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind is JsonValueKind.Object
                && error.TryGetProperty("message", out var message)
                ? new(ErrorKind.Invalid, DocumentFailed, $"the document could not be read: {message}")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Error Wrong(string message) => new(ErrorKind.Invalid, "VALIDATION_ERROR", message);
}
