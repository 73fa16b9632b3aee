using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Tests.Detection;

namespace LeakWatch.Core.Tests.Ledger;

/// <summary>One real charge is one charge, however many documents tell of it.</summary>
public sealed class ReconciliationTests
{
    private static readonly Subscription Chat = new("Lanternchat", 64m);

    private static readonly NormalizedInvoice March = Chat.Charge("2026-03-01", number: "INV-1050");

    [Fact]
    public void The_same_bytes_under_two_names_are_one_document() => Same("SAME_FILE", March.CopiedAs("lanternchat (1).pdf"));

    [Fact]
    public void A_file_given_again_replaces_what_it_gave_before() => Expect.Nothing(Store.Detect("2026-03-20", [.. Before, March, March]));

    [Fact]
    public void The_same_invoice_in_two_files_is_one_charge() => Same("SAME_INVOICE", March.InFile("forwarded.pdf"));

    [Fact]
    public void The_same_invoice_may_be_dated_twice_for_one_period() =>
        Same("SAME_INVOICE", March.InFile("forwarded.pdf").Header(header => header with { InvoiceDate = new(2026, 3, 3) }));

    [Fact]
    public void A_receipt_with_the_number_of_its_invoice_is_the_same_charge() => Same("RECEIPT", March.As(InvoiceKind.Receipt));

    [Fact]
    public void A_receipt_with_a_number_of_its_own_is_the_same_charge() =>
        Same("RECEIPT", March.As(InvoiceKind.Receipt).Numbered("2980-6613"));

    [Fact]
    public void A_receipt_may_come_as_late_as_the_invoice_was_due()
    {
        var paid = March.As(InvoiceKind.Receipt).Numbered("2980-6613").WithoutPeriod().Header(header => header with { InvoiceDate = new(2026, 4, 2) });

        Assert.Contains(Store.Detect("2026-04-20", [.. Before, March.Header(header => header with { DueDate = new(2026, 3, 31) }), paid]).Reconciled, one => one.Reason == "RECEIPT");
    }

    [Fact]
    public void A_receipt_may_name_its_invoice_in_its_notes()
    {
        var paid = March.As(InvoiceKind.Receipt).Numbered("2980-6613").WithoutPeriod()
            .Header(header => header with { InvoiceDate = new(2026, 4, 8), Notes = "Payment for invoice INV-1050" });

        Assert.Contains(Store.Detect("2026-04-20", [.. Before, March, paid]).Reconciled, one => one.Reason == "RECEIPT");
    }

    [Fact]
    public void What_is_dated_after_the_day_of_the_check_is_not_yet_charged()
    {
        var result = Store.Detect("2026-03-01", [.. Before, March, Chat.Charge("2026-03-01", on: "2026-03-05", number: "INV-1051")]);

        Expect.Nothing(result);
        Assert.Contains(result.Reconciled, one => one.Reason == "NOT_YET");
    }

    [Fact]
    public void A_receipt_belongs_to_the_invoice_whose_number_it_carries_even_a_month_later()
    {
        var paid = March.As(InvoiceKind.Receipt).WithoutPeriod().Header(header => header with { InvoiceDate = new(2026, 4, 1) });

        var receipt = Assert.Single(Store.Detect("2026-04-10", [.. Before, March, paid, Chat.Charge("2026-04-01")]).Reconciled);

        Assert.Contains(March.Source.FileName, receipt.Documents);
    }

    [Fact]
    public void The_vendors_own_invoice_of_a_Shopify_charge_is_that_charge()
    {
        var app = Subscription.App("Dovetail Wishlist", 35m);
        var invoice = (app with { PaidWith = "Shopify bill" }).Charge("2026-02-17", "2026-03-19");

        Expect.NoLeak(Store.Detect("2026-03-20", app.OnBill("412200310", "2026-03-02", "2026-02-17", "2026-03-19"), invoice));
    }

    [Fact]
    public void A_reminder_is_the_same_charge() =>
        Expect.Nothing(Store.Detect(
            "2026-03-28",
            [.. Before, March, March.As(InvoiceKind.Reminder).Header(header => header with { InvoiceDate = new(2026, 3, 20) })]));

    [Fact]
    public void A_statement_of_account_repeats_invoices()
    {
        var statement = Chat.Charge("2026-02-01", "2026-04-01", on: "2026-03-25", number: null) with { Account = "acct-1001" };
        var lines = new[] { ("INV-1049", "2026-02-01", "2026-03-01"), ("INV-1050", "2026-03-01", "2026-04-01") }
            .Select(row => Chat.Line(
                $"{row.Item1}  {row.Item2}",
                64m,
                row.Item2,
                row.Item3,
                isRecurring: false) with
            { PlanName = null, Cadence = null });
        var empty = statement with { LineItems = [], Invoice = new() { Kind = InvoiceKind.Statement, InvoiceDate = new(2026, 3, 25), Currency = "USD", Notes = "Statement of account, all items paid" } };

        Expect.Nothing(Store.Detect(
            "2026-03-28", [.. Chat.Charges("2025-10-01", 4), Chat.Charge("2026-02-01", number: "INV-1049"), March, lines.Aggregate(empty, (account, line) => account.Plus(line)).InFile("account.pdf")]));
    }

    [Theory]
    [InlineData("INV-1O50")]
    [InlineData("INV-lO50")]
    [InlineData("INV-I050")]
    [InlineData("INV-10S0")]
    public void A_number_misread_by_OCR_is_the_same_number(string misread) =>
        Expect.Nothing(Store.Detect("2026-03-20", [.. Before, March, March.Scanned().Numbered(misread)]));

    [Fact]
    public void An_8_misread_as_B_is_the_same_number() =>
        Expect.Nothing(Store.Detect("2026-03-20", [.. Before, March.Numbered("INV-1080"), March.Scanned().Numbered("INV-10B0")]));

    [Fact]
    public void Numbers_that_look_alike_in_two_texts_are_two_invoices() =>
        Expect.Leak(
            Store.Detect("2026-03-20", [.. Before, March, March.InFile("other.pdf").Numbered("INV-1O50")]),
            LeakType.DuplicateCharge,
            64m);

    [Fact]
    public void A_misread_number_with_another_total_is_another_invoice() =>
        Expect.Leak(
            Store.Detect("2026-03-20", [.. Before, March, (Chat with { Price = 63m }).Charge("2026-03-01", number: "INV-1O50").Scanned()]),
            LeakType.DuplicateCharge,
            63m);

    [Fact]
    public void A_number_used_again_a_year_later_is_another_invoice()
    {
        var year = Chat with { Cadence = Cadence.Yearly, Price = 640m };
        NormalizedInvoice Numbered1(string from) => year.Charge(from, number: "1").InFile($"{from}.pdf").Stating(
            Terms.AutoRenew,
            Terms.NoticePeriod(14));

        var leak = Expect.Leak(
            Store.Detect("2026-03-20", Numbered1("2024-04-20"), Numbered1("2025-04-20")),
            LeakType.UpcomingRenewal,
            640m);

        Assert.Equal(Store.Day("2026-04-06"), leak.Deadline);
    }

    [Fact]
    public void The_number_of_another_account_is_another_invoice() =>
        Expect.Leak(
            Store.Detect("2026-03-20", Confirmed, March, March.InFile("store-2.pdf") with { Account = "acct-2002" }),
            LeakType.PostCancellation,
            64m);

    [Fact]
    public void A_credit_note_settles_the_invoice_it_names() => Same("CREDITED", Double, Chat.CreditNote(64m, "2026-03-10", "INV-1051"));

    [Theory]
    [InlineData("2026-03-01", true)] // 120 days after the charge
    [InlineData("2026-03-02", false)]
    public void A_credit_settles_an_equal_charge_within_120_days(string on, bool isSettled)
    {
        var november = Chat.Charge("2025-11-01", number: "INV-1");

        var result = Store.Detect(
            "2026-03-20",
            [.. Chat.Charges("2025-08-01", 3), november, november.Numbered("INV-2").InFile("second.pdf"), Chat.CreditNote(64m, on)]);

        Assert.Equal(!isSettled, result.Findings.Any(finding => finding.Verdict is Verdict.Leak));
    }

    [Fact]
    public void A_credit_note_settles_the_invoice_it_names_however_late() =>
        Expect.NoClaim(Store.Detect("2026-12-20", [.. Before, March, Double, Chat.CreditNote(64m, "2026-12-10", "INV-1051")]));

    [Fact]
    public void A_refund_on_the_card_settles_an_equal_charge() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-28",
            [.. Before, March, Double, Card.Default.Row("LANTERNCHAT", -64m, "2026-03-15", Chat.Vendor)]));

    [Fact]
    public void An_invoice_with_a_negative_total_is_a_credit() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-28",
            [.. Before, March, Double, Chat.CreditNote(64m, "2026-03-10", "INV-1051").As(InvoiceKind.Invoice)]));

    [Fact]
    public void A_credit_of_another_vendor_settles_nothing() =>
        Expect.Leak(
            Store.Detect("2026-03-28", [.. Before, March, Double, new Subscription("Quillpost", 64m).CreditNote(64m, "2026-03-10")]),
            LeakType.DuplicateCharge,
            64m);

    [Fact]
    public void A_reading_without_its_currency_takes_no_part() =>
        Expect.NoLeak(Store.Detect("2026-03-20", [.. Before, March, Double.Header(header => header with { Currency = null }) with
        {
            LineItems = [.. Double.LineItems.Select(line => line with { Currency = null })],
            Quality = new() { Confidence = 60, MissingFields = ["invoice.currency"] },
        }]));

    [Fact]
    public void A_second_credit_of_the_remainder_settles_the_rest() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-28",
            [.. Before, March, Double, Chat.CreditNote(24m, "2026-03-10", "INV-1051"), Chat.CreditNote(40m, "2026-03-18")]));


    private static NormalizedInvoice[] Before => [.. Chat.Charges("2025-10-01", 5)];

    private static NormalizedInvoice Double => Chat.Charge("2026-03-01", on: "2026-03-04", number: "INV-1051");

    private static NormalizedInvoice Confirmed => Chat.Notice("2026-02-10", Terms.Cancelled("2026-03-01"));

    /// <summary>Nothing is claimed, and the run says why.</summary>
    private static void Same(string reason, params NormalizedInvoice[] more)
    {
        var result = Store.Detect("2026-03-20", [.. Before, March, .. more]);

        Expect.Nothing(result);
        Assert.Contains(reason, result.Reconciled.Select(reconciled => reconciled.Reason));
    }
}
