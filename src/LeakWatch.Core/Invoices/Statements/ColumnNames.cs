using System.Collections.Frozen;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>A role that a column's name speaks for.</summary>
/// <param name="Weight">Higher is surer: the whole name before a part of it, a longer part before a shorter one.</param>
/// <param name="Rank">Among names of one role, the lower is the better column (<c>amount</c> before <c>net</c>).</param>
public readonly record struct NamedRole(ColumnRole Role, int Weight, int Rank);

/// <summary>What a column holds by its name; the names are in <see cref="ColumnNameTable"/>.</summary>
internal static class ColumnNames
{
    public const int WholeName = 1_000;

    // Words that mean something else inside a longer name: "billing account name", "invoice section", "instance id".
    private static readonly FrozenSet<string> WholeNamesOnly = FrozenSet.ToFrozenSet((
        "cleared name label to nom naam text id in out ut af bij item items title service info type state art value valor charge charges price rate units plan store " +
        "shop app card carte carta karte karta project team sum net data dag dia posted total invoice bill rechnung facture factura fattura factuur faktura " +
        "konto compte cuenta conto account company product subject note notes kind sign ref cost fee fees tax limit gift tip points refund refunded received " +
        "spent created auftraggeber contrepartie du serial partner tila laji stan suma referens hours seats cena booked balance stanje sold bonus rabatt detail " +
        "detalles nature flow what reason event content leistung artikel motif objet movimento islem tapahtuma namen svrha folio documento kort conta tili " +
        "racun hesap szamla nome namn navn naziv negozio winkel butikk loja fornecedor void voided storno annule cancelled canceled reversed payments payment " +
        "withdraw withdrawn entry outgoing incoming refunds adjustments conversion taxa taxas moms poplatek tariffa avgift gebyr prowizja oplata ilosc neto " +
        "bruto lordo iznos znesek objem nominal jumlah breme dobro isplata uplata wplyw wplata wydatek salida entrada saida egreso communication from valid " +
        "booking inn titulo provider seller recipient vendor merchant meno nombre dare avere debe haber soll haben sens status bal vat iva ust tva btw cur mena " +
        "kurs cours cambio taux wert tier sku organization resource sh").Split(' '));

    private static readonly FrozenSet<string> NumberWords = FrozenSet.ToFrozenSet(
        "iban bic bban swift account acct number no nr num id code email mail address phone zip city country konto kontonummer blz rekening rachunek rachunku numer compte cuenta conto conta adresse adresse direccion indirizzo adres mcc type".Split(' '));

    private static readonly FrozenDictionary<string, NamedRole[]> ByName = ColumnNameTable.Roles
        .SelectMany(entry => Names(entry.Names).Where(name => name[0] != '~').Select((name, rank) => (Name: StatementWords.Fold(name), Role: new NamedRole(entry.Role, WholeName + name.Length, rank))))
        .GroupBy(entry => entry.Name)
        .ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.Role).ToArray());

    // Chinese, Japanese and Korean names are written without blanks: a known name may stand anywhere in a longer one.
    private static readonly string[] Unspaced = [.. ByName.Keys.Where(name => name[0] > '\u2E80' && name.Length > 1).OrderByDescending(name => name.Length)];

    private static readonly (string Ending, NamedRole Role)[] Compounds =
        [.. ColumnNameTable.Roles.SelectMany(entry => Names(entry.Names).Select((name, rank) => (name, rank)).Where(entry => entry.name[0] == '~')
            .Select(compound => (compound.name[1..], new NamedRole(entry.Role, compound.name.Length, compound.rank))))];

    /// <summary>The roles a column's name speaks for, the surest first; none for a name we do not know.</summary>
    public static IReadOnlyList<NamedRole> RolesOf(string name)
    {
        var folded = StatementWords.Fold(name);
        if (folded.Length == 0)
        {
            return [];
        }

        if (ByName.TryGetValue(folded, out var whole))
        {
            return whole;
        }

        // A column of a currency's amounts is called by it: USD, CAD$.
        if (CurrencyText.CodesOf(name.Trim()).Count > 0 || CurrencyText.IsCode(folded.ToUpperInvariant()))
        {
            return [new(ColumnRole.Amount, 1, 0)];
        }

        var words = folded.Split(' ');
        // "Counterparty account" and "recipient e-mail address" are about whom was paid, not who it is.
        var isNumber = words.Any(NumberWords.Contains);
        var found = new List<NamedRole>();
        for (var from = 0; from < words.Length; from++)
        {
            for (var to = Math.Min(words.Length, from + 5); to > from; to--)
            {
                var part = string.Join(' ', words[from..to]);
                if (!WholeNamesOnly.Contains(part) && ByName.TryGetValue(part, out var roles))
                {
                    found.AddRange(roles.Where(role => !isNumber || role.Role is not (ColumnRole.Payee or ColumnRole.Description)).Select(role => role with { Weight = part.Length }));
                }
            }

            found.AddRange(Compounds.Where(compound => words[from].EndsWith(compound.Ending, StringComparison.Ordinal)).Select(compound => compound.Role));
        }

        if (found.Count == 0 && words.Length > 1 && words[^1] is "cost" or "costs" or "total")
        {
            // "Extended cost" is a cost; a "cost center" is none.
            found.Add(new(ColumnRole.Amount, 1, int.MaxValue));
        }

        if (found.Count == 0 && folded.Any(c => c > '\u2E80'))
        {
            found.AddRange(Unspaced.Where(name => folded.Contains(name, StringComparison.Ordinal)).SelectMany(name => ByName[name].Select(role => role with { Weight = name.Length })));
        }

        return SideOf(found, words) is { } side ? [side] : [.. found.OrderByDescending(role => role.Weight).ThenBy(role => role.Rank).DistinctBy(role => role.Role)];
    }

    /// <summary>An amount that is one side only: <c>Transaction amount (debit)</c>, <c>記账金额(收入)</c>. A credit card is no side.</summary>
    private static NamedRole? SideOf(List<NamedRole> found, string[] words)
    {
        var sides = found.Where(role => role.Role is ColumnRole.Debit or ColumnRole.Credit).DistinctBy(role => role.Role).ToList();
        return sides is [var side] && found.Any(role => role.Role is ColumnRole.Amount) && !words.Contains("card") ? side : null;
    }

    private static string[] Names(string list) => list.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
