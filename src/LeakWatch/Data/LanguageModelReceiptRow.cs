using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>What left the house for one document, to which model, and what it cost.</summary>
internal sealed class LanguageModelReceiptRow : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid DocumentVersionId { get; init; }

    public required string Content { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class LanguageModelReceiptRowConfiguration : IEntityTypeConfiguration<LanguageModelReceiptRow>
{
    public void Configure(EntityTypeBuilder<LanguageModelReceiptRow> entity)
    {
        entity.ToTenantTable("llm_receipts");
        entity.Property(receipt => receipt.Content).HasColumnType("jsonb");
        entity.HasOne<DocumentVersion>().WithMany().HasForeignKey(receipt => new { receipt.OrganizationId, receipt.DocumentVersionId }).OnDelete(DeleteBehavior.Cascade);
    }
}
