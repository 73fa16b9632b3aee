using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection;

/// <summary>Where several types fit one charge, the first in the order of claims takes it.</summary>
public sealed class OneChargeOneClaimTests
{
    private static readonly Subscription Mail = new("Quillpost", 57m);

    private static readonly NormalizedInvoice Confirmed = Mail.Notice("2026-01-09", Terms.Cancelled("2026-02-01"));

    [Fact]
    public void A_double_after_the_end_is_claimed_whole_as_charged_after_the_end() =>
        Expect.Leak(
            Store.Detect(
                "2026-02-20",
                [
                    .. Mail.Charges("2025-08-01", 7),
                    Confirmed,
                    Mail.Charge("2026-02-01", on: "2026-02-04", number: "QP-2"),
                ]), LeakType.PostCancellation, 114m);

    [Fact]
    public void A_double_that_the_vendor_promised_to_credit_is_claimed_as_the_missing_credit()
    {
        var promised = Store.Context with { PromisedCredits = [new() { Vendor = "Quillpost", Amount = 57m, Currency = "USD", PromisedAt = Store.Day("2025-12-10") }] };

        Expect.Leak(
            Store.Detect("2026-02-20", promised, [.. Mail.Charges("2025-08-01", 7), Mail.Charge("2025-12-01", on: "2025-12-04", number: "QP-2")]),
            LeakType.MissingCredit,
            57m);
    }

    [Fact]
    public void A_double_is_claimed_beside_a_promise_of_another_amount()
    {
        var promised = Store.Context with { PromisedCredits = [new() { Vendor = "Quillpost", Amount = 20m, Currency = "USD", PromisedAt = Store.Day("2025-12-10") }] };
        var result = Store.Detect("2026-02-20", promised, [.. Mail.Charges("2025-08-01", 7), Mail.Charge("2025-12-01", on: "2025-12-04", number: "QP-2")]);

        Assert.Equal([(LeakType.DuplicateCharge, 57m), (LeakType.MissingCredit, 20m)], result.Findings.Select(finding => (finding.Type, finding.Amount ?? 0m)));
    }

    [Fact]
    public void A_peak_after_the_end_is_claimed_whole_as_charged_after_the_end() =>
        Expect.Leak(
            Store.Detect("2026-02-20", [.. Mail.Charges("2025-08-01", 6), Confirmed, (Mail with { Price = 300m }).Charge("2026-02-01")]),
            LeakType.PostCancellation,
            300m);

    [Fact]
    public void A_price_above_the_fixed_one_is_claimed_once_although_it_doubled()
    {
        var contract = Mail.Letter(InvoiceKind.Contract, "2025-06-20", Terms.PriceFixed(57m, "2025-07-01", "2027-01-01"));

        Expect.Leak(
            Store.Detect("2026-02-20", [contract, .. Mail.Charges("2025-08-01", 6), (Mail with { Price = 157m }).Charge("2026-02-01")]),
            LeakType.PriceIncrease,
            100m);
    }

    [Fact]
    public void No_cent_of_a_trial_that_was_billed_twice_is_claimed_twice()
    {
        var claimed = Store.Detect(
            "2026-03-20",
            Mail.Trial("2026-02-16", "2026-03-02"),
            Mail.Charge("2026-03-02"),
            Mail.Charge("2026-03-02", on: "2026-03-05", number: "QP-2"))
            .Findings.Where(finding => finding.Verdict is Verdict.Leak);

        Assert.InRange(claimed.Sum(leak => leak.Amount!.Value), 57m, 114m);
    }

    [Fact]
    public void A_renewal_that_is_ahead_claims_no_charge()
    {
        var year = new Subscription("Shelfline Inventory", 1140m) { Cadence = Cadence.Yearly };
        var first = year.Charge("2025-04-20").Stating(Terms.AutoRenew, Terms.NoticePeriod(14));

        var leaks = Store.Detect(
            "2026-03-20",
            first,
            first.Numbered("SL-2").InFile("second.pdf")).Findings.Where(finding => finding.Verdict is Verdict.Leak);

        Assert.Equal([LeakType.DuplicateCharge, LeakType.UpcomingRenewal], leaks.Select(leak => leak.Type).Order());
    }

    [Fact]
    public void The_cancellation_of_a_vendor_is_known_by_any_form_of_its_name()
    {
        var context = Store.Context with { Cancellations = [new() { Vendor = "QUILLPOST, Inc.", SentAt = new(2026, 1, 8), ConfirmedAt = new(2026, 1, 9), EffectiveDate = new(2026, 2, 1) }] };

        Expect.Leak(Store.Detect("2026-02-20", context, Mail.Charges("2025-08-01", 7)), LeakType.PostCancellation, 57m);
    }
}
