using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

internal sealed class Membership : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid UserId { get; init; }

    public required Role Role { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> entity)
    {
        entity.ToTenantTable("memberships");
        entity.HasIndex(membership => new { membership.OrganizationId, membership.UserId }).IsUnique();
        entity.HasOne<User>().WithMany().HasForeignKey(membership => membership.UserId);
        entity.HasOne<Organization>().WithMany().HasForeignKey(row => row.OrganizationId);
    }
}
