using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

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

internal sealed class ShopVendorConfiguration : IEntityTypeConfiguration<ShopVendor>
{
    public void Configure(EntityTypeBuilder<ShopVendor> entity)
    {
        entity.ToTenantTable("shop_vendors");
        entity.Property(vendor => vendor.Content).HasColumnType("jsonb");
        entity.HasIndex(vendor => new { vendor.OrganizationId, vendor.ShopId, vendor.VendorKey }).IsUnique();
        entity.HasIndex(vendor => new { vendor.OrganizationId, vendor.ShopId, vendor.SortAmount, vendor.VendorKey });
    }
}
