using LeakWatch.Core.Ledger;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Leaks;

/// <summary>What one detection run knows besides the ledger: the context, the day, the policy, the rates.</summary>
public sealed class ShopFacts(DetectionContext context, DateOnly asOf, DetectionPolicy policy, VendorIdentity identity)
{
    public DetectionContext Context { get; } = context;

    public DateOnly AsOf { get; } = asOf;

    public DetectionPolicy Policy { get; } = policy;

    public VendorIdentity Identity { get; } = identity;

    public ExchangeTable Rates { get; } = new(context.Fx);

    /// <summary>Of all vendors' statement rows; filled before the rules run.</summary>
    public StatementCoverage Coverage { get; internal set; } = new();

    public HashSet<string> Dismissed { get; } = [.. context.Dismissed];

    /// <summary>A threshold in USD, converted once into the shop's currency and from there into the charge's.</summary>
    /// <remarks>Without a rate the figure itself stands, which is the stricter reading for currencies worth less than a dollar.</remarks>
    public decimal Threshold(decimal usd, string currency)
    {
        var inShop = Rates.Convert(usd, "USD", Context.Shop.Currency, AsOf) ?? usd;
        return Rates.Convert(inShop, Context.Shop.Currency, currency, AsOf) ?? inShop;
    }

    public bool IsBelowFloor(decimal amount, string currency) => amount < Threshold(Policy.ChargeFloorUsd, currency);

    public bool IsWanted(Vendor vendor, LeakType type) =>
        Context.Wanted.Any(wanted => wanted.Type == type && vendor.Names.Contains(VendorKey.Of(wanted.Vendor)));

    public decimal InShopCurrency(decimal amount, string currency) => Rates.Convert(amount, currency, Context.Shop.Currency, AsOf) ?? amount;
}
