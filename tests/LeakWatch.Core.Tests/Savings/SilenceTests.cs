using LeakWatch.Core.Invoices;
using LeakWatch.Core.Leaks;
using LeakWatch.Core.Savings;
using LeakWatch.Core.Tests.Leaks;
using static LeakWatch.Core.Tests.Savings.Paid;

namespace LeakWatch.Core.Tests.Savings;

/// <summary>Money that is not spent any more: two cycles without a charge, where statements would show it.</summary>
public sealed class SilenceTests
{
    // Paid by card each month until February; the service had ended with January. Asked to stop on 16 February: two cycles after 1 March are 60 days.
    private static readonly NormalizedInvoice[] Ledger =
    [
        .. Mail.Charges("2025-08-01", 7), .. Mail.Charges("2025-08-01", 7).Select(invoice => Card.Default.Row("QUILLPOST", 57m, Store.Iso(invoice.Invoice.InvoiceDate!.Value.AddDays(1)), Mail.Vendor)),
        Mail.Notice("2026-01-09", Terms.Cancelled("2026-02-01")),
    ];

    private static readonly TrackedFinding Cancelled = Found("2026-02-16", Ledger) with { CancelRequestedOn = Store.Day("2026-02-16"), RequestedOn = Store.Day("2026-02-16") };

    private static readonly NormalizedInvoice[] Statements = [Other("2026-03-02"), Other("2026-04-02"), Other("2026-05-02")];

    [Fact]
    public void Two_cycles_without_a_charge_confirm_one_month_that_is_not_spent_and_leave_the_claim()
    {
        var entries = Book("2026-05-03", [Cancelled], [.. Ledger, .. Statements]).Entries;

        Assert.Equal(
            [(SavingsKind.Recoverable, SavingsStage.Requested, 57m, "2026-02-16"), (SavingsKind.Avoidable, SavingsStage.Confirmed, 57m, "2026-04-30")],
            entries.Select(entry => (entry.Kind, entry.Stage, entry.Amount!.Value, Store.Iso(entry.On))));
        Assert.Contains("Visa ending 4410", entries[1].Reason.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, entries[1].Evidence.Count);
    }

    [Fact]
    public void Nothing_is_confirmed_before_the_second_cycle_is_over() => Assert.False(IsConfirmed("2026-04-29", [.. Ledger, .. Statements[..2], Other("2026-04-29")]));

    [Fact]
    public void Nothing_is_confirmed_where_the_statements_end_before() => Assert.False(IsConfirmed("2026-05-03", [.. Ledger, .. Statements[..2]]));

    [Fact]
    public void Nothing_is_confirmed_where_a_statement_is_missing() => Assert.False(IsConfirmed("2026-05-03", [.. Ledger, Statements[2]]));

    [Fact]
    public void A_statement_of_another_card_covers_nothing() =>
        Assert.False(IsConfirmed("2026-05-03", [.. Ledger, .. Statements.Select(row => row.Header(header => header with { PaymentMethodHint = "Visa ending 0098" }))]));

    [Fact]
    public void Nothing_is_confirmed_where_no_statement_ever_carried_it() =>
        Assert.False(IsConfirmed("2026-05-03", [.. Mail.Charges("2025-08-01", 7), .. Statements]));

    [Fact]
    public void A_charge_in_between_breaks_the_silence() => Assert.False(IsConfirmed("2026-05-03", [.. Ledger, .. Statements, Mail.Charge("2026-04-01")]));

    [Fact]
    public void A_charge_in_between_that_was_credited_breaks_it_too() =>
        Assert.False(IsConfirmed("2026-05-03", [.. Ledger, .. Statements, Mail.Charge("2026-04-01", number: "APRIL"), Mail.CreditNote(57m, "2026-04-03", "APRIL")]));

    [Fact]
    public void A_row_of_the_card_without_an_invoice_breaks_it() =>
        Assert.False(IsConfirmed("2026-05-03", [.. Ledger, .. Statements, Card.Default.Row("QUILLPOST", 57m, "2026-04-02", Mail.Vendor)]));

    [Fact]
    public void A_charge_after_the_two_cycles_takes_nothing_back() => Assert.True(IsConfirmed("2026-06-03", [.. Ledger, .. Statements, Mail.Charge("2026-06-01")]));

    [Fact]
    public void Another_plan_that_goes_on_breaks_nothing() =>
        Assert.True(IsConfirmed("2026-05-03", [.. Ledger, .. Statements, .. (Mail with { Plan = "Forms", Price = 20m }).Charges("2026-01-03", 4)]));

    [Fact]
    public void Silence_without_a_request_to_stop_proves_nothing() => Assert.False(IsConfirmed("2026-05-03", [.. Ledger, .. Statements], Cancelled with { CancelRequestedOn = null }));

    [Theory]
    [InlineData(2027, false)] // one cycle after the term that was paid
    [InlineData(2028, true)]
    public void A_yearly_plan_is_silent_after_two_years(int year, bool isConfirmed)
    {
        var shelf = new Subscription("Shelfline Inventory", 1140m) { Cadence = Cadence.Yearly };
        NormalizedInvoice[] ledger = [shelf.Charge("2025-08-12").Stating(Terms.AutoRenew, Terms.NoticePeriod(14)), Card.Default.Row("SHELFLINE", 1140m, "2025-08-13", shelf.Vendor)];
        var renewal = Found("2026-07-20", ledger) with { CancelRequestedOn = Store.Day("2026-07-21") };
        var rows = Enumerable.Range(0, 30).Select(month => Other(Store.Iso(Store.Day("2026-07-25").AddMonths(month))));

        var savings = Book($"{year}-09-30", [renewal], [.. ledger, .. rows]);

        Assert.Equal((isConfirmed ? SavingsStage.Confirmed : SavingsStage.Requested, 1140m), savings.Entries.Select(entry => (entry.Stage, entry.Amount!.Value)).Single());
        Assert.Equal(isConfirmed ? [StateReason.Silent] : [], savings.Settled.Select(one => one.Reason));
    }

    [Fact]
    public void What_is_only_worth_knowing_is_a_saving_once_somebody_asked_to_stop_it()
    {
        var watch = Cancelled with { Finding = Cancelled.Finding with { Verdict = Verdict.Watch, SavingsKind = SavingsKind.Avoidable, Amount = 57m }, RequestedOn = null };

        Assert.Empty(Book("2026-02-17", [watch with { CancelRequestedOn = null }], Ledger).Entries);
        Assert.Equal([(SavingsStage.Requested, 57m, "2026-02-16")], Entries("2026-02-17", watch, Ledger));
        Assert.Equal([(SavingsStage.Confirmed, 57m, "2026-04-30")], Entries("2026-05-03", watch, [.. Ledger, .. Statements]));
    }

    private static bool IsConfirmed(string asOf, IEnumerable<NormalizedInvoice> ledger, TrackedFinding? claim = null) =>
        Book(asOf, [claim ?? Cancelled], ledger).Entries.Any(entry => entry is { Kind: SavingsKind.Avoidable, Stage: SavingsStage.Confirmed });

    /// <summary>Another vendor's row on the same card.</summary>
    private static NormalizedInvoice Other(string on) => Card.Default.Row("SUNDIAL SCHEDULER", 45m, on);
}
