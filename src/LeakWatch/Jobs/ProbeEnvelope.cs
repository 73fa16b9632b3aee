using System.Text.Json;

namespace LeakWatch.Jobs;

/// <summary>
/// A synthetic job as it travels through the queue. It belongs to no tenant and has no row in the job ledger, so it must
/// not be read as a <see cref="JobEnvelope"/>: a release that does not know it drops it and parks nothing.
/// </summary>
internal sealed record ProbeEnvelope(Guid Probe)
{
    public string Write() => JsonSerializer.Serialize(this, JobJson.Default.ProbeEnvelope);

    /// <returns>Null for anything else.</returns>
    public static ProbeEnvelope? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, JobJson.Default.ProbeEnvelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
