using LeakWatch.Core;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Http;

namespace LeakWatch.Shops;

/// <summary>What must hold of a fact beyond its form: without these it could never say anything, or would say something absurd.</summary>
internal static class FactRules
{
    private const int LongestName = 200;
    private const int MaxApps = 500;

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    public static Error? Check(Cancellation cancellation) =>
        Vendor(cancellation.Vendor) ?? Name("account", cancellation.Account) ?? Name("planName", cancellation.PlanName)
        ?? Day("sentAt", cancellation.SentAt) ?? Day("confirmedAt", cancellation.ConfirmedAt) ?? Day("effectiveDate", cancellation.EffectiveDate)
        ?? (cancellation is { SentAt: null, ConfirmedAt: null, EffectiveDate: null } ? ErrorResults.Invalid("sentAt", "Say when it was sent, confirmed or takes effect: one of sentAt, confirmedAt and effectiveDate.") : null)
        ?? (cancellation is { SentAt: { } sent, ConfirmedAt: { } confirmed } && confirmed < sent ? ErrorResults.Invalid("confirmedAt", "It cannot be confirmed before it was sent.") : null);

    public static Error? Check(InstalledAppsSnapshot snapshot) =>
        Day("syncedAt", snapshot.SyncedAt)
        ?? (snapshot.Apps.Count + snapshot.Uninstalled.Count > MaxApps ? ErrorResults.Invalid("apps", $"A list has at most {MaxApps} apps.") : null)
        ?? (snapshot.Apps.Count + snapshot.Uninstalled.Count == 0 ? ErrorResults.Invalid("apps", "The list is empty; name at least one app.") : null)
        ?? snapshot.Apps.Select(app => Required("apps", app)).FirstOrDefault(error => error is not null)
        ?? (snapshot.Uninstalled.Any(app => app is null) ? ErrorResults.Invalid("uninstalled", "An app of the list is null.") : null)
        ?? snapshot.Uninstalled.Select(app => Required("uninstalled.app", app.App) ?? Day("uninstalled.at", app.At)).FirstOrDefault(error => error is not null);

    public static Error? Check(PromisedCredit credit) =>
        Vendor(credit.Vendor) ?? Name("account", credit.Account) ?? Name("invoiceNumber", credit.InvoiceNumber) ?? Day("promisedAt", credit.PromisedAt)
        ?? (credit.PromisedAt is null ? ErrorResults.Invalid("promisedAt", "Say when it was promised.") : null)
        ?? Amount("amount", credit.Amount)
        ?? (credit.Amount is not null ? RequiredCurrency(credit.Currency) : null);

    public static Error? Check(ContextTerm term) =>
        Vendor(term.Vendor) ?? Name("account", term.Account) ?? Name("productCode", term.ProductCode) ?? Name("planName", term.PlanName)
        ?? Day("from", term.From) ?? Day("until", term.Until) ?? Amount("amount", term.Amount)
        ?? (term.Percent is <= 0 or > 100 ? ErrorResults.Invalid("percent", "A percentage is above 0 and at most 100.") : null)
        ?? (term.Days is < 0 or > 3660 ? ErrorResults.Invalid("days", "Days are from 0 to 3660.") : null)
        ?? (term is { From: { } from, Until: { } until } && until <= from ? ErrorResults.Invalid("until", "until is the first day after the term, so it is later than from.") : null)
        ?? Complete(term);

    public static Error? Check(Wanted wanted) =>
        Vendor(wanted.Vendor)
        ?? (wanted.Type is LeakType.InvoiceMath ? ErrorResults.Invalid("type", "A document that is in doubt is asked about each time, so it cannot be normal.") : null);

    /// <summary>Apps as people paste them: one a line, or the first column of a CSV; a heading, blanks and repetitions are left out.</summary>
    public static IReadOnlyList<string> AppsOf(string text) =>
    [
        .. text.Split('\n').Select(line => line.Trim().Trim('\uFEFF').Split([',', ';', '\t'], 2)[0].Trim().Trim('"').Trim())
            .Where(app => app.Length > 0 && !app.Equals("app", StringComparison.OrdinalIgnoreCase) && !app.Equals("app name", StringComparison.OrdinalIgnoreCase))
            .DistinctBy(VendorKey.Of),
    ];

    /// <summary>Each kind of term needs what it states.</summary>
    private static Error? Complete(ContextTerm term) => term.Kind switch
    {
        TermKind.PriceAnnounced or TermKind.RenewalPrice => Needs("amount", term.Amount) ?? Needs("from", term.From),
        TermKind.PriceFixed or TermKind.UsageCap => Needs("amount", term.Amount),
        TermKind.Discount => term.Amount is null ? Needs("percent", term.Percent) : null,
        TermKind.NoticePeriod => Needs("days", term.Days),
        TermKind.ContractTerm => Needs("from", term.From) ?? Needs("until", term.Until),
        TermKind.TrialEnd or TermKind.CancellationRefused => Needs("until", term.Until),
        TermKind.Ordered or TermKind.CancellationConfirmed or TermKind.Resubscribed => Needs("from", term.From),
        TermKind.AutoRenew or TermKind.NoAutoRenew or TermKind.CancellationBounced or TermKind.Instruction or TermKind.ProrationPolicy => null,
    };

    private static Error? Needs<T>(string field, T? value)
        where T : struct =>
        value is null ? ErrorResults.Invalid(field, $"A term of this kind needs {field}.") : null;

    private static Error? Vendor(string vendor) => VendorKey.Of(vendor).Length == 0 ? ErrorResults.Invalid("vendor", "Name the vendor.") : Name("vendor", vendor);

    private static Error? Required(string field, string name) => string.IsNullOrWhiteSpace(name) ? ErrorResults.Invalid(field, "A name is empty.") : Name(field, name);

    private static Error? Name(string field, string? name) =>
        name is null ? null
        : name.Length > LongestName ? ErrorResults.Invalid(field, $"{field} has at most {LongestName} characters.")
        : name.Any(char.IsControl) ? ErrorResults.Invalid(field, $"{field} has control characters.")
        : null;

    private static Error? Day(string field, DateOnly? day) => day is { } date && (date < Earliest || date >= Latest) ? ErrorResults.Invalid(field, $"{field} is no day of this century.") : null;

    private static Error? Amount(string field, decimal? amount) => amount is <= 0 or > 100_000_000 ? ErrorResults.Invalid(field, $"{field} is above 0 and at most 100,000,000.") : null;

    private static Error? RequiredCurrency(string? currency) => CurrencyText.IsCode(currency) ? null : ErrorResults.Invalid("currency", "currency is an ISO 4217 code such as USD.");
}
