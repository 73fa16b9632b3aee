using LeakWatch.Core;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Shops;

/// <summary>What the shop knows and its documents do not. Each change is looked at by the next detection run.</summary>
internal static class FactsApi
{
    public static void MapFacts(this IEndpointRouteBuilder routes)
    {
        var facts = routes.MapGroup("/v1/shops/{shopId:guid}/facts").RequireShop().WithTags("Facts");
        facts.MapGet("/", ListFacts).WithName("listFacts").WithSummary("What the shop has told us, the newest first.");
        facts.MapAdd<Cancellation>("/cancellations", FactKind.Cancellation, FactRules.Check).WithName("addCancellation").WithSummary("A subscription was cancelled.");
        facts.MapAdd<InstalledAppsSnapshot>("/installed-apps", FactKind.InstalledApps, FactRules.Check)
            .WithName("addInstalledApps").WithSummary("Which apps are installed on a day, and which were removed when.");
        facts.MapPost("/installed-apps/paste", PasteInstalledApps).WithName("pasteInstalledApps").WithSummary("The same from a pasted list or CSV: one app a line, as of today.");
        facts.MapAdd<PromisedCredit>("/promised-credits", FactKind.PromisedCredit, FactRules.Check).WithName("addPromisedCredit").WithSummary("A vendor promised a credit.");
        facts.MapAdd<ContextTerm>("/terms", FactKind.Term, FactRules.Check).WithName("addTerm").WithSummary("A term that no document here states, such as a price announced by mail.");
        facts.MapAdd<Wanted>("/wanted", FactKind.Wanted, FactRules.Check).WithName("addWanted").WithSummary("\"This is normal\": findings of a type at a vendor are not shown.");
        facts.MapDelete("/{factId:guid}", DeleteFact).WithName("deleteFact").WithSummary("Takes a fact back.");
    }

    private static RouteHandlerBuilder MapAdd<TFact>(this RouteGroupBuilder facts, string path, FactKind kind, Func<TFact, Error?> check)
        where TFact : notnull =>
        facts.MapPost(path, (Guid shopId, TFact fact, FactChanges changes, Caller caller, CancellationToken cancellationToken) =>
            changes.AddAsync(caller, shopId, kind, fact, check(fact), cancellationToken));

    private static async Task<Results<Ok<Page<FactView>>, ProblemHttpResult>> ListFacts(
        Guid shopId, [AsParameters] PageQuery query, EnumQuery<FactKind>[]? kind, Caller caller, TenantDatabase database, CancellationToken cancellationToken)
    {
        var cursor = Paging.ReadId(query.Cursor);
        if (!cursor.IsOk)
        {
            return TypedResults.Problem(cursor.Error);
        }

        await using var db = database.OpenToRead(caller.OrganizationId);
        var facts = db.Facts.AsNoTracking().Where(fact => fact.ShopId == shopId && fact.Kind != FactKind.ReviewAnswer);
        if (kind.Values() is { } kinds)
        {
            facts = facts.Where(fact => kinds.Contains(fact.Kind));
        }

        if (cursor.Value is { } after)
        {
            facts = facts.Where(fact => EF.Functions.LessThan(ValueTuple.Create(fact.Id), ValueTuple.Create(after)));
        }

        var rows = await facts.OrderByDescending(fact => fact.Id).Take(query.Size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Page<FactView>.Of(rows, query.Size, FactView.Of, row => Paging.Write(row.Id.ToString())));
    }

    private static async Task<Results<Created<FactView>, Ok<FactView>, ProblemHttpResult>> PasteInstalledApps(
        Guid shopId, PastedApps request, FactChanges changes, TenantDatabase database, TimeProvider time, Caller caller, CancellationToken cancellationToken)
    {
        var shop = await database.ReadAsync(caller.OrganizationId, db => db.Shops.AsNoTracking().SingleAsync(one => one.Id == shopId, cancellationToken));
        var snapshot = new InstalledAppsSnapshot { SyncedAt = request.SyncedAt ?? DetectionContextQuery.AsOf(shop, time.GetUtcNow()), Apps = FactRules.AppsOf(request.Text) };
        return await changes.AddAsync(caller, shopId, FactKind.InstalledApps, snapshot, FactRules.Check(snapshot), cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteFact(
        Guid shopId, Guid factId, FactChanges changes, Caller caller, CancellationToken cancellationToken) =>
        await changes.DeleteAsync(caller, shopId, factId, cancellationToken) is { } error ? TypedResults.Problem(error) : TypedResults.NoContent();
}

/// <summary>Adds and takes back facts: checked, saved, and looked at by the next detection run.</summary>
internal sealed class FactChanges(TenantDatabase database, Pipeline pipeline, TimeProvider time)
{
    public async Task<Results<Created<FactView>, Ok<FactView>, ProblemHttpResult>> AddAsync<TFact>(
        Caller caller, Guid shopId, FactKind kind, TFact fact, Error? wrong, CancellationToken cancellationToken)
        where TFact : notnull
    {
        if (wrong is not null)
        {
            return TypedResults.Problem(wrong);
        }

        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        var (row, isNew) = await FactRows.AddAsync(unit.Db, caller, shopId, kind, fact, time.GetUtcNow(), cancellationToken);
        if (!isNew)
        {
            return TypedResults.Ok(FactView.Of(row));
        }

        await CommitAsync(unit, caller, shopId, cancellationToken);
        return TypedResults.Created($"/v1/shops/{shopId}/facts/{row.Id}", FactView.Of(row));
    }

    public async Task<Error?> DeleteAsync(Caller caller, Guid shopId, Guid factId, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        if (await unit.Db.Facts.SingleOrDefaultAsync(fact => fact.ShopId == shopId && fact.Id == factId, cancellationToken) is not { } row)
        {
            return ErrorResults.NotFound;
        }

        unit.Db.Remove(row);
        AuditLog.Add(unit.Db, caller, shopId, "fact.removed", factId, time.GetUtcNow(), new Dictionary<string, string> { ["kind"] = ScreamingSnakeText<FactKind>.Write(row.Kind) });
        await CommitAsync(unit, caller, shopId, cancellationToken);
        return null;
    }

    private async Task CommitAsync(TenantTransaction unit, Caller caller, Guid shopId, CancellationToken cancellationToken)
    {
        await Pipeline.ContextChanged(unit, shopId, Guid.CreateVersion7(), cancellationToken);
        await unit.CommitAsync(cancellationToken);
        await pipeline.AnnounceAsync(caller.OrganizationId, shopId, cancellationToken);
    }
}

/// <param name="Text">One app a line; of a CSV the first column.</param>
/// <param name="SyncedAt">The day on which this was true; today in the shop's zone when absent.</param>
public sealed record PastedApps(string Text, DateOnly? SyncedAt = null);

/// <summary>One of the parts is set: the one that <paramref name="Kind"/> names.</summary>
internal sealed record FactView(
    Guid Id, FactKind Kind, string CreatedBy, DateTimeOffset CreatedAt,
    Cancellation? Cancellation = null, InstalledAppsSnapshot? InstalledApps = null, PromisedCredit? PromisedCredit = null, ContextTerm? Term = null, Wanted? Wanted = null)
{
    public static FactView Of(Fact row)
    {
        var view = new FactView(row.Id, row.Kind, row.CreatedBy, row.CreatedAt);
        return row.Kind switch
        {
            FactKind.Cancellation => view with { Cancellation = FactRows.Read<Cancellation>(row) },
            FactKind.InstalledApps => view with { InstalledApps = FactRows.Read<InstalledAppsSnapshot>(row) },
            FactKind.PromisedCredit => view with { PromisedCredit = FactRows.Read<PromisedCredit>(row) },
            FactKind.Term => view with { Term = FactRows.Read<ContextTerm>(row) },
            FactKind.Wanted => view with { Wanted = FactRows.Read<Wanted>(row) },
            FactKind.ReviewAnswer => view,
        };
    }
}
