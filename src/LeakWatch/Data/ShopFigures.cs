namespace LeakWatch.Data;

/// <summary>The dashboard of a shop, computed when its ledger or findings change and read as it is.</summary>
internal sealed class ShopSummary : ITenantRow
{
    /// <summary>The shop's id.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Content { get; set; }

    /// <summary>JSON: how many findings of each state, verdict and type; beside every list of them.</summary>
    public required string FindingCounts { get; set; }

    public required DateTimeOffset ComputedAt { get; set; }
}

/// <summary>What a shop knows of one vendor after detection: streams, prices, the next expected charge.</summary>
internal sealed class ShopVendor : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    public required string VendorKey { get; init; }

    public required string Name { get; set; }

    public required DateOnly? LastChargeOn { get; set; }

    /// <summary>Paid over the last twelve months, in the shop's currency, for sorting.</summary>
    public required decimal SortAmount { get; set; }

    public required string Content { get; set; }
}

/// <summary>What one vendor was paid in one month, one real charge counted once.</summary>
internal sealed class MonthlySpend : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    public required string VendorKey { get; init; }

    /// <summary>The month's first day.</summary>
    public required DateOnly Month { get; init; }

    public required string Currency { get; init; }

    public required decimal Amount { get; set; }
}
