using System.Text;
using LeakWatch.Data;
using LeakWatch.Tests.Extraction;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Documents;

/// <summary>A new version of a document replaces all that the one before gave, once it was read.</summary>
public sealed class NewVersionsTests(PostgresService postgres) : WorkerShopTests(postgres)
{
    private WorkerHost worker = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        worker = WorkerHost.Build(database, folder.FullName);
    }

    public override async ValueTask DisposeAsync()
    {
        await worker.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task The_later_version_counts_where_the_earlier_is_read_last()
    {
        var first = await shop.UploadAsync("january.csv", Statement(10));
        var second = await shop.UploadAsync("january.csv", Statement(20), first.DocumentId);

        await worker.RunAsync((await JobOfAsync(second)).Envelope);
        await worker.RunAsync((await JobOfAsync(first)).Envelope);
        await worker.RunAllAsync(shop);

        Assert.Equal([20m], await SpendAsync());
    }

    [Fact]
    public async Task Parts_that_a_container_no_longer_has_count_no_more()
    {
        var first = await shop.UploadAsync("all.zip", Fixtures.Zip(("january.csv", Statement(10)), ("february.csv", Statement(20, month: 2))));
        await worker.RunAllAsync(shop);
        Assert.Equal([10m, 20m], await SpendAsync());

        await shop.UploadAsync("all.zip", Fixtures.Zip(("january.csv", Statement(11))), first.DocumentId);
        await worker.RunAllAsync(shop);

        Assert.Equal([11m], await SpendAsync());
    }

    [Fact]
    public async Task A_container_that_was_replaced_before_it_was_read_gives_nothing()
    {
        var first = await shop.UploadAsync("all.zip", Fixtures.Zip(("january.csv", Statement(10))));
        var second = await shop.UploadAsync("january.csv", Statement(20), first.DocumentId);

        await worker.RunAsync((await JobOfAsync(second)).Envelope);
        await worker.RunAllAsync(shop);

        Assert.Equal([20m], await SpendAsync());
    }

    [Fact]
    public async Task A_file_that_became_a_container_counts_no_more_beside_its_parts()
    {
        var first = await shop.UploadAsync("january.csv", Statement(10));
        await worker.RunAllAsync(shop);

        await shop.UploadAsync("all.zip", Fixtures.Zip(("february.csv", Statement(20, month: 2))), first.DocumentId);
        await worker.RunAllAsync(shop);

        Assert.Equal([20m], await SpendAsync());
    }

    [Fact]
    public async Task What_cannot_be_read_replaces_nothing()
    {
        var first = await shop.UploadAsync("all.zip", Fixtures.Zip(("january.csv", Statement(10))));
        await worker.RunAllAsync(shop);

        await shop.UploadAsync("cut.pdf", "%PDF-1.4\n1 0 obj\n<</Type/Cata"u8.ToArray(), first.DocumentId);
        await worker.RunAllAsync(shop);

        Assert.Equal([10m], await SpendAsync());
    }

    private static byte[] Statement(int amount, int month = 1) => Encoding.UTF8.GetBytes($"Date,Description,Amount,Currency\n2025-0{month}-03,Tidewater,{amount}.00,USD\n");

    private Task<Job> JobOfAsync(DocumentVersion version) => shop.AskAsync(db => db.Jobs.AsNoTracking().SingleAsync(job => job.SubjectId == version.Id, Token));

    private async Task<IEnumerable<decimal>> SpendAsync()
    {
        Assert.Equal(0, await shop.AskAsync(db => db.DocumentVersions.CountAsync(version => version.EndedAt == null, Token)));
        return await shop.AskAsync(db => db.MonthlySpend.Select(spend => spend.Amount).Order().ToListAsync(Token));
    }
}
