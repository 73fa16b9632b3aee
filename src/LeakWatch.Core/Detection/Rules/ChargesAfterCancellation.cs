using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>What one account was charged after a cancellation, and what is not known of it. Each answer leaves one doubt less.</summary>
/// <param name="Lines">At least one, all of one account and currency, in the order of the documents.</param>
internal sealed record ChargesAfterCancellation(VendorLedger Ledger, CancellationCase Cancellation, IReadOnlyList<LedgerLine> Lines, ShopFacts Facts)
{
    private const string Nameless = "a charge without a name";

    /// <summary>Several plans or accounts go on, and the cancellation names none.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>The cancellation names an account, the charges do not.</summary>
    public bool IsAccountUnknown { get; init; }

    /// <summary>The merchant knows what charges without a period pay for.</summary>
    public bool IsTimeKnown { get; init; }

    /// <summary>The case stays the same whatever is answered.</summary>
    public required string CaseKey { get; init; }

    private bool IsOpen => Cancellation.Proof is CancellationProof.Open;

    private string Currency => Lines[0].Currency;

    private string Vendor => Ledger.Vendor.Name;

    /// <summary>Null when nothing of it is worth a word.</summary>
    public Claim? Claim()
    {
        var large = Lines.Where(line => !Facts.IsBelowFloor(line.Gross, Currency)).ToList();
        var proven = large.FindAll(line => IsTimeKnown || line.Period is not null);
        if (large.Count == 0)
        {
            return null;
        }

        var question = IsAmbiguous ? WhichPlan() : IsAccountUnknown ? WhichAccount() : IsOpen ? FromWhen() : proven.Count == 0 ? WhichTime(large[0]) : null;
        var verdict = Cancellation.Proof is CancellationProof.Bounced ? Verdict.Watch : question is null ? Verdict.Leak : Verdict.Review;
        return ClaimOf(verdict is Verdict.Leak ? proven : Lines, verdict) with { Question = question };
    }

    private ReviewQuestion WhichPlan()
    {
        var rest = this with { IsAmbiguous = false };
        var effect = rest.IsAccountUnknown || rest.IsOpen ? AnswerEffect.NextQuestion : AnswerEffect.Leak;
        var plans = Lines.Select(ProductOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new(
            $"Which plan or account of {Vendor} did you cancel?",
            [
                .. plans.Where(_ => plans.Count > 1).Select(plan => new ClaimAnswer(new(AnswerId.ThisPlan, NameOf(plan), effect, plan), (_, _) => rest.Of(line => ProductOf(line) == plan).Claim())),
                new(new(AnswerId.EveryPlan, plans switch { [var one] => $"This one, {NameOf(one)}", _ => $"All of these" }, effect), (_, _) => rest.Claim()),
                ClaimAnswer.Nothing(AnswerId.OtherPlan, $"Another one"),
            ]);
    }

    private ReviewQuestion WhichAccount() => new(
        $"You cancelled one account of {Vendor}, and these charges name none: are they of the account you cancelled?",
        new ClaimAnswer(new(AnswerId.ThisAccount, $"Yes, of that account", IsOpen ? AnswerEffect.NextQuestion : AnswerEffect.Leak), (_, _) => (this with { IsAccountUnknown = false }).Claim()),
        ClaimAnswer.Nothing(AnswerId.OtherAccount, $"No, of another account"));

    private ReviewQuestion FromWhen() => new(
        $"Did {Vendor} confirm from which day your cancellation counts?",
        new ClaimAnswer(
            new(AnswerId.EndedOn, $"Yes, the first day without service is", AnswerEffect.Leak, Asks: AnswerInput.Date),
            (_, given) => EndedOn(given.On!.Value)),
        ClaimAnswer.Nothing(AnswerId.NotCancelled, $"We did not cancel it, or use it again"));

    /// <summary>With the charges since that day, which may be earlier than the one that was wished.</summary>
    private Claim? EndedOn(DateOnly day)
    {
        var confirmed = Cancellation with { Proof = CancellationProof.Confirmed, Effective = day };
        var (account, currency, plans) = (Lines[0].Document.Account, Currency, Lines.Select(ProductOf).ToHashSet(StringComparer.Ordinal));
        var since = PostCancellationRule.LinesAfter(Ledger, confirmed)
            .Where(line => line.Document.Account == account && line.Currency == currency && plans.Contains(ProductOf(line))).ToList();
        return since.Count == 0 ? null : (this with { Cancellation = confirmed, Lines = since }).Claim();
    }

    private ChargesAfterCancellation Of(Func<LedgerLine, bool> which) => this with { Lines = [.. Lines.Where(which)] };

    private ReviewQuestion WhichTime(LedgerLine line) => new(
        $"Does {Words.Number(line.Document)} of {line.Document.Date} pay for time from {Cancellation.Effective} on?",
        new ClaimAnswer(new(AnswerId.AfterTheEnd, $"Yes, for time after the end", AnswerEffect.Leak), (_, _) => (this with { IsTimeKnown = true }).Claim()),
        ClaimAnswer.Nothing(AnswerId.BeforeTheEnd, $"No, for time before the end"));

    private Claim ClaimOf(IReadOnlyList<LedgerLine> lines, Verdict verdict)
    {
        var (first, last) = (lines[0], lines[^1]);
        var refused = Ledger.Terms.FirstOrDefault(term => term.Kind is Invoices.TermKind.CancellationRefused);
        return new()
        {
            Type = LeakType.PostCancellation,
            Verdict = verdict,
            Ledger = Ledger,
            Account = first.Document.Invoice.Account,
            Currency = Currency,
            Charges = [.. lines.Select(line => new ClaimedCharge(line, line.Gross, line.Period))],
            PerMonth = last.Rhythm is { } rhythm ? Rhythms.PerMonth(rhythm, last.Gross) : null,
            CaseKey = CaseKey,
            LastCharge = Words.Iso(lines.Max(line => line.Period?.Start ?? line.Document.Date)),
            Evidence =
            [
                .. lines.Select(Proofs.Of), .. Proofs.Of(Cancellation.Confirmation), .. Proofs.Of(Cancellation.Notice), .. Proofs.Of(refused),
                .. lines.SelectMany(line => Proofs.PaymentOf(line.Document)),
            ],
            Factors = Cancellation.Confirmation?.Document is not null ? [new($"The vendor's document confirms the end", Facts.Policy.StatedByVendor)] : [new($"The cancellation is known from you", Facts.Policy.MerchantOnly)],
            Actions = verdict switch
            {
                Verdict.Leak => [new(ActionType.RefundRequest, $"The service had ended; ask for the charges back."), new(ActionType.CancelRequest, $"Ask for written confirmation that billing has stopped.")],
                Verdict.Watch => [new(ActionType.CancelRequest, $"Send the cancellation again, to an address that works.")],
                Verdict.Review => [new(ActionType.Clarification, $"Ask the vendor from which day the cancellation counts.")],
            },
            Words = (charged, total, credited) => new(
                verdict switch
                {
                    Verdict.Watch => $"Your cancellation never arrived: {Vendor} charges on",
                    Verdict.Leak or Verdict.Review => $"{Vendor} charged {Words.Times(charged.Count)} after the cancellation",
                },
                $"You cancelled {Vendor}: {Proof()}. {Words.Charges(charged.Count)} since then: "
                + $"{Sentence.List(", ", charged.Select(one => Said(one.Line)))}{Words.Less(credited, Currency)}. Together {Words.Amount(total, Currency)}."),
        };
    }

    private static Sentence Said(LedgerLine line) => line.Period switch
    {
        { } period => $"{Words.Number(line.Document)} {Words.Amount(line.Gross, line.Currency)} ({Words.Days(period)})",
        null => $"{Words.Number(line.Document)} {Words.Amount(line.Gross, line.Currency)} (no period printed)",
    };

    private Sentence Proof() => Cancellation.Proof switch
    {
        CancellationProof.Confirmed when Cancellation.Confirmation?.Document is { } document => $"{document.FileName} of {document.Date} confirms that it ended with {Cancellation.Effective.AddDays(-1)}",
        CancellationProof.Confirmed => $"you told us that the vendor confirmed the end for {Cancellation.Effective}",
        CancellationProof.NoticeEnds => $"your cancellation was delivered on {Cancellation.Sent} and the notice period of {Cancellation.Notice!.Term.Days!.Value} days has run out, so {Cancellation.Effective} is the first day without service",
        CancellationProof.Bounced => $"your cancellation of {Cancellation.Sent} bounced, so it never reached the vendor",
        CancellationProof.Open => $"your cancellation of {Cancellation.Sent} is not confirmed and no document states the notice period",
    };

    private static string ProductOf(LedgerLine line) => line.Item.PlanName ?? line.Item.Description ?? Nameless;

    private static Sentence NameOf(string product) => product switch
    {
        Nameless => $"a charge without a name",
        _ => $"{product}",
    };
}
