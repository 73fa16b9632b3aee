using LeakWatch.Core.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>What a person says a field of an invoice really is. Kept apart from the reading, so that reading the version again keeps it.</summary>
internal sealed class StoredCorrection : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid DocumentVersionId { get; init; }

    /// <summary>Of the invoice within its version.</summary>
    public required int Position { get; init; }

    /// <summary>As <see cref="InvoiceCorrection.Field"/>.</summary>
    public required string Field { get; init; }

    /// <summary>Null: the document does not say it.</summary>
    public string? Value { get; set; }

    public required string CorrectedBy { get; set; }

    public required DateTimeOffset CorrectedAt { get; set; }
}

internal sealed class StoredCorrectionConfiguration : IEntityTypeConfiguration<StoredCorrection>
{
    public void Configure(EntityTypeBuilder<StoredCorrection> entity)
    {
        entity.ToTenantTable("invoice_corrections");
        entity.HasOne<DocumentVersion>().WithMany().HasForeignKey(row => new { row.OrganizationId, row.DocumentVersionId }).OnDelete(DeleteBehavior.Cascade);
        entity.HasIndex(row => new { row.OrganizationId, row.DocumentVersionId, row.Position, row.Field }).IsUnique();
    }
}
