using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>A finding as it is kept: one row for each case of a shop, whatever became of it.</summary>
internal sealed class StoredFinding : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid ShopId { get; init; }

    /// <summary>48 hex digits: what stays the same while the case grows.</summary>
    public required string CaseKey { get; set; }

    /// <summary>64 hex digits: the case and how far it has grown.</summary>
    public required string Fingerprint { get; set; }

    public required LeakType Type { get; set; }

    public required Verdict Verdict { get; set; }

    public required FindingState State { get; set; }

    /// <summary>Open or reopened; computed by the database, so that it can never disagree.</summary>
    public bool IsOpen { get; private init; }

    public StateReason? StateReason { get; set; }

    /// <summary>The reason in a sentence: a person's words, or the proof's.</summary>
    public string? StateNote { get; set; }

    public required DateTimeOffset StateAt { get; set; }

    public required string Vendor { get; set; }

    /// <summary><see cref="Core.Invoices.VendorKey.Of(string?)"/> of <see cref="Vendor"/>.</summary>
    public required string VendorKey { get; set; }

    public string? Account { get; set; }

    public string? Currency { get; set; }

    public decimal? Amount { get; set; }

    /// <summary>For sorting: <see cref="Amount"/> in the shop's currency at the last detection; 0 where it has no amount or no rate.</summary>
    public required decimal SortAmount { get; set; }

    /// <summary><see cref="SortAmount"/> in ten-thousandths; computed by the database, for sorting.</summary>
    public long SortPlace { get; private init; }

    public SavingsKind? SavingsKind { get; set; }

    public decimal? PerMonth { get; set; }

    public DateOnly? Deadline { get; set; }

    /// <summary><see cref="Deadline"/>, or a day after all others; computed by the database, for sorting.</summary>
    public DateOnly SortDeadline { get; private init; }

    public DateOnly? PeriodStart { get; set; }

    public DateOnly? PeriodEnd { get; set; }

    public required int Confidence { get; set; }

    /// <summary>In English.</summary>
    public required string Title { get; set; }

    /// <summary>JSON of <see cref="Core.Text.KeptSentence"/>: the title for other readers, beside every list. Null until a release that knows it writes the row.</summary>
    public string? TitleSentence { get; set; }

    /// <summary>JSON of <see cref="KnownFinding"/>: English texts, and under <c>sentences</c> what they are made of.</summary>
    public required string Content { get; set; }

    public required DateOnly FirstSeenOn { get; init; }

    public required DateOnly LastSeenOn { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class StoredFindingConfiguration : IEntityTypeConfiguration<StoredFinding>
{
    public void Configure(EntityTypeBuilder<StoredFinding> entity)
    {
        entity.ToTenantTable("findings");
        entity.Property(finding => finding.Content).HasColumnType("jsonb");
        entity.Property(finding => finding.TitleSentence).HasColumnType("jsonb");
        entity.HasOne<Shop>().WithMany().HasForeignKey(finding => new { finding.OrganizationId, finding.ShopId });
        entity.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.CaseKey }).IsUnique();
        // Detection matches the findings of the vendors it looked at.
        entity.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.VendorKey });
        entity.Property(finding => finding.IsOpen).HasComputedColumnSql("state in ('OPEN', 'REOPENED')", stored: true);
        // Row-level security lets a comparison into an index only where it is leakproof: bigint's is, numeric's is not, and page 50 would read the 49 before it.
        entity.Property(finding => finding.SortPlace).HasComputedColumnSql("(sort_amount * 10000)::bigint", stored: true);
        // Not the last day there is: that one means infinity to the driver.
        entity.Property(finding => finding.SortDeadline).HasComputedColumnSql("coalesce(deadline, date '9999-01-01')", stored: true);
        // The list of findings, by money, age and deadline; each order is total because it ends with the id.
        entity.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.IsOpen, finding.SortPlace, finding.Id });
        entity.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.IsOpen, finding.Verdict, finding.SortPlace, finding.Id }).HasDatabaseName("ix_findings_of_verdict_sort_place");
        entity.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.IsOpen, finding.Id });
        entity.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.IsOpen, finding.SortDeadline, finding.Id });
    }
}
