using System.Globalization;
using System.Text.RegularExpressions;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>Card and bank rows ↔ the vendor's invoices: one row, one invoice.</summary>
internal static partial class PaymentMatching
{
    private const int DaysBefore = 3;
    private const int DaysAfter = 10;

    /// <summary>How far a converted amount may be off: the bank's rate is not ours.</summary>
    internal const decimal ConversionTolerance = 0.04m;

    private delegate bool SameAmount(LedgerDocument row, LedgerDocument invoice);

    public static void Match(VendorLedger ledger, ExchangeTable rates)
    {
        var rows = ledger.Documents.Where(document => document.Role is DocumentRole.Payment).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var invoices = ledger.Documents
            .Where(document => document is { Role: DocumentRole.Charge, CopyOf: null, IsBillRow: false } && document.ReconciledAs is null)
            .OrderBy(document => document.Date).ToList();
        var posted = rows.FindAll(row => row.ReconciledAs is null);
        var failed = rows.FindAll(row => row.Settlement is Settlement.Reversed or Settlement.Declined);
        SameAmount[] passes =
        [
            (row, invoice) => row.Currency == invoice.Currency && row.Total == invoice.Total,
            (row, invoice) => row.Currency != invoice.Currency && invoice.Currency is not null && OriginalAmounts(row).Contains((invoice.Currency, invoice.Total)),
            (row, invoice) => row.Currency is { } to && invoice.Currency is { } from && to != from
                && rates.Convert(invoice.Total, from, to, row.Date) is { } converted && Math.Abs(row.Total - converted) <= converted * ConversionTolerance,
        ];
        foreach (var isSame in passes)
        {
            Pair(posted, invoices, isSame, (row, invoice) => ledger.Reconcile(
                row, "STATEMENT_ROW", $"{row.Describe()} is the payment of {invoice.Describe()}: one charge.", invoice));
        }

        // An invoice whose only payment was reversed or declined took no money.
        foreach (var isSame in passes)
        {
            Pair(failed, invoices, isSame, (row, invoice) => ledger.Reconcile(
                invoice, row.Settlement is Settlement.Reversed ? "REVERSED" : "DECLINED", $"The payment of {invoice.Describe()} did not stand, so nothing was charged.", row));
        }
    }

    private static void Pair(List<LedgerDocument> rows, List<LedgerDocument> invoices, SameAmount isSame, Action<LedgerDocument, LedgerDocument> matched)
    {
        foreach (var row in rows.Where(row => row.Pays is null))
        {
            LedgerDocument? nearest = null;
            var distance = int.MaxValue;
            for (var index = FirstFrom(invoices, row.Date.AddDays(-DaysAfter)); index < invoices.Count && invoices[index].Date <= row.Date.AddDays(DaysBefore); index++)
            {
                var days = Math.Abs(row.Date.DayNumber - invoices[index].Date.DayNumber);
                if (days < distance && invoices[index].PaidBy is null && isSame(row, invoices[index]))
                {
                    (nearest, distance) = (invoices[index], days);
                }
            }

            if (nearest is not null)
            {
                (nearest.PaidBy, row.Pays) = (row, nearest);
                matched(row, nearest);
            }
        }
    }

    private static int FirstFrom(List<LedgerDocument> sorted, DateOnly date)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].Date < date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Amounts in another currency that the row prints, such as <c>EUR 85.00 @ 1.0980</c>.</summary>
    internal static List<(string Currency, decimal Amount)> OriginalAmounts(LedgerDocument row)
    {
        var amounts = new List<(string, decimal)>();
        var line = row.Invoice.LineItems is [var first, ..] ? first : null;
        var text = $"{row.Header.Notes} | {line?.Description} | {line?.Evidence.Excerpt}";
        foreach (Match match in PrintedAmount().Matches(text))
        {
            var currency = match.Groups["before"].Success ? match.Groups["before"].Value : match.Groups["after"].Value;
            if (Parse(match.Groups["amount"].Value) is { } amount)
            {
                amounts.Add((currency, amount));
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
}
