using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>What the tables of tenants have in common.</summary>
internal static class TenantTable
{
    /// <summary>A key by (organisation, id), and ids that we choose. <see cref="LeakWatchDb"/> adds the tenant filter.</summary>
    public static void ToTenantTable<TRow>(this EntityTypeBuilder<TRow> entity, string table)
        where TRow : class, ITenantRow
    {
        entity.ToTable(table);
        entity.Property(row => row.Id).ValueGeneratedNever();
        if (typeof(TRow) != typeof(Organization))
        {
            entity.HasKey(nameof(ITenantRow.OrganizationId), nameof(ITenantRow.Id));
        }
    }
}
