using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>The cells a row's fields were read in, by the path of the field. Made into evidence when asked for: few of many thousand rows ever are.</summary>
internal sealed class RowEvidence(StatementTransaction transaction) : IReadOnlyDictionary<string, Evidence>
{
    private const int LongestExcerpt = 300;

    private static readonly string[] Paths = ["invoice.totalAmount", "invoice.invoiceDate", "invoice.invoiceNumber", "vendor.name", "lineItems[0].description"];

    private readonly int line = transaction.Row.Line;
    private readonly ReadCell?[] cells = [transaction.AmountCell, transaction.DateCell, transaction.NumberCell, transaction.VendorCell, transaction.DescriptionCell];

    public Evidence this[string key] => TryGetValue(key, out var evidence) ? evidence : throw new KeyNotFoundException($"No cell was read for {key}.");

    public IEnumerable<string> Keys => this.Select(entry => entry.Key);

    public IEnumerable<Evidence> Values => this.Select(entry => entry.Value);

    public int Count => cells.Count(cell => cell is not null);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Evidence value)
    {
        var at = Array.IndexOf(Paths, key);
        value = at >= 0 && cells[at] is { } cell ? Of(cell) : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, Evidence>> GetEnumerator() =>
        Paths.Zip(cells).Where(field => field.Second is not null).Select(field => KeyValuePair.Create(field.First, Of(field.Second!.Value))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Evidence Of(ReadCell cell) => new()
    {
        Kind = EvidenceKind.CsvRow,
        Pointer = new() { Row = line, Column = cell.Column + 1 },
        Excerpt = cell.Text.Length <= LongestExcerpt ? cell.Text : cell.Text[..LongestExcerpt],
    };
}
