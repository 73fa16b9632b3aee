using System.Text.Json.Nodes;
using LeakWatch.Core.Tests.Invoices.SecondReader;
using LeakWatch.Tests.Extraction;
using LeakWatch.Tests.Providers.OpenAi;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Documents;

/// <summary>Pictures of a scan leave only where the organisation has said so by itself.</summary>
public sealed class ShownPicturesTests(PostgresService postgres) : IAsyncLifetime
{
    private const int Patience = 120_000;

    private static readonly byte[] Scan = Fixtures.Encoded(Fixtures.Scan(
        (50, 60, "Pinewood Forms Inc."), (400, 60, "INVOICE"), (50, 140, "Invoice date: March 4, 2026"), (50, 220, "Team plan"), (400, 220, "$100.00"), (50, 280, "Total USD"), (400, 280, "$100.00")));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory(Timeout = Patience)]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_scan_that_misses_its_number_is_shown_only_with_leave(bool isAllowed, int pictures)
    {
        var token = TestContext.Current.CancellationToken;
        await using var server = (await FakeOpenAi.StartAsync()).Says(Answer.Nothing.Json);
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.AskAsync(db => db.Organizations.ExecuteUpdateAsync(row => row.SetProperty(one => one.VisionEnabled, isAllowed), token));
        await shop.UploadAsync("scan.png", Scan);

        using (WorkerProcess.Start(database, folder.FullName, settings: [("OPENAI_API_KEY", FakeOpenAi.Key), ("OPENAI_BASE_URL", server.BaseUrl.ToString()), ("OPENAI_MODEL_NORMALIZE", FakeOpenAi.Model)]))
        {
            await shop.WaitUntilDoneAsync(token);
        }

        Assert.Equal(pictures, PicturesOf(Assert.Single(server.Calls)).Count(url => url.StartsWith("data:image/jpeg;base64,", StringComparison.Ordinal)));
        var receipt = await shop.AskAsync(db => db.LanguageModelReceipts.Select(row => row.Content).SingleAsync(token));
        Assert.Equal(pictures, JsonNode.Parse(receipt)!["pictures"]!.GetValue<int>());
    }

    private static IEnumerable<string> PicturesOf(JsonNode call) =>
        call["messages"]!.AsArray().Select(message => message!["content"]).OfType<JsonArray>().SelectMany(parts => parts)
            .Select(part => (string?)part!["image_url"]?["url"]).OfType<string>();
}
