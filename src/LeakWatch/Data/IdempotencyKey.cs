using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

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

internal sealed class IdempotencyKeyConfiguration : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> entity)
    {
        entity.ToTenantTable("idempotency_keys");
        entity.HasIndex(key => new { key.OrganizationId, key.Key }).IsUnique();
        entity.HasIndex(key => key.CreatedAt);
    }
}
