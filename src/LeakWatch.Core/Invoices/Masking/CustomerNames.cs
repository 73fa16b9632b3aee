using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>Who the document was sent to: names from its blocks of customers.</summary>
internal static class CustomerNames
{
    private const int ShortestName = 4;
    private const int RowsOfNames = 4;

    /// <summary>The first lines of every customer's block that are names: hidden wherever else they stand.</summary>
    /// <param name="unlabelled">Heads of blocks that no label names.</param>
    public static List<string> In(PageReading reading, IReadOnlyList<string> unlabelled)
    {
        var names = new List<string>();
        foreach (var head in unlabelled)
        {
            Add(names, head);
        }

        foreach (var cell in reading.Rows.SelectMany(row => row.Cells).Where(cell => cell.IsCustomer))
        {
            if (cell.Labels is [{ Start: 0, Meaning: Label.Customer or Label.OtherParty } label, ..])
            {
                Add(names, AfterLabel(cell, label));
                foreach (var below in Block(reading, cell).Take(2))
                {
                    Add(names, below.Text);
                }
            }
            else if (EndOfHonorific(cell.Text) is { } end)
            {
                Add(names, cell.Text[..end]);
            }
        }

        return [.. names.Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length)];
    }

    /// <summary>Where the customer's words begin in a cell of the customer: behind the label that opens it. "PO Box 1" is no label.</summary>
    public static int StartIn(Cell cell) => cell.Labels is [{ Start: 0, Meaning: Label.Customer or Label.OtherParty or Label.Contact or Label.TaxId or Label.AccountNumber } label, ..] ? label.End : 0;

    private static string AfterLabel(Cell cell, LabelMatch<Label> label) => cell.Text[label.End..].Trim(' ', ':', '：', '-', ',');

    private static IEnumerable<Cell> Block(PageReading reading, Cell label) =>
        from row in reading.Rows.Skip(label.Row.Index).Take(RowsOfNames)
        where row.Page == label.Row.Page
        from cell in row.Cells
        where cell.IsCustomer && !ReferenceEquals(cell, label) && cell.Box.X > label.Box.X - 0.03 && cell.Labels is not [{ Start: 0 }, ..]
        select cell;

    // A street or town is no name: it has a number or a comma, or is a single word that others have too.
    private static void Add(List<string> names, string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var name = (comma > 0 && VendorName.HasLegalForm(text[..comma]) ? text[..comma] : text).Trim();
        var isPlace = comma > 0 && !VendorName.HasLegalForm(text);
        if (name.Length >= ShortestName && name.Length <= 80 && !isPlace && name.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !name.Contains('@')
            && name.Any(char.IsLetter) && (name.Contains(' ') || FoldedText.IsCjk(name[0]) || VendorName.HasLegalForm(name)) && !PersonNames.IsNobody(name))
        {
            names.Add(name);
        }
    }

    /// <summary>Where the name before a Japanese or Korean form of address ends; null when there is none.</summary>
    public static int? EndOfHonorific(string text)
    {
        foreach (var honorific in (string[])["御中", "様", "귀하", "귀중", "貴中"])
        {
            if (text.EndsWith(honorific, StringComparison.Ordinal))
            {
                return text.Length - honorific.Length;
            }
        }

        return null;
    }
}
