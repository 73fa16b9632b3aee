using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Findings.Lifecycle;

/// <summary>The moves a person makes. A move that the state does not allow is a CONFLICT with a sentence; nothing here is written anywhere.</summary>
public static class FindingLifecycle
{
    /// <summary>Characters of a note.</summary>
    public const int LongestNote = 500;

    /// <param name="reason">One of NOT_A_LEAK, NORMAL, TOO_SMALL, OTHER; OTHER needs a note.</param>
    /// <returns>VALIDATION_ERROR for another reason or a note that is missing or too long; CONFLICT when it is closed already.</returns>
    public static Result<KnownFinding> Dismiss(KnownFinding known, StateReason reason, string? note, DateTimeOffset at)
    {
        Sentence? sentence = reason switch
        {
            StateReason.NotALeak => $"Dismissed: the charge is right.",
            StateReason.Normal => $"Dismissed: this is normal for the vendor.",
            StateReason.TooSmall => $"Dismissed: not worth the time.",
            StateReason.Other => $"Dismissed.",
            _ => null,
        };
        if (sentence is null)
        {
            return Invalid("A finding is dismissed as NOT_A_LEAK, NORMAL, TOO_SMALL or OTHER.");
        }

        return reason is StateReason.Other && string.IsNullOrWhiteSpace(note)
            ? Invalid("Say in a few words why the finding is dismissed.")
            : Close(known, FindingState.Dismissed, reason, sentence, note, at);
    }

    /// <returns>VALIDATION_ERROR for a note that is too long; CONFLICT when it is closed already.</returns>
    public static Result<KnownFinding> Resolve(KnownFinding known, string? note, DateTimeOffset at) =>
        Close(known, FindingState.Resolved, StateReason.Settled, $"Marked as settled.", note, at);

    /// <summary>Takes a dismissal, a resolution or an answer back.</summary>
    /// <returns>CONFLICT when there is nothing to take back, or a rule of the shop would hide it again.</returns>
    public static Result<KnownFinding> Reopen(KnownFinding known, DateTimeOffset at)
    {
        if (known.IsOpen && known.Answers.Count == 0)
        {
            return Conflict("The finding is open already.");
        }

        if (known is { State: FindingState.Dismissed, Reason: StateReason.Wanted })
        {
            return Conflict($"The rule \"this is normal\" hides findings of this kind at {known.Finding.Vendor}. Remove the rule to see them again.");
        }

        var byPerson = known.IsOpen || known.Reason is StateReason.Settled or StateReason.Answered || known.State is FindingState.Dismissed;
        var takesAnswerBack = known.IsOpen || known.Reason is StateReason.Answered;
        return known with
        {
            State = FindingState.Reopened,
            Reason = byPerson ? StateReason.TakenBack : StateReason.Disputed,
            Sentence = (takesAnswerBack, byPerson) switch
            {
                (true, _) => $"Open again: the answer was taken back.",
                (false, true) => $"Open again: it was taken back.",
                (false, false) => $"Open again although it had ended. {known.Sentence}",
            },
            Answers = takesAnswerBack ? [] : known.Answers,
            ChangedAt = at,
        };
    }

    /// <summary>Answers the one question of a REVIEW. A claim becomes a LEAK in the next detection run, which is told of the answer.</summary>
    /// <param name="given">Its <see cref="ReviewAnswer.Finding"/> is set here, to the whole case.</param>
    /// <returns>CONFLICT when the finding is closed or asks nothing; VALIDATION_ERROR when the answer is none of those it offers.</returns>
    public static Result<KnownFinding> Answer(KnownFinding known, ReviewAnswer given, DateTimeOffset at)
    {
        if (!known.IsOpen)
        {
            return Conflict("The finding is closed. Reopen it to answer its question.");
        }

        if (known.Finding is not { Verdict: Verdict.Review, Question: { } question, Answers: { Count: > 0 } answers })
        {
            return Conflict("The finding asks nothing.");
        }

        if (answers.FirstOrDefault(given.Chooses) is not { } option)
        {
            return Invalid($"The question \"{question}\" has no such answer, or the day or currency that belongs to it is missing.");
        }

        var answered = known with
        {
            Answers = [.. known.Answers.Where(earlier => earlier.Answer != given.Answer), given with { Finding = known.Case }],
            ChangedAt = at,
        };
        return option.Effect is not AnswerEffect.Nothing ? answered : answered with
        {
            State = FindingState.Resolved,
            Reason = StateReason.Answered,
            Sentence = $"Answered: {question} {option.Label}.",
        };
    }

    /// <summary>"This is normal", remembered for the vendor and the type: a rule the merchant sees and can remove.</summary>
    /// <returns>CONFLICT for INVOICE_MATH: it asks about one document, and the next must be asked about too.</returns>
    public static Result<Wanted> RuleOf(Finding finding) => finding.Type is LeakType.InvoiceMath
        ? Conflict($"A document that is in doubt is asked about each time; answer the question about this one of {finding.Vendor}.")
        : new Wanted(finding.Vendor, finding.Type);

    /// <summary>The context of the next detection run: what was dismissed and answered is told to it.</summary>
    public static DetectionContext Remember(DetectionContext context, IEnumerable<KnownFinding> known)
    {
        var sorted = known.OrderBy(one => one.Case, StringComparer.Ordinal).ToList();
        return context with
        {
            Dismissed =
            [
                .. context.Dismissed,
                .. sorted.Where(one => one is { State: FindingState.Dismissed, Reason: not StateReason.Wanted }).Select(one => one.Finding.Fingerprint),
            ],
            ReviewAnswers = [.. context.ReviewAnswers, .. sorted.SelectMany(one => one.Answers)],
        };
    }

    private static Result<KnownFinding> Close(KnownFinding known, FindingState state, StateReason reason, Sentence sentence, string? note, DateTimeOffset at)
    {
        if (!known.IsOpen)
        {
            return Conflict($"The finding is {(known.State is FindingState.Dismissed ? "dismissed" : "resolved")} already. Reopen it first.");
        }

        if (note?.Length > LongestNote)
        {
            return Invalid($"A note has at most {LongestNote} characters.");
        }

        return known with
        {
            State = state,
            Reason = reason,
            Sentence = string.IsNullOrWhiteSpace(note) ? sentence : $"{sentence} {note.Trim()}",
            ChangedAt = at,
        };
    }

    private static Error Conflict(string message) => new(ErrorKind.Conflict, "CONFLICT", message);

    private static Error Invalid(string message) => new(ErrorKind.Invalid, "VALIDATION_ERROR", message);
}
