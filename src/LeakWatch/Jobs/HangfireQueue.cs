using Hangfire;
using Hangfire.States;

namespace LeakWatch.Jobs;

/// <summary>Hangfire's client behind our one entry point.</summary>
internal sealed class HangfireQueue(IBackgroundJobClient client) : IJobQueue
{
    public void Announce(JobEnvelope envelope, string queue) => Announce(envelope.Write(), queue);

    public void Announce(ProbeEnvelope probe, string queue) => Announce(probe.Write(), queue);

    private void Announce(string json, string queue) =>
        client.Create<JobRunner>(runner => runner.RunAsync(json, CancellationToken.None), new EnqueuedState(queue));
}
