using System.Text;
using System.Text.Json.Nodes;
using LeakWatch.Core.Tests.Invoices.SecondReader;
using LeakWatch.Data;
using LeakWatch.Tests.Extraction;
using LeakWatch.Tests.Providers.OpenAi;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Documents;

/// <summary>What the database keeps of a language model: its answers, what they cost, and what the organisation allows.</summary>
public sealed class KeptAnswersTests(PostgresService postgres) : IAsyncLifetime
{
    private static readonly Answer Right = Answer.Nothing.With("invoice.invoiceNumber", "PF-2291", "Docket mark: PF-2291", 2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private TestDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_answer_is_used_again_in_its_organization_for_thirty_days_and_in_no_other()
    {
        await using var server = (await FakeOpenAi.StartAsync()).Says(Right.Json).Says(Right.Json).Says(Right.Json);
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await using var other = await WorkerShop.CreateAsync(database, folder.FullName);

        Assert.Equal("TAKEN from the model", await ReadAsync(server, shop, "first"));
        Assert.Equal("TAKEN from what is kept", await ReadAsync(server, shop, "second"));
        Assert.Equal("TAKEN from the model", await ReadAsync(server, other, "first"));
        var kept = await shop.AskAsync(db => db.LanguageModelAnswers.SingleAsync(Token));
        Assert.Equal(TimeSpan.FromDays(30), kept.ExpiresAt - kept.CreatedAt);

        await shop.AskAsync(db => db.LanguageModelAnswers.ExecuteUpdateAsync(row => row.SetProperty(one => one.ExpiresAt, TimeProvider.System.GetUtcNow()), Token));
        Assert.Equal("TAKEN from the model", await ReadAsync(server, shop, "third"));
        Assert.Equal(3, server.Calls.Count);
    }

    [Fact]
    public async Task Money_and_tokens_are_counted_by_organization_and_day_and_stop_further_calls()
    {
        await using var server = (await FakeOpenAi.StartAsync()).Says(Right.Json);
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await ReadAsync(server, shop, "first");
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.Equal(
            [("llm.dollars", day, 0.0004m), ("llm.tokens", day, 1_500m)],
            await shop.AskAsync(async db => (await db.UsageCounters.OrderBy(row => row.Name).ToListAsync(Token)).ConvertAll(row => (row.Name, row.PeriodStart, row.Amount))));

        await shop.AskAsync(db => db.UsageCounters.Where(row => row.Name == "llm.dollars").ExecuteUpdateAsync(row => row.SetProperty(one => one.Amount, 1.00m), Token));
        await shop.AskAsync(db => db.LanguageModelAnswers.ExecuteDeleteAsync(Token));

        Assert.Equal("BUDGET_EXCEEDED from nobody", await ReadAsync(server, shop, "second"));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Nothing_is_asked_for_an_organization_that_has_switched_it_off()
    {
        await using var server = await FakeOpenAi.StartAsync();
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.AskAsync(db => db.Organizations.ExecuteUpdateAsync(row => row.SetProperty(one => one.LanguageModelEnabled, false), Token));

        Assert.Equal("no receipt", await ReadAsync(server, shop, "first"));
        Assert.Empty(server.Calls);
    }

    /// <summary>Uploads the same page as another file, which ends as DONE whatever the model does.</summary>
    /// <returns>What the receipt says of it.</returns>
    private async Task<string> ReadAsync(FakeOpenAi server, WorkerShop shop, string file)
    {
        var page = Fixtures.Pdf((50, 750, "Pinewood Forms, Inc. INVOICE"), (50, 720, "Docket mark: PF-2291"), (50, 690, "Invoice date: March 4, 2026"), (50, 640, "Team plan"), (400, 640, "$100.00"), (50, 600, "Total USD"), (400, 600, "$100.00"));
        var version = await shop.UploadAsync($"{file}.pdf", [.. page, .. Encoding.ASCII.GetBytes($"\n% {file}")]);
        await using var worker = WorkerHost.Build(
            database, folder.FullName, variables: [("OPENAI_API_KEY", FakeOpenAi.Key), ("OPENAI_BASE_URL", server.BaseUrl.ToString()), ("OPENAI_MODEL_NORMALIZE", FakeOpenAi.Model)]);
        await worker.RunAllAsync(shop);

        Assert.Equal(DocumentState.Done, await shop.AskAsync(db => db.DocumentVersions.Where(one => one.Id == version.Id).Select(one => one.State).SingleAsync(Token)));
        var content = await shop.AskAsync(db => db.LanguageModelReceipts.Where(row => row.DocumentVersionId == version.Id).Select(row => row.Content).SingleOrDefaultAsync(Token));
        return content is null || JsonNode.Parse(content) is not { } receipt ? "no receipt"
            : $"{receipt["outcome"]} from {((bool)receipt["isFromCache"]! ? "what is kept" : (bool)receipt["hasLeft"]! ? "the model" : "nobody")}";
    }
}
