using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using LeakWatch.Core;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Providers.Ecb;

/// <summary>The euro foreign exchange reference rates as the ECB publishes them: units of each currency for one euro.</summary>
/// <remarks>https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates</remarks>
internal static partial class EcbFeed
{
    private const string Euro = "EUR";
    private const string Base = "USD";
    private const int Decimals = 8;
    private const long MaximumCharacters = 20_000_000;

    private static readonly XNamespace Rates = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref";

    /// <returns>One table a day, base USD, oldest first.</returns>
    /// <exception cref="FormatException">Anything in it is not as published: rates that may be wrong are worse than yesterday's.</exception>
    public static IReadOnlyList<ExchangeRates> Parse(Stream xml)
    {
        var days = Read(xml).Descendants(Rates + "Cube").Where(cube => cube.Attribute("time") is not null).Select(Day).OrderBy(day => day.AsOf).ToList();
        if (days.Count == 0)
        {
            throw new FormatException("It holds no day.");
        }

        return days.DistinctBy(day => day.AsOf).Count() == days.Count ? days : throw new FormatException("A day is in it twice.");
    }

    private static XDocument Read(Stream xml)
    {
        try
        {
            using var reader = XmlReader.Create(xml, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaximumCharacters });
            return XDocument.Load(reader);
        }
        catch (XmlException malformed)
        {
            throw new FormatException(malformed.Message, malformed);
        }
    }

    private static ExchangeRates Day(XElement cube)
    {
        var time = cube.Attribute("time")!.Value;
        if (!DateOnly.TryParseExact(time, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new FormatException($"'{time}' is no day.");
        }

        var forOneEuro = new Dictionary<string, decimal>(StringComparer.Ordinal) { [Euro] = 1m };
        foreach (var cell in cube.Elements(Rates + "Cube"))
        {
            var (currency, rate) = (cell.Attribute("currency")?.Value ?? "", cell.Attribute("rate")?.Value);
            if (!Currency().IsMatch(currency)
                || !decimal.TryParse(rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value <= 0m
                || !forOneEuro.TryAdd(currency, value))
            {
                throw new FormatException($"'{currency}' of {time} is no currency with one rate above zero.");
            }
        }

        return forOneEuro.TryGetValue(Base, out var dollars)
            ? new()
            {
                AsOf = day,
                Base = Base,
                Rates = forOneEuro.Where(rate => rate.Key != Base).ToDictionary(rate => rate.Key, rate => new DecimalValue(Math.Round(rate.Value / dollars, Decimals)), StringComparer.Ordinal),
            }
            : throw new FormatException($"{time} has no rate of {Base}.");
    }

    [GeneratedRegex(@"\A[A-Z]{3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Currency();
}
