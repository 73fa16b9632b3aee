using System.Text.Json.Serialization;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.ShopKnowledge;

/// <summary>What the shop knows and the documents do not: the context file of <c>detect</c> and <c>scan</c>. Every part is optional.</summary>
/// <remarks>The generated JSON reader sets a member that is absent to null (an enum to its first value), so defaults stand in the setters.</remarks>
public sealed record DetectionContext
{
    public DateOnly? AsOf { get; init; }

    public ShopContext Shop { get; init => field = value ?? new(); } = new();

    public IReadOnlyList<VendorContext> Vendors { get; init => field = value ?? []; } = [];

    public IReadOnlyList<Cancellation> Cancellations { get; init => field = value ?? []; } = [];

    public IReadOnlyList<InstalledAppsSnapshot> InstalledApps { get; init => field = value ?? []; } = [];

    public IReadOnlyList<PromisedCredit> PromisedCredits { get; init => field = value ?? []; } = [];

    public IReadOnlyList<ContextTerm> Terms { get; init => field = value ?? []; } = [];

    /// <summary>"This is normal": vendor and type whose findings the user does not want to see.</summary>
    public IReadOnlyList<Wanted> Wanted { get; init => field = value ?? []; } = [];

    /// <summary>Fingerprints of dismissed findings.</summary>
    public IReadOnlyList<string> Dismissed { get; init => field = value ?? []; } = [];

    /// <summary>What the merchant answered to the questions of REVIEW findings; of two answers to one question the later counts.</summary>
    public IReadOnlyList<ReviewAnswer> ReviewAnswers { get; init => field = value ?? []; } = [];

    /// <summary>One table or a list of them; each is used for the dates it is nearest to.</summary>
    [JsonConverter(typeof(OneOrMany<ExchangeRates>))]
    public IReadOnlyList<ExchangeRates> Fx { get; init => field = value ?? []; } = [];
}

public sealed record ShopContext
{
    public string? Id { get; init; }

    public string Currency { get; init => field = value ?? "USD"; } = "USD";

    public string? Timezone { get; init; }
}

public sealed record VendorContext
{
    public required string Name { get; init; }

    public string? Category { get; init; }

    public string? Function { get; init; }

    public IReadOnlyList<string> Aliases { get; init => field = value ?? []; } = [];
}

public sealed record Cancellation
{
    public required string Vendor { get; init; }

    public string? Account { get; init; }

    public string? PlanName { get; init; }

    public CancellationStatus Status { get; init; } = CancellationStatus.Delivered;

    public DateOnly? SentAt { get; init; }

    public DateOnly? ConfirmedAt { get; init; }

    /// <summary>First day without service, as the merchant states it.</summary>
    public DateOnly? EffectiveDate { get; init; }
}

[JsonConverter(typeof(ScreamingSnake<CancellationStatus>))]
public enum CancellationStatus { Delivered, Draft, Sent, Bounced }

public sealed record InstalledAppsSnapshot
{
    public required DateOnly SyncedAt { get; init; }

    public IReadOnlyList<string> Apps { get; init => field = value ?? []; } = [];

    public IReadOnlyList<UninstalledApp> Uninstalled { get; init => field = value ?? []; } = [];
}

public sealed record UninstalledApp(string App, DateOnly At);

public sealed record PromisedCredit
{
    public required string Vendor { get; init; }

    public string? Account { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public DateOnly? PromisedAt { get; init; }

    /// <summary>The charge it was promised for.</summary>
    public string? InvoiceNumber { get; init; }
}

/// <summary>A term the merchant knows of, such as a price announced by mail.</summary>
public sealed record ContextTerm
{
    public required string Vendor { get; init; }

    public string? Account { get; init; }

    public required TermKind Kind { get; init; }

    public string? ProductCode { get; init; }

    public string? PlanName { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? Amount { get; init; }

    [JsonConverter(typeof(DecimalString))]
    public decimal? Percent { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public int? Days { get; init; }
}

public sealed record Wanted(string Vendor, LeakType Type);

/// <summary>Units of each currency for one unit of <see cref="Base"/>, on one day.</summary>
public sealed record ExchangeRates
{
    public DateOnly? AsOf { get; init; }

    public string Base { get; init => field = value ?? "USD"; } = "USD";

    public IReadOnlyDictionary<string, DecimalValue> Rates { get; init => field = value ?? new Dictionary<string, DecimalValue>(); } = new Dictionary<string, DecimalValue>();
}
