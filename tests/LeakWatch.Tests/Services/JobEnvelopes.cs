using LeakWatch.Data;
using LeakWatch.Jobs;

namespace LeakWatch.Tests.Services;

internal static class JobEnvelopes
{
    extension(Job job)
    {
        /// <summary>As the queue would deliver it.</summary>
        public JobEnvelope Envelope => new(job.Name, job.Version, job.OrganizationId, job.ShopId, new(job.Id, job.SubjectId), job.CorrelationId);
    }
}
