using System.Text.RegularExpressions;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Tests.Laws;
using LeakWatch.Core.Text;
using LeakWatch.Core.Text.Korean;

namespace LeakWatch.Core.Tests.Text;

public sealed partial class KoreanTests
{
    private static readonly IReadOnlySet<string> Said = SentenceTemplates.Of(typeof(Sentence).Assembly);

    public static TheoryData<string> Templates => [.. Said.Where(template => template.Length > 0).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_sentence_that_the_code_can_say_has_its_Korean_with_the_same_gaps(string template)
    {
        var korean = KoreanSentences.Find(template);

        Assert.NotNull(korean);
        Assert.Equal(GapsOf(template), GapsOf(korean));
    }

    [Fact]
    public void No_Korean_is_left_of_a_sentence_that_nobody_says_any_more() =>
        Assert.Empty(KoreanSentences.All.Keys.Except(Said));

    /// <summary>이 or 가, 을 or 를 depend on the last sound of what fills the gap, which is not known.</summary>
    [Fact]
    public void No_particle_stands_behind_a_gap_that_would_depend_on_its_last_sound() =>
        Assert.DoesNotContain(KoreanSentences.All, entry => DependingParticle().IsMatch(entry.Value) && !CountedWords.Contains(entry.Key));

    [Fact]
    public void The_scan_sees_words_and_gaps_of_sentences_within_sentences() =>
        Assert.Superset(
            new HashSet<string> { "{0} renews on {1}: cancel by {2}", ", less {0} already credited", "You answered \"{0}\": {1}.", "Read by OCR", "{0} charges", "Quantity × unit price of \"{0}\"" },
            Said.ToHashSet());

    public static TheoryData<string> Cases => [.. DetectCase.Ids];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_a_case_says_is_Korean_but_for_names_and_what_documents_print(string id)
    {
        var one = DetectCase.Load(id);

        Assert.All(SentencesOf(one.Run(one.Ledger)), sentence => Assert.DoesNotMatch(EnglishWord(), WithoutNames(sentence).In(Language.Korean)));
    }

    /// <summary>The gap of these holds a number and 건, or a number and 일: its last sound is known.</summary>
    private static readonly HashSet<string> CountedWords =
    [
        "{0} of {1} are paid twice, {2}.",
        "The trial ended on {0}, and {1} from {2} on followed. No order or chosen plan is in your documents. Charged with tax{3}: {4}.",
    ];

    internal static IEnumerable<Sentence> SentencesOf(DetectionResult result) =>
        result.Findings.SelectMany(finding => finding.Sentences()).Concat(result.Reconciled.Select(one => one.Explanation));

    /// <summary>The same sentence about 가나다.</summary>
    private static Sentence WithoutNames(Sentence sentence) => new(sentence.Template, [.. sentence.Arguments.Select(Unnamed)]);

    private static object? Unnamed(object? argument) => argument switch
    {
        string => "가나다",
        Money money => money with { Currency = "USD" },
        Sentence inner => WithoutNames(inner),
        SentenceList list => new SentenceList(list.Separator, [.. list.Items.Select(WithoutNames)]),
        _ => argument,
    };

    private static IEnumerable<int> GapsOf(string template) => SentenceTemplate.Parts(template).Select(part => part.Gap).OfType<int>().Distinct().Order();

    [GeneratedRegex(@"\}[”’)]?(이|가|을|를|은|는|와|과|로|으로|라고|이라고)(\s|$|[.,?])")]
    private static partial Regex DependingParticle();

    // What Koreans write in Latin letters too.
    [GeneratedRegex(@"(?<!US)\b(?!OCR\b|Shopify\b|US\b)[A-Za-z]{2,}")]
    private static partial Regex EnglishWord();
}
