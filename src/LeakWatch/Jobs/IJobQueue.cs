namespace LeakWatch.Jobs;

/// <summary>Tells workers that it is time for a job. It may lose or repeat what it was told; Postgres knows better.</summary>
internal interface IJobQueue
{
    void Announce(JobEnvelope envelope, string queue);

    /// <summary>Sends a synthetic job the way real ones go.</summary>
    void Announce(ProbeEnvelope probe, string queue);
}
