using LeakWatch.Core.Findings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>A pointer to page, line or row with the exact words, kept when the original and its text are past their retention.</summary>
internal sealed class StoredEvidence : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid FindingId { get; init; }

    public required int Position { get; init; }

    public Guid? DocumentVersionId { get; init; }

    /// <summary>JSON of <see cref="FindingEvidence"/>.</summary>
    public required string Content { get; init; }
}

internal sealed class StoredEvidenceConfiguration : IEntityTypeConfiguration<StoredEvidence>
{
    public void Configure(EntityTypeBuilder<StoredEvidence> entity)
    {
        entity.ToTenantTable("evidence");
        entity.Property(row => row.Content).HasColumnType("jsonb");
        entity.HasOne<StoredFinding>().WithMany().HasForeignKey(row => new { row.OrganizationId, row.FindingId }).OnDelete(DeleteBehavior.Cascade);
        entity.HasIndex(row => new { row.OrganizationId, row.FindingId, row.Position }).IsUnique();
        entity.HasIndex(row => new { row.OrganizationId, row.DocumentVersionId });
    }
}
