namespace LeakWatch.Core.Text;

/// <summary>The date of what has none; sentences say "an unknown date" for it.</summary>
public static class UnknownDate
{
    /// <summary>Before every date that a document can have.</summary>
    public static readonly DateOnly Value = new(1900, 1, 1);
}
