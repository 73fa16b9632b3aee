using Hangfire.Redis.StackExchange;
using Hangfire.Server;
using StackExchange.Redis;

namespace LeakWatch.Hosting;

/// <summary>
/// Hangfire's storage on Redis whose own rounds are rare: each minute it would look through its queues for jobs of dead workers, 15 commands that are paid for, while
/// lost work is found in Postgres within seconds (<see cref="Jobs.WorkerLoop"/>).
/// </summary>
internal sealed class QuietRedisStorage(IConnectionMultiplexer redis, RedisStorageOptions options) : RedisStorage(redis, options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    // What a storage does beside the jobs has this one name until Hangfire 2.
#pragma warning disable CS0618, CS0672
    public override IEnumerable<IServerComponent> GetComponents() => base.GetComponents().Select(component => new Rare(component));

    private sealed class Rare(IServerComponent component) : IServerComponent
    {
        public void Execute(CancellationToken cancellationToken)
        {
            component.Execute(cancellationToken);
            cancellationToken.WaitHandle.WaitOne(Pause);
        }

        public override string ToString() => $"{component}, every {Pause.TotalMinutes:0} minutes";
    }
#pragma warning restore CS0618, CS0672
}
