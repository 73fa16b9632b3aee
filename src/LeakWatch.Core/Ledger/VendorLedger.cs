using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Text;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Ledger;

/// <summary>One vendor's documents after reconciliation: each real charge once.</summary>
public sealed class VendorLedger(Vendor vendor, IReadOnlyList<LedgerDocument> documents)
{
    private ILookup<string, (StatedTerm Term, int Index)> ofAccounts = Array.Empty<(StatedTerm, int)>().ToLookup(_ => "");
    private ILookup<string, CreditEntry>? naming;

    public Vendor Vendor { get; } = vendor;

    /// <summary>Every document once, sorted; what was reconciled away is still here, as evidence.</summary>
    public IReadOnlyList<LedgerDocument> Documents { get; internal set; } = documents;

    /// <summary>Real charges: invoices, lone receipts, bill rows and statement rows that no invoice explains; sorted.</summary>
    public IReadOnlyList<LedgerDocument> Charges { get; internal set; } = [];

    /// <summary>Charges from which something may be claimed: nothing is in doubt, and the currency is known.</summary>
    internal IEnumerable<LedgerDocument> CertainCharges => Charges.Where(charge => charge is { IsInDoubt: false, Currency: not null });

    /// <summary>Money that came back, each document once; sorted by date.</summary>
    public IReadOnlyList<CreditEntry> Credits { get; internal set; } = [];

    public IReadOnlyList<StatedTerm> Terms
    {
        get;
        internal set => (field, ofAccounts) = (value, value.Select((term, index) => (Term: term, Index: index)).ToLookup(one => one.Term.Account ?? ""));
    } = [];

    public List<Reconciled> Reconciled { get; } = [];

    /// <summary>Streams of recurring charges, sorted by account, currency and product.</summary>
    public IReadOnlyList<ChargeStream> Streams { get; internal set; } = [];

    /// <summary>Terms that speak of the stream's product and account, in the order of <see cref="Terms"/>.</summary>
    public IReadOnlyList<StatedTerm> TermsOf(ChargeStream stream) => TermsOf(stream.Account, stream.Products);

    /// <inheritdoc cref="TermsOf(ChargeStream)"/>
    public IReadOnlyList<StatedTerm> TermsOf(LedgerLine line) => TermsOf(line.Document.Account, [line.Product]);

    private IReadOnlyList<StatedTerm> TermsOf(string? account, IReadOnlyList<ProductKey> products)
    {
        var own = account is null ? Terms : [.. ofAccounts[""].Concat(ofAccounts[account]).OrderBy(one => one.Index).Select(one => one.Term)];
        return [.. own.Where(term => products.Any(product => term.Concerns(account, product)))];
    }

    /// <summary>Credits that name the invoice.</summary>
    internal IEnumerable<CreditEntry> CreditsNaming(string number) =>
        number.Length == 0 ? [] : (naming ??= Credits.Where(credit => credit.Names.Length > 0).ToLookup(credit => credit.Names))[number];

    internal void Explain(string reason, Sentence explanation, params LedgerDocument[] about) =>
        Reconciled.Add(new(reason, Vendor.Name, explanation, [.. about.Select(document => document.FileName).Distinct(StringComparer.Ordinal)]));

    /// <summary>Takes a document out of the charges and says why.</summary>
    internal void Reconcile(LedgerDocument document, string reason, Sentence explanation, params LedgerDocument[] others)
    {
        document.ReconciledAs ??= reason;
        Explain(reason, explanation, [document, .. others]);
    }

    internal LedgerDocument? FindNumber(string number) =>
        number.Length == 0 ? null : Documents.FirstOrDefault(document => document.Role is DocumentRole.Charge && document.Number == number);
}

/// <summary>A credit, refund or negative line. What names an invoice settles that invoice; the rest waits for a charge it fits.</summary>
public sealed class CreditEntry
{
    public required LedgerDocument Document { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Positive, gross.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The currency of the invoices, where a card shows the refund in its own.</summary>
    public required string Currency { get; init; }

    /// <summary>The invoice it names, in the form of <see cref="LedgerDocument.NumberKey"/>; empty when it names none.</summary>
    public string Names { get; init; } = "";

    public LineItem? Line { get; init; }

    public ServicePeriod? Period => Line is null ? null : ServicePeriod.Of(Line.PeriodStart, Line.PeriodEnd);

    /// <summary>Could this be money back for that charge? It says nothing else.</summary>
    /// <param name="days">Most days after the charge.</param>
    public bool Fits(LedgerLine charge, int days)
    {
        var age = Date.DayNumber - charge.Document.Date.DayNumber;
        return Names.Length == 0 && Currency == charge.Currency && age >= -DetectionPolicy.DatesApart && age <= days
            && AccountComparison.MayBeSame(Document.Account, charge.Document.Account)
            && (Line?.PlanName is null || charge.Product.IsNamedBy(Line.PlanName, Line.ProductCode))
            && (Period is not { } own || own == Document.Period || charge.Period is not { } period || own.OverlapDays(period) > 0);
    }
}

/// <summary>A term with where it was stated; the merchant's own (context) has no document.</summary>
public sealed record StatedTerm(Term Term, LedgerDocument? Document, string? Account)
{
    private readonly string? plan = ProductKey.KeyOrNull(Term.PlanName);
    private readonly string? code = ProductKey.KeyOrNull(Term.ProductCode);

    public TermKind Kind => Term.Kind;

    /// <summary>The day it was stated; the day it starts when the merchant stated it.</summary>
    public DateOnly Date => Document?.Date ?? Term.From ?? UnknownDate.Value;

    public bool Concerns(string? account, ProductKey product) =>
        AccountComparison.MayBeSame(Account, account) && product.IsNamedByKeys(plan, code);

    public bool Concerns(LedgerLine line) => Concerns(line.Document.Account, line.Product);

    /// <summary>In force on that day; an open side is always.</summary>
    public bool Holds(DateOnly day) => (Term.From is not { } from || from <= day) && (Term.Until is not { } until || day < until);
}
