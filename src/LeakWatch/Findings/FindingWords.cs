using System.Globalization;
using System.Text;
using LeakWatch.Core;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Findings;

/// <summary>What findings are called and how amounts and dates read, the same in the table and on the page.</summary>
internal static class FindingWords
{
    /// <summary>The answer first: a sentence a person would say.</summary>
    public static string Answer(DetectionResult detection)
    {
        var totals = detection.Totals;
        var questions = totals.Reviews switch
        {
            0 => "",
            1 => "one needs your answer",
            var count => $"{Count(count)} need your answer",
        };
        if (totals.Leaks == 0)
        {
            return questions.Length == 0 ? "No leaks found." : $"No leaks found; {questions}.";
        }

        var parts = new List<string> { totals.Leaks == 1 ? "1 possible leak" : $"{Count(totals.Leaks)} possible leaks" };
        if (totals.Recoverable.Count > 0)
        {
            parts.Add($"about {Amounts(totals.Recoverable)} to claim");
        }

        if (totals.Avoidable.Count > 0)
        {
            parts.Add($"{Amounts(totals.Avoidable)} at risk soon");
        }

        return string.Join(", ", parts) + (questions.Length == 0 ? "." : $"; {questions}.");
    }

    public static string Name(LeakType type) => type switch
    {
        LeakType.InvoiceMath => "Sums that do not add up",
        LeakType.MissingCredit => "Promised credit not seen",
        LeakType.PostCancellation => "Charge after cancelling",
        LeakType.UninstalledAppCharge => "Charge for an uninstalled app",
        LeakType.DuplicateCharge => "Possible duplicate",
        LeakType.TrialToPaid => "Trial became a paid plan",
        LeakType.PriceIncrease => "Price went up",
        LeakType.MomSpike => "Unexplained rise",
        LeakType.UpcomingRenewal => "Renewal ahead",
        LeakType.OverlappingTools => "Two tools for one job",
    };

    /// <summary>What the reader is asked to do with a group of findings, and what that means.</summary>
    public static (string Name, string Meaning) Group(Verdict verdict) => verdict switch
    {
        Verdict.Leak => ("Claim", "Money that is owed to you, or about to be lost. Every fact is in your documents."),
        Verdict.Review => ("Decide", "The documents cannot tell. Each asks you one question."),
        Verdict.Watch => ("Know", "Changes worth knowing, with their explanation. Nothing to claim."),
    };

    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Leak => "Leak",
        Verdict.Review => "Your answer needed",
        Verdict.Watch => "Worth knowing",
    };

    public static string Name(InvoiceKind kind) => kind switch
    {
        InvoiceKind.Invoice => "invoice",
        InvoiceKind.Receipt => "receipt",
        InvoiceKind.CreditNote => "credit note",
        InvoiceKind.Statement => "statement",
        InvoiceKind.Reminder => "reminder",
        InvoiceKind.ProForma => "pro forma",
        InvoiceKind.Quote => "quote",
        InvoiceKind.Order => "order",
        InvoiceKind.Contract => "contract",
        InvoiceKind.Notice => "notice",
    };

    /// <summary>The codes of <see cref="Reconciled.Reason"/> in words; a code we do not know yet is shown in plain letters.</summary>
    public static string ReconciledReason(string reason) => reason switch
    {
        "SAME_FILE" => "The same file again",
        "SAME_INVOICE" => "The same invoice in two files",
        "RECEIPT" => "An invoice and its receipt",
        "REMINDER" => "A reminder of an invoice",
        "STATEMENT_ROW" => "A card or bank row that pays an invoice",
        "BILL_PAYMENT" => "The payment of a Shopify bill",
        "PENDING" => "A pending row that was posted later",
        "DECLINED" => "A payment that was declined",
        "REVERSED" => "A payment that was reversed",
        "CREDITED" => "Credited or refunded",
        "DISMISSED" => "Dismissed by you",
        "ANSWERED" => "Answered by you",
        "WANTED" => "Normal, as you said",
        _ => char.ToUpperInvariant(reason[0]) + reason[1..].Replace('_', ' ').ToLowerInvariant(),
    };

    public static string Band(int confidence) => confidence switch
    {
        >= 80 => "high",
        >= 60 => "medium",
        _ => "low",
    };

    public static string Name(ActionType action) => action switch
    {
        ActionType.RefundRequest => "Ask for a refund",
        ActionType.CancelRequest => "Cancel",
        ActionType.DowngradeRequest => "Ask for a smaller plan",
        ActionType.Clarification => "Ask the vendor",
    };

    public static string Name(BridgeReason part) => part switch
    {
        BridgeReason.Quantity => "Quantity",
        BridgeReason.UnitPrice => "Unit price",
        BridgeReason.PlanChange => "Plan change",
        BridgeReason.Cadence => "Billing cycle",
        BridgeReason.Proration => "Days billed",
        BridgeReason.Tax => "Tax",
        BridgeReason.Fx => "Exchange rate",
        BridgeReason.DiscountStart => "Discount began",
        BridgeReason.DiscountEnd => "Discount ended",
        BridgeReason.Credit => "Credit",
        BridgeReason.OneOff => "One-off",
        BridgeReason.NewLine => "New line",
        BridgeReason.Unexplained => "Unexplained",
    };

    /// <summary>The title, split around the vendor's name, which stands in front of a title that lacks it.</summary>
    public static (string Before, string Vendor, string After) Title(Finding finding)
    {
        var title = finding.Title.ToString();
        return title.IndexOf(finding.Vendor, StringComparison.Ordinal) is >= 0 and var start && finding.Vendor.Length > 0
            ? (title[..start], finding.Vendor, title[(start + finding.Vendor.Length)..])
            : ("", finding.Vendor, ": " + title);
    }

    /// <summary>Claim, decide, know; inside a group the biggest amount first.</summary>
    public static IEnumerable<IGrouping<Verdict, Finding>> Grouped(IEnumerable<Finding> findings) => findings
        .OrderBy(finding => finding.Verdict switch { Verdict.Leak => 0, Verdict.Review => 1, Verdict.Watch => 2 })
        .ThenBy(finding => finding.SavingsKind)
        .ThenByDescending(finding => finding.Amount ?? 0)
        .ThenBy(finding => finding.Vendor, StringComparer.Ordinal)
        .ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal)
        .GroupBy(finding => finding.Verdict);

    public static string? Amount(Finding finding) =>
        finding.Amount is { } amount ? Amount(amount, finding.Currency) : null;

    /// <summary>The currency is always visible: by its sign where that is unmistakable, by its code otherwise.</summary>
    public static string Amount(decimal amount, string? currency) => WithCurrency(amount, PlainAmount(Math.Abs(amount), currency), currency);

    /// <summary>For an axis, whose ticks are round.</summary>
    public static string WholeAmount(decimal amount, string? currency) =>
        WithCurrency(amount, Math.Abs(amount).ToString("#,##0.##", CultureInfo.InvariantCulture), currency);

    /// <summary>For a column whose head names the currency. Minor units are kept.</summary>
    public static string PlainAmount(decimal amount, string? currency)
    {
        var digits = Currencies.Format(Math.Abs(amount), currency);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = decimal.Parse(point < 0 ? digits : digits[..point], CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture);
        return (amount < 0 ? "−" : "") + (point < 0 ? whole : whole + digits[point..]);
    }

    private static string WithCurrency(decimal amount, string number, string? currency)
    {
        var sign = amount < 0 ? "−" : "";
        return currency switch
        {
            "USD" => $"{sign}${number}",
            "EUR" => $"{sign}€{number}",
            "GBP" => $"{sign}£{number}",
            "KRW" => $"{sign}₩{number}",
            null => sign + number,
            _ => $"{sign}{currency} {number}",
        };
    }

    /// <summary>Currencies side by side, never added up.</summary>
    public static string Amounts(IReadOnlyDictionary<string, DecimalValue> sums) => string.Join(" and ", sums
        .OrderByDescending(sum => sum.Value.Value)
        .Select(sum => Amount(sum.Value.Value, sum.Key)));

    /// <summary>Last days as people say them: the exclusive end of Jan 1 to Feb 1 is January 31.</summary>
    public static string? Period(Finding finding) => (finding.PeriodStart, finding.PeriodEnd) switch
    {
        ({ } start, { } end) when end > start.AddDays(1) => Range(start, end.AddDays(-1)),
        ({ } start, _) => Date(start),
        _ => null,
    };

    public static string Date(DateOnly date) => date.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    public static string ShortMonth(DateOnly date) => date.ToString("MMM", CultureInfo.InvariantCulture);

    public static string ShortMonthAndYear(DateOnly date) => date.ToString("MMM ’yy", CultureInfo.InvariantCulture);

    public static string Month(DateOnly date) => date.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Where in the document: page and lines, or the row of a table.</summary>
    public static string Place(EvidencePointer pointer)
    {
        var lines = (pointer.LineStart, pointer.LineEnd) switch
        {
            ({ } first, { } last) when last > first => $"lines {Count(first)}-{Count(last)}",
            ({ } first, _) => $"line {Count(first)}",
            _ => null,
        };
        string?[] parts =
        [
            pointer.Page is { } page ? $"page {Count(page)}" : null,
            lines,
            pointer.Row is { } row ? $"row {Count(row)}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>Text of a stranger's document, safe to print: without control characters, and without marks that reorder what follows.</summary>
    public static string Printable(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                clean.Append(' ');
            }
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.Surrogate))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    /// <summary>Most messages name their document; the others get its name in front.</summary>
    public static string Failure(string document, Error error) =>
        error.Message.Contains(document, StringComparison.Ordinal) ? error.Message : $"{document}: {error.Message}";

    public static string Count(int number, string one) => number == 1 ? $"1 {one}" : $"{Count(number)} {one}s";

    public static string Count(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Range(DateOnly first, DateOnly last) => first.Year == last.Year
        ? $"{first.ToString("MMM d", CultureInfo.InvariantCulture)} – {Date(last)}"
        : $"{Date(first)} – {Date(last)}";
}
