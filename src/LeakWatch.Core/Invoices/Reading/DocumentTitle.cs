namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What a document calls itself. The last one is none of ours: packing lists, delivery notes, reports, forms.</summary>
internal enum Title { Invoice, Receipt, CreditNote, Statement, Reminder, ProForma, Quote, Order, Contract, Notice, NoCharge }

/// <summary>Finds a document's title: a cell that is the title and little else, large, near the top.</summary>
internal static class DocumentTitle
{
    private static readonly LabelTable<Title> Words = ReadingPhrases.Titles.TableOf<Title>();

    public static (Title Title, Row Row)? Find(PageReading reading)
    {
        (Title Title, Row Row, double Score)? best = null, charge = null;
        var typical = TypicalHeight(reading);
        foreach (var row in reading.Rows.TakeWhile(row => row.Page == 1))
        {
            foreach (var cell in row.Cells)
            {
                if (cell.Text.Length > 90 || Words.FindAll(cell.Folded) is not [var match, ..] matches)
                {
                    continue;
                }

                foreach (var title in matches.Take(2))
                {
                    var score = ScoreOf(cell, title, typical);
                    if (score > 0 && title.Meaning is Title.Invoice or Title.Receipt or Title.CreditNote && (charge is null || score > charge.Value.Score))
                    {
                        charge = (title.Meaning, row, score);
                    }

                    if (score > 0 && (best is null || score > best.Value.Score))
                    {
                        best = (title.Meaning, row, score);
                    }
                }
            }
        }

        // "Delivery note", "Order form" in the size of the text below a title of its own are fields of that invoice.
        if (best is { Title: Title.NoCharge or Title.Order } reference && charge is { } own && own.Row.Index < reference.Row.Index && own.Score > 0 && reference.Row.Height < 1.2 * typical)
        {
            best = own;
        }

        return best is var (found, at, _) ? (found, at) : null;
    }

    /// <summary>The cell's text without a title word at its start or end: "Example Web Services Invoice" → "Example Web Services".</summary>
    public static string WithoutTitle(Cell cell)
    {
        foreach (var match in Words.FindAll(cell.Folded))
        {
            if (match.Meaning is Title.Invoice or Title.Receipt or Title.CreditNote or Title.Statement && match.End == cell.Text.TrimEnd().Length && match.Start > 3)
            {
                return cell.Text[..match.Start].Trim(' ', '-', '–', '|', ':', '·');
            }
        }

        return cell.Text;
    }

    /// <summary>The cell is a title and nothing else but a number.</summary>
    public static bool IsTitle(Cell cell) =>
        Words.FindAll(cell.Folded) is [{ Start: <= 3 } match, ..] && cell.Folded[match.End..].Count(char.IsLetter) <= 6;

    private static readonly string[] Numbered = ["order", "reference", "ref", "account", "customer", "transaction", "confirmation", "case", "po", "bestellung", "commande", "pedido"];

    /// <summary>"Invoice CR-2026-77", "Quote No. Q-100", "Order #7781": the name and number of a document, which is nobody's.</summary>
    public static bool IsTitleWithNumber(string text)
    {
        // Of what has a number but is no title of ours. "Greenbean #1042" is a shop.
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var noun, ['#', .. { Length: > 0 } number]] && number.Any(char.IsAsciiDigit) && Array.IndexOf(Numbered, noun.ToLowerInvariant()) >= 0)
        {
            return true;
        }

        return Words.AtStart(FoldedText.Of(text), 0) is { } title && text[title.End..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 1 or 2 } rest
            && rest[^1].Any(char.IsAsciiDigit) && (rest.Length == 1 || FoldedText.Of(rest[0]).Trim() is "no" or "nr" or "n" or "n°" or "number" or "num" or "#" or "");
    }

    public static double TypicalHeight(PageReading reading)
    {
        var heights = reading.Rows.Where(row => row.Page == 1).Select(row => row.Height).Order().ToList();
        return heights.Count == 0 ? 0.01 : heights[heights.Count / 2];
    }

    private static double ScoreOf(Cell cell, LabelMatch<Title> title, double typical)
    {
        var others = cell.Folded.Remove(title.Start, title.Length).Count(char.IsLetter);
        var opens = cell.Folded.AsSpan(0, title.Start).IndexOfAnyInRange('a', 'z') < 0;
        var words = cell.Folded.AsSpan(title.Start, title.Length).Count(' ') + 1;
        var isAlone = others <= 2;
        if (!isAlone && !(opens && others <= 24) && !(others <= 24 && title.End == cell.Text.Length))
        {
            return 0;
        }

        var isLabel = cell.Text.AsSpan(title.End).TrimStart() is [':' or '：', ..];
        var size = Math.Min(3, cell.Row.Height / typical);
        // "Bill", "order", "ticket" and the like inside longer texts are usually no titles.
        var isCapitals = cell.Text.AsSpan(title.Start, title.Length).IndexOfAnyInRange('a', 'z') < 0;
        var score = (isAlone ? TitleScores.Alone : opens ? TitleScores.Opens : TitleScores.Ends)
            + (TitleScores.Size * (size - 1))
            + (TitleScores.Top * (1 - cell.Row.Box.Y))
            + (TitleScores.Word * words)
            - (isLabel && !isAlone ? TitleScores.Label : 0)
            + (isCapitals ? TitleScores.Capitals : 0);
        // "Order 5512", "Delivery note: 77" are references, unless the line is set as large as a title is.
        if (title.Meaning is Title.Order or Title.NoCharge or Title.Contract && (!isAlone || isLabel || (words == 1 && cell.Text.Any(char.IsAsciiDigit))) && !(opens && others <= 4 && !isLabel && size > 1.3))
        {
            return 0;
        }

        score -= cell.Row.Box.Y > 0.5 ? TitleScores.LowerHalf : 0;
        return score;
    }
}
