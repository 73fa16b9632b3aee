using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>Payment card numbers: whole ones by their check digit and shape, and what is left of shortened ones (<c>•••• 4242</c>, <c>Visa ending in 4242</c>).</summary>
internal static partial class CardNumbers
{
    private const int Shortest = 13;
    private const int Longest = 19;

    /// <param name="isRecognised">Read by OCR: one wrong digit breaks the check digit, so the shape of a card alone counts.</param>
    /// <param name="others">Money and dates: <c>20260301-20260331</c> can have a check digit by chance.</param>
    /// <param name="numbers">Invoice numbers by their label: one in ten has the check digit of a card, and only some begin as a card does.</param>
    public static IEnumerable<Span> In(RowText row, IReadOnlyList<Span> others, IReadOnlyList<Span> numbers, bool isRecognised)
    {
        foreach (var whole in Whole(row, others, isRecognised))
        {
            if (HasIssuer(row.Narrow[whole.Start..whole.End]) || !numbers.Any(whole.Overlaps))
            {
                yield return whole;
            }
        }

        foreach (var dotted in WithFullStops(row))
        {
            yield return dotted;
        }

        foreach (Match match in Shortened().Matches(row.Narrow))
        {
            var span = new Span(match.Index, match.Index + match.Length);
            if (row.StandsAlone(span))
            {
                yield return span;
            }
        }

        foreach (Match match in LastDigits().Matches(row.Narrow))
        {
            var digits = match.Groups["digits"];
            var span = new Span(digits.Index, digits.Index + digits.Length);
            if (row.StandsAlone(row.Narrow[span.Start - 1] is 'x' or 'X' ? span with { Start = span.Start - 1 } : span) && !IsPartOfNumber(row.Narrow, span) && !others.Any(span.Overlaps))
            {
                yield return span;
            }
        }
    }

    private static IEnumerable<Span> Whole(RowText row, IReadOnlyList<Span> others, bool isRecognised)
    {
        var groups = Groups(row.Narrow);
        for (var first = 0; first < groups.Count; first++)
        {
            for (var last = Math.Min(groups.Count, first + 6) - 1; last >= first; last--)
            {
                var span = new Span(groups[first].Start, groups[last].End);
                if (IsCard(row, groups.GetRange(first, last - first + 1), span, isRecognised) && !others.Any(span.Overlaps))
                {
                    yield return span;
                    first = last;
                    break;
                }
            }
        }
    }

    // Full stops part the thousands of amounts and the parts of versions too, but not in fours: all groups, the first digits and the check digit of a card are asked for.
    private static IEnumerable<Span> WithFullStops(RowText row) =>
        from Match match in Dotted().Matches(row.Narrow)
        let span = new Span(match.Index, match.Index + match.Length)
        let digits = match.Value.Replace(".", "", StringComparison.Ordinal)
        where row.StandsAlone(span) && !IsPartOfNumber(row.Narrow, span) && HasCheckDigit(digits) && HasIssuer(digits)
        select span;

    private static bool IsCard(RowText row, List<Span> groups, Span span, bool isRecognised)
    {
        for (var i = 1; i < groups.Count; i++)
        {
            if (groups[i].Start - groups[i - 1].End != 1 || row.Narrow[groups[i - 1].End] is not (' ' or '-'))
            {
                return false;
            }
        }

        var digits = string.Concat(groups.Select(group => row.Narrow[group.Start..group.End]));
        if (digits.Length is < Shortest or > Longest || !row.StandsAlone(span))
        {
            return false;
        }

        var isFours = groups.Count == 4 && groups.TrueForAll(group => group.Length == 4);
        var isCardShape = groups.Count == 1 || (groups[0].Length == 4 && groups.Skip(1).All(group => group.Length is >= 1 and <= 6)) || (groups[0].Length is 4 or 6 && !row.Narrow[span.Start..span.End].Contains(' '));
        return row.IsInOneCell(span)
            ? (isCardShape && HasCheckDigit(digits)) || (isFours && isRecognised)
            : isFours && HasCheckDigit(digits) && HasIssuer(digits);
    }

    /// <summary>Runs of digits that are no part of a decimal number.</summary>
    private static List<Span> Groups(string text)
    {
        var groups = new List<Span>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var start = i;
            while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                i++;
            }

            var span = new Span(start, i + 1);
            if (!IsPartOfNumber(text, span))
            {
                groups.Add(span);
            }
        }

        return groups;
    }

    private static bool IsPartOfNumber(string text, Span span) =>
        (span.Start > 1 && text[span.Start - 1] is '.' or ',' && char.IsAsciiDigit(text[span.Start - 2]))
        || (span.End + 1 < text.Length && text[span.End] is '.' or ',' && char.IsAsciiDigit(text[span.End + 1]));

    /// <summary>ISO/IEC 7812-1, annex B (Luhn).</summary>
    public static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            digit = i % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0 && digits.Any(digit => digit != '0');
    }

    // American Express and Diners, Visa, Mastercard, Discover and UnionPay, the later Mastercards.
    private static bool HasIssuer(string digits) => digits[0] is '3' or '4' or '5' or '6' || digits.StartsWith("22", StringComparison.Ordinal) || digits.StartsWith("27", StringComparison.Ordinal);

    [GeneratedRegex(@"\d{4}(?:\.\d{4}){3}|3\d{3}\.\d{6}\.\d{5}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(\d{4,6}[ -]?(\d{1,2})?)?((?:[*•·●∙]{2,}|[xX]{3,})[ -]?)+\d{2,6}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shortened();

    [GeneratedRegex(
        @"(?:\b(?:visa|master ?card|amex|american express|discover|maestro|jcb|diners(?: club)?|unionpay|card|kreditkarte|karte|carte|tarjeta)|카드|カード|ending (?:in|with))[ :.*•x#(-]{0,10}(?:(?:ending|ends|ended|endend|endet|se terminant|terminada|último[s]?|last)(?: in| with| auf| par| en| 4| four)?(?: digits)?|끝자리|末尾|下4桁|no|nr)?[ :.*•x#(-]{0,8}(?<digits>\d{4})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LastDigits();
}
