using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>Bank accounts and telephone numbers, by shape, check digits and the label before them.</summary>
internal static partial class SensitiveNumbers
{
    // The shortest IBANs look like invoice numbers.
    private const int LongerThanNumbers = 18;

    /// <param name="text">The row's narrow text; dates, money, invoice numbers and tax ids may be blotted out.</param>
    public static IEnumerable<Span> BankAccounts(RowText row, string text)
    {
        // Below a title "Invoice" its first group is taken for a number and blotted out; one whose check digits are right is an IBAN all the same.
        foreach (var span in Alone(row, Iban().Matches(row.Narrow)))
        {
            if (IbanLength(row.Narrow, span, mayBeCalledOne: false) is >= LongerThanNumbers and var length)
            {
                yield return span with { End = span.Start + length };
            }
        }

        foreach (var span in Alone(row, Iban().Matches(text)))
        {
            if (IbanLength(text, span, mayBeCalledOne: true) is > 0 and var length)
            {
                yield return span with { End = span.Start + length };
            }
        }

        foreach (var span in Values(row, BankLabel().Matches(text)).Where(span => Digits(text, span) >= 4))
        {
            yield return span;
        }

        // Recognised text breaks check digits and words: on a line about a bank every long number is an account.
        foreach (var span in BankLine().IsMatch(text) ? Alone(row, LongNumber().Matches(text)).Where(span => Digits(text, span) >= 6 && !DateShapes.IsCompact(text.AsSpan(span.Start, span.Length))) : [])
        {
            yield return span;
        }
    }

    /// <param name="withPlainNumbers">The same with numbers that only look like money for the full stops in them: <c>+1.555.123.456</c>.</param>
    public static IEnumerable<Span> Phones(RowText row, string text, string withPlainNumbers) =>
        Alone(row, International().Matches(withPlainNumbers)).Select(span => Cut(withPlainNumbers, span, 15)).Where(span => Digits(withPlainNumbers, span) >= 8 && !TouchesNumber(text, span))
            .Concat(Alone(row, Grouped().Matches(text)).Where(span => row.IsInOneCell(span) && !TouchesNumber(text, span)))
            .Concat(Alone(row, National().Matches(text)).Select(span => Cut(text, span, 12)).Where(span => row.IsInOneCell(span) && Digits(text, span) is >= 8 and <= 13 && !DateShapes.IsFromTo(text.AsSpan(span.Start, span.Length)) && !TouchesNumber(text, span)))
            .Concat(Alone(row, OfOneCountry().Matches(withPlainNumbers)).Where(span => row.IsInOneCell(span) && Digits(withPlainNumbers, span) >= 8 && !TouchesNumber(withPlainNumbers, span)))
            .Concat(Values(row, PhoneLabel().Matches(text)).Select(span => Cut(text, span, 15)).Where(span => Digits(text, span) >= 6));

    /// <summary>ISO 13616: the letters of an IBAN as numbers, its first four characters last, leave 1 when divided by 97.</summary>
    public static bool IsIban(string text)
    {
        var compact = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (compact.Length is < 15 or > 34)
        {
            return false;
        }

        var rest = 0;
        foreach (var c in compact[4..] + compact[..4])
        {
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    // Capitals behind an IBAN look like its last group: the longest part with right check digits is it, and what calls itself IBAN is one anyway.
    private static int IbanLength(string text, Span span, bool mayBeCalledOne)
    {
        for (var end = span.End; end - span.Start >= 15; end--)
        {
            if ((end == span.End || text[end] == ' ') && IsIban(text[span.Start..end]))
            {
                return end - span.Start;
            }
        }

        return mayBeCalledOne && text[..span.Start].TrimEnd(' ', ':', '.', '#').EndsWith("IBAN", StringComparison.OrdinalIgnoreCase) ? span.Length : 0;
    }

    internal static IEnumerable<Span> Alone(RowText row, MatchCollection matches) =>
        matches.Select(match => new Span(match.Index, match.Index + match.Length)).Where(row.StandsAlone);

    internal static IEnumerable<Span> Values(RowText row, MatchCollection matches) =>
        matches.Select(match => match.Groups["value"]).Select(value => new Span(value.Index, value.Index + value.Length)).Where(span => row.StandsAlone(span));

    internal static int Digits(string text, Span span)
    {
        var digits = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            digits += char.IsAsciiDigit(text[i]) ? 1 : 0;
        }

        return digits;
    }

    /// <summary>Without the groups behind it that make it longer than any telephone number: they are another number.</summary>
    private static Span Cut(string text, Span span, int maxDigits)
    {
        while (Digits(text, span) > maxDigits && text.LastIndexOf(' ', span.End - 1, span.Length) is >= 0 and var space)
        {
            span = span with { End = space };
        }

        return span;
    }

    internal static bool TouchesNumber(string text, Span span) => (span.Start > 0 && text[span.Start - 1] is '-' or '.' or '/') || (span.End < text.Length && text[span.End] is '-' or '/');

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Iban();

    [GeneratedRegex(
        @"(?:\b(?:account|acct|a/c|bank account|konto|compte|cuenta)\.? ?(?:number|no|nr|nummer|#)?|\b(?:kontonummer|kontonr|kto|blz|bankleitzahl|routing(?: number| no)?|aba|sort code|bsb|clabe|iban|rib)|계좌번호|계좌|은행|口座番号|普通|当座)[ .:#)(]{0,4}(?<value>[A-Z]{0,4}\d[\dA-Z]*(?:[ -]?[\dA-Z]*\d[\dA-Z]*){0,8})",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex BankLabel();

    [GeneratedRegex(@"\b(?:bank|iban|swift|bic|sort code|routing|kontonr|kontonummer|bankverbindung)\b|계좌|은행|뱅크|농협|수협|신협|口座|銀行", Options | RegexOptions.IgnoreCase)]
    private static partial Regex BankLine();

    [GeneratedRegex(@"[A-Z]{0,4}\d[\dA-Z]*(?:[ -][\dA-Z]*\d[\dA-Z]*)*", Options)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?:\+|\b00)[1-9]\d{0,2}(?:[ .()/-]{0,3}\d{1,6}){2,7}", Options)]
    private static partial Regex International();

    [GeneratedRegex(@"(?:1[-. ])?(?:\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}-\d{3}-\d{4}|\d{3}\.\d{3}\.\d{4}|[2-9]\d{2} \d{3}[ -]\d{4})", Options)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\(?0[1-9]\d{0,3}\)?(?:[ ./-]\d{2,8}){1,5}|\(0\d{1,4}\)\d{3,8}(?:[ -]\d{2,5})?|0[1-9]\d{8,9}", Options)]
    private static partial Regex National();

    // Brazil, Korea from abroad, mobiles in China, and a German area code before a stroke: nothing else is grouped so.
    [GeneratedRegex(@"\([1-9]\d\) ?(?:9\d{4}|[2-5]\d{3})-\d{4}|82[ -]\(?0?\)?1[016-9]-\d{3,4}-\d{4}|82-(?:2|[3-6][1-5])-\d{3,4}-\d{4}|1[3-9]\d(?: \d{4} |-\d{4}-)\d{4}|0[1-9]\d{1,3} / \d{2,8}(?:[ -]\d{2,8}){0,4}", Options)]
    private static partial Regex OfOneCountry();

    [GeneratedRegex(
        @"(?:\b(?:tel|telephone|phone|ph|mobile|mob|cell|fax|whatsapp|call(?: us)?(?: at| on)?|telefon|telefax|fon|handy|mobil|t[ée]l[ée]phone|tél|tel[ée]fono|m[óo]vil)(?: ?(?:no|nr|number|#))?|\b[tfm] ?:|전화번호|전화|연락처|휴대폰|팩스|電話番号|電話|携帯)[ .:)(#]{0,4}(?<value>[+(]?\d[\d ().\/-]{4,22}\d)",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex PhoneLabel();
}
