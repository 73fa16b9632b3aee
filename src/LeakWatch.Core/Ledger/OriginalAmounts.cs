using System.Globalization;
using System.Text.RegularExpressions;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>Amounts in another currency that a document prints beside its own, such as <c>EUR 85.00 @ 1.0980</c>.</summary>
internal static partial class OriginalAmounts
{
    /// <summary>Dated rates may be a year old; a printed amount that is further off is no original of what was charged.</summary>
    private const decimal RateDrift = 0.25m;

    public static List<Money> Of(LedgerDocument document) =>
        In($"{document.Header.Notes} | {(document.Invoice.LineItems is [var line, ..] ? $"{line.Description} | {line.Evidence.Excerpt}" : "")}");

    /// <summary>
    /// What one unit of the original currency costs in the later period for what it cost in the earlier one; 1 where they do not both print an
    /// original amount of one other currency.
    /// </summary>
    public static decimal RateChange(StreamPeriod from, StreamPeriod to, ExchangeTable rates)
    {
        if (from.First.Currency != to.First.Currency || RateOf(from, rates) is not { } before || RateOf(to, rates) is not { } after || before.Currency != after.Currency)
        {
            return 1m;
        }

        return after.Rate / before.Rate;
    }

    /// <summary>What a unit of the one other currency that the charge prints costs; null when it prints none, or several.</summary>
    private static (string Currency, decimal Rate)? RateOf(StreamPeriod period, ExchangeTable rates)
    {
        var (line, document) = (period.First, period.First.Document);
        return (period.Lines.Count == 1 ? RateIn($"{line.Item.Description} | {line.Item.Evidence.Excerpt}", line.Amount, document, rates) : null)
            ?? RateIn(document.Header.Notes ?? "", document.Total, document, rates);
    }

    private static (string Currency, decimal Rate)? RateIn(string text, decimal charged, LedgerDocument document, ExchangeTable rates)
    {
        if (charged <= 0m || In(text).Where(amount => amount.Amount > 0m && amount.Currency != document.Currency && CurrencyText.IsCode(amount.Currency)).Distinct().ToList() is not [var original])
        {
            return null;
        }

        var rate = charged / original.Amount;
        return rates.Convert(1m, original.Currency, document.Currency ?? "", document.Date) is not { } dated || Math.Abs(rate - dated) <= dated * RateDrift || IsPrinted(text, rate)
            ? (original.Currency, rate) : null;
    }

    /// <summary>The document states the rate itself, one way or the other.</summary>
    private static bool IsPrinted(string text, decimal rate) => PrintedRate().Matches(text).Any(match =>
        decimal.TryParse(match.Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var printed) && printed > 0m
        && (Math.Abs(printed - rate) <= rate * 0.005m || Math.Abs((1m / printed) - rate) <= rate * 0.005m));

    private static List<Money> In(string text)
    {
        var amounts = new List<Money>();
        foreach (Match match in PrintedAmount().Matches(text))
        {
            var currency = match.Groups["before"].Success ? match.Groups["before"].Value : match.Groups["after"].Value;
            if (Parse(match.Groups["amount"].Value) is { } amount)
            {
                amounts.Add(new(amount, currency));
            }
        }

        return amounts;
    }

    private static decimal? Parse(string printed)
    {
        var text = printed.TrimEnd('.', ',');
        var (dot, comma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
        var mark = Math.Max(dot, comma);
        var isDecimal = mark >= 0 && text.Length - mark - 1 is 1 or 2;
        var digits = string.Concat(text.Select((character, index) => index == mark && isDecimal ? '.' : character).Where(character => char.IsAsciiDigit(character) || character == '.' && isDecimal));
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    [GeneratedRegex(@"(?<before>\b[A-Z]{3})\s?(?<amount>\d[\d.,]*)|(?<amount>\d[\d.,]*)\s?(?<after>[A-Z]{3})\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PrintedAmount();

    [GeneratedRegex(@"\d+[.,]\d{3,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PrintedRate();
}
