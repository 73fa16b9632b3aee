using System.Text.Json.Serialization;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>What became of asking a language model about one document. In every case but TAKEN the deterministic reading stands.</summary>
[JsonConverter(typeof(ScreamingSnake<SecondReadingOutcome>))]
public enum SecondReadingOutcome
{
    /// <summary>Something of its answer was proven and is part of the invoice.</summary>
    Taken,

    /// <summary>Its answer did not better what was read without it.</summary>
    NotBetter,

    /// <summary>It saw something in the picture that the recognised text does not hold: the user is asked.</summary>
    ToConfirm,

    /// <summary>It says the document is no invoice, receipt or credit note.</summary>
    NoInvoice,

    /// <summary>The answer broke the schema, and a repair was not to be had: NORMALIZATION_SCHEMA_INVALID.</summary>
    SchemaInvalid,

    /// <summary>So did the repaired one: NORMALIZATION_REPAIR_FAILED.</summary>
    RepairFailed,

    /// <summary>The model refused, or its vendor's filter did.</summary>
    Declined,

    /// <summary>The answer was longer than it may be.</summary>
    CutOff,

    /// <summary>LLM_UNAVAILABLE.</summary>
    Unavailable,

    /// <summary>LLM_BUDGET_EXCEEDED: nothing was sent.</summary>
    BudgetExceeded,
}

/// <summary>For one document: what left the house, to which model, and what it cost. Holds no text of the document.</summary>
public sealed record LanguageModelReceipt
{
    public required string Model { get; init; }

    public required string PromptVersion { get; init; }

    public required DateTimeOffset At { get; init; }

    public required SecondReadingOutcome Outcome { get; init; }

    /// <summary>The code of docs/errors.md, where there is one.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Calls that were answered: 0 when nothing was sent or the answer was kept from before, at most 2 (one repair).</summary>
    public required int Calls { get; init; }

    /// <summary>The text was sent, also where no answer came.</summary>
    public required bool HasLeft { get; init; }

    /// <summary>The answer was one we kept: nothing left the house this time.</summary>
    public required bool IsFromCache { get; init; }

    /// <summary>SHA-256 of the masked text that was or would have been sent, lower-case hex.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>Of the masked text.</summary>
    public required int Characters { get; init; }

    public required int Lines { get; init; }

    /// <summary>Lines that were left out because they say nothing about the invoice, or there was no room.</summary>
    public required int LinesLeft { get; init; }

    /// <summary>Pages sent as pictures, in which nothing is hidden.</summary>
    public required int Pictures { get; init; }

    /// <summary>How many different things were hidden, by kind: <c>EMAIL</c>, <c>PHONE</c>, <c>CUSTOMER</c>, …</summary>
    public required IReadOnlyDictionary<string, int> Hidden { get; init; }

    public required TokenUsage Usage { get; init; }

    /// <summary>US dollars; null when the price of the model is unknown, see <see cref="CostNote"/>.</summary>
    [JsonConverter(typeof(DecimalString))]
    public required decimal? CostDollars { get; init; }

    public string? CostNote { get; init; }

    /// <summary>Parts of the answer that were not used, by field and reason, without their values.</summary>
    public IReadOnlyList<string> Discarded { get; init => field = value ?? []; } = [];
}
