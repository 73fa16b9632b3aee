using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.Reading;
using LeakWatch.Core.Invoices.Statements;
using LeakWatch.Core.Invoices.Vocabulary;

namespace LeakWatch.Core.Tests.Invoices;

public sealed class PhraseFilesTests
{
    private static readonly PhraseKind[] Kinds =
    [
        ReadingPhrases.Labels, ReadingPhrases.Columns, ReadingPhrases.Titles, ReadingPhrases.Terms,
        ReadingPhrases.Hints, ReadingPhrases.Sentences, ReadingPhrases.Parties, ReadingPhrases.Countries,
        DatePhrases.Kind, StatementPhrases.Columns, StatementPhrases.Statements, StatementPhrases.Banks,
    ];

    public static TheoryData<string> Names => [.. Kinds.Select(kind => kind.Name)];

    [Fact]
    public void A_file_is_named_by_its_kind_and_language() =>
        Assert.All(PhraseFile.AllNames.Except([TwoMeanings.FileName]), name =>
        {
            var parts = name.Split('.');
            Assert.Equal(3, parts.Length);
            Assert.Contains(parts[0], Names.Select(row => row.Data));
            Assert.Matches("^(any|[a-z]{2})$", parts[1]);
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_have_known_sections_with_phrases_in_normal_form(string name)
    {
        var kind = KindOf(name);
        Assert.Empty(PhraseFile.All(name).SelectMany(file => ProblemsIn(file, kind)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_phrase_has_one_meaning_unless_it_is_listed(string name)
    {
        var listed = TwoMeanings.Of(name);
        var unlisted = Shared(KindOf(name), PhraseFile.All(name)).ExceptBy(listed.Keys, shared => shared.Text);
        Assert.Empty(unlisted.Select(shared => $"{shared.Text}: {string.Join(", ", shared.Sections)}"));
    }

    [Fact]
    public void A_listed_phrase_stands_in_two_sections_and_has_a_reason() =>
        Assert.All(TwoMeanings.All, listed =>
        {
            var phrases = Shared(KindOf(listed.Kind), PhraseFile.All(listed.Kind));
            var (_, sections) = Assert.Single(phrases, shared => shared.Text == listed.Text);
            Assert.Subset(sections.ToHashSet(), listed.Counts.ToHashSet());
            Assert.True(listed.Reason.Length > 10, $"{listed.Text} needs a reason.");
            var mayBeBoth = listed.Kind == StatementPhrases.Columns.Name;
            Assert.True(listed.Counts.Count == 1 || mayBeBoth, $"{listed.Text} may count once.");
        });

    [Theory]
    [InlineData("[Totals]\ntotaal", "section Totals is unknown")]
    [InlineData("[Total]\n# nothing\n[Tax]\nbtw", "section Total is empty")]
    [InlineData("totaal", "\"totaal\" has no section")]
    [InlineData("[Total]\nTotaal", "\"Totaal\" must be written \"totaal\"")]
    [InlineData("[Total]\nnúmero", "\"número\" must be written \"numero\"")]
    [InlineData("[Total]\ntotaal  incl", "\"totaal  incl\" must be written \"totaal incl\"")]
    [InlineData("[Total]\ntotaal\ntotaal", "\"totaal\" stands twice in Total")]
    [InlineData("[Total]\ntotaal\n[Tax]\nbtw\n[Total]\nsom", "section Total stands twice")]
    [InlineData("[Total]\ntotaal = 3", "\"totaal\" needs no number")]
    public void A_mistake_in_a_file_is_noticed(string text, string problem) =>
        Assert.Contains(ProblemsIn(PhraseFile.Parse("labels.nl.txt", text), ReadingPhrases.Labels),
            found => found.EndsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void A_phrase_in_two_sections_of_two_languages_is_noticed()
    {
        var english = PhraseFile.Parse("labels.en.txt", "[Tax]\nvat\ntax\n[Qualifier.Subtotal]\ntax");
        var dutch = PhraseFile.Parse("labels.nl.txt", "[TaxId]\nvat");
        Assert.Equal(["vat"], Shared(ReadingPhrases.Labels, [english, dutch]).Select(shared => shared.Text));
    }

    [Fact]
    public void A_file_is_read_with_its_comments_sections_and_numbers()
    {
        var file = PhraseFile.Parse("columns.nl.txt",
            "# Dutch\n\n[Amount]\nbedrag = 4\r\n  totaal  \n[Position]\n\\#\n");
        Assert.Equal(
            [new("Amount", "bedrag", 4, 4), new("Amount", "totaal", null, 5), new("Position", "#", null, 7)],
            file.Phrases);
    }

    [Fact]
    public void The_listed_meaning_of_a_phrase_counts()
    {
        Assert.Contains("vat", ReadingPhrases.Labels["Tax"]);
        Assert.DoesNotContain("vat", ReadingPhrases.Labels["TaxId"]);
        Assert.Contains("valor", StatementPhrases.Columns["ValueDate"]);
        Assert.Contains("valor", StatementPhrases.Columns["Amount"]);
    }

    private static PhraseKind KindOf(string name) => Kinds.Single(kind => kind.Name == name);

    private static IEnumerable<string> ProblemsIn(PhraseFile file, PhraseKind kind)
    {
        var known = kind.Groups.SelectMany(group => group.Sections).ToHashSet();
        foreach (var section in file.Sections.GroupBy(section => section))
        {
            if (!known.Contains(section.Key))
            {
                yield return $"{file.Name}: section {section.Key} is unknown";
            }

            if (section.Count() > 1)
            {
                yield return $"{file.Name}: section {section.Key} stands twice";
            }

            if (file.Phrases.All(phrase => phrase.Section != section.Key))
            {
                yield return $"{file.Name}: section {section.Key} is empty";
            }
        }

        foreach (var phrase in file.Phrases)
        {
            var place = $"{file.Name}, line {phrase.Line}: \"{phrase.Text}\"";
            var normal = string.Join(' ', kind.Normal(phrase.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (phrase.Section.Length == 0)
            {
                yield return $"{place} has no section";
            }

            if (phrase.Text != normal || normal.Length == 0)
            {
                yield return $"{place} must be written \"{normal}\"";
            }

            if (phrase.Rank is not null && kind != StatementPhrases.Columns)
            {
                yield return $"{place} needs no number";
            }
        }

        var twins = file.Phrases.GroupBy(phrase => (phrase.Section, phrase.Text)).Where(same => same.Count() > 1);
        foreach (var twice in twins)
        {
            yield return $"{file.Name}: \"{twice.Key.Text}\" stands twice in {twice.Key.Section}";
        }
    }

    private static IEnumerable<(string Text, IReadOnlyList<string> Sections)> Shared(
        PhraseKind kind, IEnumerable<PhraseFile> files)
    {
        var phrases = files.SelectMany(file => file.Phrases).ToList();
        return kind.Groups.SelectMany(group => phrases
            .Where(phrase => group.Sections.Contains(phrase.Section))
            .GroupBy(phrase => phrase.Text, phrase => phrase.Section)
            .Select(same => (same.Key, Sections: (IReadOnlyList<string>)[.. same.Distinct()]))
            .Where(shared => shared.Sections.Count > 1));
    }
}
