using System.Globalization;
using LeakWatch.Benchmarks.Service;
using LeakWatch.Core.Invoices.LanguageModel;
using LeakWatch.Documents;
using LeakWatch.Hosting;
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
        var (documents, tokens, answers) = (0, new List<int>(), 0L);
        await foreach (var document in ReadDocuments.ReadAsync(DocumentFolder.Find(paths).Value!.Files))
        {
            if (document.Text is not { } text)
            {
                continue;
            }

            documents++;
            if (SecondReaderRequest.Prepare(text, document.Invoices.IsOk ? document.Invoices.Value : [], document.Source, SecondReaderSettings.Default, Model)?.Question is { } question)
            {
                tokens.Add(tokenizer.CountTokens(question.Instructions) + tokenizer.CountTokens(question.Schema) + tokenizer.CountTokens(question.Document));
                answers += question.MostOutputTokens;
            }
        }

        var (asked, input) = (tokens.Count, tokens.Sum());
        var price = ModelPrices.Of(Model)!;
        Row.Print(
        [
            new("documents read", Text($"{documents}"), ""),
            new("of them a model would be asked about", Text($"{asked}"), ""),
            new("tokens of a question: on average, at most", Text($"{(asked == 0 ? 0 : input / asked)}, {tokens.DefaultIfEmpty().Max()}"), ""),
            new("tokens of the questions of 1,000 such documents", Text($"{input * 1000L / documents:N0}, {input * 1000m / documents * price.Input / 1_000_000m:0.00} USD by {Model}"), ""),
            new("an answer to each of them at its limit", Text($"{answers * 1000L / documents:N0} tokens, {answers * 1000m / documents * price.Output / 1_000_000m:0.00} USD"), ""),
        ]);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
