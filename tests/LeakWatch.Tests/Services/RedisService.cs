namespace LeakWatch.Tests.Services;

/// <summary>The Redis of one test class, as its class fixture.</summary>
public sealed class RedisService : TestRedis, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await StartAsync();
}
