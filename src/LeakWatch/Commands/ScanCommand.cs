using LeakWatch.Core.Ledger;
using System.CommandLine;
using System.Text;
using LeakWatch.Core;
using LeakWatch.Core.Detection;
using LeakWatch.Extraction;
using LeakWatch.Findings;
using LeakWatch.Findings.Report;
using Spectre.Console;

namespace LeakWatch.Commands;

/// <summary><c>leakwatch scan PATH… [--context CTX.json] [--as-of DATE] [--json | --html FILE]</c></summary>
internal static class ScanCommand
{
    private const string Help = """
        Finds leaks in invoices: reads them, reconciles what is seen twice, and says what to claim, decide and know.

        Usage: leakwatch scan PATH… [options]

          PATH…                files or folders; folders are read with everything in them: PDF (text or scanned), PNG, JPG,
                               CSV and TSV statements, UBL and CII e-invoices, mails (.eml), ZIP. Other files are left aside.
          --context CTX.json   what the shop knows and invoices do not say (below)
          --as-of DATE         the day to look from, as 2026-03-01 (default: asOf of the context, else today in the shop's time zone)
          --html FILE          write the result as one page that needs nothing else: open it, print it, send it
          --json               write the result as one JSON document: findings, reconciled, totals, documents

        Examples:
          leakwatch scan ~/invoices
          leakwatch scan ~/invoices card-statement.csv --context shop.json --html leaks.html
          leakwatch scan samples/store --context samples/context.json
          leakwatch scan ~/invoices --json | jq '.findings[] | [.verdict, .vendor, .amount]'

        The context file. Every part is optional; dates are yyyy-mm-dd, amounts are strings; a field it does not have is refused:
          {
            "asOf": "2026-03-01",
            "shop": { "id": "shop_1", "currency": "USD", "timezone": "Asia/Seoul" },
            "vendors": [ { "name": "Judge.me", "category": "SHOPIFY_APP", "function": "reviews", "aliases": ["JUDGEME"] } ],
            "cancellations": [ { "vendor": "Klaviyo", "status": "DELIVERED", "sentAt": "2026-01-15",
                                 "confirmedAt": "2026-01-17", "effectiveDate": "2026-02-01" } ],
            "installedApps": [ { "syncedAt": "2026-02-20", "apps": ["Judge.me"],
                                 "uninstalled": [ { "app": "Loox", "at": "2026-02-01" } ] } ],
            "promisedCredits": [ { "vendor": "Gorgias", "amount": "60.00", "currency": "USD", "promisedAt": "2026-01-03" } ],
            "terms": [ { "vendor": "Gorgias", "kind": "PRICE_ANNOUNCED", "planName": "Pro", "amount": "59.00", "from": "2026-03-01" } ],
            "wanted": [ { "vendor": "Loox", "type": "TRIAL_TO_PAID" } ],
            "dismissed": [ "fingerprint of a finding" ],
            "reviewAnswers": [ { "finding": "fingerprint of a finding", "answer": "NOT_ORDERED" } ],
            "fx": { "asOf": "2026-03-01", "base": "USD", "rates": { "EUR": "0.92", "KRW": "1390" } }
          }

        Exit codes: 0 done, 1 done but some documents could not be read, 2 the call or the context was wrong, 3 the environment was.
        The result goes to standard output, progress and complaints to standard error. Nothing leaves this machine.
        """;

    private static readonly Argument<string[]> Paths = new("PATH") { Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Context = new("--context");
    private static readonly Option<string?> AsOf = new("--as-of");
    private static readonly Option<bool> Json = new("--json");
    private static readonly Option<string?> Html = new("--html");

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal) =>
        CommandCall.RunAsync(new Command("scan") { Paths, Context, AsOf, Json, Html }, Help, args, terminal, async call =>
        {
            var paths = call.GetValue(Paths) ?? [];
            if (Check(paths, call.GetValue(Json), call.GetValue(Html)) is { } wrong)
            {
                return CommandCall.Refuse(terminal, "scan", wrong);
            }

            var settings = await DetectionSettings.LoadAsync(call.GetValue(Context), call.GetValue(AsOf), terminal.Time);
            if (!settings.IsOk)
            {
                return CommandCall.Refuse(terminal, "scan", settings.Error);
            }

            var found = DocumentFolder.Find(paths);
            if (!found.IsOk)
            {
                return CommandCall.Refuse(terminal, "scan", found.Error);
            }

            var scan = await ScanAsync(found.Value, settings.Value, terminal);
            await WriteAsync(scan, call.GetValue(Json), call.GetValue(Html), terminal);
            return scan.Failed.Any() ? ExitCode.DoneWithFailures : ExitCode.Done;
        });

    private static Error? Check(string[] paths, bool json, string? html)
    {
        var sentence = paths switch
        {
            [] => "name at least one file or folder of invoices.",
            _ when paths.FirstOrDefault(path => path.StartsWith('-') && !Path.Exists(path)) is { } option =>
                $"'{option}' is not an option of this command. See 'leakwatch scan --help'.",
            _ when json && html is not null => "--json and --html are two ways to write the result; choose one.",
            _ when html is not null && Path.GetDirectoryName(Path.GetFullPath(html)) is { } folder && !Directory.Exists(folder) =>
                $"the folder of '{html}' does not exist; make it first.",
            _ when html is not null && Directory.Exists(html) => $"'{html}' is a folder; name the file to write.",
            _ => null,
        };
        return sentence is null ? null : new(ErrorKind.Invalid, "VALIDATION_ERROR", sentence);
    }

    private static async Task<ScanResult> ScanAsync(FoundFiles found, DetectionSettings settings, Terminal terminal)
    {
        var documents = terminal.ErrorWidth is null ? await ReadAllAsync(found.Files, null) : await WithProgressBarAsync(found.Files, terminal);
        var shop = LeakDetector.Prepare(documents.SelectMany(document => document.Invoices.Value ?? []), settings.Context, settings.AsOf);
        return new ScanResult
        {
            Detection = shop.Result(),
            Charges = PaidCharge.Of(shop.Ledgers),
            AsOf = settings.AsOf,
            Documents = documents,
            SkippedFiles = found.Skipped,
        };
    }

    private static async Task<IReadOnlyList<ReadDocument>> ReadAllAsync(IReadOnlyList<DocumentFile> files, IProgress<ReadingProgress>? progress)
    {
        var documents = new List<ReadDocument>();
        await foreach (var document in InvoiceFolderReader.ReadAsync(files, progress))
        {
            documents.Add(document);
        }

        return documents;
    }

    private static Task<IReadOnlyList<ReadDocument>> WithProgressBarAsync(IReadOnlyList<DocumentFile> files, Terminal terminal) =>
        terminal.ErrorCanvas().Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(bar =>
            {
                var task = bar.AddTask("Reading documents", maxValue: files.Count);
                return ReadAllAsync(files, new Progress<ReadingProgress>(progress => task.Value = progress.Done));
            });

    private static async Task WriteAsync(ScanResult scan, bool json, string? html, Terminal terminal)
    {
        if (json)
        {
            await terminal.Output.WriteLineAsync(ScanView.Write(scan));
        }
        else if (html is not null)
        {
            await File.WriteAllTextAsync(html, ReportPage.Write(scan), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            await terminal.Error.WriteLineAsync($"{FindingWords.Answer(scan.Detection)} The page is {Path.GetFullPath(html)}");
        }
        else
        {
            terminal.Draw(canvas => FindingTable.Write(canvas, scan));
        }
    }
}
