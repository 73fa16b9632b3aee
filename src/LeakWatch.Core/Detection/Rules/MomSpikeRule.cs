using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>L-01 MOM_SPIKE: an unexplained rise of a recurring stream, a recurring line nobody ordered, or more than an announced price or an approved cap.</summary>
public sealed class MomSpikeRule : ILeakRule
{
    public LeakType Type => LeakType.MomSpike;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts) =>
    [
        .. ledger.Streams.SelectMany(stream => AnnouncedPrices.Find(ledger, stream, facts).Concat(Spikes.Find(ledger, stream, facts))),
        .. UsageCaps.Find(ledger, facts),
        .. NewLines.Find(ledger, facts),
        .. OneOffLines.Find(ledger, facts),
    ];
}
