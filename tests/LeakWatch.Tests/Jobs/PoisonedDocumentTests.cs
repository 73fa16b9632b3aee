using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LeakWatch.Data;
using LeakWatch.Extraction;
using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using LeakWatch.Tests.Extraction;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeakWatch.Tests.Jobs;

/// <summary>A document that ends whatever touches it costs itself: the shop's other documents and other shops go on.</summary>
public sealed class PoisonedDocumentTests(PostgresService postgres) : IAsyncLifetime
{
    private const int Patience = 120_000;

    private static readonly byte[] Statement = Encoding.UTF8.GetBytes("Date,Description,Amount,Currency\n2026-01-03,KESTREL ANALYTICS INC,19.00,USD\n2026-02-03,KESTREL ANALYTICS INC,19.00,USD\n");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private TestDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact(Timeout = Patience)]
    public async Task A_file_that_hangs_crashes_or_bursts_its_reader_costs_only_itself()
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await using var neighbour = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadAsync("hangs.csv", Other("hangs"));
        await shop.UploadAsync("crashes.csv", Other("crashes"));
        await shop.UploadAsync("bomb.pdf", Fixtures.FlateBomb(250));
        await shop.UploadAsync("good.csv", Statement);
        await neighbour.UploadAsync("good.csv", Statement);

        // Of the readers that are started, the first hangs and the second ends at once; making a folder can succeed only once.
        var real = ReaderCommand.OfThisExecutable();
        var script = $"mkdir '{folder}/one' 2>/dev/null && exec sleep 600; mkdir '{folder}/two' 2>/dev/null && exit 9; exec '{real.Program}' {string.Join(' ', real.Arguments)}";
        var budget = ReadingBudget.Shared with { Text = TimeSpan.FromSeconds(8) };
        await using var worker = await WorkerHost.StartAsync(
            database, folder.FullName, services => services.AddSingleton(_ => new DocumentExtractor(new("/bin/sh", ["-c", script]), Fixtures.Tools, budget, budget, readers: 1)), concurrency: 1);
        await shop.WaitUntilDoneAsync(TestContext.Current.CancellationToken);
        await neighbour.WaitUntilDoneAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["bomb.pdf REJECTED FILE_TOO_LARGE", "crashes.csv EXTRACTION_FAILED FILE_CORRUPT", "good.csv DONE -", "hangs.csv EXTRACTION_FAILED EXTRACTION_TIMEOUT"],
            await EndsAsync(shop));
        Assert.Equal(["good.csv DONE -"], await EndsAsync(neighbour));
    }

    [Fact(Timeout = Patience)]
    public async Task A_document_on_which_we_fail_every_time_is_a_dead_job_that_operators_see_and_retry()
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await using var neighbour = await WorkerShop.CreateAsync(database, folder.FullName);
        var poison = await shop.UploadAsync("poison.csv", Other("poison"));
        await shop.UploadAsync("good.csv", Statement);
        await neighbour.UploadAsync("good.csv", Statement);
        StoreThatFails? store = null;
        await using var worker = await WorkerHost.StartAsync(
            database, folder.FullName, services => services.AddSingleton<IFileStore>(provider => store = new StoreThatFails(provider.GetRequiredService<LocalFileStore>(), poison.Id)));
        while (await shop.AskAsync(db => db.Jobs.Select(job => job.State).ToListAsync(Token)) is not [JobState.Dead])
        {
            // The pauses between attempts are for outages; here nobody waits for them.
            await shop.AskAsync(db => db.Database.ExecuteSqlAsync($"update leakwatch.jobs set due_at = now() where state = 'WAITING' and error_message is not null", Token));
            await Task.Delay(100, Token);
        }

        await neighbour.WaitUntilDoneAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["good.csv DONE -", "poison.csv EXTRACTION_FAILED OCR_FAILED"], await EndsAsync(shop));
        Assert.Equal(["good.csv DONE -"], await EndsAsync(neighbour));
        using var operators = new HttpClient { BaseAddress = worker.OperationsAddress };
        var dead = Assert.Single((await operators.GetFromJsonAsync<JsonArray>("/ops/stopped-jobs", Token))!)!;
        Assert.Equal(
            (poison.Id, "DEAD", 4, "InvalidOperationException: It cannot be opened."),
            ((Guid)dead["subjectId"]!, (string?)dead["state"], (int)dead["attempts"]!, (string?)dead["errorMessage"]));

        store!.IsWell = true;
        using var retried = await operators.PostAsync($"/ops/stopped-jobs/{shop.OrganizationId}/{(Guid)dead["jobId"]!}/retry", null, Token);
        await shop.WaitUntilDoneAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, retried.StatusCode);
        Assert.Equal(["good.csv DONE -", "poison.csv DONE -"], await EndsAsync(shop));
    }

    [Theory]
    [InlineData("USD")]
    [InlineData("KWD")]
    public async Task Amounts_whose_sum_is_larger_than_any_column_keep_no_other_document_from_its_end(string currency)
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadAsync("good.csv", Statement);
        await shop.UploadAsync("large.csv", Encoding.UTF8.GetBytes(
            "Date,Description,Amount,Currency\n" + string.Concat(Enumerable.Range(10, 19).Select(day => $"2026-02-{day},LARGE INC,99999999999999.00,{currency}\n")) + $"2026-03-01,EXPONENT INC,1E+20,{currency}\n"));
        await using var worker = WorkerHost.Build(database, folder.FullName);

        while (await shop.AskAsync(db => db.Jobs.AsNoTracking().ToListAsync(Token)) is { Count: > 0 } jobs && jobs.TrueForAll(job => job.ErrorMessage is null))
        {
            await Task.WhenAll(jobs.Select(job => worker.RunAsync(job.Envelope)));
        }

        Assert.Equal(["good.csv DONE -", "large.csv DONE -"], await EndsAsync(shop));
    }

    private static byte[] Other(string name) => [.. Statement, .. Encoding.UTF8.GetBytes($"2026-03-01,{name} INC,5.00,USD\n")];

    private static Task<List<string>> EndsAsync(WorkerShop shop) => shop.AskAsync(async db =>
        (await db.DocumentVersions.ToListAsync(Token)).ConvertAll(version => $"{version.FileName} {ScreamingSnakeText<DocumentState>.Write(version.State)} {version.ErrorCode ?? "-"}").Order(StringComparer.Ordinal).ToList());
}
