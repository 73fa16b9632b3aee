using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Findings;

/// <summary>What a person may do with a finding, and what is refused with a sentence.</summary>
public sealed class FindingActionsTests
{
    private static readonly DateTimeOffset Now = Known.Noon("2026-03-02");

    private static readonly KnownFinding Open = new()
    {
        Finding = new() { Type = LeakType.MomSpike, Verdict = Verdict.Leak, Vendor = "Quillpost", Title = $"t", Summary = $"s", Fingerprint = new('a', 64) },
        State = FindingState.Open,
        Reason = StateReason.Found,
        Sentence = $"Found in your documents.",
        ChangedAt = Known.Noon("2026-03-01"),
        FirstSeenOn = new(2026, 3, 1),
        LastSeenOn = new(2026, 3, 1),
    };

    private static readonly KnownFinding Asking = Open with
    {
        Finding = Open.Finding with
        {
            Verdict = Verdict.Review,
            Question = $"Did you order it?",
            Answers =
            [
                new(AnswerId.Ordered, $"Yes, we ordered it", AnswerEffect.Nothing), new(AnswerId.NotOrdered, $"No, nobody ordered it", AnswerEffect.Leak),
                new(AnswerId.EndedOn, $"It ended on", AnswerEffect.Leak, Asks: AnswerInput.Date),
            ],
        },
    };

    [Fact]
    public void An_open_finding_can_be_dismissed_with_a_reason_and_a_note()
    {
        var dismissed = FindingLifecycle.Dismiss(Open, StateReason.NotALeak, " two stores ", Now).Value!;

        Assert.Equal((FindingState.Dismissed, StateReason.NotALeak, "Dismissed: the charge is right. two stores", Now), (dismissed.State, dismissed.Reason, dismissed.Sentence.ToString(), dismissed.ChangedAt));
    }

    [Fact]
    public void A_reason_that_is_no_reason_to_dismiss_is_refused() =>
        Assert.Equal("VALIDATION_ERROR", FindingLifecycle.Dismiss(Open, StateReason.Credited, null, Now).Error?.Code);

    [Fact]
    public void Another_reason_needs_words() =>
        Assert.Equal("VALIDATION_ERROR", FindingLifecycle.Dismiss(Open, StateReason.Other, " ", Now).Error?.Code);

    [Fact]
    public void A_note_has_a_length() =>
        Assert.Equal("VALIDATION_ERROR", FindingLifecycle.Resolve(Open, new string('x', FindingLifecycle.LongestNote + 1), Now).Error?.Code);

    [Theory]
    [InlineData(FindingState.Dismissed)]
    [InlineData(FindingState.Resolved)]
    public void A_closed_finding_is_neither_dismissed_nor_resolved_nor_answered(FindingState state)
    {
        var closed = Asking with { State = state };

        Assert.Equal(
            ["CONFLICT", "CONFLICT", "CONFLICT"],
            [
                FindingLifecycle.Dismiss(closed, StateReason.Normal, null, Now).Error?.Code,
                FindingLifecycle.Resolve(closed, null, Now).Error?.Code,
                FindingLifecycle.Answer(closed, Given(AnswerId.Ordered), Now).Error?.Code,
            ]);
    }

    [Theory]
    [InlineData(FindingState.Open)]
    [InlineData(FindingState.Reopened)]
    public void Only_a_closed_finding_is_reopened(FindingState state) =>
        Assert.Equal("CONFLICT", FindingLifecycle.Reopen(Open with { State = state }, Now).Error?.Code);

    [Fact]
    public void A_reopened_finding_can_be_dismissed_and_resolved_again()
    {
        var reopened = FindingLifecycle.Dismiss(Open, StateReason.TooSmall, null, Now).Then(known => FindingLifecycle.Reopen(known, Now));

        Assert.Equal((FindingState.Reopened, StateReason.TakenBack), (reopened.Value!.State, reopened.Value.Reason));
        Assert.True(FindingLifecycle.Dismiss(reopened.Value, StateReason.TooSmall, null, Now).IsOk);
        Assert.True(FindingLifecycle.Resolve(reopened.Value, null, Now).IsOk);
    }

    [Fact]
    public void What_a_rule_hides_is_seen_again_when_the_rule_is_removed_and_not_before() =>
        Assert.Equal("CONFLICT", FindingLifecycle.Reopen(Open with { State = FindingState.Dismissed, Reason = StateReason.Wanted }, Now).Error?.Code);

    [Fact]
    public void An_answer_after_which_nothing_is_wrong_resolves_the_finding()
    {
        var answered = FindingLifecycle.Answer(Asking, Given(AnswerId.Ordered), Now).Value!;

        Assert.Equal((FindingState.Resolved, StateReason.Answered, "Answered: Did you order it? Yes, we ordered it."), (answered.State, answered.Reason, answered.Sentence.ToString()));
    }

    [Fact]
    public void An_answer_that_makes_it_a_claim_leaves_it_open_and_is_remembered_for_the_whole_case()
    {
        var answered = FindingLifecycle.Answer(Asking, Given(AnswerId.NotOrdered), Now).Value!;

        Assert.True(answered.IsOpen);
        Assert.Equal(Asking.Case, Assert.Single(answered.Answers).Finding);
    }

    [Fact]
    public void An_answer_it_does_not_offer_is_refused() =>
        Assert.Equal("VALIDATION_ERROR", FindingLifecycle.Answer(Asking, Given(AnswerId.TwoOrders), Now).Error?.Code);

    [Fact]
    public void An_answer_that_asks_for_a_day_needs_one()
    {
        Assert.Equal("VALIDATION_ERROR", FindingLifecycle.Answer(Asking, Given(AnswerId.EndedOn), Now).Error?.Code);
        Assert.True(FindingLifecycle.Answer(Asking, Given(AnswerId.EndedOn) with { On = new(2026, 2, 1) }, Now).IsOk);
    }

    [Fact]
    public void A_finding_that_asks_nothing_is_not_answered() =>
        Assert.Equal("CONFLICT", FindingLifecycle.Answer(Open, Given(AnswerId.Ordered), Now).Error?.Code);

    [Theory]
    [InlineData(AnswerId.Ordered)]
    [InlineData(AnswerId.NotOrdered)]
    public void An_answer_can_be_taken_back(AnswerId answer)
    {
        var back = FindingLifecycle.Answer(Asking, Given(answer), Now).Then(known => FindingLifecycle.Reopen(known, Now)).Value!;

        Assert.Equal((FindingState.Reopened, StateReason.TakenBack), (back.State, back.Reason));
        Assert.Empty(back.Answers);
    }

    [Fact]
    public void Normal_is_remembered_for_the_vendor_and_the_type() =>
        Assert.Equal(new Wanted("Quillpost", LeakType.MomSpike), FindingLifecycle.RuleOf(Open.Finding).Value);

    [Fact]
    public void A_document_in_doubt_is_never_normal() =>
        Assert.Equal("CONFLICT", FindingLifecycle.RuleOf(Open.Finding with { Type = LeakType.InvoiceMath }).Error?.Code);

    private static ReviewAnswer Given(AnswerId answer) => new() { Finding = "", Answer = answer };
}
