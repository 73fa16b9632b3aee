using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

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

internal sealed class LanguageModelAnswerConfiguration : IEntityTypeConfiguration<LanguageModelAnswer>
{
    public void Configure(EntityTypeBuilder<LanguageModelAnswer> entity)
    {
        entity.ToTenantTable("llm_answers");
        entity.Property(answer => answer.Content).HasColumnType("jsonb");
        entity.HasIndex(answer => new { answer.OrganizationId, answer.Key }).IsUnique();
        entity.HasIndex(answer => answer.ExpiresAt);
    }
}
