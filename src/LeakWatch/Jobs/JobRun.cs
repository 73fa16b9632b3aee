using LeakWatch.Data;

namespace LeakWatch.Jobs;

/// <summary>One claimed attempt at a job. Its units of work fail when the claim was lost, so a worker that was thought gone writes nothing.</summary>
internal sealed record JobRun(TenantDatabase Database, JobEnvelope Envelope, string Worker, int Attempt)
{
    public Guid JobId => Envelope.Ids.JobId;

    public Guid SubjectId => Envelope.Ids.SubjectId;

    public Guid OrganizationId => Envelope.OrganizationId;

    public Guid ShopId => Envelope.ShopId ?? throw new InvalidOperationException($"The job {Envelope.Name} names no shop.");

    public Guid CorrelationId => Envelope.CorrelationId;

    /// <exception cref="ClaimLostException">Another worker has the job now.</exception>
    public async Task<TenantUnit> BeginAsync(CancellationToken cancellationToken)
    {
        var unit = await Database.BeginAsync(OrganizationId, cancellationToken);
        if (await JobLedger.HoldAsync(unit, this, cancellationToken))
        {
            return unit;
        }

        await unit.DisposeAsync();
        throw new ClaimLostException(JobId);
    }
}

/// <summary>Not a failure of the job: somebody else runs it.</summary>
internal sealed class ClaimLostException(Guid jobId) : Exception($"The claim on job {jobId} was lost.");
