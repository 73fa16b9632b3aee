using System.Text.Json.Serialization;
using LeakWatch.Core;
using LeakWatch.Core.Ledger;
using LeakWatch.Http;

namespace LeakWatch.Shops;

/// <summary>What a shop pays one vendor for: the streams of recurring charges with their prices, and what is to be expected next.</summary>
/// <param name="Currencies">That it charged in during the last twelve months; null in figures written before it was noted.</param>
public sealed record VendorFigures(
    string Name, string? Category, string? Function, IReadOnlyList<string> Aliases, IReadOnlyList<StreamFigures> Streams, IReadOnlyList<string>? Currencies)
{
    public static VendorFigures Of(VendorLedger ledger, IEnumerable<string> currencies) => new(
        ledger.Vendor.Name, ledger.Vendor.Category, ledger.Vendor.Function, [.. ledger.Documents.Select(document => document.Invoice.Vendor.Name).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(20)],
        [.. ledger.Streams.Select(StreamFigures.Of)], [.. currencies.Order(StringComparer.Ordinal)]);
}

/// <param name="NextChargeOn">Where the last charge's period ends and the next begins; null for usage and parts of periods.</param>
public sealed record StreamFigures(
    string Product, string? Account, string Currency, string? Cadence, bool IsUsage, IReadOnlyList<PeriodFigures> Periods, DateOnly? NextChargeOn, decimal? NextAmount)
{
    private const int Longest = 60;

    public static StreamFigures Of(ChargeStream stream)
    {
        var last = stream.Last;
        var repeats = !stream.IsUsage && last.WholeRhythm is not null;
        return new(
            last.First.Item.PlanName ?? last.First.Item.Description ?? last.First.Item.ProductCode ?? "", last.First.Document.Invoice.Account, stream.Currency,
            last.Rhythm?.ToString().ToUpperInvariant(), stream.IsUsage,
            [.. stream.Periods.TakeLast(Longest).Select(period => new PeriodFigures(period.Period.Start, period.Period.End, period.Net + period.Tax, period.UnitPrice, period.Quantity))],
            repeats ? last.Period.End : null, repeats ? last.Net + last.Tax : null);
    }
}

/// <param name="Amount">With tax, after discounts.</param>
/// <param name="UnitPrice">List price of one unit, before tax.</param>
public sealed record PeriodFigures(DateOnly Start, DateOnly End, decimal Amount, decimal UnitPrice, decimal Quantity);

/// <summary>Stored as the API sends it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(DecimalString), typeof(RequiredDecimalString)])]
[JsonSerializable(typeof(VendorFigures))]
[JsonSerializable(typeof(IReadOnlyList<FindingCount>))]
[JsonSerializable(typeof(SummaryView))]
internal sealed partial class ShopJson : JsonSerializerContext;
