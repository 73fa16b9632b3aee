namespace LeakWatch.Data;

/// <summary>The tenant: owns shops, members and a plan.</summary>
internal sealed class Organization : ITenantRow
{
    public required Guid Id { get; init; }

    public Guid OrganizationId => Id;

    public required string Name { get; set; }

    public Plan Plan { get; set; } = Plan.Free;

    /// <summary>Whether text that a document shows may go to a language model, masked.</summary>
    public bool LanguageModelEnabled { get; set; } = true;

    /// <summary>Whether pictures, which cannot be masked, may go to one: off until somebody opts in.</summary>
    public bool VisionEnabled { get; set; }

    /// <summary>US dollars a day that a language model may cost.</summary>
    public decimal LanguageModelDailyBudget { get; set; } = 1.00m;

    /// <summary>Originals and page text are kept for 30, 90 or 365 days.</summary>
    public int RetentionDays { get; set; } = 365;

    public required DateTimeOffset CreatedAt { get; init; }
}

internal enum Plan { Free, Starter, Pro }

/// <summary>One Shopify store.</summary>
internal sealed class Shop : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary><c>name.myshopify.com</c>; null for a store that only uploads.</summary>
    public string? Domain { get; init; }

    public required string Name { get; set; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; set; }

    /// <summary>IANA name; local dates of this shop are in it.</summary>
    public required string TimeZone { get; set; }

    /// <summary><c>en</c> or <c>ko</c>.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The day on which a demo store lives, so that its renewals never pass; null for real stores, which live today.</summary>
    public DateOnly? DemoDay { get; init; }

    public DateTimeOffset? UninstalledAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A person. Not a tenant's: one person may be a member of several organisations, and is visible to each of them.</summary>
internal sealed class User
{
    public required Guid Id { get; init; }

    public required string Email { get; set; }

    public string? Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class Membership : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid UserId { get; init; }

    public required Role Role { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal enum Role { Owner, Member, AgencyAdmin, AgencyViewer }
