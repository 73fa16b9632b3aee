using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeakWatch.Jobs;

/// <summary>What travels through the queue: names and ids, never content. A contract between releases; tests keep examples as files.</summary>
/// <param name="Version">Of the job's meaning: a release runs those it knows and parks the rest.</param>
/// <param name="CorrelationId">The id of the chain's first request; every log line of the chain carries it.</param>
internal sealed record JobEnvelope(string Name, int Version, Guid OrganizationId, Guid? ShopId, JobIds Ids, Guid CorrelationId)
{
    /// <summary>What every log line about this job carries.</summary>
    public Dictionary<string, object?> LogScope() => new(StringComparer.Ordinal)
    {
        ["correlation_id"] = CorrelationId,
        ["job_id"] = Ids.JobId,
        ["organization_id"] = OrganizationId,
        ["shop_id"] = ShopId,
    };

    public string Write() => JsonSerializer.Serialize(this, JobJson.Default.JobEnvelope);

    /// <returns>Null for what is no envelope at all.</returns>
    public static JobEnvelope? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, JobJson.Default.JobEnvelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="JobId">The row of this unit of work.</param>
/// <param name="SubjectId">What it is about: a document version, a shop.</param>
internal sealed record JobIds(Guid JobId, Guid SubjectId);

/// <remarks>A member that a later release added is skipped: the version says when the meaning changed.</remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(JobEnvelope))]
[JsonSerializable(typeof(ProbeEnvelope))]
internal sealed partial class JobJson : JsonSerializerContext;
