using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>What was tried within one minute over all processes, and failed. Kept for a day.</summary>
internal sealed class Tally
{
    public required string Name { get; init; }

    public required DateTimeOffset Minute { get; init; }

    public required long Tries { get; init; }

    public required long Failed { get; init; }
}

internal sealed class TallyConfiguration : IEntityTypeConfiguration<Tally>
{
    public void Configure(EntityTypeBuilder<Tally> entity)
    {
        entity.ToTable("tallies");
        entity.HasKey(tally => new { tally.Name, tally.Minute });
    }
}
