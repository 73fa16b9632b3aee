using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LeakWatch.Core;
using LeakWatch.LocalPostgres;
using LeakWatch.Tests.Services;
using Npgsql;

namespace LeakWatch.Tests.LocalPostgres;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public EmbeddedPostgresTests()
    {
        // Run by root, the server is another account and must be able to pass through.
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DataFolder => Path.Combine(folder.Path, "postgres", "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_first_start_makes_a_database_whose_login_owns_nothing_and_bypasses_nothing()
    {
        await using var postgres = await StartedAsync(isDurable: true);

        await using var login = await ConnectAsync(postgres.DatabaseUrl);
        await using var owner = await ConnectAsync(postgres.MigrateUrl);

        Assert.Equal("leakwatch leakwatch f f f f", await RightsAsync(login));
        Assert.Equal("leakwatch leakwatch_owner f f t f", await RightsAsync(owner));
        Assert.Equal("leakwatch_owner", await TextAsync(login, "select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()"));
        Assert.Equal("UTF8 UTC on", await TextAsync(login, "select current_setting('server_encoding') || ' ' || current_setting('timezone') || ' ' || current_setting('fsync')"));
    }

    [Fact]
    public async Task A_second_start_keeps_the_data_and_the_passwords()
    {
        string passwords;
        await using (var first = await StartedAsync())
        {
            await using var owner = await ConnectAsync(first.MigrateUrl);
            await ExecuteAsync(owner, "create schema leakwatch; create table leakwatch.kept (n int); insert into leakwatch.kept values (42)");
            passwords = new Uri(first.DatabaseUrl).UserInfo;
        }

        await using var second = await StartedAsync();

        await using var again = await ConnectAsync(second.MigrateUrl);
        Assert.Equal("42", await TextAsync(again, "select n::text from leakwatch.kept"));
        Assert.Equal(passwords, new Uri(second.DatabaseUrl).UserInfo);
    }

    [Fact]
    public async Task Committed_rows_survive_a_killed_server_even_while_an_orphaned_query_holds_its_memory()
    {
        var first = await StartedAsync();
        await using var owner = await ConnectAsync(first.MigrateUrl);
        await ExecuteAsync(owner, "create schema leakwatch; create table leakwatch.kept as select generate_series(1, 1000) n");
        // Busy, not asleep: a backend that waits for its client notices the server's end, this one does not.
        var busy = ExecuteAsync(owner, "do $$ begin loop perform 1; end loop; end $$");
        await UntilBusyAsync(first);

        using (var server = Process.GetProcessById(first.ProcessId))
        {
            server.Kill();
            await server.WaitForExitAsync(Token);
        }

        // The killed LeakWatch freed its lock; the orphan lives on.
        await using var second = await AfterACrashAsync(first);

        await using var again = await ConnectAsync(second.MigrateUrl);
        Assert.Equal("1000", await TextAsync(again, "select count(*)::text from leakwatch.kept"));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => busy);
    }

    [Fact]
    public async Task What_a_killed_LeakWatch_left_running_is_ended_and_started_anew()
    {
        var left = await StartedAsync();
        var processId = left.ProcessId;

        await using var next = await AfterACrashAsync(left);

        Assert.NotEqual(processId, next.ProcessId);
        Assert.False(IsRunning(processId));
    }

    [Fact]
    public async Task A_second_LeakWatch_on_the_same_folder_is_refused_and_told_who_has_it()
    {
        await using var first = await StartedAsync();

        var second = await StartAsync();

        Assert.Equal("POSTGRES_IN_USE", second.Error?.Code);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), second.Error!.Message, StringComparison.Ordinal);
        await using var connection = await ConnectAsync(first.DatabaseUrl);
        Assert.Equal("1", await TextAsync(connection, "select '1'"));
    }

    [Fact]
    public async Task Data_of_another_major_version_are_refused_and_left_alone()
    {
        await using (await StartedAsync())
        {
        }

        var version = Path.Combine(DataFolder, "PG_VERSION");
        await File.WriteAllTextAsync(version, "9\n", Token);

        var refused = await StartAsync();

        Assert.Equal("POSTGRES_VERSION_MISMATCH", refused.Error?.Code);
        Assert.Contains("PostgreSQL 9", refused.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("9\n", await File.ReadAllTextAsync(version, Token));
    }

    [Fact]
    public async Task Data_without_their_passwords_are_refused_and_left_alone()
    {
        await using (await StartedAsync())
        {
        }

        await File.WriteAllTextAsync(Path.Combine(folder.Path, "postgres", "secrets.json"), "{", Token);

        var refused = await StartAsync();

        Assert.Equal("POSTGRES_NOT_STARTED", refused.Error?.Code);
        Assert.True(Directory.Exists(DataFolder));
    }

    [Fact]
    public async Task A_first_start_that_is_ended_in_the_middle_leaves_nothing_running()
    {
        var options = await OptionsAsync();
        using var stop = new CancellationTokenSource();
        var starting = EmbeddedPostgres.StartAsync(options, stop.Token);
        while (!starting.IsCompleted && !IsNamedByAProcess(DataFolder))
        {
            await Task.Yield();
        }

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        Assert.False(IsNamedByAProcess(DataFolder));
    }

    [Fact]
    public async Task Half_a_first_start_is_thrown_away()
    {
        folder.Write("postgres/data.new/PG_VERSION", "15");

        await using var postgres = await StartedAsync();

        Assert.False(Directory.Exists($"{DataFolder}.new"));
    }

    [Fact]
    public async Task Nothing_listens_beyond_loopback_and_no_one_enters_without_a_password()
    {
        await using var postgres = await StartedAsync();

        Assert.Equal(["0100007F"], ListeningAddresses(postgres.Port));
        var stranger = new NpgsqlConnectionStringBuilder(ConnectionString(postgres.DatabaseUrl)) { Password = "guessed" };
        await using var connection = new NpgsqlConnection(stranger.ConnectionString);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Token));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task Data_and_passwords_can_be_read_by_their_owner_alone()
    {
        await using var postgres = await StartedAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "postgres", "secrets.json")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(DataFolder));
    }

    [Fact]
    public async Task A_folder_without_programs_is_named()
    {
        var refused = await EmbeddedPostgres.StartAsync(new() { Folder = folder.Path, ProgramsFolder = "/nowhere" }, Token);

        Assert.Equal("POSTGRES_NOT_FOUND", refused.Error?.Code);
        Assert.Contains("/nowhere", refused.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_to_which_the_servers_account_may_not_pass_is_named()
    {
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var started = await StartAsync();
        await using var postgres = started.Value;

        // Where it is not root who starts it, both are one account.
        Assert.Equal(Environment.IsPrivilegedProcess ? "POSTGRES_NOT_STARTED" : null, started.Error?.Code);
        Assert.True(started.IsOk || started.Error.Message.Contains($"may not pass to {DataFolder}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_taken_port_says_so()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var refused = await EmbeddedPostgres.StartAsync(
            await OptionsAsync() with { Port = ((IPEndPoint)other.LocalEndpoint).Port }, Token);

        Assert.Equal("POSTGRES_NOT_STARTED", refused.Error?.Code);
        Assert.Contains("Address already in use", refused.Error!.Message, StringComparison.Ordinal);
    }

    private async Task<Result<EmbeddedPostgres>> StartAsync(bool isDurable = false) =>
        await EmbeddedPostgres.StartAsync(await OptionsAsync() with { IsDurable = isDurable }, Token);

    private async Task<EmbeddedPostgresOptions> OptionsAsync() =>
        new() { Folder = folder.Path, ProgramsFolder = await PostgresVersions.FolderAsync(PostgresVersions.Default), IsDurable = false };

    private async Task<EmbeddedPostgres> StartedAsync(bool isDurable = false)
    {
        var started = await StartAsync(isDurable);
        Assert.True(started.IsOk, started.Error?.Message);
        return started.Value;
    }

    /// <summary>The state that kill -9 of LeakWatch leaves: its lock gone, its servers still there.</summary>
    private async Task<EmbeddedPostgres> AfterACrashAsync(EmbeddedPostgres crashed)
    {
        crashed.ReleaseLock();
        return await StartedAsync();
    }

    private static async Task UntilBusyAsync(EmbeddedPostgres postgres)
    {
        await using var superuser = await ConnectAsync(postgres.SuperuserUrl);
        while (await TextAsync(superuser, "select count(*)::text from pg_stat_activity where usename = 'leakwatch_owner' and state = 'active' and query like 'do %'") != "1")
        {
            await Task.Delay(10, Token);
        }
    }

    private static bool IsRunning(int processId) => Directory.Exists($"/proc/{processId}") && !File.ReadAllText($"/proc/{processId}/stat").Contains(") Z ", StringComparison.Ordinal);

    /// <summary>Local addresses, in the kernel's hexadecimal, of all sockets that listen on a port (state 0A), IPv4 and IPv6.</summary>
    private static List<string> ListeningAddresses(int port) =>
    [
        .. from file in new[] { "/proc/net/tcp", "/proc/net/tcp6" }
           where File.Exists(file)
           from line in File.ReadLines(file).Skip(1)
           let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           where fields[3] == "0A" && fields[1].EndsWith($":{port:X4}", StringComparison.Ordinal)
           select fields[1].Split(':')[0],
    ];

    private static bool IsNamedByAProcess(string path) => Directory.EnumerateDirectories("/proc").Any(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(path, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    private static Task<string> RightsAsync(NpgsqlConnection connection) => TextAsync(
        connection,
        "select concat_ws(' ', current_database(), rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb) from pg_roles where rolname = current_user");

    private static async Task<NpgsqlConnection> ConnectAsync(string url)
    {
        var connection = new NpgsqlConnection(ConnectionString(url));
        await connection.OpenAsync(Token);
        return connection;
    }

    private static string ConnectionString(string url)
    {
        var uri = new Uri(url);
        var user = uri.UserInfo.Split(':');
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port,
            Username = user[0],
            Password = user[1],
            Database = uri.AbsolutePath[1..],
            Pooling = false,
        }.ConnectionString;
    }

    private static async Task<string> TextAsync(NpgsqlConnection connection, string query)
    {
        await using var command = new NpgsqlCommand(query, connection);
        return Assert.IsType<string>(await command.ExecuteScalarAsync(Token));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(Token);
    }
}
