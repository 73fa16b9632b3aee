using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LeakWatch.Core.Serialization;
using LeakWatch.Core.ShopKnowledge;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Data;

/// <summary>The store that <c>up</c> shows: its organisation, its shop and what it knows. Its documents come through the same door as everybody's.</summary>
internal static class DemoStore
{
    /// <summary>Known, so that a second start finds what the first one made.</summary>
    public static readonly Guid OrganizationId = new("019a0000-0000-7000-8000-000000000001");

    public static readonly Guid ShopId = new("019a0000-0000-7000-8000-000000000002");

    /// <param name="context">What the shop knows besides its documents; its <c>asOf</c> is the day on which the demo lives.</param>
    /// <returns>Whether it was made now.</returns>
    public static async Task<bool> EnsureAsync(TenantDatabase database, DetectionContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(OrganizationId, cancellationToken);
        var db = unit.Db;
        if (await db.Shops.AnyAsync(cancellationToken))
        {
            return false;
        }

        db.Add(new Organization { Id = OrganizationId, Name = "Maru & Oak Goods", Plan = Plan.Pro, CreatedAt = now });
        await db.SaveChangesAsync(cancellationToken);
        db.Add(new Shop
        {
            Id = ShopId,
            OrganizationId = OrganizationId,
            Name = "Maru & Oak Goods",
            Currency = context.Shop.Currency,
            TimeZone = context.Shop.Timezone ?? "Etc/UTC",
            DemoDay = context.AsOf,
            CreatedAt = now,
        });
        db.AddRange(context.Vendors.Select(vendor => new OrganizationVendor
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = OrganizationId,
            Name = vendor.Name,
            Category = vendor.Category,
            Function = vendor.Function,
            Aliases = [.. vendor.Aliases],
            CreatedAt = now,
        }));
        await db.SaveChangesAsync(cancellationToken);
        Add(db, FactKind.Cancellation, context.Cancellations, ContextJson.Default.Cancellation, now);
        Add(db, FactKind.InstalledApps, context.InstalledApps, ContextJson.Default.InstalledAppsSnapshot, now);
        Add(db, FactKind.PromisedCredit, context.PromisedCredits, ContextJson.Default.PromisedCredit, now);
        Add(db, FactKind.Term, context.Terms, ContextJson.Default.ContextTerm, now);
        Add(db, FactKind.Wanted, context.Wanted, ContextJson.Default.Wanted, now);
        foreach (var table in context.Fx.Where(table => table.AsOf is not null))
        {
            var rates = JsonSerializer.Serialize(table.Rates.ToDictionary(), ContextJson.Default.DictionaryStringDecimalValue);
            await db.Database.ExecuteSqlAsync($"""
                insert into leakwatch.exchange_rates (day, base_currency, rates, source) values ({table.AsOf}, {table.Base}, {rates}::jsonb, 'demo') on conflict do nothing
                """, cancellationToken);
        }

        await unit.CommitAsync(cancellationToken);
        return true;
    }

    private static void Add<T>(LeakWatchDb db, FactKind kind, IEnumerable<T> facts, JsonTypeInfo<T> type, DateTimeOffset now) =>
        db.AddRange(facts.Select(fact => new Fact
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = OrganizationId,
            ShopId = ShopId,
            Kind = kind,
            Content = JsonSerializer.Serialize(fact, type),
            CreatedBy = "demo",
            CreatedAt = now,
        }));
}
