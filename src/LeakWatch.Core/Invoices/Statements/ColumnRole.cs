namespace LeakWatch.Core.Invoices.Statements;

/// <summary>What a column of a statement or billing export holds.</summary>
public enum ColumnRole
{
    None, Date, PostedDate, ValueDate, PeriodStart, PeriodEnd,
    Amount, Debit, Credit, Balance, OtherAmount, Tax, Quantity, UnitPrice, OriginalAmount, ExchangeRate,
    Currency, OriginalCurrency, Direction, Status, Cancellation, Category,
    Payee, Description, Reference, InvoiceNumber, Card, BankAccount, CustomerAccount, Plan, Product,
}
