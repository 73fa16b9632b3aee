using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

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

internal sealed class MonthlySpendConfiguration : IEntityTypeConfiguration<MonthlySpend>
{
    public void Configure(EntityTypeBuilder<MonthlySpend> entity)
    {
        entity.ToTenantTable("monthly_spend");
        entity.HasIndex(row => new { row.OrganizationId, row.ShopId, row.VendorKey, row.Month, row.Currency }).IsUnique();
    }
}
