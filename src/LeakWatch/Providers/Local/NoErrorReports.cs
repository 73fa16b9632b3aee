namespace LeakWatch.Providers.Local;

/// <summary>Nobody is set up to hear: the log has it all.</summary>
internal sealed class NoErrorReports : IErrorReports, IMeasuredWork
{
    public void Report(Exception error, IReadOnlyDictionary<string, string> tags)
    {
    }

    public IMeasuredWork Measure(string name, IReadOnlyDictionary<string, string> tags) => this;

    public void Began(string schedule, TimeOnly at)
    {
    }

    public void Ended(string schedule, TimeOnly at, bool isDone)
    {
    }

    public void IsDone()
    {
    }

    public void Dispose()
    {
    }
}
