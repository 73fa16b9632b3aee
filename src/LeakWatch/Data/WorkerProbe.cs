using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeakWatch.Data;

/// <summary>One synthetic job: asked by the api, sent through the queue, answered by the worker that runs it.</summary>
internal sealed class WorkerProbe
{
    public required Guid Id { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Null: no worker has run it.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The id of its heartbeat.</summary>
    public string? Worker { get; init; }

    /// <summary>The version that the worker runs.</summary>
    public string? Release { get; init; }
}

internal sealed class WorkerProbeConfiguration : IEntityTypeConfiguration<WorkerProbe>
{
    public void Configure(EntityTypeBuilder<WorkerProbe> entity)
    {
        entity.ToTable("worker_probes");
        entity.Property(probe => probe.Id).ValueGeneratedNever();
    }
}
