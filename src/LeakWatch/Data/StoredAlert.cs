using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>What operators were told of one alert; the same for all workers, so that two never tell it twice.</summary>
internal sealed class StoredAlert
{
    /// <summary>Of <see cref="Core.Operations.AlertKind"/>.</summary>
    public required string Kind { get; init; }

    public required bool IsOn { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset NotifiedAt { get; init; }

    public required decimal NotifiedValue { get; init; }

    /// <summary>The last notice; JSON.</summary>
    public required string Notice { get; init; }

    /// <summary>Names of the channels that have not taken it yet.</summary>
    public required string[] PendingChannels { get; init; }
}

internal sealed class StoredAlertConfiguration : IEntityTypeConfiguration<StoredAlert>
{
    public void Configure(EntityTypeBuilder<StoredAlert> entity)
    {
        entity.ToTable("alerts");
        entity.HasKey(alert => alert.Kind);
        entity.Property(alert => alert.Notice).HasColumnType("jsonb");
    }
}
