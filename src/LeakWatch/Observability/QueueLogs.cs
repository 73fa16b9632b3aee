using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace LeakWatch.Observability;

/// <summary>Hangfire keeps its log provider in a static field: the one of a host that has ended must not fail the next host of the process.</summary>
internal sealed class QueueLogs(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider provider = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return provider.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    private sealed class Silence : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string> messageFunc, Exception exception) => false;
    }
}
