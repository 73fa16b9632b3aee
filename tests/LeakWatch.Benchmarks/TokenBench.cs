using System.Globalization;
using LeakWatch.Benchmarks.Service;
using LeakWatch.Commands;
using LeakWatch.Core.Invoices.SecondReader;
using LeakWatch.Extraction;
using Microsoft.ML.Tokenizers;

namespace LeakWatch.Benchmarks;

/// <summary><c>./lw bench tokens PATH…</c>: which of these documents a language model would be asked about, and how many tokens the questions have. Nobody is asked.</summary>
internal static class TokenBench
{
    private const string Model = "gpt-4o-mini";

    public static async Task RunAsync(IReadOnlyList<string> paths)
    {
        // The encoding of the model; what the vendor adds to a message, a handful of tokens, is not counted.
        var tokenizer = TiktokenTokenizer.CreateForModel(Model);
        var (documents, tokens, limits) = (0, new List<int>(), 0L);
        var answers = new List<int>();
        await foreach (var document in InvoiceFolderReader.ReadAsync(DocumentFolder.Find(paths).Value!.Files))
        {
            if (document.Text is not { } text)
            {
                continue;
            }

            documents++;
            if (document.Invoices is { IsOk: true, Value: [{ LineItems.Count: > 0 } invoice] })
            {
                answers.Add(tokenizer.CountTokens(ExampleAnswer.Of(invoice)));
            }

            if (SecondReaderRequest.Prepare(text, document.Invoices.IsOk ? document.Invoices.Value : [], document.Source, SecondReaderSettings.Default, Model)?.Question is { } question)
            {
                tokens.Add(tokenizer.CountTokens(question.Instructions) + tokenizer.CountTokens(question.Schema) + tokenizer.CountTokens(question.Document));
                limits += question.MaxOutputTokens;
            }
        }

        var (asked, input) = (tokens.Count, tokens.Sum());
        var price = ModelPrices.Of(Model)!;
        var answer = answers.Count == 0 ? 0 : answers.Sum() / answers.Count;
        Row.Print(
        [
            new("documents read", Text($"{documents}"), ""),
            new("of them a model would be asked about", Text($"{asked}"), ""),
            new("tokens of a question: on average, at most", Text($"{(asked == 0 ? 0 : input / asked)}, {tokens.DefaultIfEmpty().Max()}"), ""),
            new("tokens of the questions of 1,000 such documents", Text($"{input * 1000L / documents:N0}, {input * 1000m / documents * price.Input / 1_000_000m:0.00} USD by {Model}"), ""),
            new("tokens of an answer that says what we read of a document: on average, at most", Text($"{answer}, {answers.DefaultIfEmpty().Max()}, of {answers.Count} documents"), ""),
            new("an answer of that length to each question", Text($"{(long)asked * answer * 1000 / documents:N0} tokens, {(decimal)asked * answer * 1000 / documents * price.Output / 1_000_000m:0.00} USD"), ""),
            new("an answer to each question at its limit", Text($"{limits * 1000L / documents:N0} tokens, {limits * 1000m / documents * price.Output / 1_000_000m:0.00} USD"), ""),
        ]);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
