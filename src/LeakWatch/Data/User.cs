using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>A person. Not a tenant's: one person may be a member of several organisations, and is visible to each of them.</summary>
internal sealed class User
{
    public required Guid Id { get; init; }

    public required string Email { get; set; }

    public string? Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> entity)
    {
        entity.ToTable("users");
        entity.HasIndex(user => user.Email).IsUnique();
    }
}
