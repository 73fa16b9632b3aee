using System.Text;
using System.Text.RegularExpressions;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>A line of a page with placeholders for personal data; three spaces stand where columns part.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Number">Of the line within its page, from 1.</param>
public sealed record MaskedLine(int Page, int Number, string Text);

/// <summary>
/// A document without personal data: e-mail addresses, telephone, card, bank and identity numbers, the customer's names, addresses and
/// accounts are placeholders. Dates, amounts, invoice numbers and the vendor's own addresses and tax id stay.
/// </summary>
/// <remarks>In doubt something is hidden: every placeholder can be put back, so hiding too much costs the reader a hint and the answer nothing.</remarks>
public sealed partial class MaskedDocument
{
    private readonly Placeholders placeholders = new();
    private readonly CustomerCells customerCells;
    private readonly List<string> customers;
    private readonly OwnContacts own;
    private readonly ProtectedText kept;
    private readonly PersonNames people;

    private MaskedDocument(PageReading reading, IReadOnlyList<NormalizedInvoice> invoices)
    {
        Reading = reading;
        customerCells = new(reading, invoices);
        customers = CustomerNames.In(reading, customerCells.Names);
        own = new(invoices, customers);
        customers.RemoveAll(own.IsVendorsName);
        kept = new(reading, invoices);
        people = new(own, invoices);
        Lines = [.. reading.Rows.Select(row => new MaskedLine(row.Page, row.Line, Mask(new(row))))];
    }

    public IReadOnlyList<MaskedLine> Lines { get; }

    /// <summary>How many different things were hidden, by the word in their placeholders: <c>EMAIL</c>, <c>CUSTOMER</c>, …</summary>
    public IReadOnlyDictionary<string, int> HiddenCounts => placeholders.Counts;

    internal PageReading Reading { get; }

    /// <param name="invoices">What was read without a model: it tells the vendor from the customer.</param>
    public static MaskedDocument Of(ExtractedDocument document, IReadOnlyList<NormalizedInvoice> invoices) => new(PageReading.Of(document), invoices);

    /// <summary>Puts the hidden words back.</summary>
    public string Unmask(string text) => placeholders.Restore(text);

    private string Mask(RowText row)
    {
        var owners = new int[row.Text.Length];
        var found = Find(row).ToList();
        var protectedSpans = kept.In(row);
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var at in Enumerable.Range(found[i].Span.Start, found[i].Span.Length))
            {
                if (owners[at] == 0 && (!YieldsToProtected(found[i].Kind) || !protectedSpans.Exists(span => span.Start <= at && at < span.End)))
                {
                    owners[at] = i + 1;
                }
            }
        }

        return Write(row, owners, found);
    }

    /// <summary>Cells and names are hidden around what must stay; numbers and addresses are found where it does not stand, and hidden whole.</summary>
    private static bool YieldsToProtected(MaskedKind kind) => kind is MaskedKind.Customer or MaskedKind.Account or MaskedKind.Name;

    private IEnumerable<(MaskedKind Kind, Span Span)> Find(RowText row)
    {
        var (text, withPlainNumbers) = kept.Blotted(row);
        IEnumerable<(MaskedKind Kind, IEnumerable<Span> Spans)> finders =
        [
            (MaskedKind.Text, Brackets(row)),
            (MaskedKind.Card, CardNumbers.In(row, [.. ProtectedText.Money(row), .. kept.Dates(row)], kept.Numbers(row), Reading.Text.Kind is EvidenceKind.ImageOcrLine)),
            (MaskedKind.Store, Matches(row, Store())),
            (MaskedKind.Email, Emails(row)),
            (MaskedKind.Link, Matches(row, SecretLink())),
            (MaskedKind.Bank, SensitiveNumbers.BankAccounts(row, text)),
            (MaskedKind.NationalId, IdentityNumbers.In(row, text)),
            (MaskedKind.Network, NetworkAddresses.In(row, text)),
            (MaskedKind.Phone, SensitiveNumbers.Phones(row, text, withPlainNumbers)),
            (MaskedKind.Account, kept.Accounts(row)),
            (MaskedKind.Customer, Blocks(row)),
            (MaskedKind.Customer, CustomersElsewhere(row)),
            (MaskedKind.Name, people.In(row)),
        ];
        return from finder in finders from span in finder.Spans select (finder.Kind, span);
    }

    private string Write(RowText row, int[] owners, List<(MaskedKind Kind, Span Span)> found)
    {
        var written = new StringBuilder(row.Text.Length + 16);
        for (var i = 0; i < owners.Length;)
        {
            var end = i + 1;
            if (owners[i] == 0)
            {
                written.Append(row.IsGap(i) ? "   " : row.Text[i]);
                i = end;
                continue;
            }

            while (end < owners.Length && owners[end] == owners[i])
            {
                end++;
            }

            var piece = row.Text[i..end];
            // What is left of a cell around its amounts is often a comma or a space.
            var isWorthHiding = found[owners[i] - 1].Kind is MaskedKind.Text || piece.Any(char.IsLetterOrDigit);
            var core = isWorthHiding ? piece.Trim() : "";
            written.Append(core.Length == 0 ? piece : piece.Replace(core, placeholders.For(found[owners[i] - 1].Kind, core), StringComparison.Ordinal));
            i = end;
        }

        return written.ToString();
    }

    private static IEnumerable<Span> Brackets(RowText row) =>
        Enumerable.Range(0, row.Text.Length).Where(i => row.Text[i] is Placeholders.Open or Placeholders.Close).Select(i => new Span(i, i + 1));

    private IEnumerable<Span> Emails(RowText row) =>
        Matches(row, Email()).Where(span => !own.IsVendors(row.Narrow[span.Start..span.End], row.Row.Cells.Any(cell => customerCells.Contains(cell) && row.SpanOf(cell).Overlaps(span))));

    private IEnumerable<Span> Blocks(RowText row) =>
        row.Row.Cells.Where(customerCells.Contains).Select(cell => row.SpanOf(cell) with { Start = row.StartOf(cell) + CustomerNames.StartIn(cell) }).Where(span => span.Length > 0);

    private IEnumerable<Span> CustomersElsewhere(RowText row)
    {
        foreach (var name in customers)
        {
            for (var at = row.Text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = row.Text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
            {
                var span = new Span(at, at + name.Length);
                if (FoldedText.IsCjk(name[0]) || row.StandsAlone(span))
                {
                    yield return span;
                }
            }
        }
    }

    private static IEnumerable<Span> Matches(RowText row, Regex pattern) => pattern.Matches(row.Narrow).Select(match => new Span(match.Index, match.Index + match.Length));

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+ ?(?:@|\(at\)|\[at\]) ?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9-]*\.myshopify\.com", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Store();

    // A link with a long random part or a query opens somebody's account or bill without a password.
    [GeneratedRegex(@"https?://[^ ]*(?:\?[^ ]+|[A-Za-z0-9_-]{20,}[^ ]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SecretLink();
}
