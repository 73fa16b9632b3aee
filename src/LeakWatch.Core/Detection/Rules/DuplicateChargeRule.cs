using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>L-02 DUPLICATE_CHARGE: two charges for the same days of the same account, product and seats.</summary>
public sealed class DuplicateChargeRule : ILeakRule
{
    /// <summary>More names of one plan in one period are ids that differ every time.</summary>
    private const int MaxServiceNames = 8;

    private const int MinYearDays = 300;

    /// <summary>More days than these are called a month.</summary>
    private const int MinMonthDays = 20;

    public LeakType Type => LeakType.DuplicateCharge;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        var lines = ledger.CertainCharges.Where(charge => charge.Role is DocumentRole.Charge)
            .SelectMany(charge => charge.Lines)
            .Where(line => line.Period is not null && line.Gross > 0m && !line.IsOneTime && line.IsRecurring)
            .GroupBy(line => (line.Currency, Product: line.Product.Key));
        var accounts = new AccountComparison(ledger);
        var doubles = lines.OrderBy(group => group.Key.Currency, StringComparer.Ordinal).ThenBy(group => group.Key.Product, StringComparer.Ordinal)
            .SelectMany(ByAccount).SelectMany(same => OfProduct(ledger, same, accounts, facts));
        foreach (var pair in doubles.GroupBy(one => (one.Original.Document, one.Charge.Document, one.Charge.Currency)))
        {
            // One pair of invoices is one claim, however many lines they have; what is certain of it is claimed.
            var certain = pair.Where(one => one.IsCertain).ToList();
            var claimed = certain.Count > 0 ? certain : [.. pair];
            if (!facts.IsBelowFloor(claimed.Sum(one => one.Amount), pair.Key.Currency))
            {
                yield return ClaimOf(ledger, claimed, facts);
            }
        }

        foreach (var claim in UnknownPeriods.Find(ledger, facts))
        {
            yield return claim;
        }
    }

    /// <summary>Known accounts that are billed in one way have nothing to do with each other.</summary>
    private static IEnumerable<List<LedgerLine>> ByAccount(IEnumerable<LedgerLine> product)
    {
        var lines = product.ToList();
        var isApart = lines.TrueForAll(line => line.Document.Account is not null && line.Document.IsBillRow == lines[0].Document.IsBillRow);
        return isApart ? lines.GroupBy(line => line.Document.Account).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToList()) : [lines];
    }

    /// <summary>A line of a second charge, and the lines that had paid for the same days before.</summary>
    private sealed record DuplicatedLine(LedgerLine Charge, List<LedgerLine> Covering, ServicePeriod Shared, decimal Amount, bool IsCertain)
    {
        public LedgerLine Original => Covering[0];

        public bool IsExact => Covering.Count == 1 && Original.Gross == Charge.Gross && Original.Period == Charge.Period;

        public Sentence Product => Words.Product(Charge);
    }

    /// <summary>Sweeps by start: a line that shares days with an earlier one for the same thing is the second charge.</summary>
    private static IEnumerable<DuplicatedLine> OfProduct(VendorLedger ledger, List<LedgerLine> lines, AccountComparison accounts, ShopFacts facts)
    {
        var (first, second) = (new List<LedgerLine>(), new List<LedgerLine>());
        var open = new List<LedgerLine>();
        var sideBySide = SideBySide(lines, facts.Policy.AcceptedPeriods);
        bool IsDouble(LedgerLine one, LedgerLine other) => IsSameThing(one, other, accounts, facts.Policy) && !sideBySide.Contains(Names(one, other));
        var sorted = lines.OrderByDescending(IsLong).ThenBy(line => line.Period!.Value.Start).ThenByDescending(line => Rhythms.OfDays(line.Period!.Value.Days)).ThenBy(line => line.Document, LedgerDocument.InOrder);
        foreach (var line in sorted)
        {
            open.RemoveAll(other => !IsLong(other) && other.Period!.Value.End <= line.Period!.Value.Start);
            if (open.Exists(other => IsDouble(other, line)))
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

        first = [.. first.OrderBy(line => line.Period!.Value.Start)];
        var (longest, starts) = (first.Max(line => line.Period!.Value.Days), first.ConvertAll(line => line.Period!.Value.Start));
        foreach (var charge in second)
        {
            var covering = StartingNear(first, starts, longest, charge.Period!.Value).Where(other => IsDouble(other, charge)).ToList();
            if (covering.Count > 0 && DoubleOf(ledger, charge, covering, accounts, facts) is { } one)
            {
                yield return one;
            }
        }
    }

    /// <summary>Under one plan the vendor may serve two sites or teams, and says in words which: both are billed for the same time again and again.</summary>
    private static HashSet<(string, string)> SideBySide(List<LedgerLine> lines, int accepted)
    {
        var together = new Dictionary<(string, string), HashSet<ServicePeriod>>();
        foreach (var same in lines.GroupBy(line => (line.Period!.Value, line.Document.IsBillRow)).Where(group => group.Skip(1).Any()))
        {
            var words = same.Select(line => line.Item.Description ?? "").Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxServiceNames).ToList();
            for (var one = 0; one < words.Count; one++)
            {
                for (var other = one + 1; other < words.Count; other++)
                {
                    var names = Names(words[one], words[other]);
                    if (!together.TryGetValue(names, out var periods))
                    {
                        together[names] = periods = [];
                    }

                    periods.Add(same.Key.Value);
                }
            }
        }

        return [.. together.Where(pair => pair.Value.Count >= accepted).Select(pair => pair.Key)];
    }

    private static (string, string) Names(LedgerLine one, LedgerLine other) => Names(one.Item.Description ?? "", other.Item.Description ?? "");

    private static (string, string) Names(string one, string other) =>
        string.Compare(one, other, StringComparison.OrdinalIgnoreCase) <= 0 ? (one.ToUpperInvariant(), other.ToUpperInvariant()) : (other.ToUpperInvariant(), one.ToUpperInvariant());

    private static IEnumerable<LedgerLine> StartingNear(List<LedgerLine> sorted, List<DateOnly> starts, int longest, ServicePeriod period)
    {
        var earliest = starts.BinarySearch(period.Start.AddDays(-longest));
        earliest = earliest < 0 ? ~earliest : earliest;
        while (earliest > 0 && starts[earliest - 1] == period.Start.AddDays(-longest))
        {
            earliest--;
        }

        for (var index = earliest; index < sorted.Count && starts[index] < period.End; index++)
        {
            yield return sorted[index];
        }
    }

    /// <summary>A year, or most of one.</summary>
    private static bool IsLong(LedgerLine line) => line.Period!.Value.Days >= MinYearDays;

    private static bool IsSameThing(LedgerLine one, LedgerLine other, AccountComparison accounts, DetectionPolicy policy)
    {
        // Much cheaper under other words is an extra of the plan, not the plan again.
        return one.Document != other.Document && one.Period!.Value.OverlapDays(other.Period!.Value) >= policy.OverlapDays
            && IsSameUsage(one, other) && IsSameQuantity(one, other) && one.Product.Matches(other.Product)
            && accounts.Compare(one.Document, other.Document) is not AccountMatch.Different
            && (IsAlike(one, other, policy) || one.Product.Description == other.Product.Description);
    }

    /// <summary>Neither is metered, or both are, on two files and for the same amount.</summary>
    private static bool IsSameUsage(LedgerLine one, LedgerLine other) =>
        one.IsUsage == other.IsUsage && (!one.IsUsage || (one.Document.File != other.Document.File && one.Amount == other.Amount));

    /// <summary>Where one side does not print its seats, only an equal amount shows that they are the same.</summary>
    private static bool IsSameQuantity(LedgerLine one, LedgerLine other) =>
        (one.Item.Quantity is null) == (other.Item.Quantity is null) ? one.Quantity == other.Quantity : one.Amount == other.Amount;

    /// <summary>Much the same price a day.</summary>
    private static bool IsAlike(LedgerLine one, LedgerLine other, DetectionPolicy policy)
    {
        var (left, right) = (one.Net / one.Period!.Value.Days, other.Net / other.Period!.Value.Days);
        return Math.Min(left, right) >= Math.Max(left, right) * policy.AlikeShare;
    }

    private static DuplicatedLine? DoubleOf(VendorLedger ledger, LedgerLine charge, List<LedgerLine> covering, AccountComparison accounts, ShopFacts facts)
    {
        var period = charge.Period!.Value;
        var shared = covering.Select(other => other.Period!.Value).Aggregate((all, one) => all.Around(one)).Overlap(period);
        var original = covering[0];
        var isBeforeLonger = IsLonger(original, period) && period.Start < original.Period!.Value.Start;
        if (isBeforeLonger && ledger.Terms.Any(term => term.Kind is TermKind.Ordered && term.Concerns(original)))
        {
            return null; // The merchant chose the longer plan while the month was running.
        }

        var isCertain = !isBeforeLonger && covering.TrueForAll(other => accounts.Compare(other.Document, charge.Document) is AccountMatch.Same
            && AreDifferentCharges(other.Document, charge.Document) && IsAlike(other, charge, facts.Policy) && !MayBeMoreSeats(other, charge, facts.Policy));
        return new(charge, covering, shared, Overlapping(charge, covering), isCertain);
    }

    /// <summary>A month inside a year: at least twice as long.</summary>
    private static bool IsLonger(LedgerLine original, ServicePeriod period) => original.Period!.Value.Days >= period.Days * 2;

    /// <summary>Added while the term runs and up to its end, at another price a day, and nobody prints how many: it may be for more seats.</summary>
    private static bool MayBeMoreSeats(LedgerLine original, LedgerLine charge, DetectionPolicy policy)
    {
        var (term, added) = (original.Period!.Value, charge.Period!.Value);
        var (price, second) = (original.Net / term.Days, charge.Net / added.Days);
        return original.Item.Quantity is null && charge.Item.Quantity is null && !added.IsWhole && added.Start > term.Start
            && Math.Abs(added.End.DayNumber - term.End.DayNumber) < policy.OverlapDays && Math.Abs(price - second) > price * policy.SameAmountShare;
    }

    private static Claim ClaimOf(VendorLedger ledger, List<DuplicatedLine> doubles, ShopFacts facts)
    {
        var (first, second) = (doubles[0].Original.Document, doubles[0].Charge.Document);
        var (isCertain, currency) = (doubles[0].IsCertain, doubles[0].Charge.Currency);
        var covering = doubles.SelectMany(one => one.Covering).Distinct().ToList();
        var products = Sentence.List(", ", doubles.Select(one => one.Product).Distinct());
        var two = Words.Number(second);
        var refund = new RecommendedAction(ActionType.RefundRequest, $"The same days of {products} were charged twice; ask for {two} back.");
        return new()
        {
            Type = LeakType.DuplicateCharge,
            Verdict = isCertain ? Verdict.Leak : Verdict.Review,
            Ledger = ledger,
            Account = second.Invoice.Account ?? first.Invoice.Account,
            Currency = currency,
            Charges = [.. doubles.Select(one => new ClaimedCharge(one.Charge, one.Amount, one.Shared))],
            RelatedCharges = covering,
            CaseKey = Pair(first, second),
            Evidence =
            [
                .. doubles.Select(one => Proofs.Of(one.Charge)), .. covering.Select(Proofs.Of), .. Proofs.PaymentOf(second),
                .. covering.SelectMany(other => Proofs.PaymentOf(other.Document)), .. doubles.SelectMany(one => CreditsOf(ledger, one.Charge, one.Covering)),
            ],
            Factors = FactorsOf(doubles, facts.Policy),
            Actions = [isCertain ? refund : new(ActionType.Clarification, $"Ask which account or order the second charge belongs to.")],
            Words = (_, total, credited) => new(
                $"Possible duplicate: {ledger.Vendor.Name} charged {products} twice for {Words.Days(doubles[0].Shared)}",
                $"{Words.NumberFirst(first)} of {first.Date} and {two} of {second.Date} both pay for the same days. {Sentence.List(" ", doubles.Select(Formula))} "
                + $"Together{Words.Less(credited, currency)}: {Words.Amount(total, currency)}."),
            Question = QuestionOf(first, second, refund),
        };
    }

    private static List<ConfidenceFactor> FactorsOf(List<DuplicatedLine> doubles, DetectionPolicy policy)
    {
        var (first, second) = (doubles[0].Original.Document, doubles[0].Charge.Document);
        var factors = new List<ConfidenceFactor> { new($"Same account, product and quantity", policy.IndependentProof) };
        if (doubles.TrueForAll(one => one.IsExact))
        {
            factors.Add(new($"Same amount and the same days", policy.ExactMatch));
        }

        if (second.PaidBy is not null && first.PaidBy is not null)
        {
            factors.Add(new($"Both payments are on a statement", policy.PaymentSeen));
        }

        if (second.IsOcr || first.IsOcr)
        {
            factors.Add(new($"Read by OCR", policy.DoubtfulReading));
        }

        return factors;
    }

    private static ReviewQuestion QuestionOf(LedgerDocument first, LedgerDocument second, RecommendedAction refund)
    {
        var (one, two) = (Words.Number(first), Words.Number(second));
        return IsReplacement(first, second)
            ? new(
                $"One of {one} and {two} replaces the other: were both paid?",
                ClaimAnswer.Nothing(AnswerId.OnePaid, $"No, only one of them"), ClaimAnswer.Leak(AnswerId.BothPaid, $"Yes, both", refund))
            : new(
                $"Are {one} and {two} two different orders, such as two workspaces or stores?",
                ClaimAnswer.Nothing(AnswerId.TwoOrders, $"Yes, two different orders"), ClaimAnswer.Leak(AnswerId.OneOrder, $"No, we ordered it once", refund));
    }

    /// <summary>Of two unequal doubles the smaller; of a month inside a year, the month.</summary>
    private static decimal Overlapping(LedgerLine charge, List<LedgerLine> covering)
    {
        var period = charge.Period!.Value;
        var covered = Math.Min(period.Days, covering.Sum(other => other.Period!.Value.OverlapDays(period)));
        var own = covered == period.Days ? charge.Gross : charge.Gross * covered / period.Days;
        if (IsLonger(covering[0], period))
        {
            return Currencies.Rounded(own, charge.Currency);
        }

        var others = covering.Sum(other => other.Gross * other.Period!.Value.OverlapDays(period) / other.Period!.Value.Days);
        return Currencies.Rounded(Math.Min(own, others), charge.Currency);
    }

    private static Sentence Formula(DuplicatedLine one)
    {
        var (charge, period, currency) = (one.Charge, one.Charge.Period!.Value, one.Charge.Currency);
        return $"{one.Product}: {Words.Amount(one.Original.Gross, currency)} for {Words.Days(one.Original.Period!.Value)} and {Words.Amount(charge.Gross, currency)} for {Words.Days(period)}; "
            + $"{Twice(one, period, Words.Amount(one.Amount, currency))}";
    }

    private static Sentence Twice(DuplicatedLine one, ServicePeriod period, Money amount) => period.Days switch
    {
        var days when one.Shared.Days < days => $"{Words.DaysOf(one.Shared.Days)} of {days} are paid twice, {amount}.",
        _ when !IsLonger(one.Original, period) => $"the smaller of the two is {amount}.",
        > MinMonthDays => $"the month is already inside the longer term that is paid, {amount}.",
        _ => $"the period is already inside the longer term that is paid, {amount}.",
    };

    private static IEnumerable<FindingEvidence> CreditsOf(VendorLedger ledger, LedgerLine charge, List<LedgerLine> covering) =>
        covering.Append(charge).Select(line => line.Document.Number).Distinct().SelectMany(ledger.CreditsNaming).SelectMany(Proofs.Of);

    /// <summary>Another number, another payment, or another way of billing; two rows of one bill share all of them.</summary>
    private static bool AreDifferentCharges(LedgerDocument one, LedgerDocument other) => !IsReplacement(one, other) && (one.IsBillRow != other.IsBillRow
        || (one.Number != other.Number && one.Number.Length > 0 && other.Number.Length > 0)
        || one.IsPaidApartFrom(other));

    /// <summary>A corrected invoice names the one it replaces: whether that one was paid too, no document says.</summary>
    private static bool IsReplacement(LedgerDocument one, LedgerDocument other) => one.RefersTo(other) || other.RefersTo(one);

    internal static string Pair(LedgerDocument one, LedgerDocument other) =>
        string.Join(" + ", new[] { one, other }.Select(document => document.Number + "@" + Words.Iso(document.Date)).Order(StringComparer.Ordinal));
}
