namespace LeakWatch.Data;

/// <summary>A vendor that every organisation knows. Read by all, written by migrations alone.</summary>
internal sealed class RegisteredVendor
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Category { get; init; }

    public string? Function { get; init; }

    public required string[] Aliases { get; init; }
}

/// <summary>What one organisation says of a vendor; it overrides the registry for that organisation.</summary>
internal sealed class OrganizationVendor : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; init; }

    public string? Category { get; set; }

    public string? Function { get; set; }

    public required string[] Aliases { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
