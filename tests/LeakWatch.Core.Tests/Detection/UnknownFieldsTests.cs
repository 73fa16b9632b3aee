using CsCheck;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection;

/// <summary>A document need not say everything. What it does not say is never guessed, and never breaks a run.</summary>
public sealed class UnknownFieldsTests
{
    private static readonly Func<NormalizedInvoice, NormalizedInvoice>[] Holes =
    [
        invoice => invoice,
        invoice => invoice with { Account = null },
        invoice => invoice with { Vendor = new() },
        invoice => invoice with { LineItems = [] },
        invoice => invoice with { LineItems = [.. invoice.LineItems.Select(line => line with { Amount = null, Quantity = null, UnitPrice = null })] },
        invoice => invoice with { LineItems = [.. invoice.LineItems.Select(line => line with { PeriodStart = null, PeriodEnd = null, Cadence = null, IsRecurring = null, PlanName = null })] },
        invoice => invoice with { LineItems = [.. invoice.LineItems.Select(line => line with { PeriodEnd = line.PeriodStart })] },
        invoice => invoice with { Source = invoice.Source with { Sha256 = null, DocumentVersionId = null } },
        invoice => invoice.Header(header => header with { Currency = null }),
        invoice => invoice.Header(header => header with { Currency = "XTS" }),
        invoice => invoice.Header(header => header with { InvoiceDate = null, InvoiceNumber = null }),
        invoice => invoice.Header(header => header with { BillingPeriodStart = null, BillingPeriodEnd = null }),
        invoice => invoice.Header(header => header with { TotalAmount = null, SubtotalAmount = null }),
        invoice => invoice.Header(header => header with { InvoiceDate = DateOnly.MaxValue, BillingPeriodStart = DateOnly.MinValue, BillingPeriodEnd = DateOnly.MaxValue }),
        invoice => invoice.Header(header => header with { Settlement = null, PaymentMethodHint = null }),
    ];

    [Fact]
    public void A_run_survives_any_hole_and_claims_only_what_it_can_show()
    {
        var holes = Gen.Int[0, Holes.Length * 3].Array[WholeStore.Ledger.Count];

        holes.Sample(
            chosen =>
            {
                var ledger = WholeStore.Ledger.Select(
                    (invoice, index) => chosen[index] < Holes.Length ? Holes[chosen[index]](invoice) : invoice);
                var result = Store.Detect(WholeStore.AsOf, WholeStore.Context, ledger);

                Assert.All(result.Findings.Where(finding => finding.Verdict is Verdict.Leak), leak =>
                {
                    Assert.True(leak.Amount > 0);
                    Assert.NotNull(leak.Currency);
                    Assert.NotEmpty(leak.Evidence);
                });
            },
            iter: 60);
    }

    [Fact]
    public void A_shop_without_exchange_rates_is_judged_in_its_own_currency()
    {
        var krona = new Subscription("Vinterhus", 640m) { Currency = "SEK" };
        var ledger = new[] { krona.Charge("2026-03-01"), krona.Charge("2026-03-01", on: "2026-03-04", number: "V-2") };

        Assert.NotNull(Store.Detect("2026-03-20", new DetectionContext(), ledger).Totals);
    }

    [Fact]
    public void Two_charges_without_numbers_are_told_apart_by_their_payments()
    {
        NormalizedInvoice Paid(string reference) => new Subscription("Lanternchat", 64m).Charge("2026-03-01").Numbered(null).InFile(reference + ".pdf")
            .Header(header => header with { PaymentReference = reference });

        Expect.Leak(Store.Detect("2026-03-20", Paid("ch_3PpX01"), Paid("ch_3PqLm8")), LeakType.DuplicateCharge, 64m);
    }

    [Fact]
    public void A_proof_that_is_absent_is_computed()
    {
        var invoice = new Subscription("Harrow Fulfilment", 96m).Charge("2026-03-01").Header(header => header with { TotalAmount = 121m });

        Assert.Null(invoice.Quality.Proof);
        Expect.Review(Store.Detect("2026-03-12", invoice), LeakType.InvoiceMath);
    }
}
