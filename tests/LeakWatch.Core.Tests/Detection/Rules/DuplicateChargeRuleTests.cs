using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection.Rules;

public sealed class DuplicateChargeRuleTests
{
    private static readonly Subscription Chat = new("Lanternchat", 64m);

    private static readonly NormalizedInvoice Second = Chat.Charge("2026-03-01", on: "2026-03-04", number: "LC-2");

    [Fact]
    public void Claims_a_second_charge_for_the_same_period()
    {
        var leak = Expect.Leak(Store.Detect("2026-03-27", [.. Chat.Charges("2025-10-01", 6), Second]), LeakType.DuplicateCharge, 64m);

        Assert.Equal(
            ("Lanternchat", "acct-1001", "USD", SavingsKind.Recoverable, Store.Day("2026-03-01"), Store.Day("2026-04-01")),
            (leak.Vendor, leak.Account, leak.Currency, leak.SavingsKind, leak.PeriodStart, leak.PeriodEnd));
    }

    [Fact]
    public void Shows_both_invoices()
    {
        var leak = Expect.Leak(Store.Detect("2026-03-27", Chat.Charge("2026-03-01"), Second), LeakType.DuplicateCharge, 64m);

        Assert.Equal(2, leak.Evidence.Select(evidence => evidence.FileName).Distinct().Count());
    }

    [Theory]
    [InlineData(63.97, 63.97)]
    [InlineData(64.00, 64.00)]
    [InlineData(64.03, 64.00)]
    public void Claims_the_smaller_of_two_unequal_doubles(decimal second, decimal claimed) =>
        Expect.Leak(
            Store.Detect(
                "2026-03-27",
                [.. Chat.Charges("2025-10-01", 6), (Chat with { Price = second }).Charge("2026-03-01", on: "2026-03-04", number: "LC-2")]),
            LeakType.DuplicateCharge,
            claimed);

    [Fact]
    public void Claims_the_days_paid_twice_when_the_periods_overlap_in_part()
    {
        // 28 days of 56.00 each; 14 of them twice.
        var chat = Chat with { Price = 56m };

        var leak = Expect.Leak(
            Store.Detect("2026-02-20", chat.Charge("2026-02-01"), chat.Charge("2026-02-15", "2026-03-15")),
            LeakType.DuplicateCharge,
            28m);

        Assert.Equal((Store.Day("2026-02-15"), Store.Day("2026-03-01")), (leak.PeriodStart, leak.PeriodEnd));
    }

    [Fact]
    public void Claims_two_days_paid_twice_when_they_cost_more_than_the_floor()
    {
        // 310.00 for 31 days.
        var chat = Chat with { Price = 310m };

        Expect.Leak(
            Store.Detect("2026-04-02", chat.Charge("2026-03-01"), chat.Charge("2026-03-30", "2026-04-30")),
            LeakType.DuplicateCharge,
            20m);
    }

    [Fact]
    public void Claims_gross_of_tax() =>
        Expect.Leak(
            Store.Detect("2026-03-27", Taxed.Charge("2026-03-01"), Taxed.Charge("2026-03-01", on: "2026-03-04", number: "LC-2")),
            LeakType.DuplicateCharge,
            60m);

    [Fact]
    public void Claims_the_month_inside_a_half_year_that_starts_with_it()
    {
        var halfYear = Chat with { Price = 300m };

        Expect.Leak(
            Store.Detect("2026-03-27", halfYear.Charge("2025-09-01", "2026-03-01"), Chat.Charge("2026-03-01", number: "LC-1"), halfYear.Charge("2026-03-01", "2026-09-01", number: "LC-2")),
            LeakType.DuplicateCharge,
            64m);
    }

    [Fact]
    public void Claims_a_second_payment_of_one_invoice()
    {
        NormalizedInvoice Receipt(string on, string reference) => Chat.Charge("2026-03-01", on: on, number: "LC-1").As(InvoiceKind.Receipt).InFile(reference)
            .Header(header => header with { PaymentReference = reference });

        Expect.Leak(Store.Detect("2026-03-27", [.. Chat.Charges("2025-10-01", 5), Receipt("2026-03-01", "ch_1"), Receipt("2026-03-03", "ch_2")]), LeakType.DuplicateCharge, 64m);
    }

    [Fact]
    public void Claims_two_of_three() =>
        Assert.Equal(
            128m,
            Store.Detect("2026-03-27", [.. Chat.Charges("2025-10-01", 6), Second, Second.Numbered("LC-3").InFile("third.pdf")])
                .Findings.Where(finding => finding.Verdict is Verdict.Leak).Sum(leak => leak.Amount));

    [Fact]
    public void Claims_a_month_inside_a_paid_year()
    {
        var year = (Chat with { Price = 640m, Cadence = Cadence.Yearly }).Charge("2025-08-01").Stating(Terms.Ordered("2025-08-01", 640m));

        Expect.Leak(
            Store.Detect("2026-01-22", [.. Chat.Charges("2025-02-01", 6), year, Chat.Charge("2026-01-01")]),
            LeakType.DuplicateCharge,
            64m);
    }

    [Fact]
    public void Leaves_the_month_after_a_paid_year_alone()
    {
        var year = (Chat with { Price = 640m, Cadence = Cadence.Yearly }).Charge("2025-01-01");

        Expect.NoClaim(Store.Detect("2026-01-22", year, Chat.Charge("2026-01-01")));
    }

    [Fact]
    public void Claims_the_same_app_billed_by_Shopify_and_by_card()
    {
        var app = Subscription.App("Dovetail Wishlist", 12.60m);
        var direct = (app with { PaidWith = "Mastercard ending 0098" }).Charge("2025-11-12", "2025-12-12", number: "DO-19712");

        Expect.Leak(
            Store.Detect(
                "2026-01-21",
                app.OnBill("395813044", "2025-11-03", "2025-10-13", "2025-11-12"),
                app.OnBill("395814314", "2025-12-03", "2025-11-12", "2025-12-12"),
                app.OnBill("395822895", "2026-01-02", "2025-12-12", "2026-01-11"),
                direct),
            LeakType.DuplicateCharge,
            12.60m);
    }

    [Theory]
    [InlineData(4.99, false)]
    [InlineData(5.00, true)]
    public void Claims_nothing_below_the_floor_of_5_dollars(decimal price, bool isLeak) =>
        Assert.Equal(isLeak, IsClaimed(Chat with { Price = price }, Store.Context));

    [Theory]
    [InlineData(4.55, false)] // 4.95 dollars
    [InlineData(4.65, true)] // 5.05 dollars
    public void Converts_the_floor_for_a_charge_in_euros(decimal price, bool isLeak) =>
        Assert.Equal(isLeak, IsClaimed(Chat with { Price = price, Currency = "EUR" }, Store.Context));

    [Theory]
    [InlineData(6900, false)]
    [InlineData(7000, true)] // 5 dollars are 6950 won
    public void Converts_the_floor_into_the_currency_of_the_shop(decimal price, bool isLeak) =>
        Assert.Equal(
            isLeak,
            IsClaimed(
                Chat with { Price = price, Currency = "KRW" },
                Store.Context with { Shop = new() { Id = "shop_kr", Currency = "KRW" } }));

    [Fact]
    public void Sees_one_vendor_behind_two_forms_of_its_name() =>
        Expect.Leak(
            Store.Detect("2026-03-27", Known(Chat.Charge("2026-03-01"), "Lanternchat, Inc."), Known(Second, "LANTERNCHAT INC")),
            LeakType.DuplicateCharge,
            64m);

    [Fact]
    public void Never_merges_two_vendors_because_their_names_are_alike() =>
        Expect.NoLeak(Store.Detect("2026-03-27", Known(Chat.Charge("2026-03-01"), "Lanternchat"), Known(Second, "Lanternchart")));

    [Fact]
    public void Claims_the_days_of_a_year_that_the_next_year_covers_too()
    {
        // 365.00 for 365 days; June and July 2026 are paid twice.
        var year = Chat with { Price = 365m, Cadence = Cadence.Yearly };

        Expect.Leak(Store.Detect("2026-06-20", year.Charge("2025-08-01"), year.Charge("2026-06-01")), LeakType.DuplicateCharge, 61m);
    }


    private static Subscription Taxed => Chat with { Price = 50m, TaxPercent = 20 };

    private static bool IsClaimed(Subscription charge, DetectionContext context) =>
        Store.Detect("2026-03-27", context, charge.Charge("2026-03-01"), charge.Charge("2026-03-01", on: "2026-03-04", number: "LC-2"))
            .Findings.Any(finding => finding is { Type: LeakType.DuplicateCharge, Verdict: Verdict.Leak });

    private static NormalizedInvoice Known(NormalizedInvoice invoice, string name) => invoice with { Vendor = new() { Name = name } };
}
