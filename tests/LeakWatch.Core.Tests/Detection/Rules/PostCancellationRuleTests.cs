using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection.Rules;

public sealed class PostCancellationRuleTests
{
    private static readonly Subscription Mail = new("Quillpost", 57m) { Plan = "Grow" };

    private static readonly NormalizedInvoice Confirmed = Mail.Notice("2026-01-09", Terms.Cancelled("2026-02-01"));

    [Fact]
    public void Claims_the_charge_after_a_confirmed_end()
    {
        var leak = Expect.Leak(Store.Detect("2026-02-16", [.. Mail.Charges("2025-08-01", 7), Confirmed]), LeakType.PostCancellation, 57m);

        Assert.Equal((Store.Day("2026-02-01"), Store.Day("2026-03-01")), (leak.PeriodStart, leak.PeriodEnd));
    }

    [Fact]
    public void Believes_a_confirmation_the_merchant_recorded() =>
        Expect.Leak(
            Store.Detect(
                "2026-02-16",
                Cancelled(sentAt: "2026-01-08", confirmedAt: "2026-01-10", effective: "2026-02-01"),
                Mail.Charges("2025-08-01", 7)),
            LeakType.PostCancellation,
            57m);

    [Fact]
    public void Grows_one_case_with_every_further_charge()
    {
        var leak = Expect.Leak(Store.Detect("2026-03-16", [.. Mail.Charges("2025-08-01", 8), Confirmed]), LeakType.PostCancellation, 114m);

        Assert.Equal((Store.Day("2026-02-01"), Store.Day("2026-04-01")), (leak.PeriodStart, leak.PeriodEnd));
    }

    [Theory]
    [InlineData("2026-01-31", false)]
    [InlineData("2026-02-01", true)] // the first day without service
    [InlineData("2026-02-02", true)]
    public void Looks_at_the_first_day_of_the_service_period(string from, bool isLeak)
    {
        var result = Store.Detect("2026-02-20", [.. Mail.Charges("2025-08-01", 5), Mail.Charge(from), Confirmed]);

        Assert.Equal(isLeak, result.Findings.Any(finding => finding.Verdict is Verdict.Leak));
    }

    [Fact]
    public void Claims_gross_of_tax() =>
        Expect.Leak(
            Store.Detect("2026-02-16", [.. (Mail with { Price = 50m, TaxPercent = 20 }).Charges("2025-08-01", 7), Confirmed]),
            LeakType.PostCancellation,
            60m);

    [Fact]
    public void Claims_net_of_what_was_credited() =>
        Expect.Leak(
            Store.Detect(
                "2026-02-20",
                [
                    .. Mail.Charges("2025-08-01", 6),
                    Confirmed,
                    Mail.Charge("2026-02-01", number: "QP-7"),
                    Mail.CreditNote(20m, "2026-02-10", "QP-7"),
                ]),
            LeakType.PostCancellation,
            37m);

    [Fact]
    public void Drops_a_charge_that_was_refunded() =>
        Expect.NoClaim(Store.Detect(
            "2026-02-20",
            [
                .. Mail.Charges("2025-08-01", 6),
                Confirmed,
                Mail.Charge("2026-02-01", number: "QP-7"),
                Mail.CreditNote(57m, "2026-02-10", "QP-7"),
            ]));

    [Fact]
    public void Sees_the_charge_on_a_receipt_as_well() =>
        Expect.Leak(
            Store.Detect("2026-02-16", [.. Mail.Charges("2025-08-01", 7).Select(invoice => invoice.As(InvoiceKind.Receipt)), Confirmed]),
            LeakType.PostCancellation,
            57m);

    [Theory]
    [InlineData("2026-01-29", true)] // ran out on 28 February
    [InlineData("2026-01-31", false)] // runs until 2 March
    public void Counts_a_known_notice_period_from_the_delivered_cancellation(string sentAt, bool isLeak)
    {
        var result = Store.Detect(
            "2026-03-10",
            Cancelled(sentAt),
            Mail.Charges("2025-08-01", 8).Select(invoice => invoice.Stating(Terms.NoticePeriod(30))));

        Assert.Equal(
            isLeak,
            result.Findings.Any(finding => finding is { Type: LeakType.PostCancellation, Verdict: Verdict.Leak, Amount: 57m }));
    }

    [Fact]
    public void Leaves_a_charge_within_the_notice_period_alone() =>
        Expect.NoClaim(Store.Detect(
            "2026-03-10",
            Cancelled("2026-01-31"),
            Mail.Charges("2025-08-01", 8).Select(invoice => invoice.Stating(Terms.NoticePeriod(60)))));

    [Fact]
    public void Asks_when_the_notice_period_is_unknown()
    {
        var review = Expect.Review(
            Store.Detect("2026-03-10", Cancelled("2026-02-20"), Mail.Charges("2025-08-01", 8)),
            LeakType.PostCancellation);

        Assert.False(string.IsNullOrWhiteSpace(review.Question?.ToString()));
    }

    [Fact]
    public void Asks_once_for_several_charges() =>
        Expect.Review(Store.Detect("2026-03-10", Cancelled("2026-01-20"), Mail.Charges("2025-08-01", 8)), LeakType.PostCancellation);

    [Fact]
    public void Asks_when_the_cancellation_was_sent_and_nobody_knows_whether_it_arrived() =>
        Expect.Review(
            Store.Detect(
                "2026-03-10",
                Cancelled("2026-01-20", status: CancellationStatus.Sent),
                Mail.Charges("2025-08-01", 8).Select(invoice => invoice.Stating(Terms.NoticePeriod(14)))),
            LeakType.PostCancellation);

    [Fact]
    public void Asks_when_only_the_merchant_says_the_end() =>
        Expect.Review(
            Store.Detect("2026-03-10", Cancelled("2026-01-20", effective: "2026-03-01"), Mail.Charges("2025-08-01", 8)),
            LeakType.PostCancellation);

    [Fact]
    public void Says_nothing_about_a_draft() =>
        Expect.Nothing(Store.Detect(
            "2026-03-10",
            Cancelled(null, status: CancellationStatus.Draft, effective: "2026-02-01"),
            Mail.Charges("2025-08-01", 8)));

    [Fact]
    public void Says_that_a_bounced_cancellation_never_arrived() =>
        Expect.Watch(
            Store.Detect(
                "2026-03-10",
                Cancelled("2026-01-20", status: CancellationStatus.Bounced, effective: "2026-02-01"),
                Mail.Charges("2025-08-01", 8)),
            LeakType.PostCancellation);

    [Fact]
    public void Believes_a_bounce_that_a_document_reports() =>
        Expect.Watch(
            Store.Detect(
                "2026-03-10",
                Cancelled("2026-01-20", effective: "2026-02-01"),
                [.. Mail.Charges("2025-08-01", 8), Mail.Notice("2026-01-20", Terms.CancellationBounced)]),
            LeakType.PostCancellation);

    [Fact]
    public void Says_nothing_before_a_charge_follows() =>
        Expect.Nothing(Store.Detect("2026-03-10", Cancelled("2026-03-05", effective: "2026-04-01"), Mail.Charges("2025-08-01", 8)));

    private static DetectionContext Cancelled(
        string? sentAt, string? confirmedAt = null, string? effective = null, CancellationStatus status = CancellationStatus.Delivered) => Store.Context with
        {
            Cancellations =
            [
                new()
                {
                    Vendor = "Quillpost", Status = status, SentAt = Date(sentAt), ConfirmedAt = Date(confirmedAt), EffectiveDate = Date(effective),
                },
            ],
        };

    private static DateOnly? Date(string? iso) => iso is null ? null : Store.Day(iso);
}
