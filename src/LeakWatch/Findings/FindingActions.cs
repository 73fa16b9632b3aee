using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Jobs;
using LeakWatch.Shops;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Findings;

/// <summary>What a person does to findings: loaded under their locks, decided by <see cref="FindingLifecycle"/>, saved with an audit entry and a new summary.</summary>
internal sealed class FindingActions(TenantDatabase database, Pipeline pipeline, TimeProvider time)
{
    /// <param name="decide">The move; what it refuses changes nothing.</param>
    /// <param name="action">For the audit log.</param>
    /// <param name="changesDetection">Whether the next run must know of it.</param>
    public async Task<Result<StoredFinding>> MoveAsync(
        Caller caller, Guid shopId, Guid findingId, string action, bool changesDetection, Func<KnownFinding, DateTimeOffset, Result<KnownFinding>> decide, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        await ContextChangedAsync(unit, shopId, changesDetection, cancellationToken);
        var moved = await OneAsync(unit, caller, shopId, findingId, action, decide, cancellationToken);
        if (!moved.IsOk)
        {
            return moved;
        }

        await CommitAsync(unit, shopId, cancellationToken);
        await AnnounceAsync(caller, shopId, changesDetection, cancellationToken);
        return moved;
    }

    /// <summary>Dismisses; with <paramref name="remember"/> the shop also keeps a rule for the vendor and type, which the next run applies to the others.</summary>
    public async Task<Result<StoredFinding>> DismissAsync(
        Caller caller, Guid shopId, Guid findingId, StateReason reason, string? note, bool remember, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        await ContextChangedAsync(unit, shopId, remember, cancellationToken);
        Wanted? rule = null;
        var moved = await OneAsync(unit, caller, shopId, findingId, "finding.dismissed", (known, at) =>
            FindingLifecycle.Dismiss(known, reason, note, at).Then(dismissed => remember ? FindingLifecycle.RuleOf(known.Finding).Then<KnownFinding>(one =>
            {
                rule = one;
                return dismissed;
            }) : dismissed), cancellationToken);
        if (!moved.IsOk)
        {
            return moved;
        }

        if (rule is not null)
        {
            await FactRows.AddAsync(unit.Db, caller, shopId, FactKind.Wanted, rule, time.GetUtcNow(), cancellationToken);
        }

        await CommitAsync(unit, shopId, cancellationToken);
        await AnnounceAsync(caller, shopId, remember, cancellationToken);
        return moved;
    }

    /// <summary>Each on its own: one that is closed already does not keep the others open. In the order of their ids, so that two never wait for each other.</summary>
    public async Task<IReadOnlyList<(Guid Id, Error? Refusal)>> DismissAllAsync(
        Caller caller, Guid shopId, IReadOnlyCollection<Guid> findingIds, StateReason reason, string? note, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        var results = new List<(Guid, Error?)>();
        foreach (var id in findingIds.Distinct().Order())
        {
            var moved = await OneAsync(unit, caller, shopId, id, "finding.dismissed", (known, at) => FindingLifecycle.Dismiss(known, reason, note, at), cancellationToken);
            results.Add((id, moved.Error));
        }

        await CommitAsync(unit, shopId, cancellationToken);
        return results;
    }

    private async Task<Result<StoredFinding>> OneAsync(
        TenantTransaction unit, Caller caller, Guid shopId, Guid findingId, string action, Func<KnownFinding, DateTimeOffset, Result<KnownFinding>> decide, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await FindingRows.FindAsync(unit.Db, shopId, findingId, cancellationToken) is not { } row)
        {
            return ErrorResults.NotFound;
        }

        var decided = decide(FindingRows.ToKnown(row), now);
        if (!decided.IsOk)
        {
            return decided.Error;
        }

        FindingRows.Move(row, decided.Value, now);
        AuditLog.Add(unit.Db, caller, shopId, action, findingId, now, new Dictionary<string, string>
        {
            ["reason"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(decided.Value.Reason.ToString()),
        });
        return row;
    }

    /// <summary>First of all, before a finding is held: detection takes its job before the findings too, else each would wait for the other.</summary>
    private static Task ContextChangedAsync(TenantTransaction unit, Guid shopId, bool changesDetection, CancellationToken cancellationToken) =>
        changesDetection ? Pipeline.ContextChanged(unit, shopId, Guid.CreateVersion7(), cancellationToken) : Task.CompletedTask;

    private async Task CommitAsync(TenantTransaction unit, Guid shopId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await unit.Db.SaveChangesAsync(cancellationToken);
        var shop = await unit.Db.Shops.AsNoTracking().SingleAsync(one => one.Id == shopId, cancellationToken);
        await ShopSummaries.RefreshAsync(unit, shop, DetectionContextQuery.AsOf(shop, now), now, cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }

    private Task AnnounceAsync(Caller caller, Guid shopId, bool changesDetection, CancellationToken cancellationToken) =>
        changesDetection ? pipeline.AnnounceAsync(caller.OrganizationId, shopId, cancellationToken) : Task.CompletedTask;
}
