namespace LeakWatch.Extraction;

/// <summary>Names that strangers gave to files.</summary>
internal static class FileNames
{
    private const int LongestName = 200;

    /// <summary>Its last path segment, for people; never used as a path.</summary>
    public static string Safe(string? name)
    {
        var last = (name ?? "").Replace('\\', '/').TrimEnd('/').Split('/')[^1];
        var clean = CleanText.Of(last);
        return clean.Length == 0 ? "unnamed"
            : clean.Length <= LongestName ? clean
            // Half a character can be stored nowhere.
            : clean[..(char.IsHighSurrogate(clean[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }
}
