using System.Globalization;
using LeakWatch.Core.Invoices.Masking;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>
/// Holds a model's answer against the document: an excerpt must stand in it, and the value in the excerpt. A model that was talked into
/// something by a document, or made something up, can so do no more than name what is printed.
/// </summary>
internal sealed class AnswerCheck
{
    private const int LongestText = 160;
    private const int LongestShown = 80;

    private readonly MaskedDocument document;
    private readonly SourceText source;
    private readonly bool sawPictures;
    private readonly List<string> discarded = [];
    private readonly Dictionary<string, string> unconfirmed = new(StringComparer.Ordinal);

    private AnswerCheck(MaskedDocument document, bool sawPictures) =>
        (this.document, source, this.sawPictures) = (document, new(document.Reading.Text), sawPictures);

    private PageReading Reading => document.Reading;

    /// <returns>Null when the model says that the document is no invoice.</returns>
    public static CheckedAnswer? Of(ModelAnswer answer, MaskedDocument document, bool sawPictures) => answer.DocumentKind switch
    {
        AnswerKind.Invoice => new AnswerCheck(document, sawPictures).Check(answer, InvoiceKind.Invoice),
        AnswerKind.Receipt => new AnswerCheck(document, sawPictures).Check(answer, InvoiceKind.Receipt),
        AnswerKind.CreditNote => new AnswerCheck(document, sawPictures).Check(answer, InvoiceKind.CreditNote),
        AnswerKind.None => null,
    };

    private CheckedAnswer Check(ModelAnswer answer, InvoiceKind kind)
    {
        var header = answer.Invoice;
        var total = Amount("invoice.totalAmount", header.TotalAmount);
        var subtotal = Amount("invoice.subtotalAmount", header.SubtotalAmount);
        var due = Amount("invoice.amountDue", header.AmountDue);
        var tax = Amount("invoice.taxAmount", header.TaxAmount);
        PrintedAmount?[] sums = [total?.Value.Amount, subtotal?.Value.Amount, due?.Value.Amount, tax?.Value.Amount];
        return new()
        {
            Kind = kind,
            VendorName = If("vendor.name", Vendors("vendor.name", answer.Vendor.Name), name => VendorName.In(name.Value) is not null),
            SupportEmail = Vendors("vendor.supportEmail", answer.Vendor.SupportEmail),
            Website = Vendors("vendor.website", answer.Vendor.Website),
            TaxId = Vendors("vendor.taxId", answer.Vendor.TaxId),
            Account = Text("account", answer.Account),
            InvoiceNumber = If("invoice.invoiceNumber", Text("invoice.invoiceNumber", header.InvoiceNumber), IsNumber),
            RelatedInvoiceNumber = If("invoice.relatedInvoiceNumber", Text("invoice.relatedInvoiceNumber", header.RelatedInvoiceNumber), IsNumber),
            PaymentMethodHint = Text("invoice.paymentMethodHint", header.PaymentMethodHint),
            PaymentReference = Text("invoice.paymentReference", header.PaymentReference),
            InvoiceDate = Date("invoice.invoiceDate", header.InvoiceDate),
            DueDate = Date("invoice.dueDate", header.DueDate),
            Period = Period(header.BillingPeriodStart, header.BillingPeriodEnd),
            Currency = Currency("invoice.currency", header.Currency),
            Subtotal = subtotal,
            Tax = tax,
            Discount = Amount("invoice.discountAmount", header.DiscountAmount),
            Total = total,
            AmountDue = due,
            Lines = new LineCheck(document, source, [.. sums.OfType<PrintedAmount>()], discarded).Check(answer.LineItems),
            Discarded = discarded,
            Unconfirmed = unconfirmed,
        };
    }

    private Checked<string>? Text(string path, AnswerText? answer)
    {
        if (answer is null || Locate(path, answer, answer.Value) is not { } place)
        {
            return null;
        }

        var value = SourceText.Fold(document.Unmask(answer.Value));
        if (value.Length is 0 or > LongestText || place.Folded.Length != place.Text.Length)
        {
            return Discard<Checked<string>>(path, "it is empty or too long");
        }

        return SourceText.Occurrences(place.Folded, value).Cast<int?>().FirstOrDefault() is { } at
            ? new(place.Text.Substring(at, value.Length), place)
            : Discard<Checked<string>>(path, "it is not in its excerpt");
    }

    // "2291" is no number of a page that prints "PF-2291".
    private bool IsNumber(Checked<string> number) =>
        NumberFinder.Identifier(number.Value, Reading, false) is not null
        && number.Place.Rows.Any(row => SourceText.Occurrences(row.Text, number.Value).Any(at => !GoesOn(row.Text, at - 1, -1) && !GoesOn(row.Text, at + number.Value.Length, 1)));

    private static bool GoesOn(string text, int at, int step) =>
        at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] is '-' or '/' or '_' or '.' && at + step >= 0 && at + step < text.Length && char.IsLetterOrDigit(text[at + step])));

    private Checked<string>? If(string path, Checked<string>? text, Func<Checked<string>, bool> canBe) =>
        text is null || canBe(text) ? text : Discard<Checked<string>>(path, "it cannot be one");

    /// <summary>What belongs to the vendor was never hidden and stands in no customer's block.</summary>
    private Checked<string>? Vendors(string path, AnswerText? answer)
    {
        if (answer is not null && Placeholders.Holds(answer.Value))
        {
            return Discard<Checked<string>>(path, "it is the customer's");
        }

        return Text(path, answer) is not { } text ? null
            : text.Place.Rows.SelectMany(row => row.Cells).Where(cell => cell.Text.Contains(text.Value, StringComparison.Ordinal)).Any(cell => cell.IsCustomer)
                ? Discard<Checked<string>>(path, "it is the customer's")
                : text;
    }

    private Checked<AmountRead>? Amount(string path, AnswerAmount? answer)
    {
        if (answer is not { Value: { } value } || Locate(path, answer, value.ToString(CultureInfo.InvariantCulture)) is not { } place)
        {
            return null;
        }

        return place.Rows.SelectMany(row => row.Amounts).LastOrDefault(amount => Math.Abs(amount.Value) == Math.Abs(value) && IsIn(amount, place)) is { } printed
            ? new(new(printed.Value, printed), place)
            : Discard<Checked<AmountRead>>(path, "it is not in its excerpt");
    }

    private Checked<DateText>? Date(string path, AnswerDate? answer)
    {
        if (answer is null || Locate(path, answer, answer.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) is not { } place)
        {
            return null;
        }

        return DatesIn(place.Text, Reading.Order).Cast<DateText?>().FirstOrDefault(date => date!.Value.Date == answer.Value) is { } printed
            ? new(printed, place)
            : Discard<Checked<DateText>>(path, "it is not in its excerpt");
    }

    private Checked<(DateOnly, DateOnly)>? Period(AnswerDate? start, AnswerDate? end)
    {
        const string Path = "invoice.billingPeriodStart";
        if (start is null || end is null || Locate(Path, start, start.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) is not { } place)
        {
            return null;
        }

        // "January 2026" prints neither day, and is a period all the same.
        if (PeriodText.Find(place.Text, Reading.Order, true) is { } printed && printed.Start == start.Value && (printed.End == end.Value || printed.End == end.Value.AddDays(1)))
        {
            return new((printed.Start, printed.End), place);
        }

        return Date(Path, start) is not null && Date("invoice.billingPeriodEnd", end) is not null && PeriodText.Printed(start.Value, end.Value) is { } period
            ? new(period, place)
            : Discard<Checked<(DateOnly, DateOnly)>>(Path, "it is no period of its excerpt");
    }

    private Checked<CurrencyRead>? Currency(string path, AnswerText? answer)
    {
        if (answer is null || Locate(path, answer, answer.Value) is not { } place)
        {
            return null;
        }

        var marks = MarksIn(place.Text).Where(codes => codes.Contains(answer.Value)).ToList();
        return CurrencyText.IsCode(answer.Value) && marks.Count > 0
            ? new(new(answer.Value, marks.Exists(codes => codes.Count == 1)), place)
            : Discard<Checked<CurrencyRead>>(path, "its excerpt prints no mark of it");
    }

    private static IEnumerable<IReadOnlyList<string>> MarksIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var startsWord = i == 0 || !char.IsAsciiLetter(text[i]) || !char.IsAsciiLetter(text[i - 1]);
            if (startsWord && CurrencyText.MarkAtStart(text.AsSpan(i)) is > 0 and var length)
            {
                yield return CurrencyText.CodesOf(text.AsSpan(i, length));
                i += length - 1;
            }
        }
    }

    /// <summary>Every date of a text; where nothing says whether day or month comes first, both readings.</summary>
    internal static IEnumerable<DateText> DatesIn(string text, DateOrder order)
    {
        foreach (var one in order is DateOrder.Unknown ? new[] { DateOrder.DayFirst, DateOrder.MonthFirst } : [order])
        {
            for (var date = DateText.Find(text, one); date is { } found; date = DateText.Find(text, one, found.End))
            {
                yield return found with { IsAmbiguous = order is DateOrder.Unknown && DateText.Find(text.AsSpan(found.Start, found.Length)) is { IsAmbiguous: true } };
            }
        }
    }

    private static bool IsIn(PrintedAmount amount, SourcePlace place) =>
        SourceText.Occurrences(place.Folded, SourceText.Fold(amount.Cell.Text[amount.Start..amount.End])).Any();

    private SourcePlace? Locate(string path, AnswerPlace answer, string value)
    {
        if (source.Find(document.Unmask(answer.Excerpt), answer.Page, answer.LineStart) is { } place)
        {
            return place;
        }

        if (sawPictures)
        {
            unconfirmed[path] = Shown(document.Unmask(value));
        }

        return Discard<SourcePlace>(path, "its excerpt is not in the document");
    }

    // The model's own words, for a person to compare with the picture.
    private static string Shown(string value) => string.Concat(value.Where(c => !char.IsControl(c)).Take(LongestShown));

    private T? Discard<T>(string path, string why)
        where T : class
    {
        discarded.Add($"{path}: {why}");
        return null;
    }
}
