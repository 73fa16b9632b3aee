using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Detection.Rules;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Detection;

/// <summary>(ledger, context, as-of date) → findings. No clock, no I/O, independent of the order of the ledger.</summary>
public static class LeakRules
{
    /// <summary>In the order in which they claim a charge. <see cref="OverlappingToolsRule"/> compares vendors and stands apart.</summary>
    internal static IReadOnlyList<ILeakRule> Rules { get; } =
    [
        new InvoiceMathRule(),
        new MissingCreditRule(),
        new PostCancellationRule(),
        new UninstalledAppChargeRule(),
        new DuplicateChargeRule(),
        new TrialToPaidRule(),
        new PriceIncreaseRule(),
        new MomSpikeRule(),
        new UpcomingRenewalRule(),
    ];

    public static DetectionResult Detect(IEnumerable<NormalizedInvoice> ledger, DetectionContext context, DateOnly asOf) =>
        LeakDetector.Prepare(ledger, context, asOf).Result();
}
