namespace LeakWatch.Core.Invoices.Vocabulary;

/// <summary>Sections whose phrases answer one question, so that a phrase stands in only one of them.</summary>
internal sealed record PhraseGroup(params string[] Sections)
{
    /// <summary>A section for each value of an enum.</summary>
    public static PhraseGroup Of<T>()
        where T : struct, Enum => new(Enum.GetNames<T>());

    /// <summary>Sections called <c>Prefix.Name</c>.</summary>
    public static PhraseGroup Of(string prefix, params IEnumerable<string> names) =>
        new([.. names.Select(name => $"{prefix}.{name}")]);
}

/// <param name="Rank">The lower is the better phrase of its section.</param>
internal readonly record struct RankedPhrase(string Text, int Rank);

/// <summary>Phrases of one kind: the files <c>kind.language.txt</c>, their sections, how they are written.</summary>
/// <param name="normal">A phrase as it is compared. The files hold only this form; a test keeps it so.</param>
internal sealed class PhraseKind(string name, Func<string, string> normal, params PhraseGroup[] groups)
{
    // Phrases that somebody adds without a number come after all that have one.
    private const int Unranked = 1_000;

    private readonly Lazy<Dictionary<string, List<RankedPhrase>>> sections = new(() => Load(name, groups));

    public string Name => name;

    public IReadOnlyList<PhraseGroup> Groups => groups;

    public string Normal(string phrase) => normal(phrase);

    /// <summary>Phrases of a section in all languages; none when no file has the section.</summary>
    public IEnumerable<string> this[string section] => Ranked(section).Select(phrase => phrase.Text);

    /// <summary>The same, the best first.</summary>
    public IReadOnlyList<RankedPhrase> Ranked(string section) => sections.Value.GetValueOrDefault(section) ?? [];

    private static Dictionary<string, List<RankedPhrase>> Load(string kind, PhraseGroup[] groups)
    {
        var meanings = TwoMeanings.Of(kind);
        var sections = new Dictionary<string, List<RankedPhrase>>();
        foreach (var line in PhraseFile.All(kind).SelectMany(file => file.Phrases))
        {
            if (meanings.TryGetValue(line.Text, out var shared) && shared.Loses(line.Section, groups))
            {
                continue;
            }

            if (!sections.TryGetValue(line.Section, out var phrases))
            {
                sections.Add(line.Section, phrases = []);
            }

            phrases.Add(new(line.Text, line.Rank ?? Unranked + phrases.Count));
        }

        foreach (var section in sections.Keys)
        {
            sections[section] = [.. sections[section].OrderBy(phrase => phrase.Rank).DistinctBy(phrase => phrase.Text)];
        }

        return sections;
    }
}
