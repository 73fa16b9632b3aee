namespace LeakWatch.Core.Invoices.Reading;

/// <summary>How sure a number behind a label is: the highest counts, and a kind of document may need a level.</summary>
internal static class NumberScores
{
    /// <summary>A label says "number": the document names it.</summary>
    public const int Labelled = 100;

    /// <summary>Only "Invoice" before it: a title that a number follows, or a word of a sentence.</summary>
    public const int Title = 60;

    /// <summary>From here on the number alone makes an invoice: it has a label, or a "#" in its own cell.</summary>
    public const int Certain = 90;

    /// <summary>The label opens its cell: there it is a label, not a word.</summary>
    public const int OpensCell = 8;

    /// <summary>A colon or "#" between label and number.</summary>
    public const int Colon = 6;

    /// <summary>In the label's own cell: nearer than any neighbour.</summary>
    public const int Inline = 6;

    /// <summary>To the right of the label: nearer than below it.</summary>
    public const int Right = 5;

    /// <summary>"#" in a cell and the number in the next: drawn forms do it for the invoice's number only.</summary>
    public const int SignInOwnCell = 92;

    /// <summary>"# 1042" without a word: near the top it is mostly the invoice's, and no more is known.</summary>
    public const int SignBefore = 55;

    /// <summary>An account that stands alone behind its label.</summary>
    public const int Account = 80;

    /// <summary>The first identifier of a longer text behind the label.</summary>
    public const int AccountInText = 70;

    /// <summary>The invoice that a credit note names.</summary>
    public const int Related = 80;
}

/// <summary>How sure a date or a period is.</summary>
internal static class DateScores
{
    /// <summary>Behind "Invoice date".</summary>
    public const int Labelled = 100;

    /// <summary>Behind "Date", which does not say of what.</summary>
    public const int BareLabel = 70;

    /// <summary>The label opens its cell.</summary>
    public const int OpensCell = 10;

    /// <summary>Taken off a label inside a sentence: sentences tell of other days.</summary>
    public const int InSentence = 25;

    /// <summary>In the cell or to the right of the label: nearer than below it.</summary>
    public const int Beside = 5;

    /// <summary>Taken off a day of payment: it counts only where no day of issue is printed.</summary>
    public const int Payment = 15;

    /// <summary>From here on the label decides, not the title's date: "Date" that opens its cell reaches it.</summary>
    public const int Enough = 80;

    /// <summary>In or below the title: "Invoice 17 of 3 May 2026".</summary>
    public const int InTitle = 80;

    /// <summary>Behind a place, as letters are dated: no label, though of a form that little else has.</summary>
    public const int PlaceAndDate = 78;

    /// <summary>The only day on the page: it may be of anything.</summary>
    public const int OnlyDate = 45;

    /// <summary>Behind "Due date".</summary>
    public const int Due = 80;

    /// <summary>From here on the due date is stated; below, a sentence that asks for payment is heard first.</summary>
    public const int DueStated = 90;

    /// <summary>In a sentence that asks for payment.</summary>
    public const int DueInSentence = 70;

    /// <summary>Behind "Billing period".</summary>
    public const int Period = 90;

    /// <summary>Of a first and a last day, each behind a label of its own.</summary>
    public const int StartAndEnd = 85;

    /// <summary>First or last day of a period behind its label.</summary>
    public const int EndOfPeriod = 80;

    /// <summary>Before the words "billing period", or in a sentence that breaks over rows.</summary>
    public const int PeriodInText = 80;
}

/// <summary>How sure the currency is.</summary>
internal static class CurrencyScores
{
    /// <summary>A mark of one currency only, at the total itself.</summary>
    public const int AtTotal = 95;

    /// <summary>Behind "Currency" or "All amounts in".</summary>
    public const int Stated = 92;

    /// <summary>A mark of one currency only, at the most of the other amounts.</summary>
    public const int AtAmounts = 90;

    /// <summary>A symbol of several countries, and the page's words say which.</summary>
    public const int Decided = 75;

    /// <summary>A code or symbol apart from all amounts.</summary>
    public const int ApartFromAmounts = 70;

    /// <summary>By the words of one country's tax law.</summary>
    public const int TaxLaw = 65;

    /// <summary>Only the likeliest of those that share the symbol.</summary>
    public const int Unsure = 50;

    /// <summary>A vote for a country by its currency's code or its tax's name: nobody else uses it.</summary>
    public const int VoteByCode = 6;

    /// <summary>A vote by its name or a word for it: an address may be the customer's.</summary>
    public const int VoteByWord = 2;

    /// <summary>Two words or one code decide: one word alone may be anybody's.</summary>
    public const int EnoughVotes = 4;
}

/// <summary>How sure a mailbox or a website is the vendor's.</summary>
internal static class ContactScores
{
    /// <summary>Printed outside of the customer's block: nothing more is known.</summary>
    public const int Printed = 70;
}

/// <summary>How much a cell looks like the document's title. The highest wins; nothing at or below 0 is one.</summary>
internal static class TitleScores
{
    /// <summary>The title's words and nothing else.</summary>
    public const int Alone = 40;

    /// <summary>The words open their cell, with a number or a date behind them.</summary>
    public const int Opens = 16;

    /// <summary>The words end a short cell: "Example Web Services Invoice".</summary>
    public const int Ends = 8;

    /// <summary>For each height of the text by which it is larger.</summary>
    public const int Size = 20;

    /// <summary>At the very top, in proportion less down the page.</summary>
    public const int Top = 20;

    /// <summary>For each word: "tax invoice" says more than "bill".</summary>
    public const int Word = 6;

    /// <summary>Taken off words with a colon behind them: a label.</summary>
    public const int Label = 8;

    /// <summary>In capitals.</summary>
    public const int Capitals = 8;

    /// <summary>Taken off the lower half of the page: payment slips have titles too.</summary>
    public const int LowerHalf = 18;
}

/// <summary>What the confidence of a reading, from 0 to 100, loses for what is not certain.</summary>
internal static class ConfidenceScores
{
    /// <summary>Everything found and added up: never 100, since nobody has looked at it.</summary>
    public const int Whole = 95;

    /// <summary>For each field that is missing.</summary>
    public const int Missing = 15;

    /// <summary>For each warning.</summary>
    public const int Warning = 5;

    /// <summary>Sums contradict each other: one of them was misread.</summary>
    public const int ProofFails = 25;

    /// <summary>Too few sums to check one by another.</summary>
    public const int ProofUnknown = 15;

    /// <summary>Read from a picture: letters are mistaken for each other.</summary>
    public const int Picture = 10;

    /// <summary>Never less, as long as there is an invoice at all.</summary>
    public const int Lowest = 5;
}
