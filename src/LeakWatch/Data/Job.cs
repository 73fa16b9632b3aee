using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
namespace LeakWatch.Data;

internal enum JobState
{
    /// <summary>Its turn has not come: admission, or the pause after a failure.</summary>
    Waiting,

    /// <summary>Announced to the queue, which may lose it.</summary>
    Queued,

    /// <summary>Claimed by a worker until <see cref="Job.ClaimedUntil"/>.</summary>
    Running,

    /// <summary>Failed as often as its kind may; a person retries it.</summary>
    Dead,

    /// <summary>Of a kind or version this release does not know; a later one takes it up.</summary>
    Parked,
}

/// <summary>A unit of work. This row is the truth; the queue only says that it is time. A job that is done has no row.</summary>
internal sealed class Job : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public Guid? ShopId { get; init; }

    public required string Name { get; init; }

    public required int Version { get; init; }

    /// <summary>What it is about; at most one job of a name is unfinished for a subject.</summary>
    public required Guid SubjectId { get; init; }

    public required Guid CorrelationId { get; init; }

    public JobState State { get; init; }

    /// <summary>Claims so far, a crashed worker's too.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? QueuedAt { get; init; }

    public string? ClaimedBy { get; init; }

    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Asked for again while it ran: it runs once more.</summary>
    public bool Again { get; init; }

    /// <summary>When the outage began that this job waits for, with its code and reason in the next two; null when it waits for none.</summary>
    public DateTimeOffset? OutageSince { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> entity)
    {
        entity.ToTenantTable("jobs");
        entity.Property(job => job.State).HasDefaultValueSql("'WAITING'");
        entity.Property(job => job.DueAt).HasDefaultValueSql("now()");
        entity.Property(job => job.CreatedAt).HasDefaultValueSql("now()");
        // One unfinished job for a subject, however often it is asked for.
        entity.HasIndex(job => new { job.OrganizationId, job.Name, job.SubjectId }).IsUnique().HasFilter("state in ('WAITING', 'QUEUED', 'RUNNING')");
        // Admission of a shop.
        entity.HasIndex(job => new { job.OrganizationId, job.ShopId, job.Name, job.State });
        // The search for due and lost work, over all tenants, several times a minute.
        entity.HasIndex(job => new { job.State, job.DueAt });
    }
}
