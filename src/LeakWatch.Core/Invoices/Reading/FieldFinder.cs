namespace LeakWatch.Core.Invoices.Reading;

internal enum Placement { Inline, Right, Below }

/// <summary>A text that may be the value of a label: behind it in its cell, to the right, or below.</summary>
internal sealed record FieldValue(Cell LabelCell, LabelMatch<Label> Label, Cell Cell, int Start, int End, Placement Placement)
{
    public string Text { get; } = Cell.Text[Start..End].Trim(' ', ':', '：', '\u00a0', '|', ';', '=', '·', '.', '_');

    /// <summary>The label opens its cell: it is a label there, not a word in a sentence.</summary>
    public bool LabelOpensCell => Label.Start == 0;

    /// <summary>A colon, number sign or the like stands between label and value.</summary>
    public bool HasColon => Placement is Placement.Inline && LabelCell.Text.AsSpan(Label.End).TrimStart() is [':' or '：' or '#', ..];
}

/// <summary>Label → values, nearest first. Every label of the document is looked at once.</summary>
internal static class FieldFinder
{
    private const int RowsBelow = 3;

    public static IEnumerable<FieldValue> Values(PageReading reading, params Label[] meanings)
    {
        foreach (var row in reading.Rows)
        {
            foreach (var cell in row.Cells)
            {
                for (var i = 0; i < cell.Labels.Count; i++)
                {
                    if (Array.IndexOf(meanings, cell.Labels[i].Meaning) < 0)
                    {
                        continue;
                    }

                    foreach (var value in ValuesOf(reading, cell, i))
                    {
                        yield return value;
                    }
                }
            }
        }
    }

    public static IEnumerable<FieldValue> ValuesOf(PageReading reading, Cell cell, int labelIndex)
    {
        var label = Widened(cell, ref labelIndex);
        var end = NextLabel(cell, labelIndex);
        var inline = new FieldValue(cell, label, cell, label.End, end, Placement.Inline);
        var endsCell = end == cell.Text.Length;
        if (inline.Text.Length > 0)
        {
            yield return inline;
        }

        // A label in the middle of a sentence has no neighbours of its own.
        if (!endsCell || cell.Text.Length - label.Length > 40 || (inline.Text.Length > 25 && label.Start > 0))
        {
            yield break;
        }

        for (var i = cell.Index + 1; i < cell.Row.Cells.Count && i <= cell.Index + 2; i++)
        {
            var right = cell.Row.Cells[i];
            if (right.Text is ":" or "#" or "：" or "-" or "No." or "$" or "€")
            {
                continue;
            }

            if (!IsLabel(right))
            {
                yield return new(cell, label, right, 0, right.Text.Length, Placement.Right);
            }

            break;
        }

        if (Below(reading, cell) is { } below)
        {
            yield return new(cell, label, below, 0, below.Text.Length, Placement.Below);
        }
    }

    // "Facture / Invoice", "Échéance / Due:": one label in two languages.
    private static LabelMatch<Label> Widened(Cell cell, ref int index)
    {
        var label = cell.Labels[index];
        while (index + 1 < cell.Labels.Count && cell.Labels[index + 1] is var next && next.Meaning == label.Meaning && cell.Text.AsSpan(label.End, next.Start - label.End).Trim() is "/" or "|" or "(" or "·" or "-" or "–")
        {
            label = label with { Length = next.End - label.Start };
            index++;
        }

        return label;
    }

    /// <summary>The nearest cell under a cell, within three rows and in its column; null when the next one there is a label itself.</summary>
    public static Cell? Below(PageReading reading, Cell cell)
    {
        for (var i = cell.Row.Index + 1; i < reading.Rows.Count && i <= cell.Row.Index + RowsBelow; i++)
        {
            var row = reading.Rows[i];
            // A row of labels alone is a heading; its values may stand further below.
            var reach = cell.Row.Cells.Count > 1 && cell.Row.Cells.All(IsLabel) ? 5 : 3.5;
            if (row.Page != cell.Row.Page || row.Box.Y - cell.Box.Bottom > reach * cell.Row.Height)
            {
                return null;
            }

            Cell? best = null;
            foreach (var other in row.Cells)
            {
                if (other.Overlaps(cell) && (best is null || Overlap(other, cell) > Overlap(best, cell)))
                {
                    best = other;
                }
            }

            if (best is not null)
            {
                return IsLabel(best) ? null : best;
            }
        }

        return null;
    }

    /// <summary>The cell is a label, or a label and its value: not a name that happens to begin with a label's word ("Lieferant GmbH").</summary>
    public static bool IsLabel(Cell cell) => cell.Labels is [{ Start: 0 } label, ..] && label.End <= cell.Text.Length
        && (label.Length * 4 >= cell.Text.Length * 3 || cell.Text.AsSpan(label.End).TrimStart() is [':' or '：' or '#', ..] || (label.Meaning is >= Label.Subtotal and <= Label.NoMoney && cell.Amounts.Any(amount => amount.IsMoney))
            || IsFollowedBySpace(cell, label));

    /// <summary>Korean and Japanese set a label and its value side by side with a space: 상호 주식회사 한결.</summary>
    public static bool IsFollowedBySpace(Cell cell, LabelMatch<Label> label) =>
        label.End < cell.Text.Length && FoldedText.IsCjk(cell.Text[label.End - 1]) && cell.Text[label.End] is ' ' or '　';

    private static double Overlap(Cell left, Cell right) => Math.Min(left.Box.Right, right.Box.Right) - Math.Max(left.Box.X, right.Box.X);

    // The next label counts when it is set off by a colon or follows a value; "Invoice number (see order)" stays one label.
    private static int NextLabel(Cell cell, int index)
    {
        for (var i = index + 1; i < cell.Labels.Count; i++)
        {
            var next = cell.Labels[i];
            if (cell.Text.AsSpan(next.End).TrimStart() is [':' or '：', ..])
            {
                return next.Start;
            }
        }

        return cell.Text.Length;
    }
}
