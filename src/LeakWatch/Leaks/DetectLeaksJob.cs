using LeakWatch.Jobs;

namespace LeakWatch.Leaks;

internal sealed class DetectLeaksJob : IJob
{
    public Task RunAsync(JobRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task GiveUpAsync(JobRun run, Exception? reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
