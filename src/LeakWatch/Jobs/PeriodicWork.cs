using System.Diagnostics.CodeAnalysis;

namespace LeakWatch.Jobs;

/// <summary>Work of a background service that comes round again and again.</summary>
internal static class PeriodicWork
{
    /// <summary>Until it stops. A round that fails is told, and ends that round and not the service.</summary>
    /// <param name="beginsAtOnce">False: the first round comes after one pause.</param>
    [SuppressMessage("Design", "CA1031", Justification = "The next round tries again, whatever went wrong in this one.")]
    public static async Task RunAsync(
        TimeSpan pause, TimeProvider time, Func<CancellationToken, Task> round, Action<Exception> onFailure, CancellationToken stoppingToken, bool beginsAtOnce = true)
    {
        using var timer = new PeriodicTimer(pause, time);
        var isDue = beginsAtOnce;
        while (isDue || (!stoppingToken.IsCancellationRequested && await timer.WaitForNextTickAsync(stoppingToken)))
        {
            isDue = false;
            try
            {
                await round(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                onFailure(exception);
            }
        }
    }
}
