using Npgsql;

namespace LeakWatch.Tests.Services;

/// <summary>The servers that other tests build on do what those tests believe of them.</summary>
public sealed class ServicesTests(PostgresService postgres, S3Service s3, RedisService redis) : IClassFixture<RedisService>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Databases_are_migrated_and_share_nothing()
    {
        await using var first = await postgres.CreateDatabaseAsync();
        await using var second = await postgres.CreateDatabaseAsync();

        await ScalarAsync(first.OwnerConnection, "create table leakwatch.only_here (n int)");

        Assert.Equal(true, await ScalarAsync(first.OwnerConnection, "select to_regclass('leakwatch.only_here') is not null"));
        Assert.Equal(true, await ScalarAsync(second.OwnerConnection, "select to_regclass('leakwatch.only_here') is null and to_regclass('leakwatch.organizations') is not null"));
        Assert.Equal("leakwatch", await ScalarAsync(second.LoginConnection, "select current_user::text"));
    }

    [Fact]
    public async Task A_killed_Postgres_comes_back_on_its_port_with_its_rows()
    {
        await using var server = await TestPostgres.StartAsync();
        await using var database = await server.CreateEmptyDatabaseAsync();
        await ScalarAsync(database.OwnerConnection, "create schema kept; create table kept.row as select 42 n");

        await server.KillAsync();
        await server.StartAgainAsync();

        Assert.Equal(42, await ScalarAsync(database.OwnerConnection, "select n from kept.row"));
    }

    [Fact]
    public async Task A_killed_Redis_comes_back_on_its_port_empty()
    {
        var before = await redis.CommandsAsync();
        Assert.True(await redis.CommandsAsync() > before);

        redis.Kill();
        await redis.StartAsync();

        Assert.InRange(await redis.CommandsAsync(), 1, 100);
    }

    [Fact]
    public async Task The_S3_server_refuses_who_has_no_signature()
    {
        var settings = await s3.SettingsAsync();
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(settings.Endpoint, $"{settings.Bucket}/anything"), Token);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<object?> ScalarAsync(string connection, string query)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(query);
        return await command.ExecuteScalarAsync(Token);
    }
}
