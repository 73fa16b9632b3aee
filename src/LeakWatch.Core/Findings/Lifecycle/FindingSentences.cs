using LeakWatch.Core.Text;

namespace LeakWatch.Core.Findings.Lifecycle;

/// <summary>Every sentence of a finding, listed once for whoever reads them in a language or keeps them.</summary>
public static class FindingSentences
{
    public static IReadOnlyList<Sentence> Sentences(this Finding finding)
    {
        var sentences = new List<Sentence>();
        finding.Reworded(sentence =>
        {
            sentences.Add(sentence);
            return sentence;
        });
        return sentences;
    }

    /// <summary>For a reader: its sentences are texts of the language.</summary>
    public static KnownFinding In(this KnownFinding known, Language language)
    {
        Sentence Read(Sentence sentence) => new(sentence.In(language));
        return language is Language.English ? known : known with { Finding = known.Finding.Reworded(Read), Sentence = Read(known.Sentence) };
    }

    /// <summary>For storage: texts in English, as every release reads them, and beside them what they are made of.</summary>
    public static KnownFinding Kept(this KnownFinding known) => known with
    {
        KeptSentences = [.. known.Finding.Sentences().Append(known.Sentence).Where(sentence => sentence.HasGaps).Distinct().Select(sentence => new KeptSentence(sentence))],
    };

    /// <summary>From storage. A text that is not beside them (an earlier release wrote it, or a later one said it in a way we cannot read) stays a text.</summary>
    public static KnownFinding Restored(this KnownFinding known)
    {
        var kept = (known.KeptSentences ?? []).Select(one => one.Sentence).OfType<Sentence>().ToLookup(sentence => sentence.ToString(), StringComparer.Ordinal);
        Sentence Restore(Sentence text) => kept[text.Template].FirstOrDefault() ?? text;
        return known with { Finding = known.Finding.Reworded(Restore), Sentence = Restore(known.Sentence), KeptSentences = null };
    }

    private static Finding Reworded(this Finding finding, Func<Sentence, Sentence> say) => finding with
    {
        Title = say(finding.Title),
        Summary = say(finding.Summary),
        Question = finding.Question is { } question ? say(question) : null,
        Factors = [.. finding.Factors.Select(factor => factor with { Reason = say(factor.Reason) })],
        RecommendedActions = [.. finding.RecommendedActions.Select(action => action with { Rationale = say(action.Rationale) })],
        Answers = [.. finding.Answers.Select(answer => answer with { Label = say(answer.Label) })],
    };
}
