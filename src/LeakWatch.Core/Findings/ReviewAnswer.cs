using System.Text.Json.Serialization;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Findings;

/// <summary>Every answer that a REVIEW may offer. An answer says what it means, so that it can still be read when the question is worded anew.</summary>
[JsonConverter(typeof(ScreamingSnake<AnswerId>))]
public enum AnswerId
{
    // Which of a document's figures, and which currency, is right?
    AsPrinted, AsComputed, InCurrency,

    // Who sent it, and where does it want to be paid?
    SameCompany, OtherCompany, UnknownSender, DetailsConfirmed, DetailsFalse,

    // Did the money come?
    CreditArrived, CreditNotArrived, AlreadyCredited, NotCredited,

    // What was cancelled, and from when?
    EndedOn, NotCancelled, ThisPlan, EveryPlan, OtherPlan, ThisAccount, OtherAccount, AfterTheEnd, BeforeTheEnd,

    // Which app, and is it there?
    ThisApp, InstalledAgain, NotInstalled,

    // What does the second charge pay for?
    TwoOrders, OneOrder, OnePaid, BothPaid, SameTime, SomethingElse,

    // Did the merchant want it?
    Chosen, NotChosen, Agreed, NotAgreed, Ordered, NotOrdered,

    // There is no document that shows it.
    NoDocument,
}

/// <summary>What becomes of the finding once the answer is given.</summary>
[JsonConverter(typeof(ScreamingSnake<AnswerEffect>))]
public enum AnswerEffect
{
    /// <summary>Nothing is wrong: the finding ends.</summary>
    Nothing,

    /// <summary>The missing fact is known: it can be claimed.</summary>
    Leak,

    /// <summary>One more question is left.</summary>
    NextQuestion,
}

/// <summary>What the page has to ask beside the button.</summary>
[JsonConverter(typeof(ScreamingSnake<AnswerInput>))]
public enum AnswerInput
{
    None,

    /// <summary>A day: <see cref="ReviewAnswer.On"/>.</summary>
    Date,

    /// <summary>An ISO 4217 code: <see cref="ReviewAnswer.Value"/>.</summary>
    Currency,
}

/// <summary>One button under the question of a REVIEW.</summary>
/// <param name="Value">What tells two buttons with the same id apart, such as the plan; goes back as <see cref="ReviewAnswer.Value"/>.</param>
public sealed record AnswerOption(AnswerId Id, Sentence Label, AnswerEffect Effect, string? Value = null, AnswerInput Asks = AnswerInput.None);

/// <summary>What the merchant answered. A part of the context file.</summary>
public sealed record ReviewAnswer
{
    /// <summary>The 64 digits of a fingerprint, or the 48 of its case: then the answer also holds for charges to come.</summary>
    public required string Finding { get; init; }

    public required AnswerId Answer { get; init; }

    /// <summary>The option's own value, or what was entered.</summary>
    public string? Value { get; init; }

    /// <summary>The day that was entered.</summary>
    public DateOnly? On { get; init; }

    public bool Chooses(AnswerOption option) => Answer == option.Id && (option.Value is null || option.Value == Value) && option.Asks switch
    {
        AnswerInput.None => true,
        AnswerInput.Date => On is { Year: > 1990 and < 2200 },
        AnswerInput.Currency => Value is { Length: 3 } code && code.All(char.IsAsciiLetterUpper),
    };
}
