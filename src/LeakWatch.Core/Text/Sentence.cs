using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;
using LeakWatch.Core.Text.Korean;

namespace LeakWatch.Core.Text;

/// <summary>A text for people that can be read in every language we speak: its English words with gaps, and what fills the gaps.</summary>
/// <remarks>
/// It is written as an interpolated string, also where it has no gap: <c>Sentence title = $"{vendor} renews on {day}";</c>. The words are the key under which
/// <see cref="KoreanSentences"/> holds the translation, and a test fails without one. There is no conversion from a string, so that no sentence loses its
/// structure on the way; a stranger's words fill a gap: <c>$"{name}"</c>.
/// </remarks>
[InterpolatedStringHandler]
[JsonConverter(typeof(SentenceJson))]
public sealed class Sentence : IEquatable<Sentence>
{
    /// <summary>The words before each gap, and those after the last.</summary>
    private readonly string?[] words;

    /// <summary>string, int, <see cref="DateOnly"/>, <see cref="Money"/>, <see cref="Percent"/>, Sentence, <see cref="SentenceList"/>, or null where nothing is said.</summary>
    private readonly object?[] arguments;
    private int filled;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Sentence(int literalLength, int formattedCount)
    {
        words = new string?[formattedCount + 1];
        arguments = formattedCount == 0 ? [] : new object?[formattedCount];
    }

    /// <summary>A text without gaps.</summary>
    internal Sentence(string text) => (words, arguments) = ([text], []);

    /// <exception cref="FormatException">The gaps of the template are not 0, 1, 2 … in this order, one for each argument.</exception>
    internal Sentence(string template, IReadOnlyList<object?> arguments)
    {
        this.arguments = [.. arguments];
        words = new string?[this.arguments.Length + 1];
        if (this.arguments.Length == 0)
        {
            words[0] = template;
            return;
        }

        foreach (var (text, gap) in SentenceTemplate.Parts(template))
        {
            words[filled] += text;
            if (gap is { } number)
            {
                filled = number == filled && number < this.arguments.Length ? filled + 1 : throw Misfit(template);
            }
        }

        if (filled != this.arguments.Length)
        {
            throw Misfit(template);
        }
    }

    public bool HasGaps => arguments.Length > 0;

    public IReadOnlyList<object?> Arguments => arguments;

    /// <summary>The English words with numbered gaps, <c>{0} renews on {1}</c>; without gaps the text itself.</summary>
    public string Template => HasGaps ? SentenceTemplate.Of(words) : words[0] ?? "";

    public static bool operator ==(Sentence? left, Sentence? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Sentence? left, Sentence? right) => !(left == right);

    /// <summary>Several sentences in a gap, such as the charges of a case.</summary>
    /// <param name="separator">", ", " and " or " ".</param>
    public static SentenceList List(string separator, IEnumerable<Sentence> items) => new(separator, [.. items]);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendLiteral(string literal) => words[filled] = words[filled] is { } before ? before + literal : literal;

    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(string? text) => Fill(text);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(Sentence? sentence) => Fill(sentence);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(SentenceList list) => Fill(list);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(int number) => Fill(number);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(DateOnly day) => Fill(day);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(Money amount) => Fill(amount);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(Percent share) => Fill(share);

    /// <summary>In English, which is what the command line prints.</summary>
    public override string ToString() => In(Language.English);

    /// <summary>A sentence whose words we do not know in the language (an earlier release said it so) stays English as a whole.</summary>
    public string In(Language language)
    {
        var text = new StringBuilder();
        AppendTo(text, language);
        return text.ToString();
    }

    public bool Equals(Sentence? other) =>
        ReferenceEquals(this, other) || (other is not null && arguments.Length == other.arguments.Length && Template == other.Template && arguments.SequenceEqual(other.arguments));

    public override bool Equals(object? obj) => Equals(obj as Sentence);

    public override int GetHashCode() => string.GetHashCode(Template, StringComparison.Ordinal);

    private void Fill(object? argument) => arguments[filled++] = argument;

    private void AppendTo(StringBuilder text, Language language)
    {
        if (language is Language.Korean && KoreanSentences.Find(Template) is { } korean)
        {
            AppendKorean(text, korean);
            return;
        }

        for (var gap = 0; gap < words.Length; gap++)
        {
            text.Append(words[gap]);
            if (gap < arguments.Length)
            {
                Append(text, arguments[gap], Language.English);
            }
        }
    }

    private void AppendKorean(StringBuilder text, string korean)
    {
        if (!HasGaps)
        {
            text.Append(korean);
            return;
        }

        foreach (var (between, gap) in SentenceTemplate.Parts(korean))
        {
            text.Append(between);
            if (gap is { } number)
            {
                Append(text, arguments[number], Language.Korean);
            }
        }
    }

    private static void Append(StringBuilder text, object? argument, Language language)
    {
        switch (argument)
        {
            case null:
                break;
            case Sentence sentence:
                sentence.AppendTo(text, language);
                break;
            case SentenceList list:
                foreach (var (item, index) in list.Items.Select((item, index) => (item, index)))
                {
                    text.Append(index == 0 ? "" : language is Language.Korean ? KoreanValues.Separator(list.Separator) : list.Separator);
                    item.AppendTo(text, language);
                }

                break;
            case string words:
                text.Append(words);
                break;
            default:
                text.Append(language is Language.Korean ? KoreanValues.Of(argument) : EnglishValue(argument));
                break;
        }
    }

    private static string EnglishValue(object value) => value switch
    {
        DateOnly day when day == UnknownDate.Value => "an unknown date",
        DateOnly day => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static FormatException Misfit(string template) => new($"The gaps of \"{template}\" are not those of its arguments.");
}

/// <summary>Sentences one after the other, in one gap of another.</summary>
public sealed record SentenceList(string Separator, IReadOnlyList<Sentence> Items)
{
    public bool Equals(SentenceList? other) => other is not null && Separator == other.Separator && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(Separator, Items.Count);
}

/// <summary>A share of one, shown as whole percents.</summary>
public readonly record struct Percent(decimal Share)
{
    public decimal Whole => Math.Round(Share * 100m, 0, MidpointRounding.AwayFromZero);

    public override string ToString() => Whole.ToString("0", CultureInfo.InvariantCulture) + " %";
}
