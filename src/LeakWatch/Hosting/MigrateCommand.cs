using LeakWatch.Data;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary><c>leakwatch migrate</c>: the database's schema, roles and policies for this release.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(Terminal terminal)
    {
        var settings = Settings.Read(Settings.OfProcess(), HostRole.Migrate);
        if (!settings.IsOk)
        {
            await terminal.Error.WriteLineAsync("leakwatch migrate: " + settings.Error.Message);
            return ExitCode.WrongCall;
        }

        try
        {
            var applied = await DatabaseMigration.ApplyAsync(
                settings.Value.MigrateConnection, DatabaseUrl.UserOf(settings.Value.DatabaseConnection), CancellationToken.None);
            await terminal.Error.WriteLineAsync(applied.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", applied)}.");
            return ExitCode.Done;
        }
        catch (NpgsqlException exception)
        {
            await terminal.Error.WriteLineAsync($"leakwatch migrate: the database cannot be migrated ({exception.Message}); check DATABASE_MIGRATE_URL and that its login owns the database.");
            return ExitCode.Environment;
        }
    }
}
