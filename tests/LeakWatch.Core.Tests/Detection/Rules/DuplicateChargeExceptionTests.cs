using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection.Rules;

/// <summary>Two charges that look alike and are both owed, and those that only a question can tell apart.</summary>
public sealed class DuplicateChargeExceptionTests
{
    private static readonly Subscription Chat = new("Lanternchat", 64m);

    private static readonly NormalizedInvoice Second = Chat.Charge("2026-03-01", on: "2026-03-04", number: "LC-2");

    [Fact]
    public void Two_accounts_pay_each() =>
        Expect.Nothing(Store.Detect(
            "2026-03-27",
            [.. Chat.Charges("2025-10-01", 6), .. (Chat with { Account = "acct-2002" }).Charges("2025-10-01", 6)]));

    [Fact]
    public void Two_stores_pay_each()
    {
        var app = Subscription.App("Glowstack Reviews", 35m);

        Expect.Nothing(Store.Detect(
            "2026-04-20",
            app.OnBill("1", "2026-03-31", "2026-03-19", "2026-04-18", "linden-home.myshopify.com"),
            app.OnBill("2", "2026-03-31", "2026-03-19", "2026-04-18", "linden-kids.myshopify.com")));
    }

    [Fact]
    public void A_store_billed_by_Shopify_and_another_billed_directly_pay_each()
    {
        var app = Subscription.App("Glowstack Reviews", 35m);

        Expect.Nothing(Store.Detect(
            "2026-04-20",
            app.OnBill("1", "2026-03-31", "2026-03-19", "2026-04-18", "linden-home.myshopify.com"),
            (app with { Account = "linden-kids.myshopify.com" }).Charge("2026-03-19", "2026-04-18")));
    }

    [Fact]
    public void Two_products_are_two_services() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-27",
            [.. Chat.Charges("2025-10-01", 6), .. (Chat with { Plan = "Chatbot add-on" }).Charges("2025-10-01", 6)]));

    [Fact]
    public void Two_sites_of_one_account_are_told_apart_by_the_words_of_their_lines()
    {
        NormalizedInvoice For(string site, string from) => (Chat.Charge(from, number: site + from) with { LineItems = [Chat.Charge(from).LineItems[0] with { Description = "Pro plan for " + site }] }).InFile(site + from);

        Expect.Nothing(Store.Detect(
            "2026-03-27",
            new[] { "2026-01-01", "2026-02-01", "2026-03-01" }.SelectMany(from => new[] { For("linden-home.example", from), For("linden-kids.example", from) })));
    }

    [Fact]
    public void Further_seats_are_billed_on_their_own() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-27",
            [
                .. (Chat with { Price = 8m, Quantity = 8 }).Charges("2025-10-01", 6),
                (Chat with { Price = 8m, Quantity = 3 }).Charge("2026-03-01", on: "2026-03-04", number: "LC-2"),
            ]));

    [Fact]
    public void Two_cycles_of_30_days_fall_into_one_month()
    {
        var app = Subscription.App("Oakridge Subscriptions", 99m);

        Expect.Nothing(Store.Detect(
            "2026-02-20",
            app.OnBill("401", "2025-12-06", "2025-12-02", "2026-01-01"),
            app.OnBill("402", "2026-02-06", "2026-01-01", "2026-01-31"),
            app.OnBill("402", "2026-02-06", "2026-01-31", "2026-03-02")));
    }

    [Fact]
    public void Weekly_charges_follow_each_other() =>
        Expect.Nothing(Store.Detect("2026-03-27", (Chat with { Cadence = Cadence.Weekly }).Charges("2026-01-01", 12)));

    [Fact]
    public void Numbers_may_restart_each_year() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-27",
            [.. Chat.Charges("2024-12-01", 16).Select(invoice => invoice.Numbered($"{invoice.Invoice.InvoiceDate:MM}"))]));

    [Fact]
    public void Usage_beside_a_paid_year_is_no_second_subscription()
    {
        var usage = Chat with { Price = 0.02m, Quantity = 1200, Cadence = Cadence.Usage, Plan = "Messages", ProductCode = "MSG" };

        Expect.NoClaim(Store.Detect(
            "2026-03-27",
            [(Chat with { Price = 640m, Cadence = Cadence.Yearly }).Charge("2025-08-01"), .. usage.Charges("2025-08-01", 7)]));
    }

    [Fact]
    public void A_corrected_invoice_follows_its_credit_note() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-27",
            [Chat.Charge("2026-03-01", number: "LC-1"), Chat.CreditNote(64m, "2026-03-03", "LC-1"), Second]));

    [Fact]
    public void A_corrected_invoice_without_a_credit_note_is_asked_about() =>
        Expect.Review(
            Store.Detect(
                "2026-03-27",
                [
                    .. Chat.Charges("2025-10-01", 5),
                    Chat.Charge("2026-03-01", number: "LC-2001"),
                    Chat.Charge("2026-03-01", on: "2026-03-04", number: "LC-2002").Header(header => header with { Notes = "Corrected invoice, replaces LC-2001." }),
                ]),
            LeakType.DuplicateCharge);

    [Fact]
    public void A_reversed_charge_is_none() =>
        Expect.NoClaim(Store.Detect("2026-03-27", [.. Chat.Charges("2025-10-01", 6), Second.Settled(Settlement.Reversed)]));

    [Theory]
    [InlineData(InvoiceKind.ProForma)]
    [InlineData(InvoiceKind.Quote)]
    [InlineData(InvoiceKind.Order)]
    [InlineData(InvoiceKind.Reminder)]
    public void What_is_no_charge_is_no_second_charge(InvoiceKind kind) =>
        Expect.NoClaim(Store.Detect("2026-03-27", [.. Chat.Charges("2025-10-01", 6), Second.As(kind)]));

    [Fact]
    public void Prepaid_top_ups_of_one_day_are_bought_one_by_one()
    {
        NormalizedInvoice TopUp(string number) => new Subscription("Pingwell SMS", 25m) { Cadence = Cadence.OneTime, ProductCode = "SMS-TOPUP", Plan = "Prepaid credits" }
            .Charge("2026-03-13", number: number).WithoutPeriod();

        Expect.NoLeak(Store.Detect("2026-03-24", TopUp("PW-1"), TopUp("PW-2"), TopUp("PW-3")));
    }

    [Fact]
    public void A_day_paid_twice_is_below_the_floor()
    {
        // One day of 31 is 2.06.
        Expect.NoLeak(Store.Detect("2026-03-27", Chat.Charge("2026-02-01", "2026-03-02"), Chat.Charge("2026-03-01")));
    }

    [Fact]
    public void An_unknown_period_is_asked_for()
    {
        var review = Expect.Review(
            Store.Detect("2026-03-27", [.. Chat.Charges("2025-10-01", 6), Second.WithoutPeriod()]),
            LeakType.DuplicateCharge);

        Assert.False(string.IsNullOrWhiteSpace(review.Question?.ToString()));
    }

    [Fact]
    public void An_unknown_account_is_asked_for() =>
        Expect.Review(
            Store.Detect("2026-03-27", [.. Chat.Charges("2025-10-01", 6), Second with { Account = null }]),
            LeakType.DuplicateCharge);

    [Fact]
    public void A_second_payment_by_card_without_an_invoice_is_asked_about() =>
        Expect.Review(
            Store.Detect(
                "2026-03-27",
                [
                    .. Chat.Charges("2025-10-01", 6),
                    Card.Default.Row("LANTERNCHAT", 64m, "2026-03-02", Chat.Vendor),
                    Card.Default.Row("LANTERNCHAT", 64m, "2026-03-05", Chat.Vendor),
                ]),
            LeakType.DuplicateCharge);

    [Fact]
    public void Two_card_rows_alone_prove_nothing() =>
        Expect.NoLeak(Store.Detect(
            "2026-03-27",
            Card.Default.Row("LANTERNCHAT", 64m, "2026-03-02", Chat.Vendor),
            Card.Default.Row("LANTERNCHAT", 64m, "2026-03-05", Chat.Vendor)));

    [Fact]
    public void A_moved_billing_day_is_settled_by_its_credit()
    {
        var crm = new Subscription("Rookery CRM", 62m);
        var unused = crm.Line("Unused time", -24m, "2026-03-20", "2026-04-01", isRecurring: false) with { Type = LineItemType.Credit };

        Expect.NoClaim(Store.Detect("2026-04-08", [.. crm.Charges("2025-10-01", 6), crm.Charge("2026-03-20", "2026-04-20").Plus(unused)]));
    }
}
