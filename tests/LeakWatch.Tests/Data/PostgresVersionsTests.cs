using LeakWatch.Commands;
using LeakWatch.Configuration;
using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Npgsql;

namespace LeakWatch.Tests.Data;

/// <summary>What differs between versions of Postgres: who may grant a role, act as one, and give functions to it.</summary>
public sealed class PostgresVersionsTests(PostgresVersionsTests.Servers servers)
    : IClassFixture<PostgresVersionsTests.Servers>
{
    private const string PlainOwner = "alter role leakwatch_owner nocreatedb nobypassrls";
    private const string SupabaseOwner = "alter role leakwatch_owner createdb bypassrls";
    private const string SelfGrantingOwner = "alter role leakwatch_owner set createrole_self_grant = 'set, inherit'";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Versions => [.. PostgresVersions.All];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_owner_that_may_create_roles_and_no_more_migrates(int version) =>
        await MigratesAsync(version, PlainOwner);

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_owner_with_the_rights_that_Supabase_gives_migrates(int version) =>
        await MigratesAsync(version, SupabaseOwner);

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    public async Task An_owner_who_is_granted_each_role_that_it_creates_migrates(int version) =>
        await MigratesAsync(version, SelfGrantingOwner);

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task After_a_migration_the_owner_no_longer_acts_as_the_role_that_crosses_tenants(int version)
    {
        var server = await servers.OfAsync(version);
        await using var database = await server.CreateDatabaseAsync();

        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            TwoTenants.ExecuteAsync(database.OwnerConnection, "set role leakwatch_system")
        );

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_owner_that_does_not_bypass_row_level_security_sees_no_tenants_row(int version)
    {
        var server = await servers.OfAsync(version);
        await using var database = await server.CreateDatabaseAsync();
        await AddOrganizationAsync(database, Guid.CreateVersion7());
        await database.ExecuteAsync(
            "create role bound; grant leakwatch_owner to bound; alter schema leakwatch owner to bound; alter table leakwatch.organizations owner to bound"
        );

        Assert.Equal(
            ["0"],
            await TwoTenants.ListAsync(
                database.SuperuserConnection,
                "set role bound; select count(*)::text from leakwatch.organizations"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_login_that_another_login_of_the_server_migrated_before_is_told_what_to_grant(int version)
    {
        var server = await servers.OfAsync(version);
        await using var first = await server.CreateDatabaseAsync();
        await using var second = await server.CreateEmptyDatabaseAsync();
        await second.ExecuteAsync(
            $"create role stranger login password 'stranger' createrole; alter database {second.Name} owner to stranger"
        );
        var stranger = new NpgsqlConnectionStringBuilder(second.OwnerConnection)
        {
            Username = "stranger",
            Password = "stranger",
        };

        // Up to Postgres 15 whoever may create roles may grant every one of them.
        if (version < 16)
        {
            await DatabaseMigration.ApplyAsync(stranger.ConnectionString, TestDatabase.Login, Token);
            return;
        }

        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            DatabaseMigration.ApplyAsync(stranger.ConnectionString, TestDatabase.Login, Token)
        );
        var explained = MigrateCommand.Explain(refusal, "stranger");
        await second.ExecuteAsync(explained[explained.IndexOf("grant leakwatch_app", StringComparison.Ordinal)..]);

        await DatabaseMigration.ApplyAsync(stranger.ConnectionString, TestDatabase.Login, Token);
    }

    private static async Task MigratesAsync(int version, string owner)
    {
        await using var server = await TestPostgres.StartAsync(version);
        await using var database = await server.CreateEmptyDatabaseAsync();
        await database.ExecuteAsync(owner);

        var first = await DatabaseMigration.ApplyAsync(database.OwnerConnection, TestDatabase.Login, Token);
        var second = await DatabaseMigration.ApplyAsync(database.OwnerConnection, TestDatabase.Login, Token);

        Assert.NotEmpty(first.Applied);
        Assert.Empty(second.Applied);
        await OneTenantSeesItselfAloneAsync(database);
        Assert.Equal(
            ["leakwatch_system"],
            await TwoTenants.ListAsync(
                database.SuperuserConnection,
                """
                select distinct pg_get_userbyid(proowner)::text from pg_proc where pronamespace = 'leakwatch'::regnamespace
                """
            )
        );
        await using var source = NpgsqlDataSource.Create(database.LoginConnection);
        Assert.Null(await DatabaseRole.CheckAsync(source, Token));
    }

    private static async Task OneTenantSeesItselfAloneAsync(TestDatabase database)
    {
        var (ours, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddOrganizationAsync(database, ours);
        await AddOrganizationAsync(database, theirs);
        await using var source = NpgsqlDataSource.Create(database.LoginConnection);
        await using var unit = await new TenantDatabase(source).BeginAsync(ours, Token);
        await using var question = new NpgsqlCommand("select id::text from leakwatch.organizations", unit.Connection);

        Assert.Equal([ours.ToString()], await TwoTenants.ReadAsync(question));
    }

    private static async Task AddOrganizationAsync(TestDatabase database, Guid id)
    {
        await using var source = NpgsqlDataSource.Create(database.LoginConnection);
        await using var unit = await new TenantDatabase(source).BeginAsync(id, Token);
        unit.Db.Add(
            new Organization
            {
                Id = id,
                Name = "An organisation",
                Plan = Plan.Free,
                CreatedAt = TimeProvider.System.GetUtcNow(),
            }
        );
        await unit.CommitAsync(Token);
    }

    /// <summary>One server of each version, for tests that need no fresh one.</summary>
    public sealed class Servers : IAsyncDisposable
    {
        private readonly Dictionary<int, TestPostgres> started = [];

        internal async Task<TestPostgres> OfAsync(int version)
        {
            if (!started.TryGetValue(version, out var server))
            {
                started[version] = server = await TestPostgres.StartAsync(version);
            }

            return server;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var server in started.Values)
            {
                await server.DisposeAsync();
            }
        }
    }
}
