using System.Linq.Expressions;
using LeakWatch.Observability;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Data;

/// <summary>The database, seen by one organisation. Made by <see cref="TenantDatabase"/>, which also enters it in Postgres.</summary>
internal sealed class LeakWatchDb(DbContextOptions<LeakWatchDb> options) : DbContext(options)
{
    public const string Schema = "leakwatch";

    /// <summary>Named, so that no other filter is ever switched off with it.</summary>
    public const string TenantFilter = "Tenant";

    /// <summary>The tenant of every query and row; empty where migrations look. A context is used again, so whoever takes one sets it.</summary>
    public Guid OrganizationId { get; set; }

    /// <summary>Whether it only reads, each query in a transaction of its own; as with the tenant, whoever takes a context sets it.</summary>
    public bool OnlyReads { get; set; }

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Shop> Shops => Set<Shop>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();

    public DbSet<ExtractedText> ExtractedTexts => Set<ExtractedText>();

    public DbSet<ExtractedPage> ExtractedPages => Set<ExtractedPage>();

    public DbSet<StoredInvoice> Invoices => Set<StoredInvoice>();

    public DbSet<StoredCorrection> Corrections => Set<StoredCorrection>();

    public DbSet<StoredLineItem> LineItems => Set<StoredLineItem>();

    public DbSet<StoredFinding> Findings => Set<StoredFinding>();

    public DbSet<StoredEvidence> Evidence => Set<StoredEvidence>();

    public DbSet<LedgerNameRow> DetectionProgress => Set<LedgerNameRow>();

    public DbSet<ShopDetection> ShopDetections => Set<ShopDetection>();

    public DbSet<ShopSummary> ShopSummaries => Set<ShopSummary>();

    public DbSet<ShopVendor> ShopVendors => Set<ShopVendor>();

    public DbSet<MonthlySpend> MonthlySpend => Set<MonthlySpend>();

    public DbSet<RegisteredVendor> RegisteredVendors => Set<RegisteredVendor>();

    public DbSet<OrganizationVendor> OrganizationVendors => Set<OrganizationVendor>();

    public DbSet<Fact> Facts => Set<Fact>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<UsageCounter> UsageCounters => Set<UsageCounter>();

    public DbSet<LanguageModelAnswer> LanguageModelAnswers => Set<LanguageModelAnswer>();

    public DbSet<LanguageModelReceiptRow> LanguageModelReceipts => Set<LanguageModelReceiptRow>();

    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    public DbSet<DayRates> DayRates => Set<DayRates>();

    /// <remarks>Here and not where they happen: the moves are many, and this sees all but those in one statement over many rows.</remarks>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var reached = Telemetry.CountsDocuments
            ? ChangeTracker.Entries<DocumentVersion>().Where(entry => entry.State is EntityState.Added || entry.Property(version => version.State).IsModified).Select(entry => entry.Entity.State).ToList()
            : [];
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var state in reached)
        {
            Telemetry.DocumentsReached(ScreamingSnakeText<DocumentState>.Write(state));
        }

        return rows;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<decimal>().HavePrecision(18, 4);
        conventions.Properties<Plan>().HaveConversion<ScreamingSnakeText<Plan>>();
        conventions.Properties<Role>().HaveConversion<ScreamingSnakeText<Role>>();
        conventions.Properties<DocumentState>().HaveConversion<ScreamingSnakeText<DocumentState>>();
        conventions.Properties<JobState>().HaveConversion<ScreamingSnakeText<JobState>>();
        conventions.Properties<FactKind>().HaveConversion<ScreamingSnakeText<FactKind>>();
        conventions.Properties<Core.Documents.DocumentType>().HaveConversion<ScreamingSnakeText<Core.Documents.DocumentType>>();
        conventions.Properties<Core.Documents.TextOrigin>().HaveConversion<ScreamingSnakeText<Core.Documents.TextOrigin>>();
        conventions.Properties<Core.Invoices.SourceType>().HaveConversion<ScreamingSnakeText<Core.Invoices.SourceType>>();
        conventions.Properties<Core.Invoices.InvoiceKind>().HaveConversion<ScreamingSnakeText<Core.Invoices.InvoiceKind>>();
        conventions.Properties<Core.Invoices.ReadingMethod>().HaveConversion<ScreamingSnakeText<Core.Invoices.ReadingMethod>>();
        conventions.Properties<Core.Invoices.LineItemType>().HaveConversion<ScreamingSnakeText<Core.Invoices.LineItemType>>();
        conventions.Properties<Core.Findings.LeakType>().HaveConversion<ScreamingSnakeText<Core.Findings.LeakType>>();
        conventions.Properties<Core.Findings.Lifecycle.FindingState>().HaveConversion<ScreamingSnakeText<Core.Findings.Lifecycle.FindingState>>();
        conventions.Properties<Core.Findings.Lifecycle.StateReason>().HaveConversion<ScreamingSnakeText<Core.Findings.Lifecycle.StateReason>>();
        conventions.Properties<Core.Findings.Verdict>().HaveConversion<ScreamingSnakeText<Core.Findings.Verdict>>();
        conventions.Properties<Core.Findings.SavingsKind>().HaveConversion<ScreamingSnakeText<Core.Findings.SavingsKind>>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema);
        model.ApplyConfigurationsFromAssembly(typeof(LeakWatchDb).Assembly);
        model.Entity<Organization>().HasQueryFilter(TenantFilter, organization => organization.Id == OrganizationId);
        foreach (var row in model.Model.GetEntityTypes().Select(entity => entity.ClrType).ToList())
        {
            if (row != typeof(Organization) && row.IsAssignableTo(typeof(ITenantRow)))
            {
                model.Entity(row).HasQueryFilter(TenantFilter, OfThisTenant(row));
            }
        }
    }

    /// <summary><c>row => row.OrganizationId == OrganizationId</c>, with this context's as it is when a query runs.</summary>
    private LambdaExpression OfThisTenant(Type type)
    {
        var row = Expression.Parameter(type, "row");
        return Expression.Lambda(
            Expression.Equal(
                Expression.Property(row, nameof(ITenantRow.OrganizationId)),
                Expression.Property(Expression.Constant(this), nameof(OrganizationId))
            ),
            row
        );
    }
}
