using CsCheck;
using LeakWatch.Core.Detection;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Tests.Detection;
using LeakWatch.Core.Tests.Laws;

namespace LeakWatch.Core.Tests.Findings;

/// <summary>What becomes of known findings when the documents are looked at again.</summary>
public sealed class FindingMatchingTests
{
    private static readonly Subscription Mail = new("Quillpost", 57m);

    private static readonly NormalizedInvoice Confirmed = Mail.Notice("2026-01-09", Terms.Cancelled("2026-02-01"));

    private readonly Known known = new();

    [Fact]
    public void What_is_new_is_open_from_the_day_it_is_found()
    {
        var change = Assert.Single(known.Detect("2026-02-16", Until("2026-02-01")));

        Assert.Equal((FindingEvent.Added, null), (change.Event, change.Before));
        Assert.Equal((FindingState.Open, StateReason.Found, Store.Day("2026-02-16")), (change.After.State, change.After.Reason, change.After.FirstSeenOn));
    }

    [Fact]
    public void The_same_run_again_changes_nothing()
    {
        known.Detect("2026-02-16", Until("2026-02-01"));

        Assert.Empty(known.Detect("2026-02-16", Until("2026-02-01")));
    }

    [Fact]
    public void An_open_finding_grows_in_place()
    {
        known.Detect("2026-02-16", Until("2026-02-01"));
        var first = known.Only.Case;

        Assert.Equal(FindingEvent.Updated, Assert.Single(known.Detect("2026-03-16", Until("2026-03-01"))).Event);
        Assert.Equal((first, 114m, Store.Day("2026-02-16"), Store.Day("2026-03-16")), (known.Only.Case, known.Only.Finding.Amount, known.Only.FirstSeenOn, known.Only.LastSeenOn));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_closed_finding_stays_closed_on_later_days(bool isDismissed)
    {
        Closed(isDismissed);

        known.Detect("2026-02-26", Until("2026-02-01"));

        Assert.Equal(isDismissed ? FindingState.Dismissed : FindingState.Resolved, known.Only.State);
        Assert.Equal(Store.Day("2026-02-26"), known.Only.LastSeenOn);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_new_charge_reopens_a_closed_finding_and_says_so(bool isDismissed)
    {
        Closed(isDismissed);

        known.Detect("2026-03-16", Until("2026-03-01"));

        Assert.Equal((FindingState.Reopened, StateReason.NewCharge, 114m), (known.Only.State, known.Only.Reason, known.Only.Finding.Amount));
        Assert.Contains("a new charge extends", known.Only.Sentence.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dismissed_case_that_only_lost_a_document_stays_dismissed()
    {
        known.Detect("2026-03-16", Until("2026-03-01"));
        known.Move(finding => FindingLifecycle.Dismiss(finding, StateReason.NotALeak, null, Known.Noon("2026-03-16")));

        known.Detect("2026-03-17", Until("2026-02-01"));
        Assert.Equal(FindingState.Dismissed, known.Only.State);

        known.Detect("2026-03-18", Until("2026-03-01"));
        Assert.Equal(FindingState.Dismissed, known.Only.State);
    }

    [Fact]
    public void A_rule_dismisses_what_is_open_and_its_removal_opens_it_again()
    {
        known.Detect("2026-02-16", Until("2026-02-01"));
        var rule = FindingLifecycle.RuleOf(known.Only.Finding).Value!;

        known.Detect("2026-02-17", Store.Context with { Wanted = [rule] }, Until("2026-02-01"));
        Assert.Equal((FindingState.Dismissed, StateReason.Wanted), (known.Only.State, known.Only.Reason));
        Assert.Empty(known.Detect("2026-02-17", Store.Context with { Wanted = [rule] }, Until("2026-02-01")));

        known.Detect("2026-02-18", Until("2026-02-01"));
        Assert.Equal((FindingState.Reopened, StateReason.RuleRemoved), (known.Only.State, known.Only.Reason));
    }

    [Fact]
    public void A_credit_for_all_of_it_resolves_it()
    {
        var ledger = Until("2026-02-01");
        known.Detect("2026-02-16", ledger);

        known.Detect("2026-02-20", [.. ledger, Mail.CreditNote(57m, "2026-02-19", ledger[^2].Invoice.InvoiceNumber)]);

        Assert.Equal((FindingState.Resolved, StateReason.Credited), (known.Only.State, known.Only.Reason));
    }

    [Fact]
    public void A_credit_that_was_a_mistake_opens_it_again()
    {
        var ledger = Until("2026-02-01");
        known.Detect("2026-02-16", ledger);
        known.Detect("2026-02-20", [.. ledger, Mail.CreditNote(57m, "2026-02-19", ledger[^2].Invoice.InvoiceNumber)]);

        known.Detect("2026-02-21", ledger);

        Assert.Equal((FindingState.Reopened, StateReason.FoundAgain), (known.Only.State, known.Only.Reason));
    }

    [Fact]
    public void A_removed_document_resolves_what_only_it_showed_and_names_it()
    {
        var ledger = Until("2026-02-01");
        known.Detect("2026-02-16", ledger);

        known.Detect("2026-02-17", ledger.Where(document => document.Invoice.InvoiceDate != Store.Day("2026-02-01")));

        Assert.Equal((FindingState.Resolved, StateReason.DocumentRemoved), (known.Only.State, known.Only.Reason));
        Assert.Contains("quillpost-acct-1001-invoice-qui-260201", known.Only.Sentence.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_of_a_document_that_explains_it_resolves_it()
    {
        var ledger = Until("2026-02-01");
        known.Detect("2026-02-16", ledger);

        known.Detect("2026-02-17", ledger.Select(document => document.Invoice.InvoiceDate == Store.Day("2026-02-01") ? document with { LineItems = [document.LineItems[0] with { IsRecurring = false, Cadence = Cadence.OneTime }] } : document));

        Assert.Equal((FindingState.Resolved, StateReason.DocumentChanged), (known.Only.State, known.Only.Reason));
    }

    [Fact]
    public void A_charge_whose_account_is_read_anew_is_the_same_finding()
    {
        var (first, second) = (Mail.Charge("2026-03-01"), Mail.Charge("2026-03-01", number: "SECOND"));
        known.Detect("2026-03-20", first, second);
        known.Move(finding => FindingLifecycle.Dismiss(finding, StateReason.NotALeak, null, Known.Noon("2026-03-20")));

        known.Detect("2026-03-21", first with { Account = "workspace 7" }, second with { Account = "workspace 7" });

        Assert.Equal((FindingState.Dismissed, "workspace 7"), (known.Only.State, known.Only.Finding.Account));
    }

    [Fact]
    public void A_question_that_a_document_answers_becomes_a_claim_in_place()
    {
        var context = Store.Context with { Cancellations = [new() { Vendor = "Quillpost", SentAt = Store.Day("2026-01-08") }] };
        var charges = Until("2026-02-01").Where(document => document != Confirmed).ToList();
        known.Detect("2026-02-16", context, charges);
        Assert.Equal(Verdict.Review, known.Only.Finding.Verdict);

        known.Detect("2026-02-20", context, [.. charges, Confirmed]);

        Assert.Equal((Verdict.Leak, Store.Day("2026-02-16")), (known.Only.Finding.Verdict, known.Only.FirstSeenOn));
    }

    [Fact]
    public void An_answer_makes_it_a_claim_in_place_and_taking_it_back_a_question_again()
    {
        var store = Questions.All["second order"];
        known.Detect(store.AsOf, store.Context, store.Ledger);
        known.Move(finding => FindingLifecycle.Answer(finding, new() { Finding = "", Answer = AnswerId.OneOrder }, Known.Noon(store.AsOf)));

        known.Detect(store.AsOf, store.Context, store.Ledger);
        Assert.Equal((FindingState.Open, Verdict.Leak), (known.Only.State, known.Only.Finding.Verdict));

        known.Move(finding => FindingLifecycle.Reopen(finding, Known.Noon(store.AsOf)));
        known.Detect(store.AsOf, store.Context, store.Ledger);
        Assert.Equal((FindingState.Reopened, Verdict.Review), (known.Only.State, known.Only.Finding.Verdict));
    }

    [Fact]
    public void An_answer_after_which_nothing_is_wrong_holds_for_charges_to_come()
    {
        var store = Questions.All["end"];
        known.Detect("2026-02-10", store.Context, store.Ledger.Take(7));
        known.Move(finding => FindingLifecycle.Answer(finding, new() { Finding = "", Answer = AnswerId.NotCancelled }, Known.Noon("2026-02-10")));

        known.Detect("2026-03-10", store.Context, store.Ledger);

        Assert.Equal((FindingState.Resolved, StateReason.Answered, Store.Day("2026-03-10")), (known.Only.State, known.Only.Reason, known.Only.LastSeenOn));
    }

    [Fact]
    public void A_renewal_whose_day_has_come_is_past()
    {
        NormalizedInvoice[] ledger = [new Subscription("Shelfline Inventory", 1140m) { Cadence = Cadence.Yearly }.Charge("2025-08-12").Stating(Terms.AutoRenew, Terms.NoticePeriod(14))];
        known.Detect("2026-07-20", ledger);

        known.Detect("2026-08-12", ledger);
        known.Detect("2026-08-13", ledger);

        Assert.Equal((FindingState.Resolved, StateReason.Past), (known.Only.State, known.Only.Reason));
    }

    [Fact]
    public void What_a_person_disputes_stays_open_although_detection_does_not_say_it()
    {
        var ledger = Until("2026-02-01");
        known.Detect("2026-02-16", ledger);
        NormalizedInvoice[] credited = [.. ledger, Mail.CreditNote(57m, "2026-02-19", ledger[^2].Invoice.InvoiceNumber)];
        known.Detect("2026-02-20", credited);
        known.Move(finding => FindingLifecycle.Reopen(finding, Known.Noon("2026-02-20")));

        known.Detect("2026-02-21", credited);

        Assert.Equal((FindingState.Reopened, StateReason.Disputed), (known.Only.State, known.Only.Reason));
    }

    [Fact]
    public void Findings_of_vendors_that_were_not_looked_at_are_left_alone()
    {
        known.Detect("2026-02-16", Until("2026-02-01"));

        Assert.Empty(known.Match(new(Store.Detect("2026-02-17"), Store.Day("2026-02-17"), Known.Noon("2026-02-17")) { Vendors = new HashSet<string> { "lanternchat" } }));
    }

    [Fact]
    public void Proof_resolves_it_with_its_evidence_and_no_person_has_to()
    {
        known.Detect("2026-02-16", Until("2026-02-01"));
        var proof = new SettledCase(known.Only.Case, StateReason.Silent, Store.Day("2026-04-01"), $"No charge for two cycles.", [known.Only.Finding.Evidence[0]]);

        known.Match(new(Store.Detect("2026-04-01"), Store.Day("2026-04-01"), Known.Noon("2026-04-01")) { Settled = [proof] });

        Assert.Equal((FindingState.Resolved, StateReason.Silent), (known.Only.State, known.Only.Reason));
        Assert.Equal(proof.Evidence, known.Only.Proof);
    }

    [Fact]
    public void The_order_of_findings_does_not_matter() => Gen.Select(LedgerGen.Ledgers, LedgerGen.Ledgers).Sample(
        (before, after) =>
        {
            var first = Run(before, "2026-05-20");
            var findings = FindingMatching.Apply([], FindingMatching.Match([], first));
            var second = Run(after, "2026-05-21");
            var turned = second with { Result = second.Result with { Findings = [.. second.Result.Findings.Reverse()], Reconciled = [.. second.Result.Reconciled.Reverse()] } };

            Assert.Equal(Said(FindingMatching.Match(findings, second)), Said(FindingMatching.Match(findings.Reverse(), turned)));
        },
        iter: 100);

    [Fact]
    public void Any_run_twice_is_the_run_once() => Gen.Select(LedgerGen.Ledgers, LedgerGen.Ledgers).Sample(
        (before, after) =>
        {
            var findings = FindingMatching.Apply([], FindingMatching.Match([], Run(before, "2026-05-20")));
            var run = Run(after, "2026-05-21");
            var once = FindingMatching.Apply(findings, FindingMatching.Match(findings, run));

            Assert.Empty(Said(FindingMatching.Match(once, run)));
        },
        iter: 100);

    private static DetectionRun Run(NormalizedInvoice[] ledger, string asOf) =>
        new(LeakRules.Detect(ledger, LedgerGen.Context, Store.Day(asOf)), Store.Day(asOf), Known.Noon(asOf)) { Files = ledger.Select(document => document.Source.FileName).ToHashSet() };

    private static IEnumerable<string> Said(IEnumerable<FindingChange> changes) =>
        changes.Select(change => $"{change.Event} {change.Before?.Case} {change.After.Case} {change.After.State} {change.After.Reason} {change.After.Sentence} {change.After.Finding.Amount}");

    private void Closed(bool isDismissed)
    {
        known.Detect("2026-02-16", Until("2026-02-01"));
        known.Move(finding => isDismissed
            ? FindingLifecycle.Dismiss(finding, StateReason.NotALeak, null, Known.Noon("2026-02-16"))
            : FindingLifecycle.Resolve(finding, null, Known.Noon("2026-02-16")));
    }

    private static NormalizedInvoice[] Until(string last) =>
        [.. Mail.Charges("2025-08-01", 8).Where(invoice => invoice.Invoice.InvoiceDate <= Store.Day(last)), Confirmed];
}
