using System.Globalization;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Detection;

/// <summary>What documents say about the relation, with the sentence that says it.</summary>
internal static class Terms
{
    public static Term AutoRenew { get; } = Of(TermKind.AutoRenew);

    public static Term NoAutoRenew { get; } = Of(TermKind.NoAutoRenew);

    public static Term NoticePeriod(int days) => Of(TermKind.NoticePeriod) with { Days = days };

    public static Term TrialEnd(string until) => Of(TermKind.TrialEnd, until: until);

    public static Term Ordered(string from, decimal? amount = null) => Of(TermKind.Ordered, amount, from);

    public static Term PriceFixed(decimal amount, string from, string until) => Of(TermKind.PriceFixed, amount, from, until);

    public static Term PriceAnnounced(decimal amount, string from) => Of(TermKind.PriceAnnounced, amount, from);

    public static Term RenewalPrice(decimal amount, string from) => Of(TermKind.RenewalPrice, amount, from);

    public static Term UsageCap(decimal amount) => Of(TermKind.UsageCap, amount, "2024-01-01");

    public static Term PercentOff(decimal percent, string from, string until) =>
        Of(TermKind.Discount, null, from, until) with { Percent = percent };

    public static Term ContractTerm(string from, string until) => Of(TermKind.ContractTerm, null, from, until);

    public static Term Cancelled(string from) => Of(TermKind.CancellationConfirmed, from: from);

    public static Term CancellationRefused(string until) => Of(TermKind.CancellationRefused, until: until);

    public static Term CancellationBounced { get; } = Of(TermKind.CancellationBounced);

    public static Term Resubscribed(string from) => Of(TermKind.Resubscribed, from: from);

    private static Term Of(TermKind kind, decimal? amount = null, string? from = null, string? until = null) => new()
    {
        Kind = kind,
        Amount = amount,
        From = from is null ? null : Store.Day(from),
        Until = until is null ? null : Store.Day(until),
        Evidence = new()
        {
            Kind = EvidenceKind.PdfTextSpan,
            Pointer = new() { Page = 1, LineStart = 20, LineEnd = 20 },
            Excerpt = string.Create(CultureInfo.InvariantCulture, $"{kind}: {amount} from {from} until {until}"),
        },
    };
}
