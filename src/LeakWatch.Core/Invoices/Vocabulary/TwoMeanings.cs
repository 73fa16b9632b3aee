namespace LeakWatch.Core.Invoices.Vocabulary;

/// <summary>A phrase in several sections of one group, and the section that it counts for.</summary>
/// <param name="Counts">One section; several only where a phrase may speak for all of them at once.</param>
internal sealed record SharedPhrase(string Kind, string Text, IReadOnlyList<string> Counts, string Reason)
{
    /// <summary>The phrase counts for another section of the same group.</summary>
    public bool Loses(string section, IReadOnlyList<PhraseGroup> groups) =>
        !Counts.Contains(section)
        && groups.Any(group => group.Sections.Contains(section) && group.Sections.Contains(Counts[0]));
}

/// <summary>The phrases of <c>two-meanings.txt</c>; a test keeps every other to one meaning in its kind.</summary>
internal static class TwoMeanings
{
    public const string FileName = "two-meanings.txt";

    private static readonly Lazy<IReadOnlyList<SharedPhrase>> Listed = new(() => Parse(PhraseFile.Read(FileName)));

    public static IReadOnlyList<SharedPhrase> All => Listed.Value;

    public static Dictionary<string, SharedPhrase> Of(string kind) =>
        All.Where(phrase => phrase.Kind == kind).ToDictionary(phrase => phrase.Text);

    /// <summary>Reads <c>phrase = Section: reason</c> and <c>phrase = Section + Section: reason</c>.</summary>
    public static IReadOnlyList<SharedPhrase> Parse(string text) =>
        [.. PhraseFile.Parse(FileName, text).Phrases.Select(line => Shared(line.Section, line.Text))];

    private static SharedPhrase Shared(string kind, string line)
    {
        var parts = line.Split(" = ", 2);
        var colon = parts[^1].IndexOf(": ", StringComparison.Ordinal);
        return parts.Length == 2 && colon > 0
            ? new(kind, parts[0], parts[1][..colon].Split(" + "), parts[1][(colon + 2)..])
            : throw new InvalidOperationException($"{FileName} needs \"phrase = Section: reason\", not \"{line}\".");
    }
}
