namespace LeakWatch.Core.Invoices.Statements;

/// <summary>Finds the amount, or money out and money in, and the balance, where no column is named so.</summary>
internal static class AmountColumns
{
    private const int ColumnsTried = 8;

    /// <param name="isNamed">The table has a header, though it names no amount: then only what is plainly money counts.</param>
    /// <param name="hasMark">Another column holds currencies or directions, so that whole numbers may be money.</param>
    public static IEnumerable<(ColumnRole Role, int Column)> Find(StatementTable table, IReadOnlyList<int> free, bool isNamed, bool hasMark, bool hasBalance)
    {
        var numeric = free.Where(column => table.Columns[column] is { } profile && profile.Numbers * 10 >= profile.Filled * 6 && !IsIdentifier(profile)).ToList();
        var money = numeric.Where(column => IsMoney(table.Columns[column], isNamed)).ToList();
        if (money.Count == 0)
        {
            // Currencies without a minor unit: whole numbers that are no counts.
            var negative = numeric.Where(column => table.Columns[column].Negatives > 0).ToList();
            if ((hasMark || !isNamed) && (hasMark || negative.Count > 0))
            {
                money = hasMark ? numeric : negative;
            }
            else
            {
                var whole = numeric.Where(column => table.Columns[column] is not { IsConstant: true, Filled: > 1 } && table.Columns[column].TextLength > 2L * table.Columns[column].Filled).Take(ColumnsTried).ToList();
                return OfWholeNumbers(table, whole, isNamed, hasBalance);
            }
        }

        money = [.. money.Where(column => table.Columns[column].Values is not { Count: > 0 } few || few.Any(value => CellShape.Amount(value) is not { Value: 0m })).Take(ColumnsTried)];
        var values = money.ToDictionary(column => column, column => ValuesOf(table, column));
        return WithBalance(money, values) ?? Whole(money, values)
            ?? (money.Count > 1 && FirstExclusivePair(money, values) is { } pair ? OutAndIn(pair, money, hasBalance) : Single(table, money, hasBalance));
    }

    // Pieces and instalments are whole numbers too. A column that carries another one forward is money; so are two of which each row fills one, and the first,
    // unless a header names it something that we do not know.
    private static IEnumerable<(ColumnRole, int)> OfWholeNumbers(StatementTable table, List<int> whole, bool isNamed, bool hasBalance)
    {
        var values = whole.ToDictionary(column => column, column => ValuesOf(table, column));
        return WithBalance(whole, values)
            ?? (isNamed ? [] : FirstExclusivePair(whole, values) is { } sides ? OutAndIn(sides, whole, hasBalance) : Single(table, [.. whole.Take(1)], hasBalance));
    }

    /// <summary>The column that with a fee makes the net amount of every row, or −1.</summary>
    public static int GrossOf(StatementTable table, IReadOnlyList<int> free, IReadOnlyList<int> fees, int net)
    {
        var left = ValuesOf(table, net);
        foreach (var fee in fees)
        {
            var kept = ValuesOf(table, fee);
            foreach (var column in free.Where(column => table.Columns[column] is { Numbers: > 0 } profile && profile.Numbers == profile.Filled).Take(ColumnsTried))
            {
                if (IsWhole(ValuesOf(table, column), kept, left, rowsNeeded: 1))
                {
                    return column;
                }
            }
        }

        return -1;
    }

    /// <summary>The column that is filled where the known one is not, or −1.</summary>
    public static int OtherSideOf(StatementTable table, IReadOnlyList<int> free, int known)
    {
        var values = ValuesOf(table, known);
        return free.Where(column => table.Columns[column] is { Numbers: > 0 } profile && profile.Numbers == profile.Filled && !IsIdentifier(profile))
            .FirstOrDefault(column => AreExclusive(values, ValuesOf(table, column)), -1);
    }

    private static decimal?[] ValuesOf(StatementTable table, int column) => [.. table.Dated.Select(row => CellShape.Amount(row.Cell(column))?.Value)];

    private static bool IsWhole(decimal?[] gross, decimal?[] kept, decimal?[] left, int rowsNeeded)
    {
        var rows = Enumerable.Range(0, gross.Length).Where(row => gross[row] is not null && left[row] is not null).ToList();
        return rows.Count >= rowsNeeded && rows.Any(row => kept[row] is not (null or 0m))
            && (rows.All(row => gross[row] + (kept[row] ?? 0m) == left[row]) || rows.All(row => gross[row] - (kept[row] ?? 0m) == left[row]));
    }

    private static bool IsIdentifier(ColumnProfile profile) =>
        profile.Integers == profile.Filled && profile.Marked == 0 && (profile.TextLength >= 9L * profile.Filled || profile.Values.Any(value => value is ['0', _, ..]));

    private static bool IsMoney(ColumnProfile profile, bool isNamed) =>
        profile.Marked > 0 || (profile.TwoDecimals > 0 && profile.TwoDecimals * 2 > profile.Numbers - profile.Zeros) || (!isNamed && profile.Amounts > 0);

    private static IEnumerable<(ColumnRole, int)>? WithBalance(List<int> money, Dictionary<int, decimal?[]> values)
    {
        foreach (var balance in money.AsEnumerable().Reverse())
        {
            foreach (var first in money.Where(column => column != balance))
            {
                foreach (var second in money.Where(column => column > first && column != balance && AreExclusive(values[first], values[column])))
                {
                    var joined = values[first].Zip(values[second], (left, right) => left is { } value && value != 0 ? -Math.Abs(value) : right is { } other ? Math.Abs(other) : left).ToArray();
                    switch (RunningBalance.Of(values[balance], joined))
                    {
                        case > 0: return [(ColumnRole.Debit, first), (ColumnRole.Credit, second), (ColumnRole.Balance, balance)];
                        case < 0: return [(ColumnRole.Credit, first), (ColumnRole.Debit, second), (ColumnRole.Balance, balance)];
                    }
                }

                if (!values[first].Contains(null) && RunningBalance.Of(values[balance], values[first]) is not null)
                {
                    return [(ColumnRole.Amount, first), (ColumnRole.Balance, balance)];
                }
            }
        }

        return null;
    }

    /// <summary>An amount, what was kept of it, and what is left: in every row the third is made of the first two.</summary>
    private static IEnumerable<(ColumnRole, int)>? Whole(List<int> money, Dictionary<int, decimal?[]> values)
    {
        for (var at = 0; at + 2 < money.Count; at++)
        {
            if (IsWhole(values[money[at]], values[money[at + 1]], values[money[at + 2]], rowsNeeded: 2))
            {
                return [(ColumnRole.Amount, money[at]), (ColumnRole.OtherAmount, money[at + 1])];
            }
        }

        return null;
    }

    private static (int First, int Second)? FirstExclusivePair(List<int> money, Dictionary<int, decimal?[]> values)
    {
        foreach (var first in money)
        {
            foreach (var second in money.Where(column => column > first))
            {
                if (AreExclusive(values[first], values[second]))
                {
                    return (first, second);
                }
            }
        }

        return null;
    }

    // Banks print money out before money in; signs, where there are any, are read row by row.
    private static IEnumerable<(ColumnRole, int)> OutAndIn((int First, int Second) pair, List<int> money, bool hasBalance)
    {
        yield return (ColumnRole.Debit, pair.First);
        yield return (ColumnRole.Credit, pair.Second);
        if (!hasBalance && money.FirstOrDefault(column => column > pair.Second, -1) is >= 0 and var balance)
        {
            yield return (ColumnRole.Balance, balance);
        }
    }

    // Prices, quantities and fees beside the amount have no sign, or are not in every row.
    private static IEnumerable<(ColumnRole, int)> Single(StatementTable table, List<int> money, bool hasBalance)
    {
        var best = money.OrderByDescending(column => table.Columns[column].Negatives > 0).ThenByDescending(column => table.Columns[column].Filled).Take(1).ToList();
        if (best is [var amount])
        {
            yield return (ColumnRole.Amount, amount);
            if (!hasBalance && money is [.., var balance] && balance > amount)
            {
                yield return (ColumnRole.Balance, balance);
            }
        }
    }

    private static bool AreExclusive(decimal?[] first, decimal?[] second)
    {
        var (onlyFirst, onlySecond) = (0, 0);
        for (var row = 0; row < first.Length; row++)
        {
            var (left, right) = (first[row] is not (null or 0m), second[row] is not (null or 0m));
            if (left && right)
            {
                return false;
            }

            onlyFirst += left ? 1 : 0;
            onlySecond += right ? 1 : 0;
        }

        return onlyFirst > 0 && onlySecond > 0;
    }
}
