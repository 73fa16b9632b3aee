using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection.Rules;

/// <summary>Charges after a confirmed end that are owed all the same.</summary>
public sealed class PostCancellationExceptionTests
{
    private static readonly Subscription Chat = new("Ferndale Chatdesk", 69m) { Plan = "Team" };

    private static readonly NormalizedInvoice Confirmed = Chat.Notice("2026-01-11", Terms.Cancelled("2026-02-01"));

    [Fact]
    public void Usage_before_the_end_is_billed_after_it()
    {
        var sms = new Subscription("Pingwell SMS", 0.04m) { Quantity = 2100, Cadence = Cadence.Usage, ProductCode = "SMS" };

        Expect.Nothing(Store.Detect(
            "2026-02-18",
            [.. sms.Charges("2025-09-01", 5), sms.Notice("2026-01-15", Terms.Cancelled("2026-02-01"))]));
    }

    [Fact]
    public void The_last_month_may_be_invoiced_late() =>
        Expect.Nothing(Store.Detect(
            "2026-02-18",
            [.. Chat.Charges("2025-08-01", 5), Confirmed, Chat.Charge("2026-01-01", on: "2026-02-05")]));

    [Fact]
    public void The_final_proration_is_for_the_days_before_the_end() =>
        Expect.NoClaim(Store.Detect(
            "2026-02-20",
            [
                .. Chat.Charges("2025-08-01", 6),
                Chat.Notice("2026-01-11", Terms.Cancelled("2026-02-11")),
                (Chat with { Price = 24.64m }).Charge("2026-02-01", "2026-02-11", on: "2026-02-12"),
            ]));

    [Fact]
    public void A_year_paid_before_may_run_out() =>
        Expect.NoClaim(Store.Detect(
            "2026-02-20",
            [(Chat with { Price = 690m, Cadence = Cadence.Yearly }).Charge("2025-08-01"), Confirmed]));

    [Fact]
    public void A_one_time_service_after_the_end_is_no_subscription()
    {
        var export = Chat.Line("Data export service", 80m, null, null, isRecurring: false);
        var invoice = Chat.Charge("2026-02-10", number: "FD-EXPORT");

        Expect.NoLeak(Store.Detect(
            "2026-02-20",
            [
                .. Chat.Charges("2025-08-01", 6),
                Confirmed,
                (invoice with { LineItems = [], Invoice = invoice.Invoice with { SubtotalAmount = null, TotalAmount = null } }).Plus(export).WithoutPeriod(),
            ]));
    }

    [Fact]
    public void Another_product_of_the_vendor_goes_on()
    {
        var confirmed = Chat.Notice("2026-01-11", Terms.Cancelled("2026-02-01") with { PlanName = "Team" });

        Expect.Nothing(Store.Detect(
            "2026-02-20",
            [
                .. Chat.Charges("2025-08-01", 6),
                .. (Chat with { Plan = "Knowledge base", Price = 30m }).Charges("2025-08-01", 7),
                confirmed,
            ]));
    }

    [Fact]
    public void Another_store_goes_on() =>
        Expect.Nothing(Store.Detect(
            "2026-02-20",
            [.. Chat.Charges("2025-08-01", 6), .. (Chat with { Account = "acct-2002" }).Charges("2025-08-01", 7), Confirmed]));

    [Fact]
    public void The_cancellation_in_the_context_is_of_one_account()
    {
        var context = Store.Context with
        {
            Cancellations = [new() { Vendor = Chat.Vendor, Account = "acct-2002", SentAt = new(2026, 1, 8), ConfirmedAt = new(2026, 1, 10), EffectiveDate = new(2026, 2, 1) }],
        };

        Expect.Nothing(Store.Detect("2026-02-20", context, Chat.Charges("2025-08-01", 7)));
    }

    [Fact]
    public void The_merchant_subscribed_again() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-21",
            [
                .. Chat.Charges("2025-08-01", 6),
                Confirmed,
                Chat.Notice("2026-03-09", Terms.Resubscribed("2026-03-09")),
                Chat.Charge("2026-03-09"),
            ]));

    [Fact]
    public void Only_the_charge_before_the_new_contract_is_claimed() =>
        Expect.Leak(
            Store.Detect(
                "2026-03-21",
                [
                    .. Chat.Charges("2025-08-01", 7),
                    Confirmed,
                    Chat.Notice("2026-03-09", Terms.Resubscribed("2026-03-09")),
                    Chat.Charge("2026-03-09"),
                ]),
            LeakType.PostCancellation,
            69m);

    [Fact]
    public void The_vendor_refused_until_a_date()
    {
        var context = Store.Context with { Cancellations = [new() { Vendor = Chat.Vendor, SentAt = new(2026, 1, 10), EffectiveDate = new(2026, 2, 1) }] };

        Expect.NoClaim(Store.Detect(
            "2026-03-21",
            context,
            [.. Chat.Charges("2025-08-01", 8), Chat.Notice("2026-01-12", Terms.CancellationRefused("2026-06-01"))]));
    }

    [Fact]
    public void The_end_is_another_vendors() =>
        Expect.Nothing(Store.Detect(
            "2026-02-20",
            [
                .. Chat.Charges("2025-08-01", 7),
                .. new Subscription("Quillpost", 57m).Charges("2025-08-01", 6),
                new Subscription("Quillpost", 57m).Notice("2026-01-11", Terms.Cancelled("2026-02-01")),
            ]));
}
