using System.Text.RegularExpressions;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>
/// The cells that name the customer: those below or beside a label for it, and blocks with a postal address that are neither the vendor's nor
/// labelled as anybody's: letters print the recipient without a word.
/// </summary>
internal sealed partial class CustomerCells
{
    private const int MaxRows = 6;
    private const double SameColumn = 0.02;

    // In heights of a line.
    private const double NextLine = 1.6;

    private readonly PageReading reading;
    private readonly List<string> vendors;
    private readonly HashSet<Cell> cells = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> names = [];

    public CustomerCells(PageReading reading, IReadOnlyList<NormalizedInvoice> invoices)
    {
        this.reading = reading;
        vendors = [.. invoices.Select(invoice => VendorKey.Of(invoice.Vendor.Name)).Where(key => key.Length > 1)];
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells))
        {
            if (IsLabelled(cell) || HoldsBlock(cell) || IsAddressBesideCustomer(cell))
            {
                cells.Add(cell);
            }
        }

        // Without the vendor's name nobody can tell whose address an unlabelled one is.
        foreach (var address in reading.Rows.SelectMany(row => row.Cells).Where(cell => vendors.Count > 0 && !cells.Contains(cell) && IsAboveTable(cell) && IsAddress(cell)))
        {
            AddBlockOf(address);
        }
    }

    /// <summary>Names at the head of blocks that nothing labels.</summary>
    public IReadOnlyList<string> Names => names;

    public bool Contains(Cell cell) => cells.Contains(cell);

    private bool IsLabelled(Cell cell) => cell.IsCustomer && !IsOfSeat(cell) && (OpensBlock(cell) || CustomerNames.EndOfHonorific(cell.Text) is not null || !IsInTable(cell));

    // "Registered office: 12 Orchard Street", and the lines below it: where the vendor is at home.
    private bool IsOfSeat(Cell cell)
    {
        for (var at = cell; at is { IsCustomer: true }; at = Above(at))
        {
            if (OpensBlock(at))
            {
                return at.Folded[..at.Labels[0].End].Trim() is "registered office" or "corporate office";
            }
        }

        return false;
    }

    // "Bill to: Jane Doe, 9 Harbor Way, …" in one line, too long for the reader to take it for a block; "Customer support is …" is a sentence.
    private static bool HoldsBlock(Cell cell) =>
        cell.Labels is [{ Start: 0, Meaning: Label.Customer } label, ..]
        && (cell.Text.AsSpan(label.End).TrimStart() is [':' or '：', ..] || cell.Folded.AsSpan(0, label.End).TrimEnd().EndsWith(" to"));

    // A block above a table does not go on in it, though it may stand in the same column.
    private bool IsInTable(Cell cell)
    {
        var heading = reading.Headings.LastOrDefault(heading => heading.First.Page == cell.Row.Page && heading.First.Index <= cell.Row.Index);
        return heading is not null && !reading.Rows.Skip(heading.Last.Index + 1).Take(cell.Row.Index - heading.Last.Index).Any(row => row.Cells.Any(OpensBlock));
    }

    private static bool OpensBlock(Cell cell) => cell.Labels is [{ Start: 0, Meaning: Label.Customer or Label.OtherParty }, ..];

    private bool IsAboveTable(Cell cell) => reading.Headings.All(heading => heading.First.Page != cell.Row.Page || cell.Row.Index < heading.First.Index);

    private bool IsAddressBesideCustomer(Cell cell) => AddressLabel().IsMatch(cell.Text) && (cell.Row.Cells.Any(OpensBlock) || (Above(cell) is { } above && OpensBlock(above)));

    private void AddBlockOf(Cell address)
    {
        var block = new List<Cell> { address };
        Extend(block, address, -1);
        Extend(block, address, 1);
        block.Sort((left, right) => left.Row.Index.CompareTo(right.Row.Index));
        var head = block[0];
        var isCustomers = block.Exists(cells.Contains) || (block.Count > 1 && !head.Text.Any(char.IsAsciiDigit) && VendorName.In(head.Text) is not null);
        if (!isCustomers || block.Exists(IsVendors) || IsVendors(Above(head)))
        {
            return;
        }

        cells.UnionWith(block);
        names.Add(head.Text);
    }

    // Lines that begin at the same place, next to each other, until a label, a date or money ends the block.
    private void Extend(List<Cell> block, Cell from, int step)
    {
        var last = from;
        for (var i = from.Row.Index + step; i >= 0 && i < reading.Rows.Count && block.Count < MaxRows; i += step)
        {
            var next = reading.Rows[i].Cells.FirstOrDefault(cell => Math.Abs(cell.Box.X - from.Box.X) < SameColumn);
            if (next is null)
            {
                continue;
            }

            var gap = step > 0 ? next.Box.Y - last.Box.Bottom : last.Box.Y - next.Box.Bottom;
            if (reading.Rows[i].Page != from.Row.Page || gap > NextLine * from.Row.Height || FieldFinder.IsLabel(next) || next.Dates.Count > 0 || next.Amounts.Any(amount => amount.IsMoney))
            {
                return;
            }

            block.Add(next);
            last = next;
        }
    }

    private Cell? Above(Cell cell) =>
        cell.Row.Index > 0 && reading.Rows[cell.Row.Index - 1] is var row && row.Page == cell.Row.Page ? row.Cells.FirstOrDefault(other => Math.Abs(other.Box.X - cell.Box.X) < SameColumn) : null;

    private bool IsVendors(Cell? cell)
    {
        if (cell is null)
        {
            return false;
        }

        if (cell.Labels is [{ Start: 0, Meaning: Label.Seller or Label.PayableTo }, ..])
        {
            return true;
        }

        var key = VendorKey.Of(cell.Text);
        return key.Length > 1 && vendors.Exists(vendor => key.Contains(vendor, StringComparison.Ordinal) || (key.Length > 3 && vendor.StartsWith(key, StringComparison.Ordinal)));
    }

    private static bool IsAddress(Cell cell) =>
        cell.Text.Length < 80 && !cell.Amounts.Any(amount => amount.IsMoney) && cell.Dates.Count == 0 && (Locale.HasStateAndZip(cell.Text) || Address().IsMatch(cell.Text));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    // Postcode and town (Europe, United Kingdom, Japan, Korea), then street and number in the languages we read.
    [GeneratedRegex(
        @"^(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? \p{Lu}\p{L}{2}|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|〒 ?\d{3}|(?:특별시|광역시|[시군구]) .*(?:로|길|동) ?\d|[都道府県市区].*\d+[-－丁番]|^\d+[A-Za-z]?,? .*\b(?i:street|st|avenue|ave|road|rd|way|lane|ln|boulevard|blvd|drive|dr|court|ct|square|parkway|pkwy|terrace|place|highway|hwy)\b|\p{L}(?i:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|straat|laan|plein|gade|gatan|vägen|katu) ?\d|^(?:\d+[ ,a-z]*)?(?i:rue|avenue|boulevard|calle|avenida|plaza|paseo|via|rua|chemin|place) .*\p{L}",
        Options)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:address|adresse|anschrift|direcci[óo]n|indirizzo|endere[çc]o|adres)\b|^(?:주소|住所)", Options | RegexOptions.IgnoreCase)]
    private static partial Regex AddressLabel();
}
