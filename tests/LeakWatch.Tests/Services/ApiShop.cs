using LeakWatch.Core;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Invoices;
using LeakWatch.Data;
using LeakWatch.Findings;
using LeakWatch.Invoices;
using LeakWatch.Shops;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Services;

/// <summary>An organisation with one shop, made for one test, and a client that is signed in to it.</summary>
internal sealed class ApiShop : IDisposable
{
    private readonly ApiServer server;

    private ApiShop(ApiServer server)
    {
        this.server = server;
        Domain = $"shop-{ShopId.ToString("N")[20..]}.myshopify.com";
        Http = new(new Signs(Domain) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = server.Address };
    }

    public Guid OrganizationId { get; } = Guid.CreateVersion7();

    public Guid ShopId { get; } = Guid.CreateVersion7();

    public string Domain { get; }

    public HttpClient Http { get; }

    public ApiServer Server => server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ApiShop> CreateAsync(ApiServer server, Plan plan = Plan.Pro)
    {
        var shop = new ApiShop(server);
        await shop.RunInTransactionAsync(async db =>
        {
            db.Add(new Organization { Id = shop.OrganizationId, Name = "Test", Plan = plan, CreatedAt = DateTimeOffset.UnixEpoch });
            await db.SaveChangesAsync(Token);
            db.Add(new Shop { Id = shop.ShopId, OrganizationId = shop.OrganizationId, Domain = shop.Domain, Name = "Test", Currency = "USD", TimeZone = "Asia/Seoul", DemoDay = new(2026, 3, 1), CreatedAt = DateTimeOffset.UnixEpoch });
        });
        return shop;
    }

    public string Path(string below) => $"/v1/shops/{ShopId}/{below}";

    public async Task RunInTransactionAsync(Func<LeakWatchDb, Task> work) => await server.Tenants.RunInTransactionAsync(OrganizationId, async db =>
    {
        await work(db);
        return true;
    }, Token);

    public Task<T> AskAsync<T>(Func<LeakWatchDb, Task<T>> question) => server.Tenants.RunInTransactionAsync(OrganizationId, question, Token);

    public async Task<JsonObject> GetAsync(string below)
    {
        using var answer = await Http.GetAsync(Path(below), Token);
        return await ReadAsync(answer);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request, Token);
    }

    public Task<HttpResponseMessage> PostAsync(string below, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, Path(below), body, headers);

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!;

    /// <summary>Findings as a detection run would have left them, one for each amount.</summary>
    public async Task<List<Guid>> AddFindingsAsync(params decimal[] amounts)
    {
        var ids = new List<Guid>();
        foreach (var amount in amounts)
        {
            ids.Add(await AddFindingAsync(amount: amount));
        }

        return ids;
    }

    public async Task<Guid> AddFindingAsync(
        LeakType type = LeakType.DuplicateCharge, Verdict verdict = Verdict.Leak, string vendor = "Klaviyo", decimal amount = 50m, DateOnly? deadline = null,
        IReadOnlyList<AnswerOption>? answers = null, Guid? evidenceVersion = null)
    {
        await using var unit = await server.Tenants.BeginAsync(OrganizationId, Token);
        var count = await unit.Db.Findings.CountAsync(Token);
        var finding = new Finding
        {
            Type = type,
            Verdict = verdict,
            Vendor = vendor,
            Currency = "USD",
            Amount = amount,
            SavingsKind = SavingsKind.Recoverable,
            Deadline = deadline,
            Confidence = 90,
            Title = $"{vendor} billed \"{"Pro"}\" once, {new Money(amount, "USD")}",
            Summary = $"Two invoices, one month.",
            Question = answers switch { null => null, _ => $"Is {vendor} the same company as {"Klaviyo Inc"}?" },
            Answers = answers ?? [],
            Evidence = [new("invoice.pdf", EvidenceKind.PdfTextSpan, new() { Page = 1, LineStart = 3, LineEnd = 3, Box = new(0.1, 0.2, 0.3, 0.05) }, "Total 50.00 USD", evidenceVersion?.ToString())],
            Fingerprint = Fingerprint.Of(type, ShopId.ToString(), vendor, null, $"case {count}", ""),
        };
        var known = new KnownFinding
        {
            Finding = finding,
            State = FindingState.Open,
            Reason = StateReason.Found,
            Sentence = $"Found in your documents.",
            ChangedAt = DateTimeOffset.UnixEpoch,
            FirstSeenOn = new(2026, 3, 1),
            LastSeenOn = new(2026, 3, 1),
        };
        var row = FindingRows.Add(unit.Db, ShopId, known, amount, DateTimeOffset.UnixEpoch);
        await unit.Db.SaveChangesAsync(Token);
        await ShopSummaries.RefreshAsync(unit, await unit.Db.Shops.SingleAsync(Token), new(2026, 3, 1), DateTimeOffset.UnixEpoch, Token);
        await unit.CommitAsync(Token);
        return row.Id;
    }

    /// <summary>A document that was read and looked at, with its invoices.</summary>
    public async Task<(Guid Document, Guid Version)> AddDocumentAsync(string name = "invoice.pdf", Action<DocumentVersion>? state = null, Guid? parent = null, params NormalizedInvoice[] invoices)
    {
        await using var unit = await server.Tenants.BeginAsync(OrganizationId, Token);
        var document = Guid.CreateVersion7();
        unit.Db.Add(new Document { Id = document, OrganizationId = OrganizationId, ShopId = ShopId, ParentDocumentId = parent, FileName = name, CreatedAt = DateTimeOffset.UnixEpoch });
        await unit.Db.SaveChangesAsync(Token);
        var version = VersionOf(document, number: 1, name);
        unit.Db.Add(version);
        (state ?? Done)(version);
        await unit.Db.SaveChangesAsync(Token);
        if (invoices.Length > 0)
        {
            await DetectionProgress.RecordSavedAsync(unit.Db, version, await InvoiceRows.SaveAsync(unit, version, invoices, Token), Token);
            await unit.Db.Documents.Where(one => one.Id == document).ExecuteUpdateAsync(one => one.SetProperty(it => it.CurrentVersionId, version.Id), Token);
        }

        await unit.CommitAsync(Token);
        return (document, version.Id);
    }

    public Task AddVersionAsync(Guid document, int number, Action<DocumentVersion> state) => RunInTransactionAsync(db =>
    {
        var version = VersionOf(document, number, "invoice.pdf");
        state(version);
        db.Add(version);
        return Task.CompletedTask;
    });

    private DocumentVersion VersionOf(Guid document, int number, string name)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            OrganizationId = OrganizationId,
            ShopId = ShopId,
            DocumentId = document,
            Number = number,
            FileName = name,
            ContentType = "application/pdf",
            SizeBytes = 100,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(id.ToByteArray())),
            CorrelationId = Guid.CreateVersion7(),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
    }

    public Task AddPageAsync(Guid documentId, params string[] lines) => RunInTransactionAsync(async db =>
    {
        var version = await db.DocumentVersions.SingleAsync(one => one.DocumentId == documentId, Token);
        var words = lines.Select((line, index) => new TextLine(index + 1, [.. line.Split(' ').Select((word, place) => new Word(word, new(0.1 * place, 0.1 * index, 0.1, 0.02)))])).ToList();
        version.PageCount = 1;
        await ExtractionRows.SaveAsync(db, version.Id, new() { Type = DocumentType.Pdf, Origin = TextOrigin.Text, Pages = [new(1, 595, 842, words)] }, Token);
    });

    public Task AddRowsAsync(Guid documentId, string text) => RunInTransactionAsync(async db =>
    {
        var version = await db.DocumentVersions.SingleAsync(one => one.DocumentId == documentId, Token);
        await ExtractionRows.SaveAsync(db, version.Id, new() { Type = DocumentType.DelimitedText, Origin = TextOrigin.Text, Pages = [], DelimitedText = text }, Token);
    });

    /// <summary>A vendor as detection would have left it.</summary>
    public Task AddVendorAsync(string key, string name, decimal paid) => RunInTransactionAsync(db =>
    {
        db.Add(new ShopVendor
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = OrganizationId,
            ShopId = ShopId,
            VendorKey = key,
            Name = name,
            LastChargeOn = new DateOnly(2026, 2, 1),
            SortAmount = paid,
            Content = System.Text.Json.JsonSerializer.Serialize(
                new VendorFigures(name, "SAAS", null, [name], [new("Email plan", null, "USD", "MONTHLY", false, [new(new(2026, 2, 1), new(2026, 3, 1), 20.50m, 20.50m, 1m)], new(2026, 3, 1), 20.50m)], ["USD"]),
                ShopJson.Default.VendorFigures),
        });
        return Task.CompletedTask;
    });

    public static void Done(DocumentVersion version)
    {
        var at = DateTimeOffset.UnixEpoch;
        version.MimeType = "application/pdf";
        version.Uploaded($"stored/{version.Id}", at);
        version.Extracting(at.AddSeconds(1));
        version.Extracted(at.AddSeconds(2));
        version.Normalizing(at.AddSeconds(3));
        version.Normalized(at.AddSeconds(4));
        version.Done(at.AddSeconds(5));
    }

    public static NormalizedInvoice Invoice(string vendor = "Klaviyo", decimal total = 60m) => new()
    {
        Source = new() { FileName = "invoice.pdf", SourceType = SourceType.Upload },
        Vendor = new() { Name = vendor },
        Invoice = new() { Kind = InvoiceKind.Invoice, InvoiceNumber = "A-1", InvoiceDate = new(2026, 2, 1), Currency = "USD", SubtotalAmount = 50m, TaxAmount = 0m, TotalAmount = total },
        LineItems =
        [
            new()
            {
                LineId = "L1", Description = "Email plan", Amount = 50m, Currency = "USD",
                Evidence = new() { Kind = EvidenceKind.PdfTextSpan, Pointer = new() { Page = 1, LineStart = 5, LineEnd = 5, Box = new(0.1, 0.4, 0.8, 0.02) }, Excerpt = "Email plan 50.00" },
            },
        ],
        Quality = new() { Confidence = 90, MissingFields = ["account"] },
    };

    public void Dispose() => Http.Dispose();

    /// <summary>A token of this second on every request, as App Bridge does it.</summary>
    private sealed class Signs(string domain) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", SessionTokens.Write(domain, TimeProvider.System.GetUtcNow()));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
