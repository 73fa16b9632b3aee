using LeakWatch.Core.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>What the reader found in a version, but for its pages.</summary>
internal sealed class ExtractedText : ITenantRow
{
    /// <summary>The version's id: there is one for each.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required DocumentType Type { get; init; }

    public required TextOrigin Origin { get; init; }

    public string? DelimitedText { get; init; }

    public string? InvoiceXml { get; init; }

    /// <summary>JSON of <see cref="MailHeader"/>.</summary>
    public string? Mail { get; init; }

    public required string[] Warnings { get; init; }
}

internal sealed class ExtractedTextConfiguration : IEntityTypeConfiguration<ExtractedText>
{
    public void Configure(EntityTypeBuilder<ExtractedText> entity)
    {
        entity.ToTenantTable("extracted_texts");
        entity.Property(text => text.Mail).HasColumnType("jsonb");
        entity.HasOne<DocumentVersion>().WithOne().HasForeignKey<ExtractedText>(text => new { text.OrganizationId, text.Id }).OnDelete(DeleteBehavior.Cascade);
    }
}
