using System.Text.RegularExpressions;
using LeakWatch.Core;
using LeakWatch.Core.Invoices;
using LeakWatch.Http;

namespace LeakWatch.Shops;

/// <summary>Which settings a store and an organisation may have.</summary>
internal static partial class SettingsRules
{
    private static readonly string[] Languages = ["en", "ko"];
    private static readonly int[] RetentionDays = [30, 90, 365];

    /// <summary>US dollars a day.</summary>
    private const decimal MaxLanguageModelBudget = 100m;

    public static Error? Check(ChangeShopRequest request) =>
        Name(request.Name)
        ?? (request.Currency is { } currency && !CurrencyText.IsCode(currency) ? ErrorResults.Invalid("currency", "currency is an ISO 4217 code such as USD.") : null)
        ?? (request.TimeZone is { } zone && !IsZone(zone) ? ErrorResults.Invalid("timeZone", "timeZone is an IANA name such as Asia/Seoul.") : null)
        ?? (request.Language is { } language && !Languages.Contains(language) ? ErrorResults.Invalid("language", "language is en or ko.") : null);

    public static Error? Check(ChangeOrganizationRequest request) =>
        Name(request.Name)
        ?? (request.RetentionDays is { } days && !RetentionDays.Contains(days) ? ErrorResults.Invalid("retentionDays", "retentionDays is 30, 90 or 365.") : null)
        ?? (request.LanguageModelDailyBudget is < 0 or > MaxLanguageModelBudget ? ErrorResults.Invalid("languageModelDailyBudget", "languageModelDailyBudget is from 0.00 to 100.00 US dollars.") : null)
        ?? (request.LanguageModelDailyBudget is { } budget && decimal.Round(budget, 2) != budget ? ErrorResults.Invalid("languageModelDailyBudget", "languageModelDailyBudget is in whole cents.") : null);

    private static Error? Name(string? name) =>
        name is not null && (string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl)) ? ErrorResults.Invalid("name", "name is empty or has control characters.") : null;

    /// <summary>Names of Windows are known to .NET too, and file names of a zone database: neither is what dates are kept in.</summary>
    private static bool IsZone(string name) => ZoneName().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name;

    [GeneratedRegex(@"^(?!posix/|right/)[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\z")]
    private static partial Regex ZoneName();
}
