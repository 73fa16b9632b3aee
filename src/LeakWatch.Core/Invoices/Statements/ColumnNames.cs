using System.Collections.Frozen;
using LeakWatch.Core.Invoices.Vocabulary;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>A role that a column's name speaks for.</summary>
/// <param name="Weight">Higher is surer: the whole name before a part of it, a longer part before a shorter one.</param>
/// <param name="Rank">Among names of one role, the lower is the better column (<c>amount</c> before <c>net</c>).</param>
public readonly record struct NamedRole(ColumnRole Role, int Weight, int Rank);

/// <summary>What a column holds by its name; the names are in <c>Vocabulary</c>.</summary>
internal static class ColumnNames
{
    public const int WholeName = 1_000;

    // Words that mean something else inside a longer name: "billing account name", "invoice section", "instance id".
    private static readonly FrozenSet<string> WholeNamesOnly = StatementPhrases.Columns["WholeNameOnly"].ToFrozenSet();

    private static readonly FrozenSet<string> NumberWords = StatementPhrases.Columns["NumberWord"].ToFrozenSet();

    private static readonly (ColumnRole Role, RankedPhrase Name)[] All = [.. Enum.GetValues<ColumnRole>()
        .SelectMany(role => StatementPhrases.Columns.Ranked($"{role}").Select(name => (role, name)))];

    private static readonly FrozenDictionary<string, NamedRole[]> ByName = All
        .Where(entry => !IsEnding(entry.Name))
        .GroupBy(
            entry => entry.Name.Text,
            entry => new NamedRole(entry.Role, WholeName + entry.Name.Text.Length, entry.Name.Rank))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    // Chinese, Japanese and Korean names are written without blanks: a known name may stand anywhere in a longer one.
    private static readonly string[] Unspaced = [.. ByName.Keys.Where(name => name[0] > '\u2E80' && name.Length > 1).OrderByDescending(name => name.Length)];

    private static readonly (string Ending, NamedRole Role)[] Compounds = [.. All
        .Where(entry => IsEnding(entry.Name))
        .Select(entry => (entry.Name.Text[1..], new NamedRole(entry.Role, entry.Name.Text.Length, entry.Name.Rank)))];

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

    private static bool IsEnding(RankedPhrase name) => name.Text[0] == '~';
}
