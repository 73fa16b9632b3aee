using System.Text.Json;
using LeakWatch.Core.Serialization;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Shops;

/// <summary>What a shop knows and its documents do not, as detection takes it.</summary>
internal static class DetectionContextQuery
{
    /// <summary>Tables of rates that detection may choose the nearest day from: of each recent day, and before that of a day a week.</summary>
    private const int DaysOfRates = 60;
    private const int WeeksOfRates = 104;

    public static async Task<DetectionContext> LoadAsync(LeakWatchDb db, Shop shop, CancellationToken cancellationToken)
    {
        var facts = await db.Facts.AsNoTracking().Where(fact => fact.ShopId == shop.Id).OrderBy(fact => fact.Id).ToListAsync(cancellationToken);
        var registered = await db.RegisteredVendors.AsNoTracking().OrderBy(vendor => vendor.Name).ToListAsync(cancellationToken);
        var own = await db.OrganizationVendors.AsNoTracking().OrderBy(vendor => vendor.Name).ToListAsync(cancellationToken);
        var rates = await db.DayRates.AsNoTracking().OrderByDescending(row => row.Day).Take(DaysOfRates).ToListAsync(cancellationToken);
        if (rates.Count == DaysOfRates)
        {
            var oldest = rates[^1].Day;
            rates.AddRange(await db.DayRates.AsNoTracking().Where(row => row.Day < oldest && row.Day.DayOfWeek == DayOfWeek.Friday)
                .OrderByDescending(row => row.Day).Take(WeeksOfRates).ToListAsync(cancellationToken));
        }

        List<T> Of<T>(FactKind kind) => [.. facts.Where(fact => fact.Kind == kind).Select(fact => (T)JsonSerializer.Deserialize(fact.Content, typeof(T), ContextJson.Default)!)];

        var named = own.Select(vendor => vendor.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new DetectionContext
        {
            Shop = new() { Id = shop.Id.ToString(), Currency = shop.Currency, Timezone = shop.TimeZone },
            Vendors =
            [
                .. registered.Where(vendor => !named.Contains(vendor.Name)).Select(vendor => new VendorContext { Name = vendor.Name, Category = vendor.Category, Function = vendor.Function, Aliases = vendor.Aliases }),
                .. own.Select(vendor => new VendorContext { Name = vendor.Name, Category = vendor.Category, Function = vendor.Function, Aliases = vendor.Aliases }),
            ],
            Cancellations = Of<Cancellation>(FactKind.Cancellation),
            InstalledApps = Of<InstalledAppsSnapshot>(FactKind.InstalledApps),
            PromisedCredits = Of<PromisedCredit>(FactKind.PromisedCredit),
            Terms = Of<ContextTerm>(FactKind.Term),
            Wanted = Of<Wanted>(FactKind.Wanted),
            Fx = [.. rates.Select(ToTable)],
        };
    }

    /// <summary>The rates that hold on a day: the newest of then, else the first there are; null where there are none.</summary>
    public static async Task<ExchangeRates?> RatesOfAsync(LeakWatchDb db, DateOnly day, CancellationToken cancellationToken)
    {
        var rates = db.DayRates.AsNoTracking();
        return (await rates.Where(row => row.Day <= day).OrderByDescending(row => row.Day).FirstOrDefaultAsync(cancellationToken)
            ?? await rates.OrderBy(row => row.Day).FirstOrDefaultAsync(cancellationToken)) is { } row ? ToTable(row) : null;
    }

    private static ExchangeRates ToTable(DayRates row) =>
        new() { AsOf = row.Day, Base = row.BaseCurrency, Rates = JsonSerializer.Deserialize(row.Rates, ContextJson.Default.DictionaryStringDecimalValue)! };

    /// <summary>A demo store lives on its day; every other on today's in its own zone.</summary>
    public static DateOnly AsOf(Shop shop, DateTimeOffset now) =>
        shop.DemoDay ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone)).DateTime);
}
