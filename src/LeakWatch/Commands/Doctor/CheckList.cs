namespace LeakWatch.Commands.Doctor;

internal enum CheckState
{
    Ok,
    Failed,

    /// <summary>The other side does not tell, or was not asked: a person looks.</summary>
    Unknown,

    /// <summary>Not configured, and that is allowed.</summary>
    Off,
}

/// <param name="Fix">What to do next, where there is something.</param>
internal sealed record CheckResult(string What, CheckState State, string Detail, string? Fix = null);

/// <summary>What a group of checks found, in its order. What was found before a group failed stands.</summary>
internal sealed class CheckList
{
    private readonly List<CheckResult> results = [];

    public IReadOnlyList<CheckResult> Results => results;

    public void Ok(string what, string detail) => results.Add(new(what, CheckState.Ok, detail));

    public void Failed(string what, string detail, string fix) => results.Add(new(what, CheckState.Failed, detail, fix));

    public void Unknown(string what, string detail, string fix) => results.Add(new(what, CheckState.Unknown, detail, fix));

    public void Off(string what, string detail) => results.Add(new(what, CheckState.Off, detail));

    public void Require(bool holds, string what, string ok, string failed, string fix)
    {
        if (holds)
        {
            Ok(what, ok);
        }
        else
        {
            Failed(what, failed, fix);
        }
    }
}
