using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Api;

/// <summary>A new store for each test, in an organisation of its own of the api that all share.</summary>
public abstract class ShopTests(PostgresService postgres, ApiService api) : IAsyncLifetime
{
    private protected TestShop shop = null!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => shop = await TestShop.CreateAsync(await api.StartedAsync(postgres));

    public ValueTask DisposeAsync()
    {
        shop.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
