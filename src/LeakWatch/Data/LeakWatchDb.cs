using LeakWatch.Observability;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

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
        Tenant<Organization>(model, "organizations");
        model.Entity<Organization>().Ignore(organization => organization.OrganizationId).HasKey(organization => organization.Id);
        model.Entity<Organization>().HasQueryFilter(TenantFilter, organization => organization.Id == OrganizationId);

        var shops = Tenant<Shop>(model, "shops");
        shops.HasIndex(shop => shop.Domain).IsUnique();
        OfOrganization(shops);

        var users = model.Entity<User>().ToTable("users");
        users.HasIndex(user => user.Email).IsUnique();
        var memberships = Tenant<Membership>(model, "memberships");
        memberships.HasIndex(membership => new { membership.OrganizationId, membership.UserId }).IsUnique();
        memberships.HasOne<User>().WithMany().HasForeignKey(membership => membership.UserId);
        OfOrganization(memberships);

        ConfigureDocuments(model);
        ConfigureLedger(model);
        ConfigureFindings(model);
        ConfigureRecords(model);
    }

    private void ConfigureDocuments(ModelBuilder model)
    {
        var documents = Tenant<Document>(model, "documents");
        documents.HasOne<Shop>().WithMany().HasForeignKey(document => new { document.OrganizationId, document.ShopId });
        // The list: one shop, newest first.
        documents.HasIndex(document => new { document.OrganizationId, document.ShopId, document.Id });
        documents.HasIndex(document => new { document.OrganizationId, document.ParentDocumentId });

        var versions = Tenant<DocumentVersion>(model, "document_versions");
        versions.HasOne<Document>().WithMany().HasForeignKey(version => new { version.OrganizationId, version.DocumentId }).OnDelete(DeleteBehavior.Cascade);
        versions.HasIndex(version => new { version.OrganizationId, version.DocumentId, version.Number }).IsUnique();
        // The same bytes again, and what detection has to finish.
        versions.HasIndex(version => new { version.OrganizationId, version.ShopId, version.Sha256 });
        versions.HasIndex(version => new { version.OrganizationId, version.ShopId, version.State, version.DocumentId });
        versions.Property(version => version.Sha256).HasMaxLength(64).IsFixedLength();

        var texts = Tenant<ExtractedText>(model, "extracted_texts");
        texts.Property(text => text.Mail).HasColumnType("jsonb");
        texts.HasOne<DocumentVersion>().WithOne().HasForeignKey<ExtractedText>(text => new { text.OrganizationId, text.Id }).OnDelete(DeleteBehavior.Cascade);

        var pages = Tenant<ExtractedPage>(model, "extracted_pages");
        pages.Property(page => page.Lines).HasColumnType("jsonb");
        pages.HasOne<DocumentVersion>().WithMany().HasForeignKey(page => new { page.OrganizationId, page.DocumentVersionId }).OnDelete(DeleteBehavior.Cascade);
        pages.HasIndex(page => new { page.OrganizationId, page.DocumentVersionId, page.Number }).IsUnique();
    }

    private void ConfigureLedger(ModelBuilder model)
    {
        var invoices = Tenant<StoredInvoice>(model, "normalized_invoices");
        invoices.Property(invoice => invoice.Content).HasColumnType("jsonb");
        invoices.HasOne<DocumentVersion>().WithMany().HasForeignKey(invoice => new { invoice.OrganizationId, invoice.DocumentVersionId }).OnDelete(DeleteBehavior.Cascade);
        invoices.HasIndex(invoice => new { invoice.OrganizationId, invoice.DocumentVersionId, invoice.Position }).IsUnique();
        // Detection loads the ledger of the touched vendors of one shop.
        invoices.HasIndex(invoice => new { invoice.OrganizationId, invoice.ShopId, invoice.LedgerNameId });
        invoices.Property(invoice => invoice.LedgerNameId).HasComputedColumnSql(
            "md5(shop_id::text || chr(31) || coalesce(canonical_name, chr(30)) || chr(31) || coalesce(vendor_name, chr(30)) || chr(31) || (kind = 'STATEMENT')::text || is_bill::text)::uuid", stored: true);

        Tenant<LedgerNameRow>(model, "ledger_names").HasIndex(name => new { name.OrganizationId, name.ShopId });
        Tenant<ShopDetection>(model, "shop_detections");

        var corrections = Tenant<StoredCorrection>(model, "invoice_corrections");
        corrections.HasOne<DocumentVersion>().WithMany().HasForeignKey(row => new { row.OrganizationId, row.DocumentVersionId }).OnDelete(DeleteBehavior.Cascade);
        corrections.HasIndex(row => new { row.OrganizationId, row.DocumentVersionId, row.Position, row.Field }).IsUnique();

        var lines = Tenant<StoredLineItem>(model, "line_items");
        lines.HasOne<StoredInvoice>().WithMany().HasForeignKey(line => new { line.OrganizationId, line.InvoiceId }).OnDelete(DeleteBehavior.Cascade);
        lines.HasIndex(line => new { line.OrganizationId, line.InvoiceId });

        var vendors = Tenant<ShopVendor>(model, "shop_vendors");
        vendors.Property(vendor => vendor.Content).HasColumnType("jsonb");
        vendors.HasIndex(vendor => new { vendor.OrganizationId, vendor.ShopId, vendor.VendorKey }).IsUnique();
        vendors.HasIndex(vendor => new { vendor.OrganizationId, vendor.ShopId, vendor.SortAmount, vendor.VendorKey });

        var spend = Tenant<MonthlySpend>(model, "monthly_spend");
        spend.HasIndex(row => new { row.OrganizationId, row.ShopId, row.VendorKey, row.Month, row.Currency }).IsUnique();

        var summaries = Tenant<ShopSummary>(model, "shop_summaries");
        summaries.Property(summary => summary.Content).HasColumnType("jsonb");
        summaries.Property(summary => summary.FindingCounts).HasColumnType("jsonb");

        model.Entity<RegisteredVendor>().ToTable("vendors").HasIndex(vendor => vendor.Name).IsUnique();
        Tenant<OrganizationVendor>(model, "organization_vendors").HasIndex(vendor => new { vendor.OrganizationId, vendor.Name }).IsUnique();

        var facts = Tenant<Fact>(model, "facts");
        facts.Property(fact => fact.Content).HasColumnType("jsonb");
        facts.HasOne<Shop>().WithMany().HasForeignKey(fact => new { fact.OrganizationId, fact.ShopId });
        facts.HasIndex(fact => new { fact.OrganizationId, fact.ShopId, fact.Kind });

        var rates = model.Entity<DayRates>().ToTable("exchange_rates");
        rates.HasKey(row => new { row.Day, row.BaseCurrency });
        rates.Property(row => row.Rates).HasColumnType("jsonb");
    }

    private void ConfigureFindings(ModelBuilder model)
    {
        var findings = Tenant<StoredFinding>(model, "findings");
        findings.Property(finding => finding.Content).HasColumnType("jsonb");
        findings.Property(finding => finding.TitleSentence).HasColumnType("jsonb");
        findings.HasOne<Shop>().WithMany().HasForeignKey(finding => new { finding.OrganizationId, finding.ShopId });
        findings.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.CaseKey }).IsUnique();
        // Detection matches the findings of the vendors it looked at.
        findings.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.VendorKey });
        findings.Property(finding => finding.IsOpen).HasComputedColumnSql("state in ('OPEN', 'REOPENED')", stored: true);
        // Row-level security lets a comparison into an index only where it is leakproof: bigint's is, numeric's is not, and page 50 would read the 49 before it.
        findings.Property(finding => finding.SortPlace).HasComputedColumnSql("(sort_amount * 10000)::bigint", stored: true);
        // Not the last day there is: that one means infinity to the driver.
        findings.Property(finding => finding.SortDeadline).HasComputedColumnSql("coalesce(deadline, date '9999-01-01')", stored: true);
        // The list of findings, by money, age and deadline; each order is total because it ends with the id.
        findings.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.IsOpen, finding.SortPlace, finding.Id });
        findings.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.IsOpen, finding.Verdict, finding.SortPlace, finding.Id }).HasDatabaseName("ix_findings_of_verdict_sort_place");
        findings.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.IsOpen, finding.Id });
        findings.HasIndex(finding => new { finding.OrganizationId, finding.ShopId, finding.IsOpen, finding.SortDeadline, finding.Id });

        var evidence = Tenant<StoredEvidence>(model, "evidence");
        evidence.Property(row => row.Content).HasColumnType("jsonb");
        evidence.HasOne<StoredFinding>().WithMany().HasForeignKey(row => new { row.OrganizationId, row.FindingId }).OnDelete(DeleteBehavior.Cascade);
        evidence.HasIndex(row => new { row.OrganizationId, row.FindingId, row.Position }).IsUnique();
        evidence.HasIndex(row => new { row.OrganizationId, row.DocumentVersionId });
    }

    private void ConfigureRecords(ModelBuilder model)
    {
        var jobs = Tenant<Job>(model, "jobs");
        jobs.Property(job => job.State).HasDefaultValueSql("'WAITING'");
        jobs.Property(job => job.DueAt).HasDefaultValueSql("now()");
        jobs.Property(job => job.CreatedAt).HasDefaultValueSql("now()");
        // One unfinished job for a subject, however often it is asked for.
        jobs.HasIndex(job => new { job.OrganizationId, job.Name, job.SubjectId }).IsUnique().HasFilter("state in ('WAITING', 'QUEUED', 'RUNNING')");
        // Admission of a shop.
        jobs.HasIndex(job => new { job.OrganizationId, job.ShopId, job.Name, job.State });
        // The search for due and lost work, over all tenants, several times a minute.
        jobs.HasIndex(job => new { job.State, job.DueAt });

        var audit = Tenant<AuditEntry>(model, "audit_log");
        audit.Property(entry => entry.Details).HasColumnType("jsonb");
        audit.HasIndex(entry => new { entry.OrganizationId, entry.SubjectId });

        Tenant<UsageCounter>(model, "usage_counters").HasIndex(counter => new { counter.OrganizationId, counter.Name, counter.PeriodStart }).IsUnique();

        var answers = Tenant<LanguageModelAnswer>(model, "llm_answers");
        answers.Property(answer => answer.Content).HasColumnType("jsonb");
        answers.HasIndex(answer => new { answer.OrganizationId, answer.Key }).IsUnique();
        answers.HasIndex(answer => answer.ExpiresAt);

        var receipts = Tenant<LanguageModelReceiptRow>(model, "llm_receipts");
        receipts.Property(receipt => receipt.Content).HasColumnType("jsonb");
        receipts.HasOne<DocumentVersion>().WithMany().HasForeignKey(receipt => new { receipt.OrganizationId, receipt.DocumentVersionId }).OnDelete(DeleteBehavior.Cascade);

        var outbox = Tenant<OutboxMessage>(model, "outbox");
        outbox.Property(message => message.Content).HasColumnType("jsonb");

        Tenant<WebhookDelivery>(model, "webhook_deliveries")
            .HasIndex(delivery => new { delivery.OrganizationId, delivery.Sender, delivery.DeliveryId }).IsUnique();
        var keys = Tenant<IdempotencyKey>(model, "idempotency_keys");
        keys.HasIndex(key => new { key.OrganizationId, key.Key }).IsUnique();
        keys.HasIndex(key => key.CreatedAt);
        model.Entity<WorkerHeartbeat>().ToTable("worker_heartbeats");
        model.Entity<WorkerProbe>().ToTable("worker_probes").Property(probe => probe.Id).ValueGeneratedNever();
        model.Entity<Schedule>().ToTable("schedules").HasKey(schedule => schedule.Name);

        var alerts = model.Entity<StoredAlert>().ToTable("alerts");
        alerts.HasKey(alert => alert.Kind);
        alerts.Property(alert => alert.Notice).HasColumnType("jsonb");
        model.Entity<Tally>().ToTable("tallies").HasKey(tally => new { tally.Name, tally.Minute });
    }

    /// <summary>Key by (organisation, id), the tenant filter, and an id that we choose.</summary>
    private EntityTypeBuilder<TRow> Tenant<TRow>(ModelBuilder model, string table)
        where TRow : class, ITenantRow
    {
        var entity = model.Entity<TRow>().ToTable(table);
        entity.Property(row => row.Id).ValueGeneratedNever();
        if (typeof(TRow) != typeof(Organization))
        {
            entity.HasKey(nameof(ITenantRow.OrganizationId), nameof(ITenantRow.Id));
            entity.HasQueryFilter(TenantFilter, row => row.OrganizationId == OrganizationId);
        }

        return entity;
    }

    private static void OfOrganization<TRow>(EntityTypeBuilder<TRow> entity)
        where TRow : class, ITenantRow =>
        entity.HasOne<Organization>().WithMany().HasForeignKey(nameof(ITenantRow.OrganizationId));
}
