using LeakWatch.Core.Vendors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>A name under which documents of a shop stand, and whether detection has seen all of them: the unit in which it loads a ledger.</summary>
internal sealed class LedgerNameRow : ITenantRow
{
    /// <summary>Made by the database from the shop and the name: see <see cref="StoredInvoice.LedgerNameId"/>.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    public string? CanonicalName { get; init; }

    public string? PrintedName { get; init; }

    public required bool IsStatement { get; init; }

    public required bool IsBill { get; init; }

    /// <summary>The vendor that the last detection took it for; null before the first.</summary>
    public string? VendorKey { get; init; }

    /// <summary>Counts each time when invoices under this name came, went or changed.</summary>
    public required long Changes { get; init; }

    /// <summary><see cref="Changes"/> as the last detection saw it.</summary>
    public required long SeenChanges { get; init; }

    public bool IsChanged => Changes != SeenChanges;

    public LedgerName Name => new(CanonicalName, PrintedName, IsStatement, IsBill);
}

internal sealed class LedgerNameRowConfiguration : IEntityTypeConfiguration<LedgerNameRow>
{
    public void Configure(EntityTypeBuilder<LedgerNameRow> entity)
    {
        entity.ToTenantTable("ledger_names");
        entity.HasIndex(name => new { name.OrganizationId, name.ShopId });
    }
}
