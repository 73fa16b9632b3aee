namespace LeakWatch.Core.Invoices.Reading;

/// <summary>How sure a labelled sum is: what its label says, and where its amount is printed.</summary>
internal static class SumScores
{
    /// <summary>"Total incl. VAT": nothing else is called so.</summary>
    public const int GrandTotal = 100;

    /// <summary>"Total": before tax on some pages.</summary>
    public const int Total = 92;

    /// <summary>"Amount due": with older debts in it, or payments taken off.</summary>
    public const int AmountDue = 60;

    /// <summary>"Paid": a total only where there is no other.</summary>
    public const int AmountPaid = 30;

    /// <summary>Any other label, which names its sum well enough.</summary>
    public const int OtherLabel = 80;

    /// <summary>Money in the label's own row, to its right: where sums are printed.</summary>
    public const int InRow = 12;

    /// <summary>A bare number there: it may be a rate, a count, a number of days.</summary>
    public const int InRowBare = 4;

    /// <summary>In a total row under columns of net, tax and gross: the column says what it is.</summary>
    public const int InColumn = 10;

    /// <summary>A bare number there.</summary>
    public const int InColumnBare = 2;

    /// <summary>The tax of "59.85 (includes 9.98 VAT)": read out of another sum's label.</summary>
    public const int Included = 8;

    /// <summary>A little above or below the label's row, as scans print it.</summary>
    public const int Beside = 8;

    /// <summary>A bare number there.</summary>
    public const int BesideBare = 0;

    /// <summary>Below the label: another label may be nearer.</summary>
    public const int Below = 2;

    /// <summary>A bare number below: hardly ever a sum.</summary>
    public const int BelowBare = -20;

    /// <summary>Taken off a column of amounts below the label that had to be added.</summary>
    public const int Added = 4;

    /// <summary>The largest amount of a page that has no word for a total.</summary>
    public const int Headline = 50;

    /// <summary>The tax of a row with a rate, a base and nothing that says so.</summary>
    public const int Breakdown = 60;

    /// <summary>A printed amount that is subtotal and tax together, whatever its label became in a scan.</summary>
    public const int TotalBySum = 70;

    /// <summary>The one amount below the lines that is the total without its tax.</summary>
    public const int SubtotalBySum = 60;
}

/// <summary>How combinations of total, subtotal, tax, discount and charges compare: sums outweigh labels.</summary>
internal static class TotalsScores
{
    /// <summary>Taken off what is due where a total is printed: it may be less or more than this document's.</summary>
    public const int DueBesideTotal = 40;

    /// <summary>"Total" with another grand total as subtotal: half as sure as a subtotal by name.</summary>
    public const int TotalAsSubtotal = 40;

    /// <summary>A total that becomes a larger one with the printed tax: surer than one that only differs.</summary>
    public const int TotalBelowTax = 44;

    /// <summary>All taxes together, where each has a name and a rate: more than any of them alone can reach.</summary>
    public const int AllTaxes = 200;

    /// <summary>A subtotal's label counts a fourth: the total's decides.</summary>
    public const int SubtotalPart = 4;

    /// <summary>A tax's label counts an eighth: most taxes are labelled alike.</summary>
    public const int TaxPart = 8;

    /// <summary>In place of a subtotal's label when none is used though one is printed.</summary>
    public const int SubtotalLeftOut = -60;

    /// <summary>In place of it when none is printed: as if one of middling label were there.</summary>
    public const int NoSubtotal = 40;

    /// <summary>Taken off taxes that were added up: a printed one is surer.</summary>
    public const int TaxAdded = 24;

    /// <summary>Taken off when a printed tax is left out: taxes are seldom printed for nothing.</summary>
    public const int TaxLeftOut = 30;

    /// <summary>Taken off a tax of 0 beside another that is not.</summary>
    public const int TaxOfZero = 10;

    /// <summary>Taken off when a printed discount is left out: it may be in the lines already.</summary>
    public const int DiscountLeftOut = 12;

    /// <summary>Taken off when a printed charge is left out: it often is a line.</summary>
    public const int ChargeLeftOut = 8;

    /// <summary>At the document's end, in proportion less before: a total comes after what it is made of.</summary>
    public const int Later = 6;

    /// <summary>Subtotal, tax, discount and charges make the total: next to nothing outweighs it.</summary>
    public const int AddsUp = 90;

    /// <summary>The subtotal was printed after the discount.</summary>
    public const int AddsUpAfterDiscount = 70;

    /// <summary>The tax is in the subtotal already: rarer.</summary>
    public const int AddsUpWithTaxInside = 58;

    /// <summary>Subtotal and total are one sum: true, but it proves little.</summary>
    public const int SameSum = 40;

    /// <summary>The same where the total is only what is due.</summary>
    public const int SameSumDue = 20;

    /// <summary>The sums do not make the total.</summary>
    public const int DoesNotAddUp = -20;

    /// <summary>Nor could they: the subtotal is larger, with no discount.</summary>
    public const int SubtotalTooLarge = -40;

    /// <summary>Total less tax is printed under whatever name: the tax is more likely the whole of it.</summary>
    public const int HasBase = 30;

    /// <summary>Taken off a tax that is as large as its total.</summary>
    public const int TaxTooLarge = 60;
}
