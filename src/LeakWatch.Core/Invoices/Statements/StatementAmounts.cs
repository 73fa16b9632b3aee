namespace LeakWatch.Core.Invoices.Statements;

/// <summary>An amount of a row, positive for money the merchant paid.</summary>
/// <param name="Mark">Currency as printed in the cell, or null.</param>
internal readonly record struct PaidAmount(decimal Value, string? Mark, int Column);

/// <summary>Which rows of a table are money out, and which money in.</summary>
/// <remarks>
/// A bank prints −49.00 for what a card prints as 49.00. Columns for debit and credit and a column of directions say it themselves; otherwise
/// the rows do: those whose words can only be money in (a salary, "payment received"), then a running balance, then the sign of most rows.
/// </remarks>
internal sealed class StatementAmounts
{
    private const int LongestKind = 60;

    private static readonly string[] Kept = [.. StatementPhrases.Statements["KeptByProcessor"]];

    private static readonly string[] Left = [.. StatementPhrases.Statements["LeftAfterFee"]];

    private readonly StatementLayout layout;
    private readonly DecimalStyle style;
    private readonly bool positiveIsOut;
    private readonly bool directionDecides;
    private readonly bool isIncome;
    private readonly bool isSplit;
    private readonly int[] amountColumns;
    private readonly int debitSign;
    private readonly int creditSign;

    public StatementAmounts(StatementLayout layout)
    {
        this.layout = layout;
        style = StyleOf(layout);
        amountColumns = [.. layout.All(ColumnRole.Amount)];
        isSplit = IsSplit();
        (debitSign, creditSign) = (SignOf(layout.Of(ColumnRole.Debit)), SignOf(layout.Of(ColumnRole.Credit)));
        var profile = layout.ProfileOf(ColumnRole.Amount) ?? layout.ProfileOf(ColumnRole.Debit) ?? layout.ProfileOf(ColumnRole.Credit);
        var isSigned = profile is { Negatives: > 0 } && profile.Negatives < profile.Numbers;
        isIncome = IsIncome(layout.Names) || (profile is { Negatives: 0 } && IsMostlyReceived());
        directionDecides = layout.Has(ColumnRole.Direction) && !isSigned && !isIncome;
        positiveIsOut = profile switch
        {
            // What a broker bought has a quantity too, but is money out with a minus.
            _ when ShopifyBill.Of(layout) is not null || (BillingExport.Of(layout) is { IsUsage: true } && !(profile is { } signs && signs.Negatives * 2 > signs.Numbers)) => true,
            _ when isIncome => false,
            { Negatives: 0 } => true,
            _ when !isSigned => false,
            _ => SignedPositiveIsOut(),
        };
    }

    /// <summary>What a processor hands over to the merchant's own bank, or back to a customer, is paid to no vendor, though it leaves the processor's ledger.</summary>
    public bool IsPayout(TableRow row) => isIncome && row.Cells.Any(cell => cell.Length <= LongestKind && new FoldedText(cell) is var text && (StatementWords.IsPayout(text) || StatementWords.IsRefund(text)));

    public PaidAmount? Of(TableRow row)
    {
        if (isSplit && TwoColumns(row) is { } split)
        {
            return split;
        }

        // One column for each currency, or a net amount where the gross one is left out.
        foreach (var column in amountColumns)
        {
            if (OneColumn(row, column) is { } paid)
            {
                return paid;
            }
        }

        return null;
    }

    /// <summary>The row lacks the amount that the other rows have.</summary>
    public bool IsSecondChoice(PaidAmount paid) => !isSplit && paid.Column != layout.Of(ColumnRole.Amount);

    /// <summary>Money out and money in have a column each, unless an amount beside them holds both with a sign, or they are seldom filled: discounts, original amounts.</summary>
    private bool IsSplit()
    {
        var (debit, credit) = (layout.Of(ColumnRole.Debit), layout.Of(ColumnRole.Credit));
        if (layout.ProfileOf(ColumnRole.Amount) is not { } amount)
        {
            return debit >= 0 || credit >= 0;
        }

        var (parts, both, equal) = (0, 0, 0);
        foreach (var row in layout.Table.Dated)
        {
            var part = Amount(row, debit) is { Value: not 0m } paid ? paid : Amount(row, credit);
            if (part is { Value: not 0m } found)
            {
                parts++;
                var whole = Amount(row, layout.Of(ColumnRole.Amount));
                both += whole is null ? 0 : 1;
                equal += whole is { } value && Math.Abs(value.Value) == Math.Abs(found.Value) ? 1 : 0;
            }
        }

        return debit >= 0 && parts * 2 >= Math.Min(amount.Numbers, layout.Table.Dated.Count)
            && !(both * 10 >= parts * 9 && equal * 10 >= both * 9 && (amount.Negatives > 0 || layout.Has(ColumnRole.Direction)));
    }

    private PaidAmount? TwoColumns(TableRow row)
    {
        var (debit, credit) = (layout.Of(ColumnRole.Debit), layout.Of(ColumnRole.Credit));
        if (credit < 0)
        {
            return OneColumn(row, debit);
        }

        var (paid, received) = (Amount(row, debit), Amount(row, credit));
        return paid is { Value: not 0m } ? new(paid.Value.Value * UsualSign(ColumnRole.Debit), paid.Value.Mark, debit)
            : received is { } income ? new(-income.Value * UsualSign(ColumnRole.Credit), income.Mark, credit)
            : paid is { } nothing ? new(0m, nothing.Mark, debit)
            : null;
    }

    private PaidAmount? OneColumn(TableRow row, int column)
    {
        if (Amount(row, column) is not { } amount)
        {
            return null;
        }

        if (CellShape.SideOf(row.Cell(column)) is not 0 and var side)
        {
            return new(side * Math.Abs(amount.Value), amount.Mark, column);
        }

        if (directionDecides)
        {
            var direction = StatementWords.DirectionOf(row.Cell(layout.Of(ColumnRole.Direction)));
            return new(direction < 0 ? -Math.Abs(amount.Value) : Math.Abs(amount.Value), amount.Mark, column);
        }

        return new(positiveIsOut ? amount.Value : -amount.Value, amount.Mark, column);
    }

    private AmountText? Amount(TableRow row, int column) => column < 0 ? null : CellShape.Amount(row.Cell(column), style);

    // A debit column may print every amount with a minus; a single one of another sign is then a reversal.
    private int UsualSign(ColumnRole role) => role is ColumnRole.Debit ? debitSign : creditSign;

    private int SignOf(int column) => column >= 0 && layout.Table.Dated.Sum(row => Math.Sign(Amount(row, column)?.Value ?? 0m)) < 0 ? -1 : 1;

    private bool SignedPositiveIsOut()
    {
        var (column, direction) = (layout.Of(ColumnRole.Amount) is >= 0 and var found ? found : layout.Of(ColumnRole.Debit), layout.Of(ColumnRole.Direction));
        var texts = layout.All(ColumnRole.Description).Concat(layout.All(ColumnRole.Payee)).ToList();
        var (votes, signs) = (0, 0);
        foreach (var row in layout.Table.Dated)
        {
            if (Amount(row, column) is not { Value: not 0m and var value } || texts.Any(text => StatementWords.IsSummary(new(row.Cell(text)))))
            {
                continue;
            }

            // Only what came in is written with a plus.
            var says = row.Cell(column) is ['+', ..] or [.., '+'] ? -1 : direction >= 0 ? StatementWords.DirectionOf(row.Cell(direction)) : texts.Any(text => StatementWords.IsReceived(new(row.Cell(text)))) ? -1 : 0;
            votes += says * Math.Sign(value);
            signs += Math.Sign(value);
        }

        return votes != 0 ? votes > 0 : BalanceFalls(column) ?? signs > 0;
    }

    /// <summary>A list of payouts: nothing is negative, and the words of most rows can only be money in.</summary>
    private bool IsMostlyReceived()
    {
        var texts = layout.All(ColumnRole.Description).Concat(layout.All(ColumnRole.Payee)).Concat(layout.All(ColumnRole.Direction)).ToList();
        return layout.Table.Dated.Count(row => texts.Any(text => StatementWords.IsPayout(new(row.Cell(text))))) * 2 > layout.Table.Dated.Count;
    }

    private bool? BalanceFalls(int column)
    {
        var balance = layout.Of(ColumnRole.Balance);
        var sign = balance < 0 ? null : RunningBalance.Of(
            [.. layout.Table.Dated.Select(row => Amount(row, balance)?.Value)], [.. layout.Table.Dated.Select(row => Amount(row, column)?.Value)], OrderOfDays());
        return sign is { } known ? known < 0 : null;
    }

    private int OrderOfDays()
    {
        var days = layout.DateColumns is [var column, ..] ? layout.Table.Dated.Select(row => CellShape.Date(row.Cell(column))?.Date).OfType<DateOnly>().ToList() : [];
        return Math.Sign(days.Zip(days.Skip(1), (before, after) => after.CompareTo(before)).Sum());
    }

    /// <summary>A payment processor's export of what customers paid to the merchant: it prints what it kept and what is left, or speaks of customers.</summary>
    private static bool IsIncome(IReadOnlyList<string> names)
    {
        var folded = names.Select(StatementWords.Fold).ToList();
        bool Speaks(params string[] words) => folded.Any(name => words.Any(word => name.Split(' ').Contains(word)));
        bool Has(params string[] wanted) => folded.Any(wanted.Contains);
        return Speaks("payout", "payouts") || (Has(Kept) && Has(Left)) || (Speaks("customer", "buyer", "donor", "shopper") && Speaks("fee", "fees", "captured", "net", "refunded", "fulfillment", "financial", "commission"));
    }

    private static DecimalStyle StyleOf(StatementLayout layout)
    {
        ColumnRole[] roles = [ColumnRole.Amount, ColumnRole.Debit, ColumnRole.Credit, ColumnRole.Balance, ColumnRole.OriginalAmount, ColumnRole.UnitPrice, ColumnRole.OtherAmount];
        return roles.SelectMany(layout.All).Where(column => column < layout.Table.Columns.Count).Select(column => layout.Table.Columns[column].Decimals)
            .FirstOrDefault(found => found is not DecimalStyle.Unknown);
    }
}
