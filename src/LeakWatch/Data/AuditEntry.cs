using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>Who did what to which thing; never changed, never holds content of documents.</summary>
internal sealed class AuditEntry : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public Guid? ShopId { get; init; }

    /// <summary><c>user:…</c>, <c>shopify:…</c>, <c>local-owner</c> or <c>system</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, such as <c>finding.dismissed</c>.</summary>
    public required string Action { get; init; }

    public Guid? SubjectId { get; init; }

    public string? Details { get; init; }

    public string? RequestId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entity)
    {
        entity.ToTenantTable("audit_log");
        entity.Property(entry => entry.Details).HasColumnType("jsonb");
        entity.HasIndex(entry => new { entry.OrganizationId, entry.SubjectId });
    }
}
