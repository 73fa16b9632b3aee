using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>What one organisation says of a vendor; it overrides the registry for that organisation.</summary>
internal sealed class OrganizationVendor : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; init; }

    public string? Category { get; set; }

    public string? Function { get; set; }

    public required string[] Aliases { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class OrganizationVendorConfiguration : IEntityTypeConfiguration<OrganizationVendor>
{
    public void Configure(EntityTypeBuilder<OrganizationVendor> entity)
    {
        entity.ToTenantTable("organization_vendors");
        entity.HasIndex(vendor => new { vendor.OrganizationId, vendor.Name }).IsUnique();
    }
}
