using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Detection.Rules;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Detection;

/// <summary>A shop's ledger, prepared once and kept: adding one invoice re-evaluates its vendor, its payment group and its function.</summary>
public sealed class LeakDetector
{
    private readonly SortedDictionary<string, VendorState> states = new(StringComparer.Ordinal);
    private readonly ShopFacts facts;
    private readonly TextKeys keys = new();
    private ShopifyBills bills = new();
    private List<Finding> overlaps = [];
    private List<Reconciled> leftOverlaps = [];
    private List<Reconciled> said = [];

    private LeakDetector(ShopFacts facts) => this.facts = facts;

    /// <param name="names">Every name of the shop where <paramref name="ledger"/> holds only some of its <see cref="VendorGroup"/>s.</param>
    public static LeakDetector Prepare(
        IEnumerable<NormalizedInvoice> ledger, DetectionContext context, DateOnly asOf, DetectionPolicy? policy = null, IReadOnlyCollection<LedgerName>? names = null)
    {
        var invoices = ledger as IReadOnlyCollection<NormalizedInvoice> ?? [.. ledger];
        names ??= [.. invoices.Select(LedgerName.Of)];
        var shop = PrepareOnce(invoices, names, context, asOf, policy);
        for (var round = 0; shop.facts.SameCompanies.Count > 0 && round < context.ReviewAnswers.Count; round++)
        {
            // The names of one company are learnt before its documents are reconciled.
            var said = shop.said.Concat(shop.facts.SameCompanies.Select(one => one.Said)).ToList();
            shop = PrepareOnce(invoices, names, SameCompanies.Learn(shop.facts), asOf, policy);
            shop.said = said;
        }

        return shop;
    }

    private static LeakDetector PrepareOnce(
        IReadOnlyCollection<NormalizedInvoice> invoices, IReadOnlyCollection<LedgerName> names, DetectionContext context, DateOnly asOf, DetectionPolicy? policy)
    {
        var identity = VendorIdentity.Learn(names, context);
        var shop = new LeakDetector(new(context, asOf, policy ?? DetectionPolicy.Default, identity));
        foreach (var invoice in invoices)
        {
            shop.Add(invoice);
        }

        shop.Evaluate(shop.states.Values);
        return shop;
    }

    /// <summary>Adds invoices that came since and looks again at what they touch; the result is that of a full run.</summary>
    /// <returns>False, and nothing changed, when an invoice brings a name that other documents could stand under: then prepare the shop anew.</returns>
    public bool TryRecheck(IReadOnlyCollection<NormalizedInvoice> added)
    {
        var known = added.All(invoice => facts.Identity.Knows(invoice.Vendor));
        if (!known)
        {
            return false;
        }

        var touched = new SortedDictionary<string, VendorState>(StringComparer.Ordinal);
        foreach (var invoice in added)
        {
            var state = Add(invoice);
            touched[state.Vendor.Key] = state;
        }

        // A bill row changes what the card rows that pay bills mean.
        if (touched.Values.Any(state => state.Documents.Any(document => document.IsBillRow)))
        {
            foreach (var state in states.Values.Where(state => state.HasPayments && ShopifyBills.AreSentBy(state.Vendor)))
            {
                touched[state.Vendor.Key] = state;
            }
        }

        // A row of a statement shows that the statement reaches its day: promised credits wait for that.
        foreach (var state in facts.Context.PromisedCredits.Select(promise => facts.Identity.Find(promise.Vendor)).OfType<Vendor>().Select(vendor => states.GetValueOrDefault(vendor.Key)).OfType<VendorState>())
        {
            touched[state.Vendor.Key] = state;
        }

        Evaluate(touched.Values);
        return true;
    }

    /// <summary>Each vendor's documents after reconciliation, sorted by vendor.</summary>
    public IEnumerable<VendorLedger> Ledgers => states.Values.Select(state => state.Ledger!);

    public DetectionResult Result()
    {
        var findings = states.Values.SelectMany(state => state.Findings).Concat(overlaps)
            .OrderBy(finding => finding.Verdict)
            .ThenByDescending(finding => finding.Amount is { } amount && finding.Currency is { } currency ? facts.InShopCurrency(amount, currency) : 0m)
            .ThenBy(finding => finding.Vendor, StringComparer.Ordinal).ThenBy(finding => finding.Type).ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal).ToList();
        return new()
        {
            Findings = findings,
            Reconciled = [.. states.Values.SelectMany(state => state.Ledger!.Reconciled), .. leftOverlaps, .. said],
            Totals = TotalsOf(findings),
        };
    }

    private VendorState Add(NormalizedInvoice invoice)
    {
        var vendor = facts.Identity.Resolve(invoice.Vendor, invoice.Invoice.Kind is InvoiceKind.Statement);
        if (!states.TryGetValue(vendor.Key, out var state))
        {
            states[vendor.Key] = state = new(vendor);
        }

        state.Documents.Add(MerchantCurrency.Apply(new(invoice, vendor, keys), facts, keys));
        vendor.Documents++;
        state.IsSorted = false;
        return state;
    }

    private void Evaluate(IReadOnlyCollection<VendorState> touched)
    {
        foreach (var state in touched)
        {
            state.Sort();
            state.Ledger = Reconciliation.Of(state.Vendor, state.Documents, facts.Context, facts.AsOf, facts.Rates);
        }

        // What compares vendors is made anew only when one of its vendors was touched.
        if (touched.Any(state => state.Documents.Exists(document => document.IsBillRow)))
        {
            bills = new();
            AddAll(bills.Add);
        }

        if (facts.Context.PromisedCredits.Count > 0)
        {
            facts.Coverage = new();
            AddAll(facts.Coverage.Add);
        }

        foreach (var state in touched)
        {
            Detect(state);
        }

        if (touched.Any(state => state.Vendor.Function is not null))
        {
            leftOverlaps = [];
            var delivery = new FindingFactory(facts, leftOverlaps);
            foreach (var claim in OverlappingToolsRule.Find([.. states.Values.Select(state => state.Ledger!)], facts))
            {
                delivery.Add(claim, claim.ClaimedAmount, credited: 0m);
            }

            overlaps = delivery.Findings;
        }
    }

    private void AddAll(Action<VendorLedger> add)
    {
        foreach (var state in states.Values)
        {
            add(state.Ledger!);
        }
    }

    private void Detect(VendorState state)
    {
        var ledger = state.Ledger!;
        bills.MatchPayments(ledger, facts.Rates);

        // What a document's own sums put in doubt is decided first: nothing else is claimed from it.
        var claims = LeakRules.Rules[0].Find(ledger, facts).ToList();
        ledger.Streams = ChargeStream.Of(ledger);
        foreach (var rule in LeakRules.Rules.Skip(1))
        {
            claims.AddRange(rule.Find(ledger, facts));
        }

        state.Findings = ClaimArbiter.Arbitrate(ledger, claims, facts);
    }

    private Totals TotalsOf(List<Finding> findings)
    {
        SortedDictionary<string, DecimalValue> Sum(SavingsKind kind) => new(
            findings.Where(finding => finding is { Verdict: Verdict.Leak, Currency: not null } && finding.SavingsKind == kind)
                .GroupBy(finding => finding.Currency!).ToDictionary(group => group.Key, group => new DecimalValue(group.Sum(finding => finding.Amount ?? 0m))),
            StringComparer.Ordinal);
        return new()
        {
            Recoverable = Sum(SavingsKind.Recoverable),
            Avoidable = Sum(SavingsKind.Avoidable),
            Leaks = findings.Count(finding => finding.Verdict is Verdict.Leak),
            Watches = findings.Count(finding => finding.Verdict is Verdict.Watch),
            Reviews = findings.Count(finding => finding.Verdict is Verdict.Review),
            Documents = states.Values.Sum(state => state.Ledger!.Documents.Count),
            LineItems = states.Values.Sum(state => state.Ledger!.Documents.Sum(document => document.Invoice.LineItems.Count)),
        };
    }

    private sealed class VendorState(Vendor vendor)
    {
        public Vendor Vendor { get; } = vendor;

        public List<LedgerDocument> Documents { get; } = [];

        public bool IsSorted { get; set; }

        public VendorLedger? Ledger { get; set; }

        public List<Finding> Findings { get; set; } = [];

        public bool HasPayments => Documents.Any(document => document.Role is DocumentRole.Payment);

        public void Sort()
        {
            if (!IsSorted)
            {
                Documents.Sort(LedgerDocument.Compare);
                IsSorted = true;
            }

            foreach (var document in Documents)
            {
                document.Reset();
            }
        }
    }
}
