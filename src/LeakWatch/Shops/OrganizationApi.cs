using System.ComponentModel.DataAnnotations;
using LeakWatch.Core;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Invoices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Shops;

/// <summary>Who is signed in, and what holds for the whole organisation.</summary>
internal static class OrganizationApi
{
    public static void MapOrganization(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/v1/me").RequireOrganization().WithTags("Organization").MapGet("/", GetMe).WithName("getMe").WithSummary("Who is signed in, as what, and for which stores.");

        var organization = routes.MapGroup("/v1/organization").RequireOrganization().WithTags("Organization");
        organization.MapGet("/", GetOrganization).WithName("getOrganization").WithSummary("Plan and settings.");
        organization.MapPatch("/", ChangeOrganization).RequireStoreTeam().WithName("changeOrganization").WithSummary("Changes settings; what is absent stays. Takes the ETag as If-Match.");
        organization.MapGet("/usage", GetUsage).WithName("getUsage").WithSummary("What of the plan's limits is used.");
        organization.MapOrganizationVendors();
    }

    private static async Task<Ok<MeView>> GetMe(Caller caller, TenantDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.OpenToRead(caller.OrganizationId);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellationToken);
        var shops = await ShopsApi.Visible(db, caller).OrderBy(shop => shop.Id).Select(shop => ShopView.Of(shop)).ToListAsync(cancellationToken);
        return TypedResults.Ok(new MeView(caller.Actor, caller.Role, OrganizationView.Of(organization), shops));
    }

    private static async Task<OkWithETag<OrganizationView>> GetOrganization(Caller caller, TenantDatabase database, CancellationToken cancellationToken) =>
        new(OrganizationView.Of(await database.ReadAsync(caller.OrganizationId, db => db.Organizations.AsNoTracking().SingleAsync(cancellationToken))));

    private static async Task<Results<OkWithETag<OrganizationView>, ProblemHttpResult>> ChangeOrganization(
        ChangeOrganizationRequest request, HttpContext context, Caller caller, TenantDatabase database, TimeProvider time, CancellationToken cancellationToken)
    {
        if (SettingsRules.Check(request) is { } wrong)
        {
            return TypedResults.Problem(wrong);
        }

        await using var unit = await database.BeginAsync(caller.OrganizationId, cancellationToken);
        var organization = await unit.Db.Organizations.FromSql($"select * from leakwatch.organizations for update").SingleAsync(cancellationToken);
        if (ETags.Check(context, OrganizationView.Of(organization)) is { } stale)
        {
            return TypedResults.Problem(stale);
        }

        organization.Name = request.Name?.Trim() ?? organization.Name;
        organization.LanguageModelEnabled = request.LanguageModelEnabled ?? organization.LanguageModelEnabled;
        organization.VisionEnabled = request.VisionEnabled ?? organization.VisionEnabled;
        organization.LanguageModelDailyBudget = request.LanguageModelDailyBudget ?? organization.LanguageModelDailyBudget;
        organization.RetentionDays = request.RetentionDays ?? organization.RetentionDays;
        AuditLog.Add(unit.Db, caller, null, "organization.changed", organization.Id, time.GetUtcNow());
        await unit.CommitAsync(cancellationToken);
        return new OkWithETag<OrganizationView>(OrganizationView.Of(organization));
    }

    private static async Task<Ok<UsageView>> GetUsage(Caller caller, TenantDatabase database, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var month = new DateOnly(now.Year, now.Month, 1);
        await using var db = database.OpenToRead(caller.OrganizationId);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellationToken);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var counters = await db.UsageCounters.AsNoTracking()
            .Where(counter => (counter.Name == "documents" && counter.PeriodStart == month) || (counter.Name == SecondReadingRows.Dollars && counter.PeriodStart == today))
            .ToDictionaryAsync(counter => counter.Name, counter => counter.Amount, cancellationToken);
        return TypedResults.Ok(new UsageView(
            organization.Plan,
            new((int)counters.GetValueOrDefault("documents"), PlanLimits.DocumentsPerMonth(organization.Plan), month, month.AddMonths(1)),
            new(Currencies.Rescale(counters.GetValueOrDefault(SecondReadingRows.Dollars), "USD"), Currencies.Rescale(organization.LanguageModelDailyBudget, "USD"))));
    }
}

/// <param name="Actor">As the audit log names it.</param>
internal sealed record MeView(string Actor, Role Role, OrganizationView Organization, IReadOnlyList<ShopView> Shops);

/// <param name="LanguageModelEnabled">Whether masked text may go to a language model.</param>
/// <param name="VisionEnabled">Whether pictures, which cannot be masked, may go to one.</param>
/// <param name="LanguageModelDailyBudget">US dollars.</param>
/// <param name="RetentionDays">Of originals and page text.</param>
internal sealed record OrganizationView(
    Guid Id, string Name, Plan Plan, bool LanguageModelEnabled, bool VisionEnabled, decimal LanguageModelDailyBudget, int RetentionDays, DateTimeOffset CreatedAt)
{
    public static OrganizationView Of(Organization organization) => new(
        organization.Id, organization.Name, organization.Plan, organization.LanguageModelEnabled, organization.VisionEnabled,
        Currencies.Rescale(organization.LanguageModelDailyBudget, "USD"), organization.RetentionDays, organization.CreatedAt);
}

/// <param name="RetentionDays">30, 90 or 365.</param>
/// <param name="LanguageModelDailyBudget">US dollars, 0.00 to 100.00.</param>
public sealed record ChangeOrganizationRequest(
    [property: StringLength(120)] string? Name = null, bool? LanguageModelEnabled = null, bool? VisionEnabled = null, decimal? LanguageModelDailyBudget = null, int? RetentionDays = null);

internal sealed record UsageView(Plan Plan, ResourceUsageView Documents, LanguageModelUsageView LanguageModel);

/// <param name="SpentToday">US dollars since 00:00 UTC.</param>
/// <param name="DailyBudget">US dollars; what is over it is not asked.</param>
internal sealed record LanguageModelUsageView(decimal SpentToday, decimal DailyBudget);

/// <param name="ResetsOn">The first day of the next period, UTC.</param>
internal sealed record ResourceUsageView(int Used, int Limit, DateOnly PeriodStart, DateOnly ResetsOn);
