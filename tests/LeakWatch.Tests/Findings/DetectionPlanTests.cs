using LeakWatch.Jobs;
using System.Security.Cryptography;
using System.Text.Json;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Invoices;
using LeakWatch.Data;
using LeakWatch.Documents;
using LeakWatch.Findings;
using LeakWatch.Invoices;
using LeakWatch.Shops;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LeakWatch.Tests.Findings;

/// <summary>Detection looks at what changed, and what it saves is what a look at everything would save.</summary>
public sealed class DetectionPlanTests(PostgresService postgres) : IAsyncLifetime
{
    private TestDatabase database = null!;
    private WorkerShop shop = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        shop = await WorkerShop.CreateAsync(database, Path.GetTempPath());
    }

    public async ValueTask DisposeAsync()
    {
        await shop.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_document_touches_its_own_vendor_alone()
    {
        await AddDocumentAsync("Quillpost");
        await AddDocumentAsync("Parcelwave");
        await DetectAsync();

        await AddDocumentAsync("Quillpost", month: 2);

        Assert.Equal(["quillpost"], await TouchedAsync());
    }

    [Fact]
    public async Task After_a_run_there_is_nothing_to_look_at()
    {
        await AddDocumentAsync("Quillpost");
        await DetectAsync();

        Assert.Empty(await TouchedAsync());
    }

    [Fact]
    public async Task A_document_that_is_read_anew_under_another_name_touches_both()
    {
        var document = await AddDocumentAsync("Quillpost");
        await AddDocumentAsync("Quillpost", month: 2);
        await DetectAsync();

        await InUnitAsync(async unit =>
        {
            var version = await unit.Db.DocumentVersions.SingleAsync(one => one.DocumentId == document, Token);
            await SaveAsync(unit, version, Invoice(version, "Parcelwave", 1, "Q-1", "USD", ""));
        });

        Assert.Equal(["parcelwave", "quillpost"], await TouchedAsync());
    }

    [Fact]
    public async Task What_comes_while_a_run_is_under_way_is_left_for_the_next()
    {
        await AddDocumentAsync("Quillpost");
        await using (var unit = await shop.BeginAsync())
        {
            var rows = await unit.Db.DetectionProgress.AsNoTracking().ToListAsync(Token);
            await AddDocumentAsync("Quillpost", month: 2);
            await DetectionProgress.MarkWholeShopDetectedAsync(unit.Db, shop.ShopId, 0, new(2026, 3, 1), Token);
            await DetectionProgress.MarkDetectedAsync(unit.Db, [.. rows.Select(row => (row, "quillpost"))], Token);
            await unit.CommitAsync(Token);
        }

        Assert.Equal(["quillpost"], await TouchedAsync());
    }

    [Fact]
    public async Task Vendors_that_are_too_large_to_be_in_memory_together_are_looked_at_one_after_the_other()
    {
        await AddDocumentAsync("Quillpost", excerptBytes: 300_000);
        await AddDocumentAsync("Parcelwave", excerptBytes: 300_000);
        await AddDocumentAsync("Heronmail");

        await using var unit = await shop.BeginAsync();
        var plan = await DetectionPlan.LoadAsync(unit.Db, shop.ShopId, DateTimeOffset.UnixEpoch, Token);

        Assert.Equal(2, plan!.Chunks.Count);
        Assert.Equal(["heronmail", "parcelwave", "quillpost"], plan.Chunks.SelectMany(chunk => chunk.VendorKeys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_fact_has_every_vendor_looked_at()
    {
        await AddDocumentAsync("Quillpost");
        await AddDocumentAsync("Parcelwave");
        await DetectAsync();

        await InUnitAsync(unit => LeakWatch.Jobs.Pipeline.ContextChanged(unit, shop.ShopId, Guid.CreateVersion7(), Token));

        Assert.Equal(["parcelwave", "quillpost"], await TouchedAsync());
    }

    [Fact]
    public async Task A_vendor_whose_last_document_is_deleted_leaves_no_figures_and_no_open_finding()
    {
        await AddDocumentAsync("Quillpost");
        var second = await AddDocumentAsync("Quillpost", number: "Q-2");
        await DetectAsync();
        Assert.Equal(FindingState.Open, (await FindingsAsync())["Quillpost"]);

        await InUnitAsync(unit => DocumentUploads.DeleteAsync(unit.Db, shop.ShopId, [second], DateTimeOffset.UnixEpoch, Token));
        await DetectAsync();
        Assert.Equal(FindingState.Resolved, (await FindingsAsync())["Quillpost"]);

        foreach (var document in await shop.AskAsync(db => db.Documents.Select(row => row.Id).ToListAsync(Token)))
        {
            await InUnitAsync(unit => DocumentUploads.DeleteAsync(unit.Db, shop.ShopId, [document], DateTimeOffset.UnixEpoch, Token));
        }

        await DetectAsync();

        Assert.Empty(await shop.AskAsync(db => db.ShopVendors.ToListAsync(Token)));
        Assert.Empty(await shop.AskAsync(db => db.MonthlySpend.ToListAsync(Token)));
        Assert.Empty(await shop.AskAsync(db => db.DetectionProgress.ToListAsync(Token)));
    }

    [Fact]
    public async Task Documents_that_an_alias_gives_to_another_vendor_take_their_figures_with_them()
    {
        await AddDocumentAsync("Quillpost");
        await AddDocumentAsync("QP Mailer", number: "Q-2", month: 2);
        await DetectAsync();
        Assert.Equal(["qpmailer", "quillpost"], await VendorsAsync());

        await InUnitAsync(async unit =>
        {
            unit.Db.Add(new OrganizationVendor { Id = Guid.CreateVersion7(), OrganizationId = shop.OrganizationId, Name = "Quillpost", Aliases = ["QP Mailer"], CreatedAt = DateTimeOffset.UnixEpoch });
            await unit.Db.SaveChangesAsync(Token);
            await LeakWatch.Jobs.Pipeline.ContextChanged(unit, shop.ShopId, Guid.CreateVersion7(), Token);
        });
        await DetectAsync();

        Assert.Equal(["quillpost"], await VendorsAsync());
        Assert.Equal(2, await shop.AskAsync(db => db.MonthlySpend.CountAsync(row => row.VendorKey == "quillpost", Token)));
    }

    [Fact]
    public async Task What_was_paid_in_another_currency_is_told_in_whole_cents_of_the_shops_own()
    {
        await using (var all = NpgsqlDataSource.Create(database.SuperuserConnection))
        await using (var rates = all.CreateCommand("""insert into leakwatch.exchange_rates (day, base_currency, rates, source) values ('2026-01-01', 'EUR', '{"USD":"1.1023"}', 'test')"""))
        {
            await rates.ExecuteNonQueryAsync(Token);
        }

        await AddDocumentAsync("Quillpost", currency: "EUR");
        await DetectAsync();

        var vendor = await shop.AskAsync(db => db.ShopVendors.AsNoTracking().SingleAsync(Token));
        Assert.Equal(62.83m, vendor.SortAmount); // 57 × 1.1023 = 62.8311
        Assert.Equal(["EUR"], JsonSerializer.Deserialize(vendor.Content, ShopJson.Default.VendorFigures)!.Currencies!);
    }

    /// <param name="excerptBytes">Of evidence that Postgres cannot make smaller.</param>
    private async Task<Guid> AddDocumentAsync(string vendor, int month = 1, string number = "Q-1", int excerptBytes = 0, string currency = "USD")
    {
        var version = new DocumentVersion
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = shop.OrganizationId,
            ShopId = shop.ShopId,
            DocumentId = Guid.CreateVersion7(),
            Number = 1,
            FileName = $"{vendor} {number} {month}.pdf",
            ContentType = "application/pdf",
            SizeBytes = 1,
            Sha256 = Guid.CreateVersion7().ToString("N") + Guid.CreateVersion7().ToString("N"),
            CorrelationId = Guid.CreateVersion7(),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        version.Done(DateTimeOffset.UnixEpoch);
        await InUnitAsync(async unit =>
        {
            unit.Db.Add(new Document { Id = version.DocumentId, OrganizationId = shop.OrganizationId, ShopId = shop.ShopId, FileName = version.FileName, CreatedAt = DateTimeOffset.UnixEpoch, CurrentVersionId = version.Id });
            await unit.Db.SaveChangesAsync(Token);
            unit.Db.Add(version);
            await unit.Db.SaveChangesAsync(Token);
            await SaveAsync(unit, version, Invoice(version, vendor, month, number, currency, Convert.ToBase64String(RandomNumberGenerator.GetBytes(excerptBytes))));
        });
        return version.DocumentId;
    }

    private static async Task SaveAsync(TenantTransaction unit, DocumentVersion version, NormalizedInvoice invoice)
    {
        var before = await InvoiceRows.SaveAsync(unit, version, [invoice], Token);
        await DetectionProgress.RecordSavedAsync(unit.Db, version, before, Token);
    }

    /// <summary>One month of one plan.</summary>
    private static NormalizedInvoice Invoice(DocumentVersion version, string vendor, int month, string number, string currency, string excerpt)
    {
        var start = new DateOnly(2026, month, 1);
        return new()
        {
            Source = new() { DocumentVersionId = version.Id.ToString(), FileName = version.FileName, Sha256 = version.Sha256, SourceType = SourceType.Upload },
            Vendor = new() { Name = vendor },
            Account = "acct-1",
            Invoice = new()
            {
                Kind = InvoiceKind.Invoice,
                InvoiceNumber = number,
                InvoiceDate = start,
                BillingPeriodStart = start,
                BillingPeriodEnd = start.AddMonths(1),
                Currency = currency,
                SubtotalAmount = 57m,
                TaxAmount = 0m,
                TotalAmount = 57m,
            },
            LineItems =
            [
                new()
                {
                    LineId = "L1", Description = "Pro plan", Amount = 57m, Currency = currency, PeriodStart = start, PeriodEnd = start.AddMonths(1), IsRecurring = true, Cadence = Cadence.Monthly, PlanName = "Pro",
                    Evidence = new() { Kind = EvidenceKind.PdfTextSpan, Pointer = new() { Page = 1, LineStart = 5, LineEnd = 5 }, Excerpt = $"Pro plan 57.00 {excerpt}" },
                },
            ],
            Quality = new() { Confidence = 95 },
        };
    }

    private async Task DetectAsync()
    {
        await InUnitAsync(unit => LeakWatch.Jobs.Pipeline.LedgerChanged(unit, shop.ShopId, Guid.CreateVersion7(), Token));
        var job = await shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(Token));
        await InUnitAsync(unit => JobStore.ClaimAsync(unit, job.Id, "worker", TimeSpan.FromMinutes(1), Token));
        await new DetectLeaksJob(TimeProvider.System, NullLogger<DetectLeaksJob>.Instance).RunAsync(RunOf(job), Token);
        await InUnitAsync(unit => JobStore.FinishAsync(unit, job.Id, Token));
    }

    private JobRun RunOf(Job job) => new(shop.Database, job.Envelope, "worker", 1);

    private async Task<IEnumerable<string>> TouchedAsync()
    {
        await using var unit = await shop.BeginAsync();
        var plan = await DetectionPlan.LoadAsync(unit.Db, shop.ShopId, DateTimeOffset.UnixEpoch, Token);
        return plan!.Chunks.SelectMany(chunk => chunk.VendorKeys).Order(StringComparer.Ordinal);
    }

    private Task<Dictionary<string, FindingState>> FindingsAsync() => shop.AskAsync(db => db.Findings.ToDictionaryAsync(finding => finding.Vendor, finding => finding.State, Token));

    private Task<List<string>> VendorsAsync() => shop.AskAsync(db => db.ShopVendors.OrderBy(vendor => vendor.VendorKey).Select(vendor => vendor.VendorKey).ToListAsync(Token));

    private async Task InUnitAsync(Func<TenantTransaction, Task> work)
    {
        await using var unit = await shop.BeginAsync();
        await work(unit);
        await unit.CommitAsync(Token);
    }
}
