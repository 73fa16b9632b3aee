using LeakWatch.Core.Findings;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Claims;

/// <summary>The one question of a claim that the documents cannot decide, and what each answer makes of it.</summary>
public sealed record ReviewQuestion(Sentence Text, params IReadOnlyList<ClaimAnswer> Answers);

/// <param name="Becomes">The claim once it is chosen; null when nothing is wrong.</param>
public sealed record ClaimAnswer(AnswerOption Option, Func<Claim, ReviewAnswer, Claim?> Becomes)
{
    public static ClaimAnswer Nothing(AnswerId id, Sentence label) => new(new(id, label, AnswerEffect.Nothing), (_, _) => null);

    /// <param name="actions">What is recommended now; the claim's own where there are none.</param>
    public static ClaimAnswer Leak(AnswerId id, Sentence label, params IReadOnlyList<RecommendedAction> actions) => new(
        new(id, label, AnswerEffect.Leak),
        (claim, _) => claim with { Verdict = Verdict.Leak, Actions = actions.Count > 0 ? actions : claim.Actions });
}

/// <summary>Applies what the merchant answered to the claims of a run.</summary>
internal static class ReviewAnswers
{
    /// <summary>A question may lead to one more, and that to a last one.</summary>
    private const int MaxQuestions = 5;

    /// <summary>The answer that was given to the claim's question; null while there is none.</summary>
    public static (ClaimAnswer Answer, ReviewAnswer Given)? To(Claim claim, ShopFacts facts)
    {
        if (!facts.HasAnswers || claim is not { Verdict: Verdict.Review, Question: { } question })
        {
            return null;
        }

        foreach (var answer in facts.AnswersTo(claim.FingerprintIn(facts)))
        {
            if (question.Answers.FirstOrDefault(one => answer.Chooses(one.Option)) is { } chosen)
            {
                return (chosen, answer);
            }
        }

        return null;
    }

    /// <summary>The merchant knows that nothing is wrong.</summary>
    public static bool EndDoubt(Claim claim, ShopFacts facts) => To(claim, facts)?.Answer.Option.Effect is AnswerEffect.Nothing;

    /// <summary>The claim as the answers leave it: a LEAK, ended, or with a question that nobody has answered yet.</summary>
    public static Claim Apply(Claim claim, ShopFacts facts)
    {
        for (var asked = 0; asked < MaxQuestions && To(claim, facts) is var (answer, given); asked++)
        {
            Sentence said = $"You answered \"{claim.Question!.Text}\": {Said(answer.Option, given)}.";
            if (answer.Becomes(claim, given) is not { } next)
            {
                return claim with { EndedBy = said };
            }

            var words = next.Words;
            claim = next with
            {
                IsAnswered = true,
                Factors = [.. next.Factors, new($"You answered its question", facts.Policy.MerchantOnly)],
                Words = (charged, total, credited) => words(charged, total, credited) is var one ? one with { Summary = $"{one.Summary} {said}" } : one,
            };
        }

        return claim;
    }

    private static Sentence Said(AnswerOption option, ReviewAnswer given) => option.Asks switch
    {
        AnswerInput.None => option.Label,
        AnswerInput.Date => $"{option.Label} {given.On!.Value}",
        AnswerInput.Currency => $"{given.Value!}",
    };
}
