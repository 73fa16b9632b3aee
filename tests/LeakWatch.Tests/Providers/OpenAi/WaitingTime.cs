using System.Collections.Concurrent;

namespace LeakWatch.Tests.Providers.OpenAi;

/// <summary>
/// Time in which no test waits: pauses between tries are over at once and are written down, and the limit of a try runs out when the test says so.
/// </summary>
internal sealed class WaitingTime(TimeSpan tryLimit) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> pauses = new();
    private readonly ConcurrentBag<Limit> limits = [];

    public static DateTimeOffset Now { get; } = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Pauses => [.. pauses];

    public override DateTimeOffset GetUtcNow() => Now;

    public void RunOutLimits()
    {
        foreach (var limit in limits)
        {
            limit.RunOut();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == tryLimit)
        {
            var limit = new Limit(callback, state);
            limits.Add(limit);
            return limit;
        }

        pauses.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private sealed class Limit(TimerCallback callback, object? state) : ITimer
    {
        private int isOver;

        public void RunOut()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => Interlocked.Exchange(ref isOver, 1);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
