using System.Text.RegularExpressions;
using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.LanguageModel;

/// <summary>Who the document was sent to: names from its blocks of customers, and people who are greeted or named by a label.</summary>
internal static partial class CustomerNames
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

    public static IEnumerable<Span> People(RowText row)
    {
        foreach (var match in Greeting().Matches(row.Narrow).Concat(Titled().Matches(row.Narrow)).Concat(Labelled().Matches(row.Narrow)).Concat(Korean().Matches(row.Narrow)))
        {
            var name = match.Groups["name"];
            if (!Nobody().IsMatch(name.Value))
            {
                yield return new(name.Index, name.Index + name.Value.TrimEnd(' ', '.', '-').Length);
            }
        }
    }

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
            && name.Any(char.IsLetter) && (name.Contains(' ') || FoldedText.IsCjk(name[0]) || VendorName.HasLegalForm(name)) && !Nobody().IsMatch(name))
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

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(
        @"^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|bonjour|ch[èe]re?|hola|estimad[oa]|guten tag|hallo|lieber?|sehr geehrter?),?(?: (?:mr|mrs|ms|miss|dr|herr|frau|monsieur|madame|señora?)\.?)? (?<name>\p{L}[\p{L}.' -]{1,40}\p{L})(?: ?[,!:]|$)",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Mme|Mlle|Sra?)\b\.? (?<name>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2})", Options)]
    private static partial Regex Titled();

    [GeneratedRegex(
        @"(?:\b(?:card ?holder(?: name)?|name on card|karteninhaber|titulaire de la carte|titular de la tarjeta|account (?:owner|holder)|ordered by|requested by|placed by|purchased by|approved by|contact (?:person|name)|ansprechpartner(?:in)?|full name|first name|last name|user ?name)|카드 소유자|카드 명의|カード名義人?|ご担当者?) ?[:：] ?(?<name>[\p{L}\p{N}_.@+][\p{L}\p{N}_.@+' -]{1,60})",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    // "김철수 고객님", "담당자: 김철수": Korean names have two to four syllables.
    [GeneratedRegex(@"\b(?<name>[가-힣]{2,4}) ?(?:고객|회원)?님|(?:담당자|성명|이름|예금주|대표자|수령인|받는 ?분) ?[:：] ?(?<name>[가-힣]{2,4})\b", Options)]
    private static partial Regex Korean();

    [GeneratedRegex(
        @"^(?:valued )?(?:customers?|clients?|team|all|there|everyone|sir|madam|sir or madam|sirs|merchant|partner|members?|subscriber|user|kunde|kundin|kunden|damen und herren|client|cliente|고객|회원|사장|담당자|대표|관리자|파트너|판매자|united states(?: of america)?|united kingdom|new zealand|south korea|hong kong)$",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();
}
