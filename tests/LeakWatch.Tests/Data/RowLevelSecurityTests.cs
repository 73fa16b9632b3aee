using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Tests.Data;

/// <summary>
/// The second lock, table by table: what a tenant's transaction can do in plain SQL, where no filter of ours helps. The list comes from the
/// model, so a new table is tested, or fails. The schema was made by an owner that is no superuser.
/// </summary>
public sealed class RowLevelSecurityTests(TwoTenants tenants) : IClassFixture<TwoTenants>
{
    private const string NotPermitted = PostgresErrorCodes.InsufficientPrivilege;

    private static readonly Guid Ours = TwoTenants.Ours;
    private static readonly Guid Theirs = TwoTenants.Theirs;

    private readonly TestDatabase database = tenants.Database;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> TenantTables() => [.. TwoTenants.Tables().Select(table => table.Name)];

    [Fact]
    public async Task Every_table_with_an_organization_is_a_tenant_row_of_the_model()
    {
        var inDatabase = await ListAsync(database.SuperuserConnection, "select table_name::text from information_schema.columns where table_schema = 'leakwatch' and column_name = 'organization_id'");

        Assert.Equal(TwoTenants.Tables().Where(table => table.Column == "organization_id").Select(table => table.Name).Order(), inDatabase.Order());
    }

    [Theory]
    [MemberData(nameof(TenantTables))]
    public async Task A_tenant_sees_its_own_rows_and_no_others(string table)
    {
        Assert.Equal([Ours], await OrganizationsSeenAsync(table, Ours));
        Assert.Equal([Theirs], await OrganizationsSeenAsync(table, Theirs));
    }

    [Theory]
    [MemberData(nameof(TenantTables))]
    public async Task A_transaction_without_a_tenant_sees_nothing(string table) => Assert.Empty(await OrganizationsSeenAsync(table, null));

    [Theory]
    [MemberData(nameof(TenantTables))]
    public async Task A_tenant_can_neither_change_nor_delete_rows_of_another(string table)
    {
        var column = ColumnOf(table);

        Assert.Equal(0, await AsTenantAsync(Ours, $"update leakwatch.{table} set id = id where {column} = '{Theirs}'"));
        Assert.Equal(0, await AsTenantAsync(Ours, $"delete from leakwatch.{table} where {column} = '{Theirs}'"));
        Assert.Equal("1", (await ListAsync(database.SuperuserConnection, $"select count(*)::text from leakwatch.{table} where {column} = '{Theirs}'")).Single());
    }

    [Theory]
    [MemberData(nameof(TenantTables))]
    public async Task A_tenant_can_neither_add_a_row_to_another_nor_give_one_away(string table)
    {
        var column = ColumnOf(table);
        var insert = await tenants.InsertAsync(table, column, Theirs);

        var added = await Assert.ThrowsAsync<PostgresException>(() => AsTenantAsync(Ours, insert));
        var given = await Assert.ThrowsAsync<PostgresException>(() => AsTenantAsync(Ours, $"update leakwatch.{table} set {column} = '{Guid.CreateVersion7()}'"));

        Assert.Equal((NotPermitted, NotPermitted), (added.SqlState, given.SqlState));
    }

    [Theory]
    [MemberData(nameof(TenantTables))]
    public async Task Row_level_security_is_forced_on_the_owner_of_the_table_too(string table) =>
        Assert.Equal("true true", (await ListAsync(database.OwnerConnection, $"select relrowsecurity || ' ' || relforcerowsecurity from pg_class where oid = 'leakwatch.{table}'::regclass")).Single());

    [Theory]
    [MemberData(nameof(TenantTables))]
    public async Task Every_index_begins_with_the_organization_but_for_those_that_serve_all_tenants(string table)
    {
        string[] crossing = ["ix_shops_domain", "ix_jobs_state_due_at", "ix_memberships_user_id", "ix_llm_answers_expires_at", "ix_idempotency_keys_created_at"];

        var others = await ListAsync(database.SuperuserConnection, $"""
            select index_.relname::text from pg_index join pg_class index_ on index_.oid = pg_index.indexrelid
              join pg_attribute first on first.attrelid = pg_index.indrelid and first.attnum = pg_index.indkey[0]
              where pg_index.indrelid = 'leakwatch.{table}'::regclass and first.attname <> '{ColumnOf(table)}'
            """);

        Assert.Empty(others.Except(crossing));
    }

    [Theory]
    [MemberData(nameof(TenantTables))]
    public async Task Foreign_keys_between_tenants_tables_name_the_organization(string table)
    {
        var without = await ListAsync(database.SuperuserConnection, $"""
            select conname::text from pg_constraint where contype = 'f' and conrelid = 'leakwatch.{table}'::regclass and confrelid <> 'leakwatch.users'::regclass
              and not exists (select from pg_attribute where attrelid = conrelid and attnum = any(conkey) and attname = 'organization_id')
            """);

        Assert.Empty(without);
    }

    [Fact]
    public void Every_tenant_row_is_filtered_by_the_model_too() =>
        Assert.All(TwoTenants.Entities(), entity => Assert.NotNull(entity.FindDeclaredQueryFilter(LeakWatchDb.TenantFilter)));

    [Fact]
    public async Task A_context_that_is_used_again_keeps_nothing_of_the_tenant_before()
    {
        await using var source = NpgsqlDataSource.Create(database.LoginConnection);
        var units = new TenantDatabase(source);
        LeakWatchDb first;
        await using (var unit = await units.BeginAsync(Theirs, Token))
        {
            first = unit.Db;
            first.Add(new UsageCounter { Id = Guid.CreateVersion7(), OrganizationId = Theirs, Name = "never saved", PeriodStart = new(2026, 3, 1), Amount = 1m });
        }

        await using var next = await units.BeginAsync(Ours, Token);

        Assert.Same(first, next.Db);
        Assert.Equal(Ours, next.Db.OrganizationId);
        Assert.Empty(next.Db.ChangeTracker.Entries());
        Assert.Equal([Ours], await next.Db.Documents.Select(document => document.OrganizationId).Distinct().ToListAsync(Token));
    }

    [Fact]
    public async Task A_person_is_seen_only_where_they_are_a_member()
    {
        var (member, stranger) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await ExecuteAsync(database.SuperuserConnection, $"""
            set session_replication_role = replica;
            insert into leakwatch.users (id, email, created_at) values ('{member}', 'member@example.com', now()), ('{stranger}', 'stranger@example.com', now());
            insert into leakwatch.memberships (organization_id, id, user_id, role, created_at) values ('{member}', '{member}', '{member}', 'OWNER', now());
            """);

        Assert.Equal([member.ToString()], await MarkDetectedAsync(member, "select id::text from leakwatch.users"));
        Assert.DoesNotContain(stranger.ToString(), await MarkDetectedAsync(Ours, "select id::text from leakwatch.users"));
    }

    [Fact]
    public async Task What_everybody_shares_can_be_read_and_not_written()
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => AsTenantAsync(Ours, "delete from leakwatch.vendors"));

        Assert.Equal(NotPermitted, refusal.SqlState);
    }

    [Fact]
    public async Task Only_named_functions_cross_tenants_and_a_shop_is_found_by_its_domain()
    {
        await ExecuteAsync(database.SuperuserConnection, $"update leakwatch.shops set domain = 'ours.myshopify.com', uninstalled_at = null where organization_id = '{Ours}'");

        var found = await MarkDetectedAsync(null, "select organization_id::text from leakwatch.shop_of_domain('ours.myshopify.com')");
        var gone = await MarkDetectedAsync(null, "select organization_id::text from leakwatch.shop_of_domain('nobody.myshopify.com')");
        var owners = await ListAsync(database.SuperuserConnection, """
            select distinct pg_get_userbyid(proowner) || ' ' || prosecdef || ' ' || (proconfig is not null) || ' ' || has_function_privilege('public', oid, 'execute')
              from pg_proc where pronamespace = 'leakwatch'::regnamespace
            """);

        Assert.Equal([Ours.ToString()], found);
        Assert.Empty(gone);
        Assert.Equal(["leakwatch_system true true false"], owners);
    }

    private static string ColumnOf(string table) => table == "organizations" ? "id" : "organization_id";

    private async Task<List<Guid>> OrganizationsSeenAsync(string table, Guid? tenant) =>
        [.. (await MarkDetectedAsync(tenant, $"select {ColumnOf(table)}::text from leakwatch.{table}")).Select(Guid.Parse).Where(id => id == Ours || id == Theirs)];

    /// <returns>Rows that the statement touched; undone afterwards.</returns>
    private async Task<int> AsTenantAsync(Guid tenant, string statement)
    {
        await using var source = NpgsqlDataSource.Create(database.LoginConnection);
        await using var connection = await source.OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await EnterAsync(connection, tenant);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteNonQueryAsync(Token);
    }

    private async Task<List<string>> MarkDetectedAsync(Guid? tenant, string query)
    {
        await using var source = NpgsqlDataSource.Create(database.LoginConnection);
        await using var connection = await source.OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await EnterAsync(connection, tenant);
        return await TwoTenants.ReadAsync(new NpgsqlCommand(query, connection));
    }

    private static async Task EnterAsync(NpgsqlConnection connection, Guid? tenant)
    {
        await using var enter = new NpgsqlCommand(TenantDatabase.EnterTenant, connection) { Parameters = { new() { Value = tenant?.ToString() ?? "" } } };
        await enter.ExecuteNonQueryAsync(Token);
    }

    private static Task<List<string>> ListAsync(string connection, string query) => TwoTenants.ListAsync(connection, query);

    private static Task ExecuteAsync(string connection, string statement) => TwoTenants.ExecuteAsync(connection, statement);
}
