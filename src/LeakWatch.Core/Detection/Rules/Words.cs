using System.Globalization;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>The pieces that many sentences share.</summary>
internal static class Words
{
    /// <summary>First and last day as people say them; the end of a period is exclusive.</summary>
    public static Sentence Days(ServicePeriod period) => $"{period.Start} to {period.End.AddDays(-1)}";

    public static Money Amount(decimal amount, string currency) => new Money(amount, currency).Rounded();

    /// <summary>What a person calls a line: its plan, else its words.</summary>
    public static Sentence Product(LedgerLine line) => (line.Item.PlanName ?? line.Item.Description) switch
    {
        { } name => $"{name}",
        null => $"the plan",
    };

    /// <summary>What the document calls a line.</summary>
    public static Sentence Line(LedgerLine line) => (line.Item.Description ?? line.Item.PlanName) switch
    {
        { } name => $"{name}",
        null => $"a line",
    };

    public static Sentence Number(LedgerDocument document) => document.Header.InvoiceNumber switch
    {
        { } number => $"invoice {number}",
        null => $"the charge of {document.Date}",
    };

    /// <summary><see cref="Number"/> where an English sentence begins.</summary>
    public static Sentence NumberFirst(LedgerDocument document) => document.Header.InvoiceNumber switch
    {
        { } number => $"Invoice {number}",
        null => $"The charge of {document.Date}",
    };

    public static SentenceList Dates(IEnumerable<DateOnly> days) => Sentence.List(", ", days.Select(Day));

    /// <summary>", less 33.00 USD already credited" or nothing.</summary>
    public static Sentence? Less(decimal credited, string currency) => credited switch
    {
        0m => null,
        _ => $", less {Amount(credited, currency)} already credited",
    };

    /// <summary>ISO, for fingerprints.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Sentence Charges(int count) => count switch { 1 => $"1 charge", _ => $"{count} charges" };

    public static Sentence Times(int count) => count switch { 1 => $"once", _ => $"{count} times" };

    public static Sentence Documents(int count) => count switch { 1 => $"1 document", _ => $"{count} documents" };

    public static Sentence DaysOf(int count) => count switch { 1 => $"1 day", _ => $"{count} days" };

    public static Sentence Months(int count) => count switch { 1 => $"1 month", _ => $"{count} months" };

    private static Sentence Day(DateOnly day) => $"{day}";
}
