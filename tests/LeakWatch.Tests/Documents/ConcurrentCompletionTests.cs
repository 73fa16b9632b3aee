using System.Net;
using System.Security.Cryptography;
using LeakWatch.Data;
using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using LeakWatch.Tests.Jobs;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LeakWatch.Tests.Documents;

/// <summary>What comes for a document while its upload is copied, which is between two transactions.</summary>
public sealed class ConcurrentCompletionTests(PostgresService postgres)
{
    private static readonly byte[] File = "%PDF-1.4 not much of one"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_that_is_announced_meanwhile_waits_for_its_own_upload()
    {
        var meanwhile = () => Task.CompletedTask;
        await using var server = await ApiServer.StartAsync(await postgres.CreateDatabaseAsync(), services =>
            services.AddSingleton<IFileStore>(provider => new StoreWhereSomethingHappens(provider.GetRequiredService<LocalFileStore>(), () => meanwhile())));
        using var shop = await ApiShop.CreateAsync(server);
        using var announced = await shop.PostAsync("documents", new { fileName = "a.pdf", sizeBytes = File.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(File)) });
        var view = await ApiShop.ReadAsync(announced);
        var (document, version) = ((Guid)view["documentId"]!, (Guid)view["versionId"]!);
        await server.Services.GetRequiredService<LocalFileStore>().SaveAsync(FileKeys.Incoming(shop.OrganizationId, version), new MemoryStream(File), "", Token);
        meanwhile = async () =>
        {
            using var another = await shop.PostAsync("documents", new { fileName = "better.pdf", sizeBytes = 3, sha256 = new string('b', 64), documentId = document });
            Assert.Equal(HttpStatusCode.Created, another.StatusCode);
        };

        using var completed = await shop.PostAsync($"documents/{document}/complete");

        Assert.Equal(HttpStatusCode.Accepted, completed.StatusCode);
        Assert.Equal(
            [DocumentState.Uploaded, DocumentState.Created],
            await shop.AskAsync(db => db.DocumentVersions.OrderBy(one => one.Number).Select(one => one.State).ToListAsync(Token)));
    }
}
