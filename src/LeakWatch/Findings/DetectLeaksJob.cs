using LeakWatch.Core;
using LeakWatch.Core.Detection;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Ledger;
using LeakWatch.Data;
using LeakWatch.Documents;
using LeakWatch.Jobs;
using LeakWatch.Observability;
using LeakWatch.Shops;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Findings;

/// <summary>
/// One run for a shop: takes every document that waits, looks at the vendors that changed, matches what it finds with what is known, saves. One at a time for a
/// shop: the job's row is its lease, and whoever asks meanwhile makes it run again.
/// </summary>
internal sealed partial class DetectLeaksJob(TimeProvider time, ILogger<DetectLeaksJob> logger) : IJob
{
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var taken = await ClaimDocumentsAsync(run, cancellationToken);
        var now = time.GetUtcNow();
        var plan = await PlanAsync(run, now, cancellationToken);
        if (plan is null)
        {
            return;
        }

        foreach (var chunk in plan.Chunks)
        {
            await DetectChunkAsync(run, plan, chunk, now, cancellationToken);
        }

        await using var unit = await run.BeginAsync(cancellationToken);
        await DetectionProgress.RemoveAsync(unit.Db, plan.Gone, cancellationToken);
        if (plan.IsWhole)
        {
            await DetectionProgress.MarkWholeShopDetectedAsync(unit.Db, plan.Shop.Id, plan.ContextChanges, plan.AsOf, cancellationToken);
        }

        var done = await CompleteAsync(unit.Db, run.ShopId, taken, cancellationToken);
        await ShopSummaries.RefreshAsync(unit, plan.Shop, plan.AsOf, now, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        foreach (var (version, correlation) in done)
        {
            // One run ends many chains; each is followed by its own id.
            using var chain = logger.BeginScope(new Dictionary<string, object?> { ["correlation_id"] = correlation });
            Log.Done(logger, version);
        }

        Log.Detected(logger, plan.Shop.Id, plan.IsWhole, plan.Chunks.Count, plan.Names.Count);
    }

    private static async Task<DetectionPlan?> PlanAsync(JobRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var unit = await run.Database.BeginAsync(run.OrganizationId, cancellationToken);
        return await DetectionPlan.LoadAsync(unit.Db, run.ShopId, now, cancellationToken);
    }

    private static async Task<(List<KnownFinding> Known, List<Core.Invoices.NormalizedInvoice> Invoices)> LoadAsync(
        JobRun run, Guid shopId, DetectionChunk chunk, string[] keys, CancellationToken cancellationToken)
    {
        await using var unit = await run.Database.BeginAsync(run.OrganizationId, cancellationToken);
        var known = await unit.Db.Findings.AsNoTracking().Where(finding => finding.ShopId == shopId && keys.Contains(finding.VendorKey)).OrderBy(finding => finding.Id).ToListAsync(cancellationToken);
        return (known.ConvertAll(FindingRows.ToKnown), await ShopLedgerQuery.LoadAsync(unit, shopId, [.. chunk.Names.Select(name => name.Row.Id)], cancellationToken));
    }

    /// <summary>Looks at some vendors with all their documents, and saves what became of their findings and figures.</summary>
    private static async Task DetectChunkAsync(JobRun run, DetectionPlan plan, DetectionChunk chunk, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shop = plan.Shop;
        var keys = chunk.VendorKeys.ToArray();
        var (known, invoices) = await LoadAsync(run, shop.Id, chunk, keys, cancellationToken);
        var ledger = LeakDetector.Prepare(invoices, FindingLifecycle.Remember(plan.Context, known), plan.AsOf, names: plan.Names);
        var detection = new DetectionRun(ledger.Result(), plan.AsOf, now)
        {
            Vendors = chunk.VendorKeys,
            Files = invoices.Select(invoice => invoice.Source.FileName).ToHashSet(StringComparer.Ordinal),
        };
        var rates = new ExchangeTable(plan.Context.Fx);

        await using var unit = await run.BeginAsync(cancellationToken);
        var rows = await FindingRows.LoadAsync(unit.Db, shop.Id, keys, cancellationToken);
        foreach (var change in FindingMatching.Match(rows.Values.Select(FindingRows.ToKnown), detection))
        {
            var amount = SortAmount(change.After.Finding, rates, shop, plan.AsOf);
            if (change.Before is { } before)
            {
                FindingRows.Write(unit.Db, rows[before.Case], change.After, amount, now);
            }
            else
            {
                FindingRows.Add(unit.Db, shop.Id, change.After, amount, now);
            }
        }

        await ShopFigureRows.SaveAsync(unit, shop, keys, ledger, rates, plan.AsOf, cancellationToken);
        await DetectionProgress.MarkDetectedAsync(unit.Db, chunk.Names, cancellationToken);
        await unit.Db.SaveChangesAsync(cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    public async Task GiveUpAsync(JobRun run, Exception? reason, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken);
        var error = new Error(ErrorKind.Conflict, "DETECTION_FAILED", "The document was read, but looking for leaks failed; nothing is lost, try again in a while.");
        foreach (var version in await unit.Db.DocumentVersions.Where(version => version.ShopId == run.ShopId && version.State == DocumentState.Detecting).ToListAsync(cancellationToken))
        {
            version.Failed(error, time.GetUtcNow());
        }

        // What came after the last attempt had begun was never looked at, and the claim that gives up has forgotten that it was asked for.
        if (reason is null && await unit.Db.DocumentVersions.AnyAsync(version => version.ShopId == run.ShopId && version.State == DocumentState.Normalized, cancellationToken))
        {
            await Pipeline.LedgerChanged(unit, run.ShopId, run.CorrelationId, cancellationToken);
        }

        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>The documents that this run brings to their end; one that comes later asks for another run.</summary>
    private async Task<List<Guid>> ClaimDocumentsAsync(JobRun run, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var unit = await run.BeginAsync(cancellationToken);
        var waiting = unit.Db.DocumentVersions.Where(version => version.ShopId == run.ShopId && (version.State == DocumentState.Normalized || version.State == DocumentState.Detecting));
        await waiting.ExecuteUpdateAsync(version => version.SetProperty(row => row.State, DocumentState.Detecting).SetProperty(row => row.DetectingAt, now), cancellationToken);
        var taken = await waiting.Select(version => version.Id).ToListAsync(cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return taken;
    }

    /// <summary>Containers end with their parts, the others now.</summary>
    /// <returns>The versions that are DONE, with the id of their chain.</returns>
    private async Task<List<(Guid Version, Guid Correlation)>> CompleteAsync(LeakWatchDb db, Guid shopId, List<Guid> taken, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var done = await db.DocumentVersions
            .Where(version => taken.Contains(version.Id) && version.State == DocumentState.Detecting)
            .Where(version => !db.Documents.Any(part => part.ParentDocumentId == version.DocumentId))
            .ExecuteUpdateAsync(version => version.SetProperty(row => row.State, DocumentState.Done).SetProperty(row => row.EndedAt, now), cancellationToken);
        Telemetry.DocumentsReached(ScreamingSnakeText<DocumentState>.Write(DocumentState.Done), done);
        await DocumentParts.FinishContainersAsync(db, shopId, now, cancellationToken);
        return await db.DocumentVersions.Where(version => taken.Contains(version.Id) && version.State == DocumentState.Done)
            .Select(version => new ValueTuple<Guid, Guid>(version.Id, version.CorrelationId)).ToListAsync(cancellationToken);
    }

    private static decimal SortAmount(Finding finding, ExchangeTable rates, Shop shop, DateOnly asOf) =>
        finding is { Amount: { } amount, Currency: { } currency } && rates.Convert(amount, currency, shop.Currency, asOf) is { } converted ? converted : 0m;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Version {VersionId} is DONE.")]
        public static partial void Done(ILogger logger, Guid versionId);

        [LoggerMessage(Level = LogLevel.Information, Message = "Detection of shop {ShopId} (whole: {IsWhole}): {Chunks} chunks of a ledger of {Names} names looked at.")]
        public static partial void Detected(ILogger logger, Guid shopId, bool isWhole, int chunks, int names);
    }
}
