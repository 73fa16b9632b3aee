using System.Globalization;
using System.Text;

namespace LeakWatch.Core.Invoices.Vocabulary;

/// <param name="Rank">The number after <c>=</c>, or null.</param>
/// <param name="Line">From 1.</param>
internal readonly record struct PhraseLine(string Section, string Text, int? Rank, int Line);

/// <summary>A file of phrases: <c>[Section]</c>, one phrase a line, <c># comments</c>; README.md says more.</summary>
internal sealed record PhraseFile(string Name, IReadOnlyList<PhraseLine> Phrases, IReadOnlyList<string> Sections)
{
    private const string Folder = "LeakWatch.Core.Invoices.Vocabulary.";

    private static readonly string[] Names = [.. typeof(PhraseFile).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..])
        .Order(StringComparer.Ordinal)];

    /// <summary>Names of all embedded files.</summary>
    public static IReadOnlyList<string> AllNames => Names;

    /// <summary>The files of a kind, one for each language, by name.</summary>
    public static IEnumerable<PhraseFile> All(string kind) =>
        Names.Where(name => name.StartsWith($"{kind}.", StringComparison.Ordinal))
            .Select(name => Parse(name, Read(name)));

    public static PhraseFile Parse(string name, string text)
    {
        var phrases = new List<PhraseLine>();
        var sections = new List<string>();
        var number = 0;
        foreach (var untrimmed in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = untrimmed.Trim();
            if (line is [] or ['#', ..])
            {
                continue;
            }

            if (line is ['[', .. var section, ']'])
            {
                sections.Add(section.ToString());
                continue;
            }

            var (phrase, rank) = WithRank(line is ['\\', .. var escaped] ? escaped : line);
            phrases.Add(new(sections.LastOrDefault(""), phrase, rank, number));
        }

        return new(name, phrases, sections);
    }

    /// <summary>The text of an embedded file.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(PhraseFile).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"{name} is missing from the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static (string Phrase, int? Rank) WithRank(ReadOnlySpan<char> line)
    {
        var at = line.LastIndexOf(" = ");
        return at > 0 && int.TryParse(line[(at + 3)..], NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            ? (line[..at].TrimEnd().ToString(), rank)
            : (line.ToString(), null);
    }
}
