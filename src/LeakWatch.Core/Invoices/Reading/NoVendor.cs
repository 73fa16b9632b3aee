namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Cells that name nobody: labels, sums, titles, addresses, sentences.</summary>
internal static class NoVendor
{
    private static readonly LabelTable<bool> Words = ReadingPhrases.Parties.TableOf("NoVendor");

    private static readonly LabelTable<bool> Streets = ReadingPhrases.Parties.TableOf("Street");

    private static readonly HashSet<string> Notes = new(ReadingPhrases.Parties["Note"], StringComparer.Ordinal);

    private static readonly LabelTable<bool> SentenceWords = ReadingPhrases.Parties.TableOf("SentenceWord");

    private static readonly string[] OwnerWords =
        ["inh ", "inhaber", "inhaberin", "c o ", "proprietor ", "prop ", "z hd ", "attn "];

    public static bool IsIn(Cell cell)
    {
        var hasForm = VendorName.HasLegalForm(cell.Text);
        return SenderSignals.HasTitle(cell.Text) || IsField(cell.Folded) || IsOwnerLine(cell.Folded)
            || (!hasForm && IsSum(cell))
            || cell.Amounts.Any(amount => amount.IsMoney) || cell.Dates.Count > 0
            || DocumentTitle.IsTitle(cell) || FieldFinder.IsLabel(cell) || OpensWithLabel(cell) || IsHeading(cell)
            || (cell.Text.AsSpan().Count(' ') >= 3 && !hasForm && IsSentence(cell.Folded))
            || Notes.Contains(cell.Folded.Trim())
            || (!hasForm && IsStreet(cell))
            || (!hasForm && Words.FindAll(cell.Folded).Count > 0);
    }

    public static bool IsSentence(string folded) => SentenceWords.FindAll(folded).Count > 0;

    private static bool IsSum(Cell cell) =>
        SumLabel.Of(cell) is { } sum && cell.Folded[sum.End..].Count(char.IsLetter) <= 6;

    private static bool OpensWithLabel(Cell cell) => cell.Labels is [{ Start: 0 } label, ..]
        && (cell.Text.AsSpan(label.End).TrimStart() is [':' or '：' or '#', ..] || IsWhole(label.Length, cell));

    private static bool IsHeading(Cell cell) =>
        LineColumns.Headings.AtStart(cell.Folded, 0) is { } heading && IsWhole(heading.Length, cell);

    private static bool IsWhole(int length, Cell cell) => length >= cell.Text.TrimEnd().Length - 1;

    private static bool IsStreet(Cell cell) =>
        cell.Text.Any(c => c is (>= '0' and <= '9') or ',') && Streets.FindAll(cell.Folded).Count > 0;

    // "Shipper Number A12B34": a field of which we do not know the name.
    private static bool IsField(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word =>
            word is "number" or "no" or "id" or "nummer" or "nr" or "code" or "numero" or "#");
        return at > 0 && at >= words.Length - 2 && (at == words.Length - 1 || words[^1].Any(char.IsAsciiDigit));
    }

    // "Inh. Carla Beispiel" below the name of the shop.
    private static bool IsOwnerLine(string folded) =>
        Array.Exists(OwnerWords, word => folded.StartsWith(word, StringComparison.Ordinal));
}
