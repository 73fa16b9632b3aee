using System.CommandLine;
using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Serialization;
using LeakWatch.Extraction;

namespace LeakWatch.Commands;

/// <summary><c>leakwatch read FILE… [--json]</c>: each document to normalised invoices.</summary>
internal static class ReadCommand
{
    private const string Help = """
        Reads invoices: each document becomes one invoice or more in one schema, with the place of every figure.

        Usage: leakwatch read FILE… [--json]

          FILE…     PDF (text or scanned), PNG, JPG, CSV and TSV statements, UBL and CII e-invoices, mails (.eml), ZIP
          --json    JSON Lines, one normalised invoice each (schema 1.0); a document that failed is {"source","error"}

        Examples:
          leakwatch read invoice.pdf
          leakwatch read *.pdf statement.csv --json > ledger.jsonl

        Exit codes: 0 done, 1 done but some documents could not be read, 2 the call was wrong, 3 the environment was.
        The result goes to standard output, complaints to standard error. Nothing leaves this machine.
        """;

    private static readonly Argument<string[]> Files = new("FILE") { Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Json = new("--json");

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal) =>
        CommandCall.RunAsync(new Command("read") { Files, Json }, Help, args, terminal, async call =>
        {
            var paths = call.GetValue(Files) ?? [];
            if (Check(paths) is { } wrong)
            {
                return CommandCall.Refuse(terminal, "read", wrong);
            }

            var failed = false;
            await foreach (var document in InvoiceFolderReader.ReadAsync([.. paths.Select(DocumentFile.At)]))
            {
                failed |= !document.Invoices.IsOk;
                await terminal.Output.WriteAsync(call.GetValue(Json) ? JsonLines(document) : ReadSummary.Of(document));
                await terminal.Output.FlushAsync();
            }

            return failed ? ExitCode.DoneWithFailures : ExitCode.Done;
        });

    private static Error? Check(string[] paths)
    {
        var sentence = paths switch
        {
            [] => "name at least one file. See 'leakwatch read --help'.",
            _ when paths.FirstOrDefault(Directory.Exists) is { } folder => $"'{folder}' is a folder; name its files, or use 'leakwatch scan {folder}'.",
            _ when paths.FirstOrDefault(path => !File.Exists(path)) is { } missing =>
                missing.StartsWith('-') ? $"'{missing}' is not an option of this command. See 'leakwatch read --help'." : $"there is no file '{missing}'.",
            _ => null,
        };
        return sentence is null ? null : new(ErrorKind.Invalid, "VALIDATION_ERROR", sentence);
    }

    private static string JsonLines(ReadDocument document) => document.Invoices is { IsOk: true, Value: var invoices }
        ? string.Concat(invoices.Select(invoice => JsonSerializer.Serialize(invoice, CoreJson.Default.NormalizedInvoice) + "\n"))
        : JsonSerializer.Serialize(FailedDocument.Of(document), ReadJson.Default.FailedDocument) + "\n";
}
