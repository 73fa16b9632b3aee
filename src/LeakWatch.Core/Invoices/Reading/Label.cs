namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What a printed label announces.</summary>
internal enum Label
{
    InvoiceNumber, RelatedNumber, OtherNumber, AccountNumber, TaxId, Contact,
    InvoiceDate, Date, DueDate, OtherDate, Period, PeriodStart, PeriodEnd,
    Subtotal, Tax, TaxBase, Discount, Charge, Total, GrandTotal, AmountDue, AmountPaid, PreviousBalance, NoMoney,
    Currency, PaymentMethod, PaymentReference, Seller, PayableTo, Customer, OtherParty,
}

/// <summary>Labels of numbers, dates, parties and sums in all languages.</summary>
internal static class Labels
{
    public static LabelTable<Label> All { get; } = ReadingPhrases.Labels.TableOf<Label>();
}
