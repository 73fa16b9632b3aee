using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>One Shopify store.</summary>
internal sealed class Shop : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary><c>name.myshopify.com</c>; null for a store that only uploads.</summary>
    public string? Domain { get; init; }

    public required string Name { get; set; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; set; }

    /// <summary>IANA name; local dates of this shop are in it.</summary>
    public required string TimeZone { get; set; }

    /// <summary><c>en</c> or <c>ko</c>.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The day on which a demo store lives, so that its renewals never pass; null for real stores, which live today.</summary>
    public DateOnly? DemoDay { get; init; }

    public DateTimeOffset? UninstalledAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ShopConfiguration : IEntityTypeConfiguration<Shop>
{
    public void Configure(EntityTypeBuilder<Shop> entity)
    {
        entity.ToTenantTable("shops");
        entity.HasIndex(shop => shop.Domain).IsUnique();
        entity.HasOne<Organization>().WithMany().HasForeignKey(row => row.OrganizationId);
    }
}
