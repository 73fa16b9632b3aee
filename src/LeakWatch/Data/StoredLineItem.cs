using LeakWatch.Core.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>One charge, refund or credit; a copy of what the invoice's JSON says, for queries over a shop's ledger.</summary>
internal sealed class StoredLineItem : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    public required Guid InvoiceId { get; init; }

    public required string LineId { get; init; }

    public required LineItemType Type { get; init; }

    public string? Description { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public DateOnly? PeriodStart { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? PeriodEnd { get; init; }
}

internal sealed class StoredLineItemConfiguration : IEntityTypeConfiguration<StoredLineItem>
{
    public void Configure(EntityTypeBuilder<StoredLineItem> entity)
    {
        entity.ToTenantTable("line_items");
        entity.HasOne<StoredInvoice>().WithMany().HasForeignKey(line => new { line.OrganizationId, line.InvoiceId }).OnDelete(DeleteBehavior.Cascade);
        entity.HasIndex(line => new { line.OrganizationId, line.InvoiceId });
    }
}
