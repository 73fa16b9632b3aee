using System.Collections.Frozen;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>US dollars for a million tokens.</summary>
/// <param name="Input">Not cached.</param>
/// <param name="TakesTemperature">False for models that reason: they refuse a call that sets one.</param>
public sealed record ModelPrice(decimal Input, decimal Cached, decimal Output, bool TakesTemperature)
{
    public decimal CostOf(TokenUsage usage) => (((usage.Input - usage.Cached) * Input) + (usage.Cached * Cached) + (usage.Output * Output)) / 1_000_000m;
}

/// <summary>What each model costs: the one place to change when a price or a model does.</summary>
public static class ModelPrices
{
    /// <summary>The month whose published standard prices these are.</summary>
    public const string AsOf = "2026-06";

    private static readonly FrozenDictionary<string, ModelPrice> Table = new Dictionary<string, ModelPrice>
    {
        ["gpt-4o-mini"] = new(0.15m, 0.075m, 0.60m, true),
        ["gpt-4o"] = new(2.50m, 1.25m, 10.00m, true),
        ["gpt-4.1-nano"] = new(0.10m, 0.025m, 0.40m, true),
        ["gpt-4.1-mini"] = new(0.40m, 0.10m, 1.60m, true),
        ["gpt-4.1"] = new(2.00m, 0.50m, 8.00m, true),
        ["gpt-5-nano"] = new(0.05m, 0.005m, 0.40m, false),
        ["gpt-5-mini"] = new(0.25m, 0.025m, 2.00m, false),
        ["gpt-5"] = new(1.25m, 0.125m, 10.00m, false),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The price of a model or of its dated snapshot (<c>gpt-4o-mini-2024-07-18</c>); null for one we do not know.</summary>
    public static ModelPrice? Of(string model) => Table.GetValueOrDefault(model) ?? Table.GetValueOrDefault(WithoutDate(model));

    private static string WithoutDate(string model) =>
        model.Length > 11 && model[^11] == '-' && DateOnly.TryParseExact(model[^10..], "yyyy-MM-dd", out _) ? model[..^11] : model;
}
