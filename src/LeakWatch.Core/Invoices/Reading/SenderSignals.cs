namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What a page says, without a label, about who writes and who is written to: greetings, closings, address blocks with and without contacts.</summary>
internal sealed class SenderSignals
{
    private const int MaxRows = 7;

    private static readonly LabelTable<bool> Greetings = ReadingPhrases.Parties.TableOf("Greeting");

    private static readonly LabelTable<bool> Closings = ReadingPhrases.Parties.TableOf("Closing");

    private static readonly string[] Titles = [.. ReadingPhrases.Parties["PersonTitle"]];

    private readonly PageReading reading;
    private readonly HashSet<string> greeted = new(StringComparer.Ordinal);
    private readonly HashSet<string> signed = new(StringComparer.Ordinal);
    private readonly HashSet<string> mailboxes = new(StringComparer.Ordinal);
    private readonly bool hasContactBlock;

    public SenderSignals(PageReading reading)
    {
        this.reading = reading;
        foreach (var row in reading.Rows)
        {
            foreach (var cell in row.Cells)
            {
                Note(cell);
            }
        }

        hasContactBlock = reading.Rows.TakeWhile(row => row.Page == 1 && row.Box.Y < 0.35).SelectMany(row => row.Cells).Any(cell => !cell.IsCustomer && BlockBelow(cell) is { HasAddress: true, HasContact: true });
    }

    /// <summary>"M. Théo Castagnet", "Herr Tiede": a person who is written to.</summary>
    public static bool HasTitle(string text)
    {
        var folded = FoldedText.Of(text).Trim();
        var space = folded.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Array.IndexOf(Titles, folded[..space]) >= 0 && text.TrimStart().Length > space + 1 && (text.TrimStart()[space] is ' ' or '.') && folded[space..].Count(char.IsLetter) > 2;
    }

    public int ScoreOf(Found<string> candidate)
    {
        var words = FoldedText.Of(candidate.Value).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var score = words.Any(word => word.Length >= 4 && greeted.Contains(word)) ? -VendorScores.Greeted : 0;
        score += signed.Contains(FoldedText.Of(candidate.Value).Trim()) ? VendorScores.Signed : 0;
        score += words.Any(word => word.Length >= 5 && mailboxes.Contains(word)) ? VendorScores.Mailbox : 0;
        if (candidate.Cell.Row is { Page: 1, Box.Y: < 0.35 } && BlockBelow(candidate.Cell) is { HasAddress: true } block)
        {
            // Of two addresses the sender's has a telephone, a mailbox or a tax number; side by side without any, the sender's comes first.
            score += block.HasContact ? VendorScores.BlockWithContact
                : hasContactBlock ? -VendorScores.BlockWithoutContact
                : IsRightOfAnother(candidate.Cell) ? -VendorScores.RightAddress
                : 0;
        }
        else if (candidate.Cell.Row is { Page: 1, Box.Y: < 0.35 } && IsRightOfAnother(candidate.Cell))
        {
            // A name and a mailbox beside a full address: the person who is written to.
            score -= VendorScores.NameBesideAddress;
        }

        return score;
    }

    private void Note(Cell cell)
    {
        if (Greetings.AtStart(cell.Folded, 0) is { } greeting && cell.Text.Length < 60 && cell.Text.TrimEnd() is [.., ',' or '!' or ':'])
        {
            greeted.UnionWith(cell.Folded[greeting.End..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        if (Closings.AtStart(cell.Folded, 0) is not null && cell.Text.Length < 50)
        {
            foreach (var below in reading.Rows.Skip(cell.Row.Index + 1).Take(2).SelectMany(row => row.Cells).Where(below => Math.Abs(below.Box.X - cell.Box.X) < 0.03))
            {
                signed.Add(below.Folded.Trim());
            }
        }

        foreach (var word in cell.Words.Where(word => !cell.IsCustomer && word.Text.Contains('@')))
        {
            mailboxes.UnionWith(word.Text[..word.Text.IndexOf('@', StringComparison.Ordinal)].ToLowerInvariant().Split(['.', '-', '_', '+']));
        }
    }

    private bool IsRightOfAnother(Cell cell) =>
        cell.Row.Cells.Take(cell.Index).Any(other => other.Text.Any(char.IsLetter) && !FieldFinder.IsLabel(other) && !other.IsCustomer && BlockBelow(other) is { HasAddress: true });

    private (bool HasAddress, bool HasContact) BlockBelow(Cell cell)
    {
        var (address, contact) = (false, false);
        var last = cell;
        for (var i = cell.Row.Index + 1; i < reading.Rows.Count && i <= cell.Row.Index + (2 * MaxRows); i++)
        {
            var row = reading.Rows[i];
            if (row.Page != cell.Row.Page || row.Box.Y - last.Box.Bottom > 1.8 * last.Row.Height)
            {
                break;
            }

            if (row.Cells.FirstOrDefault(other => Math.Abs(other.Box.X - cell.Box.X) < 0.012 || Math.Abs(other.Box.Right - cell.Box.Right) < 0.012) is not { } below)
            {
                continue;
            }

            address |= below.Text.Any(char.IsAsciiDigit) && below.Text.Any(char.IsLetter) && below.Dates.Count == 0 && below.Labels is not [{ Start: 0 }, ..];
            contact |= below.Text.Contains('@') || below.Text.Contains("www.", StringComparison.OrdinalIgnoreCase)
                || below.Labels is [{ Start: 0, Meaning: Label.TaxId or Label.Contact }, ..] || IsTelephone(below.Text);
            last = below;
        }

        return (address, contact);
    }

    private static bool IsTelephone(string text) =>
        text.Length is >= 9 and <= 24 && text.Count(char.IsAsciiDigit) >= 8 && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '(' or ')' or '+' or '-' or '.' or '/');
}
