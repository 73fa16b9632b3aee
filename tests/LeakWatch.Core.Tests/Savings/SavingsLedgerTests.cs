using LeakWatch.Core.Leaks;
using LeakWatch.Core.Savings;
using LeakWatch.Core.Tests.Leaks;
using static LeakWatch.Core.Tests.Savings.Paid;

namespace LeakWatch.Core.Tests.Savings;

/// <summary>Money that came back: which credit confirms which claim, and what is left.</summary>
public sealed class SavingsLedgerTests
{
    [Fact]
    public void An_open_claim_is_potential() =>
        Assert.Equal([(SavingsStage.Potential, 57m, "2026-03-20")], Entries("2026-03-20", Unasked, Twice));

    [Fact]
    public void A_sent_action_makes_it_requested() =>
        Assert.Equal([(SavingsStage.Requested, 57m, "2026-03-21")], Entries("2026-03-22", Asked, Twice));

    [Theory]
    [InlineData("SECOND")]
    [InlineData("QUI-260301-6060")]
    public void A_credit_that_names_one_of_its_two_invoices_confirms_a_double(string invoice)
    {
        // Whatever the first invoice's number is.
        var number = invoice == "SECOND" ? invoice : Twice[0].Invoice.InvoiceNumber;

        Assert.Equal([(SavingsStage.Confirmed, 57m, "2026-04-02")], Entries("2026-04-03", Asked, [.. Twice, Mail.CreditNote(57m, "2026-04-02", number)]));
    }

    [Fact]
    public void A_credit_for_another_invoice_confirms_nothing() =>
        Assert.Equal(
            [(SavingsStage.Requested, 57m, "2026-03-21")],
            Entries("2026-04-03", Asked, [.. Twice, Mail.Charge("2026-02-01", number: "FEBRUARY"), Mail.CreditNote(57m, "2026-04-02", "FEBRUARY")]));

    [Fact]
    public void A_credit_of_the_same_amount_confirms_it_though_it_names_nothing_and_nobody_asked() =>
        Assert.Equal([(SavingsStage.Confirmed, 57m, "2026-04-02")], Entries("2026-04-03", Unasked, [.. Twice, Mail.CreditNote(57m, "2026-04-02")]));

    [Fact]
    public void A_part_that_names_nothing_confirms_what_was_asked_for_and_leaves_the_rest() =>
        Assert.Equal(
            [(SavingsStage.Requested, 37m, "2026-03-21"), (SavingsStage.Confirmed, 20m, "2026-04-02")],
            Entries("2026-04-03", Asked, [.. Twice, Mail.CreditNote(20m, "2026-04-02")]));

    [Fact]
    public void A_part_that_names_nothing_confirms_nothing_that_nobody_asked_for() =>
        Assert.Equal([(SavingsStage.Potential, 57m, "2026-03-20")], Entries("2026-04-03", Unasked, [.. Twice, Mail.CreditNote(20m, "2026-04-02")]));

    [Fact]
    public void Two_parts_are_two_entries_with_their_days() =>
        Assert.Equal(
            [(SavingsStage.Confirmed, 20m, "2026-04-02"), (SavingsStage.Confirmed, 37m, "2026-04-20")],
            Entries("2026-04-21", Asked, [.. Twice, Mail.CreditNote(20m, "2026-04-02", "SECOND"), Mail.CreditNote(37m, "2026-04-20")]));

    [Fact]
    public void More_than_was_claimed_confirms_the_claim() =>
        Assert.Equal([(SavingsStage.Confirmed, 57m, "2026-04-02")], Entries("2026-04-03", Asked, [.. Twice, Mail.CreditNote(80m, "2026-04-02", "SECOND")]));

    [Fact]
    public void A_refund_on_the_card_confirms_it_like_a_credit_note_and_with_it_is_one_credit()
    {
        Assert.Equal([(SavingsStage.Confirmed, 57m, "2026-04-04")], Entries("2026-04-05", Asked, [.. Twice, Refund(57m, "2026-04-04")]));
        Assert.Equal([(SavingsStage.Confirmed, 57m, "2026-04-02")], Entries("2026-04-05", Asked, [.. Twice, Mail.CreditNote(57m, "2026-04-02", "SECOND"), Refund(57m, "2026-04-04")]));
    }

    [Fact]
    public void What_had_come_back_before_it_was_found_is_no_saving()
    {
        Core.Invoices.NormalizedInvoice[] ledger = [.. Twice, Mail.CreditNote(20m, "2026-03-05", "SECOND")];
        var claim = Found("2026-03-20", ledger) with { RequestedOn = Store.Day("2026-03-21") };

        Assert.Equal([(SavingsStage.Requested, 37m, "2026-03-21")], Entries("2026-03-22", claim, ledger));
        Assert.Equal([(SavingsStage.Confirmed, 37m, "2026-04-02")], Entries("2026-04-03", claim, [.. ledger, Mail.CreditNote(37m, "2026-04-02", "SECOND")]));
    }

    [Fact]
    public void A_finding_that_detection_has_lowered_since_says_the_same()
    {
        Core.Invoices.NormalizedInvoice[] ledger = [.. Twice, Mail.CreditNote(20m, "2026-04-02", "SECOND")];
        var lowered = Asked with { Finding = Found("2026-04-03", ledger).Finding };

        Assert.Equal(37m, lowered.Finding.Amount);
        Assert.Equal(Entries("2026-04-03", Asked, ledger), Entries("2026-04-03", lowered, ledger));
    }

    [Fact]
    public void A_credit_in_another_currency_confirms_nothing() =>
        Assert.Equal(
            [(SavingsStage.Requested, 57m, "2026-03-21")], Entries("2026-04-03", Asked, [.. Twice, (Mail with { Currency = "EUR" }).CreditNote(57m, "2026-04-02")]));

    [Fact]
    public void One_credit_settles_one_of_two_equal_claims_the_older_one()
    {
        var (ledger, claims) = TwoDoubles(57m);
        var savings = Book("2026-05-01", claims, [.. ledger, Mail.CreditNote(57m, "2026-04-20")]);

        Assert.Equal(57m, savings.Entries.Where(entry => entry.Stage is SavingsStage.Confirmed).Sum(entry => entry.Amount));
        Assert.Equal(Fingerprint.CaseOf(claims[0].Finding.Fingerprint), Assert.Single(savings.Settled).Case);
    }

    [Fact]
    public void A_credit_goes_to_the_claim_it_equals()
    {
        var (ledger, claims) = TwoDoubles(40m);
        var savings = Book("2026-05-01", claims, [.. ledger, Mail.CreditNote(40m, "2026-04-20")]);

        Assert.Equal(Fingerprint.CaseOf(claims[1].Finding.Fingerprint), Assert.Single(savings.Settled).Case);
    }

    [Fact]
    public void A_credit_that_names_the_invoice_comes_before_one_that_names_nothing()
    {
        var (ledger, claims) = TwoDoubles(30m);
        var savings = Book("2026-05-01", claims, [.. ledger, Mail.CreditNote(40m, "2026-04-15"), Mail.CreditNote(50m, "2026-04-20", "SECOND")]);

        // 50.00 and a part of the 40.00 for the first, the rest of it for the second.
        Assert.Equal([57m, 30m], claims.Select(claim => savings.Entries
            .Where(entry => entry.Stage is SavingsStage.Confirmed && entry.Case == Fingerprint.CaseOf(claim.Finding.Fingerprint)).Sum(entry => entry.Amount!.Value)));
    }

    [Fact]
    public void A_settled_case_has_its_proof()
    {
        var settled = Assert.Single(Book("2026-04-03", [Asked], [.. Twice, Mail.CreditNote(57m, "2026-04-02", "SECOND")]).Settled);

        Assert.Equal((StateReason.Credited, Store.Day("2026-04-02")), (settled.Reason, settled.On));
        Assert.Contains("creditnote", Assert.Single(settled.Evidence).FileName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_settles_nothing() =>
        Assert.Empty(Book("2026-04-03", [Asked], [.. Twice, Mail.CreditNote(20m, "2026-04-02", "SECOND")]).Settled);

    [Fact]
    public void Of_what_a_person_closed_only_what_came_back_stays()
    {
        var closed = Asked with { IsOpen = false };

        Assert.Empty(Entries("2026-04-03", closed, Twice));
        Assert.Equal([(SavingsStage.Confirmed, 20m, "2026-04-02")], Entries("2026-04-03", closed, [.. Twice, Mail.CreditNote(20m, "2026-04-02", "SECOND")]));
    }

    [Fact]
    public void A_dismissed_finding_is_no_saving()
    {
        var known = new KnownFinding
        {
            Finding = Unasked.Finding,
            State = FindingState.Dismissed,
            Reason = StateReason.NotALeak,
            Sentence = $"",
            ChangedAt = Known.Noon("2026-03-21"),
            FirstSeenOn = Unasked.FoundOn,
            LastSeenOn = Unasked.FoundOn,
        };

        Assert.Null(TrackedFinding.Of(known, null, null));
    }

    [Fact]
    public void A_question_is_no_saving() =>
        Assert.Empty(Entries("2026-03-20", Unasked with { Finding = Unasked.Finding with { Verdict = Verdict.Review } }, Twice));

    [Fact]
    public void Totals_keep_currencies_kinds_and_months_apart()
    {
        var entries = Book(
            "2026-04-03",
            [Asked, Unasked with { Finding = Unasked.Finding with { Currency = "EUR", Fingerprint = new('0', 64) } }, Unasked with { Finding = Unasked.Finding with { SavingsKind = SavingsKind.Avoidable, Fingerprint = new('1', 64) } }],
            [.. Twice, Mail.CreditNote(20m, "2026-04-02", "SECOND")]).Entries;

        Assert.Equal(
            [
                new(Store.Day("2026-03-01"), SavingsKind.Recoverable, SavingsStage.Potential, "EUR", 57m),
                new(Store.Day("2026-03-01"), SavingsKind.Recoverable, SavingsStage.Requested, "USD", 37m),
                new(Store.Day("2026-03-01"), SavingsKind.Avoidable, SavingsStage.Potential, "USD", 57m),
                new(Store.Day("2026-04-01"), SavingsKind.Recoverable, SavingsStage.Confirmed, "USD", 20m),
            ],
            SavingsLedger.Totals(entries, SavingsLedger.MonthOf));
        Assert.Equal([("Quillpost", 4)], SavingsLedger.Totals(entries, entry => entry.Vendor).GroupBy(total => total.Key).Select(group => (group.Key, group.Count())));
        Assert.Equal([LeakType.DuplicateCharge], SavingsLedger.Totals(entries, entry => entry.Type).Select(total => total.Key).Distinct());
        Assert.Equal(["shop_1"], SavingsLedger.Totals(entries, entry => entry.Shop ?? "").Select(total => total.Key).Distinct());
    }

    /// <summary>March and April twice; both asked for.</summary>
    private static (Core.Invoices.NormalizedInvoice[] Ledger, TrackedFinding[] Claims) TwoDoubles(decimal second)
    {
        var forms = Mail with { Plan = "Forms", Price = second };
        Core.Invoices.NormalizedInvoice[] later = [forms.Charge("2026-04-01"), forms.Charge("2026-04-01", number: "FORMS-2")];
        return ([.. Twice, .. later], [Asked, Found("2026-04-10", later) with { RequestedOn = Store.Day("2026-04-11") }]);
    }
}
