using System.Globalization;
using LeakWatch.Data;

namespace LeakWatch.Jobs;

/// <summary>One claimed attempt at a job. Its units of work fail when the claim was lost, so a worker that was thought gone writes nothing.</summary>
/// <param name="OutageFor">How long the outage has lasted that the job waited for; null when it waited for none.</param>
internal sealed record JobRun(TenantDatabase Database, JobEnvelope Envelope, string Worker, int Attempt, TimeSpan? OutageFor = null)
{
    public Guid JobId => Envelope.Ids.JobId;

    public Guid SubjectId => Envelope.Ids.SubjectId;

    public Guid OrganizationId => Envelope.OrganizationId;

    public Guid ShopId => Envelope.ShopId ?? throw new InvalidOperationException($"The job {Envelope.Name} names no shop.");

    public Guid CorrelationId => Envelope.CorrelationId;

    /// <summary>What is said of it where errors and times are looked at: names, ids and numbers.</summary>
    public Dictionary<string, string> Tags() => new(StringComparer.Ordinal)
    {
        ["job"] = Envelope.Name,
        ["attempt"] = Attempt.ToString(CultureInfo.InvariantCulture),
        ["job_id"] = JobId.ToString(),
        ["subject_id"] = SubjectId.ToString(),
        ["organization_id"] = OrganizationId.ToString(),
        ["shop_id"] = Envelope.ShopId?.ToString() ?? "-",
        ["correlation_id"] = CorrelationId.ToString(),
    };

    /// <exception cref="ClaimLostException">Another worker has the job now.</exception>
    public async Task<TenantTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var unit = await Database.BeginAsync(OrganizationId, cancellationToken);
        if (await JobStore.LockClaimAsync(unit, this, cancellationToken))
        {
            return unit;
        }

        await unit.DisposeAsync();
        throw new ClaimLostException(JobId);
    }
}

/// <summary>Not a failure of the job: somebody else runs it.</summary>
internal sealed class ClaimLostException(Guid jobId) : Exception($"The claim on job {jobId} was lost.");
