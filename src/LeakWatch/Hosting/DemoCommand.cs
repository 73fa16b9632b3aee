using System.CommandLine;
using LeakWatch.Core;
using LeakWatch.Data;
using Npgsql;

namespace LeakWatch.Hosting;

/// <summary><c>leakwatch demo seed</c>: a shop of a given size, for load tests.</summary>
internal static class DemoCommand
{
    private const string Help = """
        Fills a database with an invented shop of a given size, for load tests. Never where NODE_ENV is staging or production.

        Usage: leakwatch demo seed --line-items N [--findings N] [--name NAME] [--data FOLDER]

          --line-items N   in invoices of ten lines each
          --data FOLDER    of a running 'leakwatch up': the shop is one more of its owner's

        Without it the database is that of DATABASE_URL, and the shop has an organisation of its own. Prints the ids of the organisation and the shop.
        """;

    private static readonly Argument<string> What = new("seed");
    private static readonly Option<int> LineItems = new("--line-items");
    private static readonly Option<int> Findings = new("--findings");
    private static readonly Option<string?> Name = new("--name");
    private static readonly Option<string?> Data = new("--data");

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal) =>
        CommandCall.RunAsync(new Command("demo") { What, LineItems, Findings, Name, Data }, Help, args, terminal, async call =>
        {
            var environment = Settings.OfProcess().ToDictionary();
            if (call.GetValue(Data) is { } folder)
            {
                if (EmbeddedPostgres.FindRunning(folder) is not { } url)
                {
                    return CommandCall.Refuse(terminal, "demo", new Error(ErrorKind.Invalid, "VALIDATION_ERROR", $"nothing runs in {folder}; start 'leakwatch up --data {folder}' first."));
                }

                environment["DATABASE_URL"] = url;
            }

            var settings = Settings.Read(environment, HostRole.Migrate);
            if (!settings.IsOk)
            {
                return CommandCall.Refuse(terminal, "demo", settings.Error);
            }

            if (settings.Value.IsDeployed || call.GetValue(What) != "seed" || call.GetValue(LineItems) <= 0)
            {
                return CommandCall.Refuse(terminal, "demo",
                    new Error(ErrorKind.Invalid, "VALIDATION_ERROR", "say 'demo seed --line-items N' with N above 0, and not where NODE_ENV is staging or production."));
            }

            await using var source = NpgsqlDataSource.Create(settings.Value.DatabaseConnection);
            var (organization, shop) = await new DemoSeed(new TenantDatabase(source), terminal.Time)
                .SeedAsync(call.GetValue(Name) ?? "Seeded shop", call.GetValue(LineItems), call.GetValue(Findings), call.GetValue(Data) is null ? null : DemoStore.OrganizationId, CancellationToken.None);
            await terminal.Output.WriteLineAsync($"{organization} {shop}");
            return ExitCode.Done;
        });
}
