using LeakWatch.Core;
using LeakWatch.Data;
using LeakWatch.Jobs;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Documents;

/// <summary>From the failed step on: by the person who uploaded it, or by an operator who lets a stopped job run again.</summary>
internal static class DocumentRetries
{
    public static async Task<Result<DocumentVersion>> RetryAsync(TenantTransaction unit, DocumentVersion version, CancellationToken cancellationToken)
    {
        var retried = version.Retried();
        if (!retried.IsOk)
        {
            return retried;
        }

        await unit.Db.SaveChangesAsync(cancellationToken);
        await JobStore.ForgetStoppedAsync(unit, version.Id, cancellationToken);
        if (version.State is DocumentState.Normalized)
        {
            await Pipeline.LedgerChanged(unit, version.ShopId, version.CorrelationId, cancellationToken);
        }
        else
        {
            await Pipeline.DocumentUploaded(unit, version, cancellationToken);
        }

        return version;
    }

    /// <summary>A job that had failed for good said so at its documents; running again, it needs them as they were.</summary>
    public static async Task OfJobAsync(LeakWatchDb db, JobEnvelope job, CancellationToken cancellationToken)
    {
        var subject = job.Ids.SubjectId;
        var failed = await db.DocumentVersions
            .Where(version => version.Id == subject || (version.ShopId == subject && version.State == DocumentState.DetectionFailed)).ToListAsync(cancellationToken);
        foreach (var version in failed)
        {
            version.Retried();
        }
    }
}
