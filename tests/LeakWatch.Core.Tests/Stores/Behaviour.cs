namespace LeakWatch.Core.Tests.Stores;

/// <summary>One way in which a vendor bills. A vendor has exactly one, so that the truth about it stays beyond debate.</summary>
internal sealed record Behaviour(string Name, Action<VendorBook> Live)
{
    /// <summary>The only currency it happens in; null for any. Shopify bills apps in US dollars.</summary>
    public string? Currency { get; init; }

    /// <summary>For some days it is a leak, until the vendor puts it right.</summary>
    public bool IsPutRightLater { get; init; }

    public bool NeedsCard { get; init; }

    /// <summary>Billed in the store's own currency, as a charge known from the card alone is.</summary>
    public bool InStoreCurrency { get; init; }
}
