using System.CommandLine;
using LeakWatch.Configuration;
using LeakWatch.Core;
using LeakWatch.Data;
using LeakWatch.LocalPostgres;
using Npgsql;

namespace LeakWatch.Commands;

/// <summary><c>leakwatch demo seed</c>: a shop of a given size, for load tests.</summary>
internal static class DemoCommand
{
    private const string Help = """
        Fills a database with an invented shop of a given size, for load tests, or a development environment with the demo
        store. Never where NODE_ENV is staging or production.

        Usage: leakwatch demo seed --line-items N [--findings N] [--name NAME] [--data FOLDER]
               leakwatch demo load --api URL --samples FOLDER

          --line-items N   in invoices of ten lines each
          --data FOLDER    of a running 'leakwatch up': the shop is one more of its owner's
          --api URL        an api with LW_DEVELOPMENT_SIGN_IN, whose database is DATABASE_URL
          --samples FOLDER the demo store's documents and context (samples/ of the repository)

        Without it the database is that of DATABASE_URL, and the shop has an organisation of its own. Prints the ids of the organisation and the shop.
        """;

    private static readonly Argument<string> What = new("seed");
    private static readonly Option<int> LineItems = new("--line-items");
    private static readonly Option<int> Findings = new("--findings");
    private static readonly Option<string?> Name = new("--name");
    private static readonly Option<string?> Data = new("--data");
    private static readonly Option<string?> Api = new("--api");
    private static readonly Option<string?> Samples = new("--samples");

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal) =>
        CommandCall.RunAsync(new Command("demo") { What, LineItems, Findings, Name, Data, Api, Samples }, Help, args, terminal, async call =>
        {
            var environment = Settings.FromEnvironment().ToDictionary();
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

            if (!settings.Value.IsDeployed && call.GetValue(What) == "load"
                && Uri.TryCreate(call.GetValue(Api), UriKind.Absolute, out var api) && call.GetValue(Samples) is { } samples)
            {
                return await LoadAsync(settings.Value, api, samples, terminal);
            }

            if (settings.Value.IsDeployed || call.GetValue(What) != "seed" || call.GetValue(LineItems) <= 0)
            {
                return CommandCall.Refuse(terminal, "demo",
                    new Error(ErrorKind.Invalid, "VALIDATION_ERROR", "say 'demo seed --line-items N' with N above 0, or 'demo load --api URL --samples FOLDER', and not where NODE_ENV is staging or production."));
            }

            await using var source = NpgsqlDataSource.Create(settings.Value.DatabaseConnection);
            var (organization, shop) = await new DemoSeed(new TenantDatabase(source), terminal.Time)
                .SeedAsync(call.GetValue(Name) ?? "Seeded shop", call.GetValue(LineItems), call.GetValue(Findings), call.GetValue(Data) is null ? null : DemoStore.OrganizationId, CancellationToken.None);
            await terminal.Output.WriteLineAsync($"{organization} {shop}");
            return ExitCode.Done;
        });

    /// <summary>The demo store as <c>up</c> has it, through an api that runs elsewhere.</summary>
    private static async Task<int> LoadAsync(Settings settings, Uri api, string samples, Terminal terminal)
    {
        var context = await DetectionSettings.LoadAsync(Path.Combine(samples, "context.json"), null, terminal.Time);
        var found = DocumentFolder.Find([Path.Combine(samples, "store")]);
        if ((context.Error ?? found.Error) is { } error)
        {
            return CommandCall.Refuse(terminal, "demo", error);
        }

        await using var source = NpgsqlDataSource.Create(settings.DatabaseConnection);
        var database = new TenantDatabase(source);
        await DemoStore.EnsureAsync(database, context.Value!.Context, terminal.Time.GetUtcNow(), CancellationToken.None);
        await new DemoUpload(api, settings.BaseUrl, DemoStore.ShopId).UploadAsync(found.Value!.Files, terminal, CancellationToken.None);
        await LeakSummary.WriteAsync(database, DemoStore.OrganizationId, DemoStore.ShopId, terminal, CancellationToken.None);
        return ExitCode.Done;
    }
}
