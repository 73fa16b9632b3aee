using Hangfire;
using Hangfire.States;

namespace LeakWatch.Jobs;

/// <summary>Hangfire's client behind our one entry point.</summary>
internal sealed class HangfireQueue(IBackgroundJobClient client) : IJobQueue
{
    public void Announce(JobEnvelope envelope, string queue)
    {
        var json = envelope.Write();
        client.Create<JobRunner>(runner => runner.RunAsync(json, CancellationToken.None), new EnqueuedState(queue));
    }
}
