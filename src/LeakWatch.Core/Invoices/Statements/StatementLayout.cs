namespace LeakWatch.Core.Invoices.Statements;

/// <summary>Which column of a table holds what, and how its dates and amounts are written.</summary>
internal sealed class StatementLayout
{
    private readonly Dictionary<ColumnRole, List<int>> columns;

    private StatementLayout(StatementTable table, IReadOnlyList<string> names, Dictionary<ColumnRole, List<int>> columns)
    {
        (Table, Names, this.columns) = (table, names, columns);
        DateColumns = [.. All(ColumnRole.Date).Concat(All(ColumnRole.PostedDate)).Concat(All(ColumnRole.ValueDate)).Concat(All(ColumnRole.PeriodStart).Take(1))
            .OrderByDescending(column => table.Columns[column].Dates * 2 >= table.Rows)];
    }

    public StatementTable Table { get; }

    /// <summary>Column names; empty when the table prints none.</summary>
    public IReadOnlyList<string> Names { get; }

    public int Width => Names.Count > 0 ? Names.Count : Table.Columns.Count;

    /// <summary>All columns of a role, the best first.</summary>
    public IReadOnlyList<int> All(ColumnRole role) => columns.TryGetValue(role, out var found) ? found : [];

    /// <summary>The best column of a role, or −1.</summary>
    public int Of(ColumnRole role) => All(role) is [var best, ..] ? best : -1;

    public bool Has(ColumnRole role) => Of(role) >= 0;

    public ColumnProfile? ProfileOf(ColumnRole role) => Of(role) is >= 0 and var column && column < Table.Columns.Count ? Table.Columns[column] : null;

    /// <summary>A statement names a day and an amount for each row; a table that lacks one is none.</summary>
    public bool IsStatement => DateColumns.Count > 0 && (Has(ColumnRole.Amount) || Has(ColumnRole.Debit) || Has(ColumnRole.Credit));

    /// <summary>The day of the transaction before the day of its booking before the value date; a row that lacks one has the next. A day that few rows have is their second choice.</summary>
    public IReadOnlyList<int> DateColumns { get; }

    public static StatementLayout Of(StatementTable table)
    {
        var names = table.Header.Count > 0 ? table.Header : UnknownHeader(table);
        var columns = ByName(names, table.Columns, table.Rows);
        ByContent(table, names, columns);
        return new(table, names, columns);
    }

    /// <summary>A row of texts right above the first row with a date may be a header whose names we do not know.</summary>
    private static IReadOnlyList<string> UnknownHeader(StatementTable table)
    {
        TableRow? above = null;
        foreach (var row in table.Sample.Take(20))
        {
            if (row.Cells.Any(cell => CellShape.Of(cell) is CellKind.Date))
            {
                return above is { } header && header.Cells.Count >= row.Cells.Count - 1
                    && header.Cells.All(cell => CellShape.Of(cell) is CellKind.Text or CellKind.Empty) ? header.Cells : [];
            }

            above = row;
        }

        return [];
    }

    private static Dictionary<ColumnRole, List<int>> ByName(IReadOnlyList<string> names, IReadOnlyList<ColumnProfile> profiles, int rows)
    {
        var named = new List<(int Column, NamedRole Role)>();
        for (var column = 0; column < Math.Min(names.Count, profiles.Count); column++)
        {
            foreach (var role in ColumnNames.RolesOf(names[column]))
            {
                if (Fits(role.Role, profiles[column], rows))
                {
                    named.Add((column, role));
                    break;
                }
            }
        }

        return named
            .GroupBy(entry => entry.Role.Role)
            .ToDictionary(
                group => group.Key,
                group => group.OrderByDescending(entry => entry.Role.Weight >= ColumnNames.WholeName).ThenBy(entry => entry.Role.Rank).ThenBy(entry => entry.Column)
                    .Select(entry => entry.Column).ToList());
    }

    private static bool Fits(ColumnRole role, ColumnProfile profile, int rows) => role switch
    {
        _ when profile.Filled == 0 => false,
        ColumnRole.Date or ColumnRole.PostedDate or ColumnRole.ValueDate or ColumnRole.PeriodStart or ColumnRole.PeriodEnd => profile.Dates * 4 >= profile.Filled,
        ColumnRole.Amount or ColumnRole.Debit or ColumnRole.Credit or ColumnRole.Balance or ColumnRole.OtherAmount or ColumnRole.Tax or ColumnRole.Quantity
            or ColumnRole.UnitPrice or ColumnRole.OriginalAmount or ColumnRole.ExchangeRate => profile.Numbers * 10 >= profile.Filled * 6,
        ColumnRole.Currency or ColumnRole.OriginalCurrency => profile.Currencies * 2 >= profile.Filled
            || (profile.Values.Count > 0 && profile.Values.All(value => CurrencyText.IsCode(value.ToUpperInvariant()) || CurrencyText.CodesOf(value).Count > 0)),
        // The own account repeats in every row; other accounts are those of whom was paid.
        ColumnRole.BankAccount => profile.Filled * 2 > rows && (profile.IsConstant || (profile.Values.Count > 0 && profile.Values.Count * 5 <= rows)),
        ColumnRole.Direction => profile.Directions * 10 >= profile.Filled * 8,
        ColumnRole.Payee or ColumnRole.Description => (profile.Numbers + profile.Dates) * 10 <= profile.Filled * 7,
        _ => true,
    };

    private static void ByContent(StatementTable table, IReadOnlyList<string> names, Dictionary<ColumnRole, List<int>> columns)
    {
        var taken = columns.Values.SelectMany(found => found).ToHashSet();
        var free = Enumerable.Range(0, table.Columns.Count).Where(column => !taken.Contains(column) && table.Columns[column].Filled > 0).ToList();
        // A value date stands beside the day of the transaction, whatever that is called.
        var valueDate = columns.TryGetValue(ColumnRole.ValueDate, out var values) ? values[0] : -1;
        if (!columns.ContainsKey(ColumnRole.Date) && !columns.ContainsKey(ColumnRole.PostedDate)
            && free.FirstOrDefault(column => IsOfDates(table.Columns[column]) && (valueDate < 0 || (Math.Abs(column - valueDate) <= 2 && table.Columns[column].Filled == table.Rows)), -1) is >= 0 and var date)
        {
            Assign(columns, free, ColumnRole.Date, date);
        }

        if (!columns.ContainsKey(ColumnRole.Currency) && free.FirstOrDefault(column => IsMostly(table.Columns[column].Currencies, table.Columns[column].Filled), -1) is >= 0 and var currency)
        {
            Assign(columns, free, ColumnRole.Currency, currency);
        }

        if (!columns.ContainsKey(ColumnRole.Direction) && free.FirstOrDefault(column => IsDirection(table.Columns[column], table.Rows), -1) is >= 0 and var direction)
        {
            Assign(columns, free, ColumnRole.Direction, direction);
        }

        AmountsByContent(table, isNamed: names.Count > 0, columns, free);
        if (!columns.ContainsKey(ColumnRole.Payee) && !columns.ContainsKey(ColumnRole.Description))
        {
            columns[ColumnRole.Description] = [.. free
                .Where(column => table.Columns[column] is { } profile && profile.Texts * 2 > profile.Filled && profile.TextLength > 2L * profile.Filled)
                .OrderByDescending(column => !table.Columns[column].IsConstant || table.Rows == 1)];
        }
    }

    private static void AmountsByContent(StatementTable table, bool isNamed, Dictionary<ColumnRole, List<int>> columns, List<int> free)
    {
        if (columns.TryGetValue(ColumnRole.Amount, out var net) && columns.TryGetValue(ColumnRole.OtherAmount, out var kept)
            && AmountColumns.GrossOf(table, free, kept, net[0]) is >= 0 and var gross)
        {
            Assign(columns, free, ColumnRole.Amount, gross);
        }

        if (!columns.ContainsKey(ColumnRole.Amount) && columns.ContainsKey(ColumnRole.Debit) != columns.ContainsKey(ColumnRole.Credit))
        {
            var (known, other) = columns.TryGetValue(ColumnRole.Debit, out var debit) ? (debit[0], ColumnRole.Credit) : (columns[ColumnRole.Credit][0], ColumnRole.Debit);
            if (AmountColumns.OtherSideOf(table, free, known) is >= 0 and var side)
            {
                Assign(columns, free, other, side);
            }
        }

        if (!HasAmounts(columns))
        {
            var hasMark = columns.ContainsKey(ColumnRole.Currency) || columns.ContainsKey(ColumnRole.Direction);
            foreach (var (role, column) in AmountColumns.Find(table, free, isNamed, hasMark, hasBalance: columns.ContainsKey(ColumnRole.Balance)))
            {
                Assign(columns, free, role, column);
            }
        }

        if (!HasAmounts(columns) && columns.Remove(ColumnRole.OriginalAmount, out var original))
        {
            // What others print beside the converted amount is all that this file prints.
            columns[ColumnRole.Amount] = original;
        }
    }

    private static void Assign(Dictionary<ColumnRole, List<int>> columns, List<int> free, ColumnRole role, int column)
    {
        columns[role] = [column];
        free.Remove(column);
    }

    private static bool HasAmounts(Dictionary<ColumnRole, List<int>> columns) =>
        columns.ContainsKey(ColumnRole.Amount) || columns.ContainsKey(ColumnRole.Debit) || columns.ContainsKey(ColumnRole.Credit);

    private static bool IsOfDates(ColumnProfile profile) => profile.Dates > 0 && profile.Dates * 10 >= profile.Filled * 6;

    private static bool IsDirection(ColumnProfile profile, int rows) =>
        IsMostly(profile.Directions, profile.Filled) && profile.Filled * 2 > rows && profile.Values.Count is > 0 and <= 8;

    private static bool IsMostly(int part, int whole) => part > 0 && part * 10 >= whole * 9;
}
