using LeakWatch.Core.Operations;
using LeakWatch.Jobs;
using LeakWatch.Observability;
using LeakWatch.Providers;
using Npgsql;

namespace LeakWatch.Operations;

/// <summary>
/// Tells operators when something is wrong, and when it is over, without any vendor but the one that carries the message. Once a minute over all
/// workers: load → decide → save → announce, two short transactions while all is well, and nothing of the queue.
/// </summary>
/// <param name="watched">Names of the schedules that this configuration has.</param>
internal sealed partial class Watcher(
    NpgsqlDataSource source, Schedules schedules, IServiceScopeFactory scopes, WatchedSchedules watched, TimeProvider time, ILogger<Watcher> logger)
    : BackgroundService
{
    public const string Schedule = "Watch";

    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <summary>Shorter than a minute, so that each minute has its look; longer than one may take, so that two are never under way.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(50);

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(40);

    /// <summary>One look, unless another worker has just done it.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!await schedules.TakeAsync(Schedule, Lease, cancellationToken))
        {
            return;
        }

        var state = await Alerts.LoadAsync(source, watched.Names, cancellationToken);
        Telemetry.Looked(state.Seen, state.Documents);
        var steps = AlertRules.Decide(state.Seen, state.Known, state.Now);
        await using var services = scopes.CreateAsyncScope();
        var channels = services.ServiceProvider.GetServices<IAlertChannel>().ToList();
        IReadOnlyList<string> names = [.. channels.Select(channel => channel.Name)];
        if (steps.Count > 0)
        {
            await Alerts.SaveAsync(source, steps, names, cancellationToken);
        }

        // A notice that was replaced before it was told need not be told any more.
        var older = state.PendingChannels.Where(notice => steps.All(step => step.Notice.Kind != notice.Notice.Kind));
        foreach (var notice in older.Concat(steps.Select(step => new PendingNotice(step.Notice, names))))
        {
            await SendAsync(notice, channels, cancellationToken);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        PeriodicWork.RunAsync(LookEvery, time, LookInTimeAsync, failure => Log.LookFailed(logger, failure.GetType().Name, failure.Message), stoppingToken, beginsAtOnce: false);

    private async Task LookInTimeAsync(CancellationToken stoppingToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(TimeLimit);
        await LookAsync(limit.Token);
    }

    private async Task SendAsync(PendingNotice pending, IReadOnlyList<IAlertChannel> channels, CancellationToken cancellationToken)
    {
        Log.Alert(logger, pending.Notice.Title, pending.Notice.Text);
        foreach (var channel in channels.Where(channel => pending.Channels.Contains(channel.Name, StringComparer.Ordinal)))
        {
            try
            {
                await channel.SendAsync(pending.Notice, cancellationToken);
                await Alerts.ToldAsync(source, pending.Notice.Kind, channel.Name, cancellationToken);
            }
            catch (VendorUnavailableException outage)
            {
                Log.NotTold(logger, channel.Name, outage.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Title}: {Details}")]
        public static partial void Alert(ILogger logger, string title, string details);

        [LoggerMessage(Level = LogLevel.Warning, Message = "An alert did not reach {Channel} ({Reason}); it is tried again in a minute.")]
        public static partial void NotTold(ILogger logger, string channel, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The watcher's look failed ({Kind}: {Reason}); the next one tries again.")]
        public static partial void LookFailed(ILogger logger, string kind, string reason);
    }
}

/// <summary>Work that should come round in this configuration.</summary>
internal sealed record WatchedSchedules(IReadOnlyList<string> Names);
