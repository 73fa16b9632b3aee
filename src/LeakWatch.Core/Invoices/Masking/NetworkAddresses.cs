using System.Net;
using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>IP addresses: from where somebody signed in or signed.</summary>
internal static partial class NetworkAddresses
{
    // Parts of versions, numbers of sections and days of a month are rarely as high.
    private const int HighPart = 32;

    /// <param name="text">The row's narrow text; dates, money, invoice numbers and tax ids may be blotted out.</param>
    public static IEnumerable<Span> In(RowText row, string text) =>
        Labelled().Matches(row.Narrow).Select(match => match.Groups["value"]).Select(value => new Span(value.Index, value.Index + value.Length)).Where(span => IsAddress(row, span))
            .Concat(Four().Matches(text).Select(match => new Span(match.Index, match.Index + match.Length))
                .Where(span => IsAddress(row, span) && row.Narrow[span.Start..span.End].Split('.').Any(part => int.Parse(part, null) >= HighPart) && !Version().IsMatch(row.Narrow[Math.Max(0, span.Start - 20)..span.Start])))
            .Concat(Six().Matches(text).Select(match => new Span(match.Index, match.Index + match.Length)).Where(span => IsAddress(row, span)));

    private static bool IsAddress(RowText row, Span span) =>
        row.StandsAlone(span) && IPAddress.TryParse(row.Narrow.AsSpan(span.Start, span.Length), out _)
        && !(span.Start > 0 && row.Narrow[span.Start - 1] is '.' or ',' or '-' or '/') && !(span.End + 1 < row.Narrow.Length && row.Narrow[span.End] is '.' or ',' && char.IsAsciiDigit(row.Narrow[span.End + 1]));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"(?:\bip(?:v4)?(?:[ -]?(?:address|adresse|addr))?|\badresse ip|\bdirecci[óo]n ip|\bindirizzo ip|아이피|ip ?주소|IPアドレス)[ .:#=-]{0,4}(?<value>\d{1,3}(?:\.\d{1,3}){3})", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\d{1,3}(?:\.\d{1,3}){3}", Options)]
    private static partial Regex Four();

    [GeneratedRegex(@"(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){2,6}(?::[0-9a-f]{1,4}){1,5}", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Six();

    [GeneratedRegex(@"(?:\b(?:version|vers?|v|release|rev|build|firmware|update|section|clause|ziffer|abschnitt|art|nr|no)\.?|버전|§) ?$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
