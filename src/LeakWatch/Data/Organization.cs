using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> entity)
    {
        entity.ToTenantTable("organizations");
        entity.Ignore(organization => organization.OrganizationId).HasKey(organization => organization.Id);
    }
}
