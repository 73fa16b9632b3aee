using System.ComponentModel.DataAnnotations;
using LeakWatch.Core;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Data;
using LeakWatch.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Findings;

/// <summary>What was found, and what a person decides about it.</summary>
internal static class LeaksApi
{
    public static void MapLeaks(this IEndpointRouteBuilder routes)
    {
        var findings = routes.MapGroup("/v1/shops/{shopId:guid}/findings").RequireShop().LocalizeResponse().WithTags("Findings");
        findings.MapGet("/", ListFindings).WithName("listFindings").WithSummary("Lists findings, the open ones with the most money first.");
        findings.MapGet("/{findingId:guid}", GetFinding).WithName("getFinding").WithSummary("Everything a finding says, with its evidence.");
        findings.MapPost("/dismiss", DismissFindings).WithName("dismissFindings").WithSummary("Dismisses up to 200 findings; says of each whether it was.");
        findings.MapPost("/{findingId:guid}/dismiss", DismissFinding).WithName("dismissFinding").WithSummary("Marks a finding as not a leak; can be remembered for vendor and type.");
        findings.MapPost("/{findingId:guid}/resolve", ResolveFinding).WithName("resolveFinding").WithSummary("Marks a finding as settled.");
        findings.MapPost("/{findingId:guid}/reopen", ReopenFinding).WithName("reopenFinding").WithSummary("Takes a dismissal, a resolution or an answer back.");
        findings.MapPost("/{findingId:guid}/answer", AnswerFinding).WithName("answerFinding").WithSummary("Answers the question of a finding in REVIEW.");
    }

    private static async Task<Results<Ok<FindingListView>, ProblemHttpResult>> ListFindings(
        Guid shopId, [AsParameters] FindingListQuery query, Caller caller, Reader reader, TenantDatabase database, CancellationToken cancellationToken)
    {
        var list = FindingQuery.Of(caller.OrganizationId, shopId, query, reader.Language);
        if (!list.IsOk)
        {
            return TypedResults.Problem(list.Error);
        }

        return TypedResults.Ok(await database.ReadAsync(caller.OrganizationId, [FindingCounts.Command(caller.OrganizationId, shopId), list.Value.Command], async answers =>
        {
            var counts = await FindingCounts.ReadAsync(answers, cancellationToken);
            await answers.NextResultAsync(cancellationToken);
            var page = await list.Value.ReadAsync(answers, cancellationToken);
            return new FindingListView([.. page.Items.Select(row => FindingListItem.Of(row, reader.Language))], page.NextCursor, counts);
        }, cancellationToken));
    }

    private static async Task<Results<OkWithETag<FindingView>, ProblemHttpResult>> GetFinding(
        Guid shopId, Guid findingId, Caller caller, Reader reader, TenantDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.OpenToRead(caller.OrganizationId);
        return await db.Findings.AsNoTracking().SingleOrDefaultAsync(finding => finding.ShopId == shopId && finding.Id == findingId, cancellationToken) is { } row
            ? new OkWithETag<FindingView>(await FindingView.OfAsync(db, row, reader.Language, cancellationToken))
            : TypedResults.Problem(ErrorResults.NotFound);
    }

    private static async Task<Results<Ok<FindingView>, ProblemHttpResult>> DismissFinding(
        Guid shopId, Guid findingId, DismissRequest request, Caller caller, Reader reader, FindingActions moves, TenantDatabase database, CancellationToken cancellationToken) =>
        await AnswerAsync(await moves.DismissAsync(caller, shopId, findingId, request.Reason, request.Note, request.Remember, cancellationToken), reader, database, cancellationToken);

    private static async Task<Results<Ok<DismissedView>, ProblemHttpResult>> DismissFindings(
        Guid shopId, DismissAllRequest request, Caller caller, FindingActions moves, CancellationToken cancellationToken)
    {
        var results = await moves.DismissAllAsync(caller, shopId, request.FindingIds, request.Reason, request.Note, cancellationToken);
        return results.FirstOrDefault(result => result.Refusal is { Code: "VALIDATION_ERROR" }).Refusal is { } wrong
            ? TypedResults.Problem(wrong)
            : TypedResults.Ok(new DismissedView(
                [.. results.Where(result => result.Refusal is null).Select(result => result.Id)],
                [.. results.Where(result => result.Refusal is not null).Select(result => new RefusalView(result.Id, result.Refusal!.Code, result.Refusal.Message))]));
    }

    private static async Task<Results<Ok<FindingView>, ProblemHttpResult>> ResolveFinding(
        Guid shopId, Guid findingId, ResolveRequest request, Caller caller, Reader reader, FindingActions moves, TenantDatabase database, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await moves.MoveAsync(caller, shopId, findingId, "finding.resolved", changesDetection: false, (known, at) => FindingLifecycle.Resolve(known, request.Note, at), cancellationToken),
            reader, database, cancellationToken);

    private static async Task<Results<Ok<FindingView>, ProblemHttpResult>> ReopenFinding(
        Guid shopId, Guid findingId, Caller caller, Reader reader, FindingActions moves, TenantDatabase database, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await moves.MoveAsync(caller, shopId, findingId, "finding.reopened", changesDetection: true, FindingLifecycle.Reopen, cancellationToken), reader, database, cancellationToken);

    private static async Task<Results<Ok<FindingView>, ProblemHttpResult>> AnswerFinding(
        Guid shopId, Guid findingId, AnswerRequest request, Caller caller, Reader reader, FindingActions moves, TenantDatabase database, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await moves.MoveAsync(caller, shopId, findingId, "finding.answered", changesDetection: true,
                (known, at) => FindingLifecycle.Answer(known, new ReviewAnswer { Finding = known.Case, Answer = request.Answer, Value = request.Value, On = request.On }, at), cancellationToken),
            reader, database, cancellationToken);

    private static async Task<Results<Ok<FindingView>, ProblemHttpResult>> AnswerAsync(Result<StoredFinding> moved, Reader reader, TenantDatabase database, CancellationToken cancellationToken)
    {
        if (!moved.IsOk)
        {
            return TypedResults.Problem(moved.Error);
        }

        await using var unit = await database.BeginAsync(moved.Value.OrganizationId, cancellationToken);
        return TypedResults.Ok(await FindingView.OfAsync(unit.Db, moved.Value, reader.Language, cancellationToken));
    }
}

/// <param name="Reason">NOT_A_LEAK, NORMAL, TOO_SMALL or OTHER; OTHER needs a note.</param>
/// <param name="Remember">"This is normal": the same type at the same vendor is not shown any more, until the rule is removed.</param>
public sealed record DismissRequest(StateReason Reason, [property: StringLength(FindingLifecycle.LongestNote)] string? Note = null, bool Remember = false);

public sealed record DismissAllRequest(
    [property: MinLength(1), MaxLength(200)] IReadOnlyList<Guid> FindingIds, StateReason Reason, [property: StringLength(FindingLifecycle.LongestNote)] string? Note = null);

public sealed record ResolveRequest([property: StringLength(FindingLifecycle.LongestNote)] string? Note = null);

/// <param name="Value">The option's own value, or the currency that was entered.</param>
/// <param name="On">The day that was entered.</param>
public sealed record AnswerRequest(AnswerId Answer, [property: StringLength(300)] string? Value = null, DateOnly? On = null);
