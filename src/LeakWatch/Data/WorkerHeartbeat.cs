using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>A worker that lives; kept here so that the queue need not be asked.</summary>
internal sealed class WorkerHeartbeat
{
    public required string Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }
}

internal sealed class WorkerHeartbeatConfiguration : IEntityTypeConfiguration<WorkerHeartbeat>
{
    public void Configure(EntityTypeBuilder<WorkerHeartbeat> entity)
    {
        entity.ToTable("worker_heartbeats");
    }
}
