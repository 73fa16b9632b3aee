using LeakWatch.Core.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>One page's lines with the boxes of their words.</summary>
internal sealed class ExtractedPage : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid DocumentVersionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>JSON of the page's <see cref="TextLine"/>s.</summary>
    public required string Lines { get; init; }
}

internal sealed class ExtractedPageConfiguration : IEntityTypeConfiguration<ExtractedPage>
{
    public void Configure(EntityTypeBuilder<ExtractedPage> entity)
    {
        entity.ToTenantTable("extracted_pages");
        entity.Property(page => page.Lines).HasColumnType("jsonb");
        entity.HasOne<DocumentVersion>().WithMany().HasForeignKey(page => new { page.OrganizationId, page.DocumentVersionId }).OnDelete(DeleteBehavior.Cascade);
        entity.HasIndex(page => new { page.OrganizationId, page.DocumentVersionId, page.Number }).IsUnique();
    }
}
