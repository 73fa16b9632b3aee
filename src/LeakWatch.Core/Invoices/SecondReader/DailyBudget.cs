using System.Globalization;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>What an organisation has used on one UTC day.</summary>
/// <param name="Dollars">US dollars of calls whose price is known.</param>
public readonly record struct DailySpending(decimal Dollars, long Tokens);

/// <summary>The most that one organisation's documents may use on one UTC day. A limit that is null does not limit.</summary>
/// <param name="Dollars">US dollars.</param>
/// <param name="Tokens">Input and output: it also holds for models whose price we do not know.</param>
public sealed record DailyBudget(decimal? Dollars, long? Tokens)
{
    // A picture in high detail costs a small model up to this; text is counted by its characters.
    private const long TokensOfPicture = 40_000;

    /// <summary>Some 500 documents of the small model.</summary>
    public static DailyBudget Default { get; } = new(1.00m, 3_000_000);

    /// <summary>May this call be made? It may when the most it can cost still fits; calls under way at the same moment are not seen.</summary>
    /// <returns>Null when it may, else <c>LLM_BUDGET_EXCEEDED</c>.</returns>
    public Error? Refuses(ModelQuestion question, DailySpending spent, string model)
    {
        var most = MaxTokensOf(question);
        if (Tokens is { } tokens && spent.Tokens + most.Total > tokens)
        {
            return Exceeded(string.Create(CultureInfo.InvariantCulture, $"{spent.Tokens} of {tokens} tokens are used"));
        }

        return Dollars is not { } dollars ? null
            : ModelPrices.Of(model) is { } price
                ? spent.Dollars + price.CostOf(most) > dollars ? Exceeded(string.Create(CultureInfo.InvariantCulture, $"{spent.Dollars:0.####} of {dollars} US dollars are used")) : null
                : Tokens is null ? Exceeded($"the price of {model} is unknown, so a budget in money alone cannot be kept") : null;
    }

    /// <summary>More than any call of this question takes: every two characters of Latin text and every one of others a token.</summary>
    internal static TokenUsage MaxTokensOf(ModelQuestion question)
    {
        var texts = new[] { question.Instructions, question.Document, question.Schema, question.Broken?.Text ?? "", question.Broken?.Fault ?? "" };
        var input = texts.Sum(text => (text.Length / 2L) + text.LongCount(c => c > '\u02ff'));
        return new(input + (question.Pictures.Count * TokensOfPicture), 0, question.MaxOutputTokens);
    }

    private static Error Exceeded(string why) => new(
        ErrorKind.LimitReached, "LLM_BUDGET_EXCEEDED", $"Today's budget for the language model is used up ({why}). What was read without it stands; it starts anew at 00:00 UTC.");
}
