using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LeakWatch.Core.Documents;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>HTML as a mail shows it, roughly: blocks are lines, the cells of a table's row share a line and keep their columns. Nothing is loaded or run.</summary>
internal static class HtmlText
{
    private const int MaximumCharacters = 4_000_000;
    private const int DeepestElement = 200;

    // In characters. Cells stand where their share of the row puts them, so columns line up from row to row.
    private const int RowWidth = 100;

    private static readonly HashSet<string> Hidden = new(["script", "style", "head", "title", "noscript", "template", "svg", "object", "iframe"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Blocks = new(
        ["p", "div", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "section", "article", "header", "footer", "address", "blockquote", "pre", "center", "dt", "dd"],
        StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<TextPage> Pages(string html) => PlainTextPages.Of(ToText(html));

    public static string ToText(string html)
    {
        var document = new HtmlParser().ParseDocument(html[..Math.Min(html.Length, MaximumCharacters)]);
        var text = new StringBuilder();
        if (document.Body is { } body)
        {
            Write(body, text, 0);
        }

        return Collapsed(text.ToString());
    }

    private static void Write(INode node, StringBuilder text, int depth)
    {
        if (depth > DeepestElement)
        {
            return;
        }

        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(Spaced(words.Data));
                    break;
                case IElement element when Hidden.Contains(element.LocalName) || IsInvisible(element):
                    break;
                case IElement { LocalName: "tr" } row when !HasInnerTable(row):
                    WriteRow(row, text, depth);
                    break;
                case IElement element:
                    var isBlock = Blocks.Contains(element.LocalName);
                    NewLine(text, isBlock);
                    Write(element, text, depth + 1);
                    NewLine(text, isBlock || element.LocalName is "td" or "th");
                    break;
            }
        }
    }

    /// <summary>A row of a real table; rows that only lay out other tables are walked through.</summary>
    private static void WriteRow(IElement row, StringBuilder text, int depth)
    {
        var cells = row.Children.Where(cell => cell.LocalName is "td" or "th" && !IsInvisible(cell)).ToList();
        var spans = cells.ConvertAll(cell => int.TryParse(cell.GetAttribute("colspan"), out var span) ? Math.Clamp(span, 1, 20) : 1);
        var column = 0;
        NewLine(text, true);
        var line = new StringBuilder();
        foreach (var (cell, span) in cells.Zip(spans))
        {
            var inner = new StringBuilder();
            Write(cell, inner, depth + 1);
            var place = Math.Max(column * RowWidth / Math.Max(spans.Sum(), 1), line.Length == 0 ? 0 : line.Length + 3);
            var words = string.Join(' ', inner.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (words.Length > 0)
            {
                line.Append(' ', place - line.Length).Append(words);
            }

            column += span;
        }

        text.Append(line).Append('\n');
    }

    private static bool HasInnerTable(IElement row) => row.QuerySelector("table") is not null;

    /// <summary>What the sender hid from the reader is not part of the document.</summary>
    private static bool IsInvisible(IElement element) =>
        element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal) is var rules
            && (rules.Contains("display:none", StringComparison.OrdinalIgnoreCase) || rules.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
                || rules.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase)));

    private static void NewLine(StringBuilder text, bool isBlock)
    {
        if (isBlock && text.Length > 0 && text[^1] is not '\n')
        {
            text.Append('\n');
        }
    }

    private static string Spaced(string words)
    {
        var spaced = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            var space = char.IsWhiteSpace(letter);
            if (!space || spaced.Length == 0 || spaced[^1] is not ' ')
            {
                spaced.Append(space ? ' ' : letter);
            }
        }

        return spaced.ToString();
    }

    private static string Collapsed(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).Select(line => line.StartsWith(' ') && !line.Contains("   ", StringComparison.Ordinal) ? line.TrimStart() : line));
}
