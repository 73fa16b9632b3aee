using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>What all vendors of one simulated store have in common.</summary>
internal sealed record StoreFacts(int Seed, string Currency, DateOnly AsOf, int Months, bool HasCard)
{
    public string ShopifyDomain => $"store-{Seed}.myshopify.com";

    /// <summary>Units of a currency for one US dollar.</summary>
    public static decimal Rate(string currency) => currency switch
    {
        "EUR" => 0.92m,
        "GBP" => 0.79m,
        "JPY" => 151m,
        "KRW" => 1390m,
        "AUD" => 1.52m,
        _ => 1m,
    };

    public static decimal Convert(decimal amount, string from, string to) => amount / Rate(from) * Rate(to);

    public ExchangeRates Rates() => new()
    {
        AsOf = AsOf,
        Base = "USD",
        Rates = new SortedDictionary<string, DecimalValue>(StringComparer.Ordinal)
        {
            ["AUD"] = new(Rate("AUD")),
            ["EUR"] = new(Rate("EUR")),
            ["GBP"] = new(Rate("GBP")),
            ["JPY"] = new(Rate("JPY")),
            ["KRW"] = new(Rate("KRW")),
        },
    };
}
