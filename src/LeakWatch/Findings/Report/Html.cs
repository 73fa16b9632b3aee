using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using LeakWatch.Core.Text;

namespace LeakWatch.Findings.Report;

/// <summary>Markup that is safe to send. It is made from templates whose every hole is encoded, so text of a document can never become markup.</summary>
internal readonly record struct Html(string Markup)
{
    public static Html Empty { get; } = new("");

    public static Html Of(HtmlTemplate template) => new(template.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    public override string ToString() => Markup;
}

/// <summary>Literal parts pass as written; a hole is encoded for text and double-quoted attributes unless it is <see cref="Html"/> already.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlTemplate(int literalLength, int formattedCount)
{
    private readonly StringBuilder markup = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => markup.Append(literal);

    public void AppendFormatted(Html html) => markup.Append(html.Markup);

    public void AppendFormatted(string? text)
    {
        if (text is not null)
        {
            markup.Append(WebUtility.HtmlEncode(FindingWords.Printable(text)));
        }
    }

    public void AppendFormatted(Sentence sentence) => AppendFormatted(sentence.ToString());

    public void AppendFormatted(int number) => markup.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A coordinate: two decimals are a hundredth of a point.</summary>
    public void AppendFormatted(double coordinate) => markup.Append(coordinate.ToString("0.##", CultureInfo.InvariantCulture));

    public override string ToString() => markup.ToString();
}
