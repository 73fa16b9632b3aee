namespace LeakWatch.Core.Invoices.Statements;

/// <summary>Reads the rows of one table by its layout. A row without a day or an amount is no transaction, and neither is a balance or a total.</summary>
internal sealed class StatementRows
{
    private const int LongestDescription = 300;

    private readonly TableDialect dialect;
    private readonly int[] statusColumns;
    private readonly int[] cancellationColumns;
    private readonly int[] numberColumns;
    private readonly int[] vendorColumns;
    private readonly int[] descriptionColumns;
    private readonly StatementAmounts amounts;
    private readonly StatementDates dates;
    private readonly StatementCurrency currency;
    private readonly string? paymentMethod;
    private readonly BillingExport? export;
    private readonly ShopifyBill? shopifyBill;

    public StatementRows(StatementLayout layout, TableDialect dialect)
    {
        Layout = layout;
        this.dialect = dialect;
        amounts = new(layout);
        currency = new(layout);
        dates = new(layout, currency);
        paymentMethod = PaymentMethod.Of(layout.Table.Preamble);
        statusColumns = [.. layout.All(ColumnRole.Status), .. layout.All(ColumnRole.Cancellation), .. layout.DateColumns];
        cancellationColumns = [.. layout.All(ColumnRole.Cancellation)];
        numberColumns = [.. layout.All(ColumnRole.InvoiceNumber)];
        shopifyBill = ShopifyBill.Of(layout);
        export = BillingExport.Of(layout);
        // A text that every row repeats, such as the name of the account, is nobody who was paid; but a cloud's bill repeats its provider.
        var payees = layout.All(ColumnRole.Payee).Take(2).ToList();
        vendorColumns = [.. payees.Concat(layout.All(ColumnRole.Description))
            .OrderBy(column => layout.Table is { Rows: > 2 } table && table.Columns[column].IsConstant && !(export is { IsUsage: true } && payees.Contains(column)))];
        descriptionColumns = [.. layout.All(ColumnRole.Payee).Take(1).Concat(layout.All(ColumnRole.Description)).Order()];
    }

    public StatementLayout Layout { get; }

    public StatementTransaction? Read(TableRow row)
    {
        row = row with { Cells = RaggedRow.Fit(row.Cells, Layout.Names.Count) };
        if (row.Cells.Count > Layout.Width && amounts.Of(row) is null)
        {
            row = row with { Cells = RaggedRow.JoinDescription(RaggedRow.WithoutEmptyEnd(row.Cells, Layout.Width), Layout.Width, Layout.Of(ColumnRole.Description), dialect.Delimiter) };
        }

        if (dates.Of(row) is not { } day || amounts.Of(row) is not { } paid || (dates.IsSecondChoice(day) && amounts.IsSecondChoice(paid)))
        {
            return null;
        }

        var description = DescriptionOf(row);
        var words = new FoldedText(description);
        var vendor = VendorOf(row, out var vendorCell);
        if (StatementWords.IsSummary(words) || (vendor is null && row.Cells.Any(cell => StatementWords.IsSummary(new(cell)))))
        {
            return null;
        }

        var (money, isPayout) = (currency.Of(row, paid), paid.Value > 0 && amounts.IsPayout(row));
        var transaction = new StatementTransaction
        {
            Row = row with { Cells = [] },
            Date = day.Date,
            DateCell = ReadCell.Of(row, day.Column),
            VendorCell = vendorCell,
            DescriptionCell = FirstCell(row, descriptionColumns),
            NumberCell = FirstCell(row, numberColumns),
            Paid = isPayout ? -paid.Value : paid.Value,
            AmountCell = new(paid.Column, row.Cell(paid.Column)),
            Currency = money.Code,
            Vendor = vendor,
            Description = description,
            IsRefund = !isPayout && (StatementWords.IsRefund(words) || StatementWords.IsRefund(new(Text(row, ColumnRole.Direction)))),
            IsReceived = isPayout || StatementWords.IsReceived(words),
            Settlement = SettlementOf(row),
            Reference = Optional(row, ColumnRole.Reference),
            InvoiceNumber = Optional(row, ColumnRole.InvoiceNumber),
            PaymentMethod = PaymentMethod.Of(Text(row, ColumnRole.Card), export is { IsUsage: true } ? "" : Text(row, ColumnRole.BankAccount)) ?? paymentMethod,
            Account = Optional(row, ColumnRole.CustomerAccount),
            Original = currency.OriginalOf(row, description, money.Code),
            Warnings = dates.IsGuess ? [.. money.Warnings, StatementDates.GuessWarning] : money.Warnings,
        };
        return shopifyBill is not null ? shopifyBill.Complete(transaction, row, dates) : export is not null ? export.Complete(transaction, row, dates) : transaction;
    }

    private string? VendorOf(TableRow row, out ReadCell? cell)
    {
        foreach (var column in vendorColumns)
        {
            if (row.Cell(column) is { Length: > 0 } text && !StatementWords.IsKindOfTransaction(text) && !CellShape.IsPricePhrase(text) && MerchantName.Of(text) is { } name && name.Any(char.IsLetter))
            {
                cell = new(column, text);
                return name;
            }
        }

        cell = null;
        return null;
    }

    private string DescriptionOf(TableRow row)
    {
        var parts = new List<string>();
        foreach (var column in descriptionColumns)
        {
            var part = row.Cell(column);
            if (part.Length > 0 && !parts.Any(other => other.Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                parts.RemoveAll(other => part.Contains(other, StringComparison.OrdinalIgnoreCase));
                parts.Add(part);
            }
        }

        var description = string.Join(" · ", parts);
        return description.Length <= LongestDescription ? description : description[..LongestDescription];
    }

    private static ReadCell? FirstCell(TableRow row, int[] columns)
    {
        foreach (var column in columns)
        {
            if (ReadCell.Of(row, column) is { } cell)
            {
                return cell;
            }
        }

        return null;
    }

    private Settlement SettlementOf(TableRow row)
    {
        foreach (var column in cancellationColumns)
        {
            if (row.Cell(column) is { Length: > 0 } cell && (dates.In(cell) is not null || StatementWords.IsYes(cell)))
            {
                return Settlement.Reversed;
            }
        }

        foreach (var column in statusColumns)
        {
            if (StatementWords.SettlementOf(row.Cell(column)) is { } settlement)
            {
                return settlement;
            }
        }

        return Settlement.Posted;
    }

    private string Text(TableRow row, ColumnRole role) => row.Cell(Layout.Of(role));

    private string? Optional(TableRow row, ColumnRole role) =>
        Layout.All(role).Select(row.Cell).FirstOrDefault(text => text.Length > 0) is { } text ? text.Length <= 200 ? text : text[..200] : null;
}
