using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>A vendor that every organisation knows. Read by all, written by migrations alone.</summary>
internal sealed class RegisteredVendor
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Category { get; init; }

    public string? Function { get; init; }

    public required string[] Aliases { get; init; }
}

internal sealed class RegisteredVendorConfiguration : IEntityTypeConfiguration<RegisteredVendor>
{
    public void Configure(EntityTypeBuilder<RegisteredVendor> entity)
    {
        entity.ToTable("vendors");
        entity.HasIndex(vendor => vendor.Name).IsUnique();
    }
}
