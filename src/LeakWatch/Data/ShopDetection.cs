using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>How far detection of a shop has come.</summary>
internal sealed class ShopDetection : ITenantRow
{
    /// <summary>The shop's id.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>Counts each time when something changed that any vendor's findings may depend on: facts, aliases, currency, answers.</summary>
    public required long ContextChanges { get; init; }

    public required long SeenContextChanges { get; init; }

    /// <summary>The day from which the whole shop was looked at last.</summary>
    public DateOnly? AsOf { get; init; }
}

internal sealed class ShopDetectionConfiguration : IEntityTypeConfiguration<ShopDetection>
{
    public void Configure(EntityTypeBuilder<ShopDetection> entity)
    {
        entity.ToTenantTable("shop_detections");
    }
}
