using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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

internal sealed class ShopSummaryConfiguration : IEntityTypeConfiguration<ShopSummary>
{
    public void Configure(EntityTypeBuilder<ShopSummary> entity)
    {
        entity.ToTenantTable("shop_summaries");
        entity.Property(summary => summary.Content).HasColumnType("jsonb");
        entity.Property(summary => summary.FindingCounts).HasColumnType("jsonb");
    }
}
