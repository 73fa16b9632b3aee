using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>What banks write before the merchant: the kind of the transaction, the card's or the terminal's number, the day.</summary>
/// <remarks>
/// Words that nobody is called by go wherever they lead. A word that also begins names (<c>Card Factory</c>, <c>Online Labels</c>) goes only
/// with another such word, a number, a day or a mark after it: <c>CARD PAYMENT TO …</c>, <c>CARD 4410 …</c>, <c>CARD: …</c>.
/// </remarks>
internal static partial class BankWords
{
    private static readonly FrozenSet<string> Certain = Words("Prefix.Certain");

    private static readonly FrozenSet<string> Uncertain = Words("Prefix.Uncertain");

    // One of these ends nothing by itself: "PAYPAL INST XFER" and "DE BIJENKORF" begin alike.
    private static readonly FrozenSet<string> Links = Words("Link");

    public static string CutFrom(string text)
    {
        var (at, kept, uncertain, isCertain) = (0, 0, 0, false);
        while (LeadingWord().Match(text, at) is { Success: true, Length: > 0 } match)
        {
            var (word, mark) = (match.Groups["word"].Value.ToLowerInvariant(), match.Groups["mark"].Value);
            var isNumber = match.Groups["number"].Success;
            var isKnownUncertain = Uncertain.Contains(word);
            if (isNumber ? at == 0 && !match.Groups["day"].Success : !isKnownUncertain && !Certain.Contains(word))
            {
                break;
            }

            at += match.Length;
            isCertain |= isNumber || Certain.Contains(word) || mark.Trim().Length > 0;
            uncertain += isKnownUncertain && !Links.Contains(word) ? 1 : 0;
            if ((isCertain || uncertain > 1) && text.AsSpan(at).TrimStart(" *:-,./").ContainsName())
            {
                kept = at;
            }

            if (isNumber && !match.Groups["day"].Success)
            {
                // The merchant follows the number: what stands there is noise only if it says so again.
                (isCertain, uncertain) = (false, 0);
            }
        }

        return kept == 0 ? text : text[kept..];
    }

    /// <summary><c>UPI/P2M/600112/LOTUS TEXTILES/Bank</c> and <c>UPI-LOTUS TEXTILES-77@bank</c>: the first part that can be a name.</summary>
    public static string NamedPart(string text)
    {
        if (Parts().Match(text) is not { Success: true } code || !Certain.Contains(code.Groups["word"].Value.ToLowerInvariant()))
        {
            return text;
        }

        var rest = text[code.Length..];
        var separator = code.Groups["mark"].ValueSpan[0];
        // A hyphen also stands inside names; it separates only what could not be one.
        return separator == '-'
            ? rest.Split('-').TakeWhile((part, index) => index == 0 || !IsNumberOrAddress(part)) is var kept ? string.Join('-', kept) : rest
            : rest.Split(separator).FirstOrDefault(part => part.Count(char.IsLetter) > 2 && !IsNumberOrAddress(part)) ?? rest;
    }

    private static bool IsNumberOrAddress(string part) => part.Contains('@', StringComparison.Ordinal) || part.Count(char.IsAsciiDigit) > 1;

    private static bool ContainsName(this ReadOnlySpan<char> rest)
    {
        var letters = 0;
        foreach (var c in rest)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters >= 2;
    }

    private static FrozenSet<string> Words(string section) =>
        StatementPhrases.Banks[section].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A word, or a number of a card, a terminal or a day, with the blanks and marks after it.</summary>
    [GeneratedRegex(@"\G(?:(?<number>(?<day>\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)|[xX*•#]*\d{3,}[xX*•]*\d*)(?<mark>)(?:\s+|$)|(?<word>\p{L}+)(?:(?<mark>\s*[*:\-./]+\s*)|(?<mark>\s+)))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadingWord();

    [GeneratedRegex(@"^(?<word>\p{L}{3,5})(?<mark>[/\-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();
}
