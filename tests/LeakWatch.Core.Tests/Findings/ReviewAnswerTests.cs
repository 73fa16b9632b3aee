using System.Text.Json;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Serialization;
using LeakWatch.Core.Tests.Detection;

namespace LeakWatch.Core.Tests.Findings;

/// <summary>A REVIEW asks one question; answered, it is a LEAK or nothing.</summary>
public sealed class ReviewAnswerTests
{
    public static TheoryData<string> Names => [.. Questions.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_question_has_buttons(string question)
    {
        var store = Questions.All[question];
        var review = store.Review;

        Assert.Equal(store.Type, review.Type);
        Assert.True(review.Answers.Count > 1);
        Assert.Distinct(review.Answers.Select(option => (option.Id, option.Value)));
        Assert.All(review.Answers, option => Assert.False(string.IsNullOrWhiteSpace(option.Label.ToString())));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_button_does_what_it_says(string question)
    {
        var store = Questions.All[question];
        var review = store.Review;
        Assert.All(review.Answers, option =>
        {
            var result = store.Detect(store.Answer(option.Id, option.Value ?? (option.Asks is AnswerInput.Currency ? "USD" : null), "2026-02-01"));
            var same = result.Findings.Where(finding => Fingerprint.CaseOf(finding.Fingerprint) == Fingerprint.CaseOf(review.Fingerprint)).ToList();
            switch (option.Effect)
            {
                case AnswerEffect.Nothing:
                    Assert.Empty(same);
                    var listed = Assert.Single(result.Reconciled, one => one.Reason == "ANSWERED");
                    Assert.Equal(Fingerprint.CaseOf(review.Fingerprint), Fingerprint.CaseOf(listed.Fingerprint!));
                    break;
                case AnswerEffect.Leak:
                    Assert.Equal(Verdict.Leak, Assert.Single(same).Verdict);
                    Assert.Contains("You answered", same[0].Summary.ToString(), StringComparison.Ordinal);
                    Assert.Empty(same[0].Answers);
                    break;
                case AnswerEffect.NextQuestion:
                    Assert.NotEqual(review.Question, Assert.Single(same).Question);
                    break;
                default:
                    Assert.Fail("An effect without a test.");
                    break;
            }
        });
    }

    [Theory]
    [InlineData("sums", AnswerId.AsComputed, 21)]
    [InlineData("promise", AnswerId.CreditNotArrived, 30)]
    [InlineData("second order", AnswerId.OneOrder, 64)]
    [InlineData("replacement", AnswerId.BothPaid, 64)]
    [InlineData("unknown time", AnswerId.SameTime, 64)]
    [InlineData("account of a cancellation", AnswerId.ThisAccount, 114)]
    [InlineData("time after a cancellation", AnswerId.AfterTheEnd, 57)]
    [InlineData("list of apps", AnswerId.NotInstalled, 37)]
    [InlineData("time after an app", AnswerId.AfterTheEnd, 37)]
    [InlineData("trial", AnswerId.NotChosen, 37)]
    [InlineData("rise", AnswerId.NotAgreed, 260)]
    [InlineData("new line", AnswerId.NotOrdered, 44)]
    [InlineData("sender", AnswerId.UnknownSender, 57)]
    [InlineData("bank", AnswerId.DetailsFalse, 57)]
    [InlineData("unread credit", AnswerId.NotCredited, 64)]
    [InlineData("plan", AnswerId.EveryPlan, 154)]
    public void An_answer_proves_the_amount_in_question(string question, AnswerId answer, int amount) =>
        Assert.Equal(amount, Assert.Single(Questions.All[question].Detect(Questions.All[question].Answer(answer)).Findings, finding => finding.Verdict is Verdict.Leak).Amount);

    [Fact]
    public void A_document_whose_sums_are_right_as_printed_takes_part_again()
    {
        var store = Questions.All["sums"] with { Ledger = [.. Questions.All["sums"].Ledger, Questions.All["sums"].Ledger[^1].Numbered("QP-2").InFile("second.pdf").Header(header => header with { TotalAmount = 57m })] };

        Expect.NoLeak(store.Detect());
        Expect.Leak(store.Detect(store.Answer(AnswerId.AsPrinted)), LeakType.DuplicateCharge, 57m);
    }

    [Fact]
    public void A_document_is_read_in_the_currency_it_is_said_to_be_in()
    {
        var store = Questions.All["currency"];

        // The same days of the same plan are on another invoice: a double, once both are in dollars.
        Assert.Contains(store.Detect(store.Answer(AnswerId.InCurrency, "USD")).Findings, finding => finding is { Type: LeakType.DuplicateCharge, Verdict: Verdict.Leak });
        Expect.NoLeak(store.Detect(store.Answer(AnswerId.InCurrency, "SEK")));
    }

    [Fact]
    public void The_same_company_under_another_name_is_one_vendor_from_then_on()
    {
        var store = Questions.All["sender"];
        var merged = store.Detect(store.Answer(AnswerId.SameCompany));

        // Its charge overlaps one of the vendor's own.
        var leak = Assert.Single(merged.Findings, finding => finding.Verdict is Verdict.Leak);
        Assert.Equal(("Quillpost", LeakType.DuplicateCharge), (leak.Vendor, leak.Type));
        Expect.Nothing(store.Detect(store.Answer(AnswerId.OtherCompany)));
    }

    [Fact]
    public void A_cancellation_counts_from_the_day_that_was_confirmed()
    {
        var store = Questions.All["end"];

        Expect.Leak(store.Detect(store.Answer(AnswerId.EndedOn, on: "2026-02-01")), LeakType.PostCancellation, 114m);
        Expect.Leak(store.Detect(store.Answer(AnswerId.EndedOn, on: "2026-02-15")), LeakType.PostCancellation, 57m);
        Expect.Nothing(store.Detect(store.Answer(AnswerId.EndedOn, on: "2026-03-09")));
    }

    [Fact]
    public void Only_the_plan_that_was_cancelled_is_claimed()
    {
        var store = Questions.All["plan"];

        Assert.Equal(40m, Assert.Single(store.Detect(store.Answer(AnswerId.ThisPlan, "Forms")).Findings, finding => finding.Verdict is Verdict.Leak).Amount);
    }

    [Fact]
    public void Two_doubts_are_two_questions_one_after_the_other()
    {
        var store = Questions.All["plan and end"];
        var plan = store.Answer(AnswerId.ThisPlan, "Forms");

        Assert.Equal(AnswerId.EndedOn, Expect.Review(store.Detect(plan), LeakType.PostCancellation).Answers[0].Id);
        Expect.Leak(store.Detect(plan, store.Answer(AnswerId.EndedOn, on: "2026-02-01")), LeakType.PostCancellation, 40m);
    }

    [Fact]
    public void The_app_that_is_gone_is_claimed_and_the_other_is_not()
    {
        var store = Questions.All["app"];

        Expect.Leak(store.Detect(store.Answer(AnswerId.ThisApp, "Tern Bar")), LeakType.UninstalledAppCharge, 11m);
        Expect.Nothing(store.Detect(store.Answer(AnswerId.ThisApp, "Tern Timer")));
    }

    [Fact]
    public void Of_two_answers_to_one_question_the_later_counts()
    {
        var store = Questions.All["second order"];
        ReviewAnswer[] answers = [store.Answer(AnswerId.TwoOrders), store.Answer(AnswerId.OneOrder)];

        Expect.Leak(store.Detect(answers), LeakType.DuplicateCharge, 64m);
        Expect.Nothing(store.Detect([answers[1], answers[0]]));
    }

    [Fact]
    public void An_answer_to_the_case_holds_for_charges_to_come_and_one_to_a_fingerprint_does_not()
    {
        var (before, after) = (Questions.All["end"] with { AsOf = "2026-02-10", Ledger = [.. Questions.All["end"].Ledger.Take(7)] }, Questions.All["end"]);
        var answer = before.Answer(AnswerId.NotCancelled);

        Expect.Nothing(after.Detect(answer));
        Expect.Review(after.Detect(answer with { Finding = before.Review.Fingerprint }), LeakType.PostCancellation);
    }

    [Fact]
    public void An_answer_that_the_question_does_not_offer_changes_nothing() =>
        Expect.Review(Questions.All["trial"].Detect(Questions.All["trial"].Answer(AnswerId.TwoOrders)), LeakType.TrialToPaid);

    [Fact]
    public void An_answer_without_its_day_changes_nothing() =>
        Expect.Review(Questions.All["end"].Detect(Questions.All["end"].Answer(AnswerId.EndedOn)), LeakType.PostCancellation);

    [Fact]
    public void The_context_file_carries_answers()
    {
        var context = JsonSerializer.Deserialize(
            """{"reviewAnswers":[{"finding":"abc","answer":"ENDED_ON","on":"2026-02-01"},{"finding":"abd","answer":"IN_CURRENCY","value":"EUR"}]}""", ContextJson.Default.DetectionContext)!;

        Assert.Equal(
            [new() { Finding = "abc", Answer = AnswerId.EndedOn, On = new(2026, 2, 1) }, new() { Finding = "abd", Answer = AnswerId.InCurrency, Value = "EUR" }],
            context.ReviewAnswers);
    }

    [Fact]
    public void A_finding_carries_its_buttons()
    {
        var json = JsonSerializer.SerializeToElement(Questions.All["end"].Detect(), CoreJson.Default.DetectionResult);
        var answers = json.GetProperty("findings")[0].GetProperty("answers");

        Assert.Equal(
            """[{"id":"ENDED_ON","label":"Yes, the first day without service is","effect":"LEAK","value":null,"asks":"DATE"},{"id":"NOT_CANCELLED","label":"We did not cancel it, or use it again","effect":"NOTHING","value":null,"asks":"NONE"}]""",
            answers.GetRawText());
    }
}
