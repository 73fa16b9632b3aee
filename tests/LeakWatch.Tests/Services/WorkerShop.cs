using System.Globalization;
using System.Security.Cryptography;
using LeakWatch.Data;
using LeakWatch.Documents;
using LeakWatch.Jobs;
using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Tests.Services;

/// <summary>A shop of its own organisation in a test's database, and what tests ask of it.</summary>
internal sealed class WorkerShop : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly LocalFileStore files;

    private WorkerShop(NpgsqlDataSource source, string folder)
    {
        this.source = source;
        Folder = folder;
        Database = new(source);
        files = new(folder, new("http://127.0.0.1"), new(RandomNumberGenerator.GetBytes(32)), TimeProvider.System);
    }

    public string Folder { get; }

    public TenantDatabase Database { get; }

    public Guid OrganizationId { get; } = Guid.CreateVersion7();

    public Guid ShopId { get; } = Guid.CreateVersion7();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<WorkerShop> CreateAsync(TestDatabase database, string folder)
    {
        var shop = new WorkerShop(NpgsqlDataSource.Create(database.LoginConnection), folder);
        await using var unit = await shop.BeginAsync();
        unit.Db.Add(new Organization { Id = shop.OrganizationId, Name = "Test", Plan = Plan.Pro, CreatedAt = TimeProvider.System.GetUtcNow() });
        await unit.Db.SaveChangesAsync(Token);
        unit.Db.Add(new Shop
        {
            Id = shop.ShopId,
            OrganizationId = shop.OrganizationId,
            Name = "Test",
            Currency = "USD",
            TimeZone = "Etc/UTC",
            DemoDay = new DateOnly(2026, 3, 1),
            CreatedAt = TimeProvider.System.GetUtcNow(),
        });
        await unit.CommitAsync(Token);
        return shop;
    }

    public Task<TenantTransaction> BeginAsync() => Database.BeginAsync(OrganizationId, Token);

    public Task<T> AskAsync<T>(Func<LeakWatchDb, Task<T>> question) => Database.RunInTransactionAsync(OrganizationId, question, Token);

    /// <summary>As the API leaves a completed upload: our copy is in the store, the version is UPLOADED, its job waits.</summary>
    /// <param name="document">For a new version of it.</param>
    public async Task<DocumentVersion> UploadAsync(string name, byte[] content, Guid? document = null)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        await using var unit = await BeginAsync();
        var version = DocumentUploads.Create(unit.Db, ShopId, new(name, content.Length, sha256, DocumentId: document), TimeProvider.System.GetUtcNow()).Value!;
        var key = FileKeys.Original(OrganizationId, ShopId, version.Id);
        await files.SaveAsync(key, new MemoryStream(content), "application/octet-stream", Token);
        version.Uploaded(key, TimeProvider.System.GetUtcNow());
        await unit.Db.SaveChangesAsync(Token);
        await LeakWatch.Jobs.Pipeline.DocumentUploaded(unit, version, Token);
        await unit.CommitAsync(Token);
        return version;
    }

    public async Task UploadSamplesAsync(params string[] samples)
    {
        foreach (var sample in samples)
        {
            await UploadAsync(Path.GetFileName(sample), await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples/store", sample), Token));
        }
    }

    /// <summary>Until nothing of this shop is unfinished; gives up when the test's own time does.</summary>
    public async Task WaitUntilDoneAsync(CancellationToken cancellationToken)
    {
        while (await AskAsync(db => db.Jobs.AnyAsync(Token)) || await AskAsync(db => db.DocumentVersions.AnyAsync(
            version => version.State != DocumentState.Done && version.State != DocumentState.Rejected && version.State != DocumentState.ExtractionFailed
                && version.State != DocumentState.NormalizationFailed && version.State != DocumentState.DetectionFailed, Token)))
        {
            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>Every row that documents gave, without ids and times: what must be the same however often and by whom they were read.</summary>
    public async Task<string> ContentAsync()
    {
        await using var unit = await BeginAsync();
        var texts = new List<string>();
        foreach (var query in new[]
        {
            "select document.file_name || ' ' || version.state || ' ' || coalesce(version.error_code, '-') from leakwatch.documents document join leakwatch.document_versions version on version.document_id = document.id",
            "select version.file_name || ' page ' || page.number || ' ' || md5(page.lines::text) from leakwatch.extracted_pages page join leakwatch.document_versions version on version.id = page.document_version_id",
            "select vendor_name || ' ' || position || ' ' || coalesce(invoice_number, '-') || ' ' || coalesce(total_amount, 0) || ' ' || md5((content #- '{source,documentVersionId}')::text) from leakwatch.normalized_invoices",
            "select line_id || ' ' || type || ' ' || coalesce(description, '-') || ' ' || coalesce(amount, 0) from leakwatch.line_items",
            "select type || ' ' || verdict || ' ' || state || ' ' || vendor || ' ' || coalesce(amount, 0) || ' ' || title from leakwatch.findings",
            "select vendor_key || ' ' || month || ' ' || currency || ' ' || amount from leakwatch.monthly_spend",
        })
        {
            await using var command = new NpgsqlCommand(query, unit.Connection);
            await using var rows = await command.ExecuteReaderAsync(Token);
            var lines = new List<string>();
            while (await rows.ReadAsync(Token))
            {
                lines.Add(rows.GetString(0));
            }

            texts.AddRange(lines.Order(StringComparer.Ordinal));
        }

        return string.Join('\n', texts);
    }

    public async Task<IReadOnlyList<JobEnvelope>> AdmitAsync(int inFlight = LeakWatch.Jobs.Pipeline.InFlightPerShop)
    {
        await using var unit = await BeginAsync();
        var admitted = await JobStore.AdmitAsync(unit, ShopId, inFlight, Token);
        await unit.CommitAsync(Token);
        return admitted;
    }

    /// <summary>After the server was killed: those in the pool are dead.</summary>
    public void ForgetConnections() => source.Clear();

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"shop {ShopId}");
}
