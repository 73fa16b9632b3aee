using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>Work of no tenant that comes round.</summary>
internal sealed class Schedule
{
    public required string Name { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Since it was last done.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? DoneAt { get; init; }
}

internal sealed class ScheduleConfiguration : IEntityTypeConfiguration<Schedule>
{
    public void Configure(EntityTypeBuilder<Schedule> entity)
    {
        entity.ToTable("schedules");
        entity.HasKey(schedule => schedule.Name);
    }
}
