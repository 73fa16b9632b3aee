using LeakWatch.Core;
using LeakWatch.Core.Leaks;
using LeakWatch.Core.Ledger;
using LeakWatch.Data;
using LeakWatch.Documents;
using LeakWatch.Jobs;
using LeakWatch.Shops;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Leaks;

/// <summary>
/// One run for a shop: takes every document that waits, looks at the ledger, matches what it finds with what is known, saves. One at a time for a
/// shop: the job's row is its lease, and whoever asks meanwhile makes it run again.
/// </summary>
internal sealed partial class DetectLeaksJob(TimeProvider time, ILogger<DetectLeaksJob> logger) : IJob
{
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var taken = await TakeAsync(run, cancellationToken);
        var (shop, context, known, invoices) = await LoadAsync(run, cancellationToken);
        if (shop is null)
        {
            return;
        }

        var now = time.GetUtcNow();
        var asOf = DetectionContextQuery.AsOf(shop, now);
        var ledger = ShopLedger.Prepare(invoices, FindingLifecycle.Remember(context, known), asOf);
        var result = ledger.Result();
        var detection = new DetectionRun(result, asOf, now) { Files = invoices.Select(invoice => invoice.Source.FileName).ToHashSet(StringComparer.Ordinal) };
        var rates = new ExchangeTable(context.Fx);

        await using var unit = await run.BeginAsync(cancellationToken);
        var rows = await FindingRows.LoadAsync(unit.Db, shop.Id, cancellationToken);
        var changes = FindingMatching.Match(rows.Values.Select(FindingRows.ToKnown), detection);
        foreach (var change in changes)
        {
            var amount = SortAmount(change.After.Finding, rates, shop, asOf);
            if (change.Before is { } before)
            {
                FindingRows.Write(unit.Db, rows[before.Case], change.After, amount, now);
            }
            else
            {
                FindingRows.Add(unit.Db, shop.Id, change.After, amount, now);
            }
        }

        await ShopFigureRows.SaveAsync(unit, shop, ledger, rates, asOf, cancellationToken);
        await unit.Db.SaveChangesAsync(cancellationToken);
        await FinishAsync(unit.Db, run.ShopId, taken, cancellationToken);
        await ShopSummaries.RefreshAsync(unit, shop, asOf, now, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        Log.Detected(logger, shop.Id, invoices.Count, changes.Count);
    }

    public async Task GiveUpAsync(JobRun run, Exception? reason, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken);
        var error = new Error(ErrorKind.Conflict, "DETECTION_FAILED", "The document was read, but looking for leaks failed; nothing is lost, try again in a while.");
        foreach (var version in await unit.Db.DocumentVersions.Where(version => version.ShopId == run.ShopId && version.State == DocumentState.Detecting).ToListAsync(cancellationToken))
        {
            version.Failed(error, time.GetUtcNow());
        }

        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>The documents that this run brings to their end; one that comes later asks for another run.</summary>
    private async Task<List<Guid>> TakeAsync(JobRun run, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var unit = await run.BeginAsync(cancellationToken);
        var waiting = unit.Db.DocumentVersions.Where(version => version.ShopId == run.ShopId && (version.State == DocumentState.Normalized || version.State == DocumentState.Detecting));
        await waiting.ExecuteUpdateAsync(version => version.SetProperty(row => row.State, DocumentState.Detecting).SetProperty(row => row.DetectingAt, now), cancellationToken);
        var taken = await waiting.Select(version => version.Id).ToListAsync(cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return taken;
    }

    private static async Task<(Shop? Shop, DetectionContext Context, List<KnownFinding> Known, List<Core.Invoices.NormalizedInvoice> Invoices)> LoadAsync(
        JobRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.Database.BeginAsync(run.OrganizationId, cancellationToken);
        if (await unit.Db.Shops.AsNoTracking().SingleOrDefaultAsync(shop => shop.Id == run.ShopId, cancellationToken) is not { } shop)
        {
            return (null, new(), [], []);
        }

        var context = await DetectionContextQuery.LoadAsync(unit.Db, shop, cancellationToken);
        var known = await unit.Db.Findings.AsNoTracking().Where(finding => finding.ShopId == shop.Id).OrderBy(finding => finding.Id).ToListAsync(cancellationToken);
        return (shop, context, [.. known.Select(FindingRows.ToKnown)], await ShopLedgerQuery.LoadAsync(unit, shop.Id, cancellationToken));
    }

    /// <summary>Containers end with their parts, the others now.</summary>
    private async Task FinishAsync(LeakWatchDb db, Guid shopId, List<Guid> taken, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.DocumentVersions
            .Where(version => taken.Contains(version.Id) && version.State == DocumentState.Detecting)
            .Where(version => !db.Documents.Any(part => part.ParentDocumentId == version.DocumentId))
            .ExecuteUpdateAsync(version => version.SetProperty(row => row.State, DocumentState.Done).SetProperty(row => row.EndedAt, now), cancellationToken);
        await DocumentParts.FinishContainersAsync(db, shopId, now, cancellationToken);
    }

    private static decimal SortAmount(Finding finding, ExchangeTable rates, Shop shop, DateOnly asOf) =>
        finding is { Amount: { } amount, Currency: { } currency } && rates.Convert(amount, currency, shop.Currency, asOf) is { } converted ? converted : 0m;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Detection of shop {ShopId}: {Invoices} invoices, {Changes} findings changed.")]
        public static partial void Detected(ILogger logger, Guid shopId, int invoices, int changes);
    }
}
