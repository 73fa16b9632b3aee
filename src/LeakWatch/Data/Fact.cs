using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
namespace LeakWatch.Data;

/// <summary>Something the shop knows and its documents do not; without it half the rules cannot speak.</summary>
internal sealed class Fact : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    public required FactKind Kind { get; init; }

    /// <summary>JSON of the part of the detection context that it is.</summary>
    public required string Content { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal enum FactKind { Cancellation, InstalledApps, PromisedCredit, Term, Wanted, ReviewAnswer }

internal sealed class FactConfiguration : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> entity)
    {
        entity.ToTenantTable("facts");
        entity.Property(fact => fact.Content).HasColumnType("jsonb");
        entity.HasOne<Shop>().WithMany().HasForeignKey(fact => new { fact.OrganizationId, fact.ShopId });
        entity.HasIndex(fact => new { fact.OrganizationId, fact.ShopId, fact.Kind });
    }
}
