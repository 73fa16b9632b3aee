namespace LeakWatch.Data;

/// <summary>A row that belongs to one organisation: filtered by EF, guarded by row-level security, keyed by (organisation, id).</summary>
internal interface ITenantRow
{
    Guid OrganizationId { get; }

    Guid Id { get; }
}
