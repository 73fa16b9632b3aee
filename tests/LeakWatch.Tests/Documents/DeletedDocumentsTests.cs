using LeakWatch.Data;
using LeakWatch.Documents;
using LeakWatch.Tests.Extraction;
using LeakWatch.Tests.Jobs;
using LeakWatch.Tests.Providers.OpenAi;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Documents;

/// <summary>What a person deletes while it waits or is being read gives nothing and goes nowhere.</summary>
public sealed class DeletedDocumentsTests(PostgresService postgres) : WorkerShopTests(postgres)
{
    [Fact]
    public async Task A_container_that_is_deleted_while_it_waits_gives_no_parts()
    {
        await using var worker = WorkerHost.Build(database, folder.FullName);
        var container = await shop.UploadAsync("all.zip", Fixtures.Zip(("january.csv", Statement)));
        await DeleteAsync(container);

        await worker.RunAllAsync(shop);

        await AssertNothingAsync();
    }

    [Fact]
    public async Task A_container_that_is_deleted_while_its_parts_are_saved_gives_none()
    {
        await using var worker = WorkerHost.Build(database, folder.FullName);
        var container = await shop.UploadAsync("all.zip", Fixtures.Zip(("january.csv", Statement)));
        var job = await shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(Token));
        Task reading;
        await using (var texts = await BlockedTable.HoldAsync(database, "extracted_texts"))
        {
            reading = worker.RunAsync(job.Envelope);
            await texts.SomebodyWaitsAsync();
            await DeleteAsync(container);
        }

        await reading;
        await worker.RunAllAsync(shop);

        await AssertNothingAsync();
    }

    [Fact]
    public async Task Nothing_of_a_deleted_document_is_shown_to_the_model()
    {
        await using var server = await FakeOpenAi.StartAsync();
        await using var worker = WorkerHost.Build(
            database, folder.FullName, variables: [("OPENAI_API_KEY", FakeOpenAi.Key), ("OPENAI_BASE_URL", server.BaseUrl.ToString()), ("OPENAI_MODEL_NORMALIZE", FakeOpenAi.Model)]);
        var letter = await shop.UploadAsync("letter.pdf", Fixtures.Pdf(
            (50, 60, "Pinewood Forms Inc."), (400, 60, "INVOICE"), (50, 140, "Invoice date: March 4, 2026"), (50, 220, "Team plan"), (400, 220, "$100.00"), (50, 280, "Total USD"), (400, 280, "$100.00")));
        await DeleteAsync(letter);

        await worker.RunAllAsync(shop);

        Assert.Empty(server.Calls);
    }

    private static byte[] Statement => "Date,Description,Amount,Currency\n2025-01-03,Tidewater,10.00,USD\n"u8.ToArray();

    /// <summary>As the api does it.</summary>
    private async Task DeleteAsync(DocumentVersion version)
    {
        await using var unit = await shop.BeginAsync();
        await LeakWatch.Jobs.Pipeline.LedgerChanged(unit, shop.ShopId, Guid.CreateVersion7(), Token);
        Assert.True(await DocumentUploads.DeleteAsync(unit.Db, shop.ShopId, [version.DocumentId], DateTimeOffset.UnixEpoch, Token));
        await unit.CommitAsync(Token);
    }

    private async Task AssertNothingAsync()
    {
        Assert.Empty(await shop.AskAsync(db => db.Documents.Where(document => document.DeletedAt == null).ToListAsync(Token)));
        Assert.Empty(await shop.AskAsync(db => db.MonthlySpend.ToListAsync(Token)));
        Assert.Equal(0, await shop.AskAsync(db => db.DocumentVersions.CountAsync(version => version.EndedAt == null, Token)));
    }
}
