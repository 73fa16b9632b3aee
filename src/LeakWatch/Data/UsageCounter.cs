using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

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

internal sealed class UsageCounterConfiguration : IEntityTypeConfiguration<UsageCounter>
{
    public void Configure(EntityTypeBuilder<UsageCounter> entity)
    {
        entity.ToTenantTable("usage_counters");
        entity.HasIndex(counter => new { counter.OrganizationId, counter.Name, counter.PeriodStart }).IsUnique();
    }
}
