using LeakWatch.Core.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>A normalised invoice as it is kept: the JSON of schema 1.0, and the columns that queries need.</summary>
internal sealed class StoredInvoice : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid DocumentId { get; init; }

    public required Guid DocumentVersionId { get; init; }

    /// <summary>From 0 within its version; a statement has one for each row.</summary>
    public required int Position { get; init; }

    public required InvoiceKind Kind { get; init; }

    public string? VendorName { get; init; }

    public string? CanonicalName { get; init; }

    /// <summary>A row of a Shopify bill.</summary>
    public required bool IsBill { get; init; }

    /// <summary>Of the <see cref="LedgerNameRow"/>; computed by the database. Detection loads the ledger by it.</summary>
    public Guid LedgerNameId { get; private init; }

    public string? InvoiceNumber { get; init; }

    public DateOnly? InvoiceDate { get; init; }

    public string? Currency { get; init; }

    public decimal? TotalAmount { get; init; }

    public required int Confidence { get; init; }

    public required ReadingMethod Method { get; init; }

    public required string Content { get; init; }
}

internal sealed class StoredInvoiceConfiguration : IEntityTypeConfiguration<StoredInvoice>
{
    public void Configure(EntityTypeBuilder<StoredInvoice> entity)
    {
        entity.ToTenantTable("normalized_invoices");
        entity.Property(invoice => invoice.Content).HasColumnType("jsonb");
        entity.HasOne<DocumentVersion>().WithMany().HasForeignKey(invoice => new { invoice.OrganizationId, invoice.DocumentVersionId }).OnDelete(DeleteBehavior.Cascade);
        entity.HasIndex(invoice => new { invoice.OrganizationId, invoice.DocumentVersionId, invoice.Position }).IsUnique();
        // Detection loads the ledger of the touched vendors of one shop.
        entity.HasIndex(invoice => new { invoice.OrganizationId, invoice.ShopId, invoice.LedgerNameId });
        entity.Property(invoice => invoice.LedgerNameId).HasComputedColumnSql( "md5(shop_id::text || chr(31) || coalesce(canonical_name, chr(30)) || chr(31) || coalesce(vendor_name, chr(30)) || chr(31) || (kind = 'STATEMENT')::text || is_bill::text)::uuid", stored: true);
    }
}
