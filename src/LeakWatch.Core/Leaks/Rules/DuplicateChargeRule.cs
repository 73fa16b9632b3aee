using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Leaks.Rules;

/// <summary>L-02 DUPLICATE_CHARGE: two charges for the same days of the same account, product and seats.</summary>
public sealed class DuplicateChargeRule : ILeakRule
{
    public LeakType Type => LeakType.DuplicateCharge;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        var lines = ledger.Charges.Where(charge => charge is { Role: DocumentRole.Charge, IsInDoubt: false, Currency: not null })
            .SelectMany(charge => charge.Lines)
            .Where(line => line.Period is not null && line.Gross > 0m && !line.IsOneTime && line.IsRecurring)
            .GroupBy(line => (line.Currency, Product: line.Product.Plan ?? line.Product.Code ?? line.Product.Description));
        var accounts = new AccountComparison(ledger);
        foreach (var same in lines.OrderBy(group => group.Key.Currency, StringComparer.Ordinal).ThenBy(group => group.Key.Product, StringComparer.Ordinal))
        {
            foreach (var claim in OfProduct(ledger, [.. same], accounts, facts))
            {
                yield return claim;
            }
        }

        foreach (var claim in UnknownPeriods.Find(ledger, facts))
        {
            yield return claim;
        }
    }

    /// <summary>Sweeps by start: a line that shares days with an earlier one for the same thing is the second charge.</summary>
    private static IEnumerable<Claim> OfProduct(VendorLedger ledger, List<LedgerLine> lines, AccountComparison accounts, ShopFacts facts)
    {
        var (first, second) = (new List<LedgerLine>(), new List<LedgerLine>());
        var open = new List<LedgerLine>();
        foreach (var line in lines.OrderByDescending(line => IsLong(line)).ThenBy(line => line.Period!.Value.Start).ThenBy(line => line.Document, Comparer<LedgerDocument>.Create(LedgerDocument.Compare)))
        {
            open.RemoveAll(other => !IsLong(other) && other.Period!.Value.End <= line.Period!.Value.Start);
            if (open.Exists(other => IsSameThing(other, line, accounts, facts.Policy)))
            {
                second.Add(line);
                continue;
            }

            first.Add(line);
            open.Add(line);
        }

        if (second.Count == 0)
        {
            yield break;
        }

        first.Sort((left, right) => left.Period!.Value.Start.CompareTo(right.Period!.Value.Start));
        foreach (var charge in second)
        {
            var covering = first.FindAll(other => IsSameThing(other, charge, accounts, facts.Policy));
            if (covering.Count > 0 && ClaimOf(ledger, charge, covering, accounts, facts) is { } claim)
            {
                yield return claim;
            }
        }
    }

    private static bool IsLong(LedgerLine line) => line.Period!.Value.Days >= 300;

    private static bool IsSameThing(LedgerLine one, LedgerLine other, AccountComparison accounts, DetectionPolicy policy)
    {
        if (one.Document == other.Document || (one.IsUsage && one.Document.File == other.Document.File) || one.Period!.Value.OverlapDays(other.Period!.Value) < policy.OverlapDays
            || accounts.Compare(one.Document, other.Document) is AccountMatch.Different || !one.Product.Matches(other.Product)
            || !IsSameQuantity(one, other) || one.IsUsage != other.IsUsage || (one.IsUsage && one.Amount != other.Amount))
        {
            return false;
        }

        // Much cheaper under other words is an extra of the plan, not the plan again.
        return IsAlike(one, other, policy) || one.Product.Description == other.Product.Description;
    }

    /// <summary>Where one side does not print its seats, only an equal amount shows that they are the same.</summary>
    private static bool IsSameQuantity(LedgerLine one, LedgerLine other) =>
        (one.Item.Quantity is null) == (other.Item.Quantity is null) ? one.Quantity == other.Quantity : one.Amount == other.Amount;

    /// <summary>Much the same price a day.</summary>
    private static bool IsAlike(LedgerLine one, LedgerLine other, DetectionPolicy policy)
    {
        var (left, right) = (one.Net / one.Period!.Value.Days, other.Net / other.Period!.Value.Days);
        return Math.Min(left, right) >= Math.Max(left, right) * policy.AlikeShare;
    }

    private static Claim? ClaimOf(VendorLedger ledger, LedgerLine charge, List<LedgerLine> covering, AccountComparison accounts, ShopFacts facts)
    {
        var period = charge.Period!.Value;
        var shared = new ServicePeriod(Max(period.Start, covering.Min(other => other.Period!.Value.Start)), Min(period.End, covering.Max(other => other.Period!.Value.End)));
        var amount = Overlapping(charge, covering);
        var original = covering[0];
        var insideLonger = original.Period!.Value.Days >= period.Days * 2;
        if (insideLonger && period.Start < original.Period!.Value.Start && ledger.Terms.Any(term => term.Kind is TermKind.Ordered && term.Concerns(original)))
        {
            return null; // The merchant chose the longer plan while the month was running.
        }

        var isCertain = covering.TrueForAll(other => accounts.Compare(other.Document, charge.Document) is AccountMatch.Same && AreDifferentCharges(other.Document, charge.Document) && IsAlike(other, charge, facts.Policy))
            && !(insideLonger && period.Start < original.Period!.Value.Start);
        if (facts.IsBelowFloor(amount, charge.Currency))
        {
            return null;
        }

        var exact = covering.Count == 1 && original.Gross == charge.Gross && original.Period == charge.Period;
        var factors = new List<ConfidenceFactor> { new("Same account, product and quantity", facts.Policy.IndependentProof) };
        if (exact)
        {
            factors.Add(new("Same amount and the same days", facts.Policy.ExactMatch));
        }

        if (charge.Document.PaidBy is not null && original.Document.PaidBy is not null)
        {
            factors.Add(new("Both payments are on a statement", facts.Policy.PaymentSeen));
        }

        if (charge.Document.IsOcr || original.Document.IsOcr)
        {
            factors.Add(new("Read by OCR", facts.Policy.DoubtfulReading));
        }

        var (one, two) = (Words.Number(original.Document), Words.Number(charge.Document));
        var product = charge.Item.PlanName ?? charge.Item.Description ?? "the plan";
        return new()
        {
            Type = LeakType.DuplicateCharge,
            Verdict = isCertain ? Verdict.Leak : Verdict.Review,
            Ledger = ledger,
            Account = charge.Document.Invoice.Account ?? original.Document.Invoice.Account,
            Currency = charge.Currency,
            Charges = [new(charge, amount, shared)],
            Explains = covering,
            Repeats = Pair(original.Document, charge.Document),
            Evidence = [Proofs.Of(charge), .. covering.Select(Proofs.Of), .. Proofs.PaymentOf(charge.Document), .. covering.SelectMany(other => Proofs.PaymentOf(other.Document)), .. CreditsOf(ledger, charge, covering)],
            Factors = factors,
            Actions = isCertain
                ? [new(ActionType.RefundRequest, $"The same days of {product} were charged twice; ask for {two} back.")]
                : [new(ActionType.Clarification, "Ask which account or order the second charge belongs to.")],
            Words = (_, total, credited) => new(
                $"Possible duplicate: {ledger.Vendor.Name} charged {product} twice for {Words.Days(shared)}",
                $"{Capital(one)} of {Words.Day(original.Document.Date)} ({Words.Amount(original.Gross, charge.Currency)}, {Words.Days(original.Period!.Value)}) and {two} of {Words.Day(charge.Document.Date)} "
                + $"({Words.Amount(charge.Gross, charge.Currency)}, {Words.Days(period)}) both pay for {product}. {Formula(charge, covering, shared, amount)}{Words.Less(credited, charge.Currency)}: {Words.Amount(total, charge.Currency)}.",
                $"Are {one} and {two} two different orders, such as two workspaces or stores?"),
        };
    }

    /// <summary>Of two unequal doubles the smaller; of a month inside a year, the month.</summary>
    private static decimal Overlapping(LedgerLine charge, List<LedgerLine> covering)
    {
        var period = charge.Period!.Value;
        var covered = Math.Min(period.Days, covering.Sum(other => other.Period!.Value.OverlapDays(period)));
        var own = covered == period.Days ? charge.Gross : charge.Gross * covered / period.Days;
        if (covering[0].Period!.Value.Days >= period.Days * 2)
        {
            return Rounded(own, charge.Currency);
        }

        var others = covering.Sum(other => other.Gross * other.Period!.Value.OverlapDays(period) / other.Period!.Value.Days);
        return Rounded(Math.Min(own, others), charge.Currency);
    }

    private static string Formula(LedgerLine charge, List<LedgerLine> covering, ServicePeriod shared, decimal amount)
    {
        var period = charge.Period!.Value;
        return shared.Days >= period.Days
            ? covering[0].Period!.Value.Days >= period.Days * 2 ? $"The {(period.Days > 20 ? "month" : "period")} is already inside the longer term that is paid"
            : $"The smaller of the two, {Words.Amount(amount, charge.Currency)}"
            : $"{Words.Count(shared.Days, "day")} of {period.Days} are paid twice, {Words.Amount(amount, charge.Currency)}";
    }

    private static IEnumerable<FindingEvidence> CreditsOf(VendorLedger ledger, LedgerLine charge, List<LedgerLine> covering) =>
        ledger.Credits.Where(credit => credit.Names.Length > 0 && (credit.Names == charge.Document.Number || covering.Exists(other => other.Document.Number == credit.Names))).SelectMany(Proofs.Of);

    /// <summary>Another number, another payment, or another way of billing; two rows of one bill share all of them.</summary>
    private static bool AreDifferentCharges(LedgerDocument one, LedgerDocument other) =>
        one.IsBillRow != other.IsBillRow
        || (one.Number != other.Number && one.Number.Length > 0 && other.Number.Length > 0)
        || (one.Header.PaymentReference is { } left && other.Header.PaymentReference is { } right && left != right);

    internal static string Pair(LedgerDocument one, LedgerDocument other) =>
        string.Join(" + ", new[] { one, other }.Select(document => document.Number + "@" + Words.Iso(document.Date)).Order(StringComparer.Ordinal));

    private static decimal Rounded(decimal amount, string currency) => Math.Round(amount, Currencies.MinorUnits(currency), MidpointRounding.AwayFromZero);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static DateOnly Min(DateOnly left, DateOnly right) => left < right ? left : right;

    private static DateOnly Max(DateOnly left, DateOnly right) => left > right ? left : right;
}
