using LeakWatch.Core.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>An invoice file the merchant gave us. What it says belongs to its current version.</summary>
internal sealed class Document : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    /// <summary>The container (ZIP, mail) it came in.</summary>
    public Guid? ParentDocumentId { get; init; }

    public required string FileName { get; set; }

    public SourceType SourceType { get; init; } = SourceType.Upload;

    /// <summary>The version whose invoices count; null until the first was read.</summary>
    public Guid? CurrentVersionId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; set; }
}

/// <summary>Where a version is on its way (domain: document states).</summary>
public enum DocumentState
{
    Created, Uploaded, Extracting, Extracted, Normalizing, Normalized, Detecting, Done,
    ExtractionFailed, NormalizationFailed, DetectionFailed, Rejected,
}

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> entity)
    {
        entity.ToTenantTable("documents");
        entity.HasOne<Shop>().WithMany().HasForeignKey(document => new { document.OrganizationId, document.ShopId });
        // The list: one shop, newest first.
        entity.HasIndex(document => new { document.OrganizationId, document.ShopId, document.Id });
        entity.HasIndex(document => new { document.OrganizationId, document.ParentDocumentId });
    }
}
