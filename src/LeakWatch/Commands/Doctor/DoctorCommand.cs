using System.CommandLine;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using LeakWatch.Configuration;
using Spectre.Console;

namespace LeakWatch.Commands.Doctor;

/// <summary><c>leakwatch doctor</c>: talks to everything that is configured and says what is wrong and how to mend it.</summary>
internal static class DoctorCommand
{
    private const string Help = """
        Talks to what the environment configures (database, Redis, bucket, OpenAI, Mailgun, Sentry) and says what is wrong and how to mend it.

        Usage: leakwatch doctor [--json]

          --json    one JSON array of { what, state, detail, fix }; state is OK, FAILED, UNKNOWN or OFF

        It writes one small file to the bucket and deletes it, and sends Sentry an empty report; no mail, no question to a language
        model, no change in the database. Each part has a minute; one that took longer than 15 seconds is called slow, which is no
        failure. Secrets are never printed. Exit codes: 0 nothing failed, 1 something did, 2 wrong call.
        """;

    private static readonly Option<bool> Json = new("--json");

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Of each part. A small machine that has just started needs a good deal of it.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Longer is worth a look.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(15);

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal) =>
        CommandCall.RunAsync(new Command("doctor") { Json }, Help, args, terminal, async call =>
        {
            var results = await ExamineAsync(Settings.FromEnvironment(), Limit);
            if (call.GetValue(Json))
            {
                await terminal.Output.WriteLineAsync(JsonSerializer.Serialize(
                    results.Select(result => new { result.What, State = result.State.ToString().ToUpperInvariant(), result.Detail, result.Fix }), Readable));
            }
            else
            {
                terminal.Draw(console => Write(console, results));
            }

            return results.Any(result => result.State is CheckState.Failed) ? ExitCode.DoneWithFailures : ExitCode.Done;
        });

    /// <param name="limit">Of each part; they are looked at side by side.</param>
    /// <param name="slow">A part that took longer is said to be slow; <see cref="Slow"/> when it is not given.</param>
    public static async Task<IReadOnlyList<CheckResult>> ExamineAsync(
        IReadOnlyDictionary<string, string> environment, TimeSpan limit, TimeSpan? slow = null)
    {
        Task<CheckList> WithinAsync(string part, Func<CheckList, CancellationToken, Task> examine) =>
            DoctorCommand.WithinAsync(part, limit, slow ?? Slow, examine);
        var reading = new SettingsReading(environment, [HostRole.Api, HostRole.Worker]);
        var settings = reading.Read();
        var configuration = new CheckList();
        foreach (var problem in reading.Problems)
        {
            configuration.Failed("configuration", problem, "docs/operations/configuration.md explains each variable.");
        }

        if (reading.Problems.Count == 0)
        {
            configuration.Ok("configuration", $"complete for {settings.Environment.Name}");
        }

        using var http = new HttpClient();
        var groups = await Task.WhenAll(
            WithinAsync("database", (results, token) => DatabaseChecks.RunAsync(settings, results, token)),
            WithinAsync("redis", (results, token) => RedisChecks.RunAsync(settings, results, token)),
            WithinAsync("bucket", (results, token) => ObjectStoreChecks.RunAsync(settings, http, results, token)),
            WithinAsync("openai", (results, token) => AccountChecks.OpenAiAsync(settings, http, results, token)),
            WithinAsync("mailgun", (results, token) => AccountChecks.MailgunAsync(environment, http, results, token)),
            WithinAsync("sentry", (results, token) => AccountChecks.SentryAsync(environment, http, results, token)));
        var secrets = new KnownSecrets(environment);
        return [.. configuration.Results.Concat(groups.SelectMany(group => group.Results)).Select(result => result with { Detail = secrets.Hide(result.Detail) })];
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a part throws is what is wrong with it; the others are looked at all the same.")]
    private static async Task<CheckList> WithinAsync(
        string part, TimeSpan limit, TimeSpan slow, Func<CheckList, CancellationToken, Task> examine)
    {
        var results = new CheckList();
        var start = Stopwatch.GetTimestamp();
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await examine(results, patience.Token).WaitAsync(patience.Token);
            var taken = Stopwatch.GetElapsedTime(start);
            if (taken > slow && results.Results.Any(result => result.State is not CheckState.Off))
            {
                results.Unknown(
                    part,
                    string.Create(CultureInfo.InvariantCulture, $"slow: it took {taken.TotalSeconds:0.0} s"),
                    "This machine is busy or far away: ask again, and look at the region if it stays slow.");
            }
        }
        catch (Exception) when (patience.IsCancellationRequested)
        {
            results.Failed(part, $"no answer within {limit.TotalSeconds:0.#} s", "Check the address, and that this machine may connect to it.");
        }
        catch (Exception exception)
        {
            results.Failed(part, $"{exception.GetType().Name}: {exception.Message}", "Check the variables of this part.");
        }

        return results;
    }

    private static void Write(IAnsiConsole console, IReadOnlyList<CheckResult> results)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("", "what", "found");
        foreach (var result in results)
        {
            var colour = result.State switch
            {
                CheckState.Ok => "green",
                CheckState.Failed => "red",
                CheckState.Unknown => "yellow",
                CheckState.Off => "grey",
            };
            table.AddRow($"[{colour}]{result.State.ToString().ToUpperInvariant()}[/]", Markup.Escape(result.What), Markup.Escape(result.Fix is null ? result.Detail : $"{result.Detail}\n→ {result.Fix}"));
        }

        console.Write(table);
    }
}
