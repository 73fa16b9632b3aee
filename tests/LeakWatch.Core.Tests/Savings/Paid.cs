using LeakWatch.Core.Invoices;
using LeakWatch.Core.Leaks;
using LeakWatch.Core.Savings;
using LeakWatch.Core.Tests.Leaks;

namespace LeakWatch.Core.Tests.Savings;

/// <summary>What a finding was worth, as documents come in.</summary>
internal static class Paid
{
    public static Subscription Mail { get; } = new("Quillpost", 57m);

    /// <summary>March twice: 57.00 to claim.</summary>
    public static NormalizedInvoice[] Twice { get; } = [Mail.Charge("2026-03-01"), Mail.Charge("2026-03-01", number: "SECOND")];

    public static TrackedFinding Unasked { get; } = Found("2026-03-20", Twice);

    /// <summary>Asked for on 21 March.</summary>
    public static TrackedFinding Asked { get; } = Unasked with { RequestedOn = Store.Day("2026-03-21") };

    /// <summary>The only claim of the ledger.</summary>
    public static TrackedFinding Found(string asOf, params IEnumerable<NormalizedInvoice> ledger) =>
        new(Assert.Single(Store.Detect(asOf, ledger).Findings, finding => finding.Verdict is Verdict.Leak), Store.Day(asOf));

    public static NormalizedInvoice Refund(decimal amount, string on) => Card.Default.Row("QUILLPOST", -amount, on, Mail.Vendor);

    public static ShopSavings Book(string asOf, IEnumerable<TrackedFinding> tracked, params IEnumerable<NormalizedInvoice> ledger) =>
        SavingsLedger.Of(tracked, ShopLedger.Prepare(ledger, Store.Context, Store.Day(asOf)).Ledgers, Store.Day(asOf), "shop_1");

    public static IEnumerable<(SavingsStage Stage, decimal? Amount, string On)> Entries(string asOf, TrackedFinding tracked, params IEnumerable<NormalizedInvoice> ledger) =>
        Book(asOf, [tracked], ledger).Entries.Select(entry => (entry.Stage, entry.Amount, Store.Iso(entry.On)));
}
