using Hangfire;
using Hangfire.States;

namespace LeakWatch.Jobs;

/// <summary>Hangfire's client behind our one entry point.</summary>
internal sealed class HangfireQueue(IBackgroundJobClient client, JobStorage storage) : IJobQueue
{
    public void Announce(JobEnvelope envelope, string queue)
    {
        var json = envelope.Write();
        client.Create<JobRunner>(runner => runner.RunAsync(json, CancellationToken.None), new EnqueuedState(queue));
    }

    public bool IsEmpty()
    {
        var statistics = storage.GetMonitoringApi().GetStatistics();
        return statistics is { Enqueued: 0, Processing: 0 };
    }
}
