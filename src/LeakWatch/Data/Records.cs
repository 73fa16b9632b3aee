using System.Net;

namespace LeakWatch.Data;

/// <summary>Who did what to which thing; never changed, never holds content of documents.</summary>
internal sealed class AuditEntry : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public Guid? ShopId { get; init; }

    /// <summary><c>user:…</c>, <c>shopify:…</c>, <c>local-owner</c> or <c>system</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, such as <c>finding.dismissed</c>.</summary>
    public required string Action { get; init; }

    public Guid? SubjectId { get; init; }

    public string? Details { get; init; }

    public string? RequestId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>How much of a limited resource an organisation used in one period.</summary>
internal sealed class UsageCounter : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary><c>documents</c> by month; <c>llm.input_tokens</c>, <c>llm.output_tokens</c>, <c>llm.cost</c> by day.</summary>
    public required string Name { get; init; }

    public required DateOnly PeriodStart { get; init; }

    public required decimal Amount { get; set; }
}

/// <summary>An answer of a language model to a masked text, for 30 days.</summary>
internal sealed class LanguageModelAnswer : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>sha256 of masked input, prompt version and model.</summary>
    public required string Key { get; init; }

    public required string Content { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What left the house for one document, to which model, and what it cost.</summary>
internal sealed class LanguageModelReceiptRow : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid DocumentVersionId { get; init; }

    public required string Content { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Something that must leave this system once; written with the decision, in its transaction.</summary>
internal sealed class OutboxMessage : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public Guid? ShopId { get; init; }

    public required string Kind { get; init; }

    public required string Content { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }
}

/// <summary>A webhook we have taken; the same delivery again is answered and not done.</summary>
internal sealed class WebhookDelivery : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Sender { get; init; }

    public required string DeliveryId { get; init; }

    public required string Topic { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>The answer to a request that may be repeated.</summary>
internal sealed class IdempotencyKey : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Key { get; init; }

    /// <summary>sha256 of method, path and body: another request under the same key is a conflict.</summary>
    public required string RequestHash { get; init; }

    public HttpStatusCode? Status { get; set; }

    public string? Body { get; set; }

    /// <summary>Of what was created.</summary>
    public string? Location { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Units of each currency for one of the base, on one day. The same for everybody.</summary>
internal sealed class DayRates
{
    public required DateOnly Day { get; init; }

    public required string BaseCurrency { get; init; }

    /// <summary>JSON: currency to decimal string.</summary>
    public required string Rates { get; init; }

    public required string Source { get; init; }
}

/// <summary>Work of no tenant that comes round.</summary>
internal sealed class Schedule
{
    public required string Name { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Since it was last done.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? DoneAt { get; init; }
}

/// <summary>A worker that lives; kept here so that the queue need not be asked.</summary>
internal sealed class WorkerHeartbeat
{
    public required string Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }
}

/// <summary>One synthetic job: asked by the api, sent through the queue, answered by the worker that runs it.</summary>
internal sealed class WorkerProbe
{
    public required Guid Id { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Null: no worker has run it.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The id of its heartbeat.</summary>
    public string? Worker { get; init; }

    /// <summary>The version that the worker runs.</summary>
    public string? Release { get; init; }
}
