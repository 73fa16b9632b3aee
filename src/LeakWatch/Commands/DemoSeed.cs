using System.Globalization;
using System.Text.Json;
using LeakWatch.Core.Findings;
using LeakWatch.Data;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Invoices;
using LeakWatch.Findings;
using LeakWatch.Invoices;
using LeakWatch.Shops;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace LeakWatch.Commands;

/// <summary>A shop of any size for load tests: invented vendors billed month after month, and findings about them. Nothing is read or detected.</summary>
internal sealed class DemoSeed(TenantDatabase database, TimeProvider time)
{
    private const int LinesPerInvoice = 10;
    private const int InvoicesPerDocument = 50;
    private const int Vendors = 500;
    private const int FindingsPerBatch = 500;

    private readonly DateOnly newest = new(2026, 1, 1);

    /// <param name="ofOrganization">Whose shop it becomes; null: of an organisation made for it.</param>
    public async Task<(Guid OrganizationId, Guid ShopId)> SeedAsync(string name, int lineItems, int findings, Guid? ofOrganization, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (organizationId, shopId) = (ofOrganization ?? Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var unit = await database.BeginAsync(organizationId, cancellationToken))
        {
            if (ofOrganization is null)
            {
                unit.Db.Add(new Organization { Id = organizationId, Name = name, Plan = Plan.Pro, CreatedAt = now });
                await unit.Db.SaveChangesAsync(cancellationToken);
            }

            unit.Db.Add(new Shop { Id = shopId, OrganizationId = organizationId, Name = name, Currency = "USD", TimeZone = "Etc/UTC", DemoDay = newest.AddMonths(1), CreatedAt = now });
            await unit.CommitAsync(cancellationToken);
        }

        var invoices = Math.Max(1, lineItems / LinesPerInvoice);
        for (var first = 0; first < invoices; first += InvoicesPerDocument)
        {
            await AddDocumentAsync(organizationId, shopId, first, Math.Min(InvoicesPerDocument, invoices - first), now, cancellationToken);
        }

        for (var first = 0; first < findings; first += FindingsPerBatch)
        {
            await AddFindingsAsync(organizationId, shopId, first, Math.Min(FindingsPerBatch, findings - first), now, cancellationToken);
        }

        await AddFiguresAsync(organizationId, shopId, now, cancellationToken);
        return (organizationId, shopId);
    }

    private async Task AddDocumentAsync(Guid organizationId, Guid shopId, int first, int count, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(organizationId, cancellationToken);
        var file = string.Create(CultureInfo.InvariantCulture, $"export-{first:0000000}.csv");
        var version = new DocumentVersion
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = organizationId,
            ShopId = shopId,
            DocumentId = Guid.CreateVersion7(),
            Number = 1,
            FileName = file,
            ContentType = "text/csv",
            SizeBytes = 1,
            Sha256 = first.ToString("x64", CultureInfo.InvariantCulture),
            CorrelationId = Guid.CreateVersion7(),
            CreatedAt = now,
        };
        version.Done(now);
        unit.Db.Add(new Document { Id = version.DocumentId, OrganizationId = organizationId, ShopId = shopId, FileName = file, CreatedAt = now, CurrentVersionId = version.Id });
        await unit.Db.SaveChangesAsync(cancellationToken);
        unit.Db.Add(version);
        await unit.Db.SaveChangesAsync(cancellationToken);
        var before = await InvoiceRows.SaveAsync(unit, version, [.. Enumerable.Range(first, count).Select(index => Invoice(index, version))], cancellationToken);
        await DetectionProgress.RecordSavedAsync(unit.Db, version, before, cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    private NormalizedInvoice Invoice(int index, DocumentVersion version)
    {
        var vendor = index % Vendors;
        var month = newest.AddMonths(-(index / Vendors));
        var row = index % InvoicesPerDocument;
        return new NormalizedInvoice
        {
            Source = new() { DocumentVersionId = version.Id.ToString(), FileName = version.FileName, Sha256 = version.Sha256, SourceType = SourceType.Upload },
            Vendor = new() { Name = VendorName(vendor), CanonicalName = VendorName(vendor) },
            Invoice = new()
            {
                Kind = InvoiceKind.Invoice,
                InvoiceNumber = string.Create(CultureInfo.InvariantCulture, $"S{vendor:000}-{month:yyyyMM}"),
                InvoiceDate = month,
                BillingPeriodStart = month,
                BillingPeriodEnd = month.AddMonths(1),
                Currency = "USD",
                SubtotalAmount = LinesPerInvoice * 10m,
                TotalAmount = LinesPerInvoice * 10m,
            },
            LineItems =
            [
                .. Enumerable.Range(1, LinesPerInvoice).Select(line => new LineItem
                {
                    LineId = line.ToString(CultureInfo.InvariantCulture),
                    Description = string.Create(CultureInfo.InvariantCulture, $"Module {line}"),
                    Amount = 10m,
                    Currency = "USD",
                    PeriodStart = month,
                    PeriodEnd = month.AddMonths(1),
                    IsRecurring = true,
                    Cadence = Cadence.Monthly,
                    PlanName = string.Create(CultureInfo.InvariantCulture, $"Module {line}"),
                    Evidence = new() { Kind = EvidenceKind.CsvRow, Pointer = new() { Row = row * LinesPerInvoice + line }, Excerpt = string.Create(CultureInfo.InvariantCulture, $"Module {line},10.00") },
                }),
            ],
            Quality = new() { Confidence = 95 },
        };
    }

    private async Task AddFindingsAsync(Guid organizationId, Guid shopId, int first, int count, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(organizationId, cancellationToken);
        foreach (var index in Enumerable.Range(first, count))
        {
            var vendor = VendorName(index % Vendors);
            var amount = 5m + (index % 997);
            var finding = new Finding
            {
                Type = (LeakType)(index % Enum.GetValues<LeakType>().Length),
                Verdict = (Verdict)(index % Enum.GetValues<Verdict>().Length),
                Vendor = vendor,
                Currency = "USD",
                Amount = amount,
                SavingsKind = SavingsKind.Recoverable,
                PeriodStart = newest,
                PeriodEnd = newest.AddMonths(1),
                Confidence = 60 + (index % 40),
                Title = $"{vendor} {index}",
                Summary = $"Found in your documents.",
                LineItems = [new(string.Create(CultureInfo.InvariantCulture, $"S{index % Vendors:000}-202601"), "1", amount)],
                Evidence = [new("export-0000000.csv", EvidenceKind.CsvRow, new() { Row = 1 }, "Module 1,10.00")],
                Fingerprint = Fingerprint.Of(LeakType.DuplicateCharge, shopId.ToString(), vendor, null, index.ToString(CultureInfo.InvariantCulture), ""),
            };
            FindingRows.Add(unit.Db, shopId, new()
            {
                Finding = finding,
                State = FindingState.Open,
                Reason = StateReason.Found,
                Sentence = $"Found in your documents.",
                ChangedAt = now,
                FirstSeenOn = newest,
                LastSeenOn = newest,
            }, amount, now);
        }

        await unit.CommitAsync(cancellationToken);
    }

    private async Task AddFiguresAsync(Guid organizationId, Guid shopId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const int Months = 12;
        await using var unit = await database.BeginAsync(organizationId, cancellationToken);
        var rows = (from vendor in Enumerable.Range(0, Vendors) from month in Enumerable.Range(0, Months) select (Vendor: VendorName(vendor), Month: newest.AddMonths(-month))).ToList();
        await using var insert = new NpgsqlCommand("""
            insert into leakwatch.monthly_spend (organization_id, shop_id, id, vendor_key, month, currency, amount)
              select $1, $2, row.*, 'USD', 100 from unnest($3, $4, $5) as row
            """, unit.Connection)
        {
            Parameters =
            {
                new() { Value = organizationId }, new() { Value = shopId },
                new() { Value = rows.Select(_ => Guid.CreateVersion7()).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                new() { Value = rows.Select(row => row.Vendor).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = rows.Select(row => row.Month).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date },
            },
        };
        await insert.ExecuteNonQueryAsync(cancellationToken);
        unit.Db.AddRange(Enumerable.Range(0, Vendors).Select(vendor => new ShopVendor
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = organizationId,
            ShopId = shopId,
            VendorKey = VendorName(vendor),
            Name = VendorName(vendor),
            LastChargeOn = newest,
            SortAmount = Months * LinesPerInvoice * 10m,
            Content = JsonSerializer.Serialize(new VendorFigures(VendorName(vendor), null, null, [VendorName(vendor)], [], ["USD"]), ShopJson.Default.VendorFigures),
        }));
        await unit.Db.SaveChangesAsync(cancellationToken);
        var shop = await unit.Db.Shops.AsNoTracking().SingleAsync(shop => shop.Id == shopId, cancellationToken);
        await ShopSummaries.RefreshAsync(unit, shop, newest.AddMonths(1), now, cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    private static string VendorName(int vendor) => string.Create(CultureInfo.InvariantCulture, $"Seeded Vendor {vendor:000}");
}
