namespace LeakWatch.Providers;

/// <summary>Where those who mend the service see what broke, and when what comes round came. Tags are names, ids and numbers, never content.</summary>
internal interface IErrorReports
{
    /// <summary>Something that nobody expected, once.</summary>
    void Report(Exception error, IReadOnlyDictionary<string, string> tags);

    /// <summary>Begins to measure one piece of work of that name; what is reported until it is disposed belongs to it.</summary>
    IMeasuredWork Measure(string name, IReadOnlyDictionary<string, string> tags);

    /// <summary>Work that comes round each day has begun.</summary>
    /// <param name="at">When it is due, UTC.</param>
    void Began(string schedule, TimeOnly at);

    /// <summary>It has ended.</summary>
    void Ended(string schedule, TimeOnly at, bool isDone);
}

internal interface IMeasuredWork : IDisposable
{
    /// <summary>Said before it is disposed; work of which it is not said has failed.</summary>
    void IsDone();
}
