namespace LeakWatch.Tests.Services;

/// <summary>A new store for each test, in an organisation of its own of the api that all share.</summary>
public abstract class ApiShopTests(PostgresService postgres, ApiService api) : IAsyncLifetime
{
    private protected ApiShop shop = null!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => shop = await ApiShop.CreateAsync(await api.StartedAsync(postgres));

    public ValueTask DisposeAsync()
    {
        shop.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
