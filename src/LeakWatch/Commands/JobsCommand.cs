using System.CommandLine;
using System.Text.Json;
using LeakWatch.Configuration;
using LeakWatch.Core;
using LeakWatch.Data;
using LeakWatch.Hosting;
using Npgsql;
using Spectre.Console;

namespace LeakWatch.Commands;

/// <summary><c>leakwatch jobs</c>: for operators, over the database alone, so that it works when api, worker and queue do not.</summary>
internal static class JobsCommand
{
    private const string Help = """
        Shows and moves the background jobs of all tenants, over DATABASE_URL alone.

        Usage: leakwatch jobs list [--json]
               leakwatch jobs dead [--json]
               leakwatch jobs retry JOB | --all
               leakwatch jobs drain [--timeout SECONDS]

          list     how many are unfinished, by kind and state, and since when
          dead     those that stopped: DEAD failed as often as they may, PARKED are of a release to come
          retry    lets one dead job, or all of them, run again; a worker begins within seconds
          drain    waits until none waits, is queued or runs (600 seconds by default): after uploads are stopped, before maintenance

        Exit codes: 0 done, 1 something was left (drain) or not found (retry), 2 wrong call, 3 the environment was wrong.
        """;

    private const int MaxJobs = 500;
    private const int DefaultTimeoutSeconds = 600;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly Argument<string> What = new("what");
    private static readonly Argument<string?> Job = new("job") { Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> All = new("--all");
    private static readonly Option<bool> Json = new("--json");
    private static readonly Option<int?> TimeoutSeconds = new("--timeout");

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal) => RunAsync(args, Settings.FromEnvironment(), terminal);

    public static Task<int> RunAsync(IReadOnlyList<string> args, IReadOnlyDictionary<string, string> environment, Terminal terminal) =>
        CommandCall.RunAsync(new Command("jobs") { What, Job, All, Json, TimeoutSeconds }, Help, args, terminal, async call =>
        {
            var settings = Settings.Read(environment, HostRole.Migrate);
            if (!settings.IsOk)
            {
                await terminal.Error.WriteLineAsync($"leakwatch jobs: {settings.Error.Message}");
                return ExitCode.Environment;
            }

            await using var source = NpgsqlDataSource.Create(settings.Value.DatabaseConnection);
            try
            {
                return (call.GetValue(What), call.GetValue(Job), call.GetValue(All)) switch
                {
                    ("list", null, false) => await ListAsync(source, call.GetValue(Json), terminal),
                    ("dead", null, false) => await DeadAsync(source, call.GetValue(Json), terminal),
                    ("retry", { } job, false) when Guid.TryParse(job, out var id) => await RetryAsync(source, one => one.JobId == id, terminal),
                    ("retry", null, true) => await RetryAsync(source, one => one.State == "DEAD", terminal),
                    ("drain", null, false) => await DrainAsync(source, TimeSpan.FromSeconds(call.GetValue(TimeoutSeconds) ?? DefaultTimeoutSeconds), terminal),
                    _ => CommandCall.Refuse(terminal, "jobs", new Error(ErrorKind.Invalid, "VALIDATION_ERROR", "say list, dead, retry JOB, retry --all or drain. See 'leakwatch jobs --help'.")),
                };
            }
            catch (NpgsqlException exception)
            {
                await terminal.Error.WriteLineAsync($"leakwatch jobs: the database of DATABASE_URL does not answer as it should ({exception.Message}); 'leakwatch doctor' says more.");
                return ExitCode.Environment;
            }
        });

    private static async Task<int> ListAsync(NpgsqlDataSource source, bool asJson, Terminal terminal)
    {
        var counts = await StoppedJobs.CountAsync(source, CancellationToken.None);
        if (asJson)
        {
            await terminal.Output.WriteLineAsync(JsonSerializer.Serialize(counts, Readable));
            return ExitCode.Done;
        }

        await terminal.Output.WriteAsync(counts.Count == 0 ? "No job is unfinished.\n" : "");
        Draw(terminal, ["kind", "state", "jobs", "oldest"], counts.Select(one => new[] { one.Name, one.State, $"{one.Jobs}", Time(one.Oldest) }));
        return ExitCode.Done;
    }

    private static async Task<int> DeadAsync(NpgsqlDataSource source, bool asJson, Terminal terminal)
    {
        var jobs = await StoppedJobs.ListAsync(source, MaxJobs, CancellationToken.None);
        if (asJson)
        {
            await terminal.Output.WriteLineAsync(JsonSerializer.Serialize(jobs, Readable));
            return ExitCode.Done;
        }

        await terminal.Output.WriteAsync(jobs.Count == 0 ? "No job has stopped.\n" : "");
        Draw(terminal, ["job", "kind", "state", "attempts", "why"],
            jobs.Select(one => new[] { $"{one.JobId}", one.Name, one.State, $"{one.Attempts}", one.ErrorMessage ?? one.ErrorCode ?? "" }));
        return ExitCode.Done;
    }

    private static async Task<int> RetryAsync(NpgsqlDataSource source, Func<StoppedJobView, bool> isMeant, Terminal terminal)
    {
        var database = new TenantDatabase(source);
        var retried = 0;
        foreach (var job in (await StoppedJobs.ListAsync(source, MaxJobs, CancellationToken.None)).Where(isMeant))
        {
            retried += await StoppedJobs.RetryAsync(database, job.OrganizationId, job.JobId, CancellationToken.None) is null ? 0 : 1;
        }

        await terminal.Error.WriteLineAsync(retried == 0 ? "leakwatch jobs: no such job has stopped; 'leakwatch jobs dead' lists those that have." : $"{retried} will run again.");
        return retried == 0 ? ExitCode.DoneWithFailures : ExitCode.Done;
    }

    private static async Task<int> DrainAsync(NpgsqlDataSource source, TimeSpan timeout, Terminal terminal)
    {
        var start = terminal.Time.GetTimestamp();
        while (true)
        {
            var left = (await StoppedJobs.CountAsync(source, CancellationToken.None)).Where(one => one.State is "WAITING" or "QUEUED" or "RUNNING").Sum(one => one.Jobs);
            if (left == 0)
            {
                await terminal.Error.WriteLineAsync("Nothing waits, is queued or runs.");
                return ExitCode.Done;
            }

            if (terminal.Time.GetElapsedTime(start) >= timeout)
            {
                await terminal.Error.WriteLineAsync($"leakwatch jobs: {left} are left after {timeout.TotalSeconds:0} s; 'leakwatch jobs list' shows which. Is a worker running?");
                return ExitCode.DoneWithFailures;
            }

            await Task.Delay(LookEvery, terminal.Time);
        }
    }

    private static void Draw(Terminal terminal, string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns([.. columns.Select(column => new TableColumn(column) { NoWrap = column == "job" })]);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        if (table.Rows.Count > 0)
        {
            terminal.Draw(console => console.Write(table));
        }
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
