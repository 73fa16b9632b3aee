using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Tests.Detection;

namespace LeakWatch.Core.Tests.Findings;

/// <summary>A store of which one thing cannot be known from its documents.</summary>
internal sealed record AskedStore(LeakType Type, string AsOf, DetectionContext Context, params IReadOnlyList<NormalizedInvoice> Ledger)
{
    public Finding Review
    {
        get
        {
            var asked = Detect();
            return Assert.Single(asked.Findings, finding => finding.Verdict is Verdict.Review);
        }
    }

    /// <summary>Detects with the answers, each to the question of the same case.</summary>
    public DetectionResult Detect(params IReadOnlyList<ReviewAnswer> answers) =>
        Store.Detect(AsOf, Context with { ReviewAnswers = answers }, Ledger);

    public ReviewAnswer Answer(AnswerId answer, string? value = null, string? on = null) =>
        new() { Finding = Fingerprint.CaseOf(Review.Fingerprint), Answer = answer, Value = value, On = on is null ? null : Store.Day(on) };
}

/// <summary>One store for every question that a rule can ask.</summary>
internal static class Questions
{
    private static readonly Subscription Mail = new("Quillpost", 57m);
    private static readonly Subscription Chat = new("Lanternchat", 64m);
    private static readonly Subscription Search = new("Wrenfield Search", 130m) { Plan = "Business" };
    private static readonly Subscription Quiz = Subscription.App("Juniper Quiz", 37m);
    private static readonly Subscription Bar = Subscription.App("Tern Apps", 11m);

    private static readonly VendorContext TernApps = new() { Name = "Tern Apps", Category = "SHOPIFY_APP", Aliases = ["Tern Bar", "Tern Timer"] };

    public static IReadOnlyDictionary<string, AskedStore> All { get; } = new Dictionary<string, AskedStore>
    {
        ["sums"] = new(LeakType.InvoiceMath, "2026-03-12", Store.Context, [.. Mail.Charges("2025-10-01", 5), Mail.Charge("2026-03-01").Header(header => header with { TotalAmount = 78m })]),
        ["sums, too little"] = new(LeakType.InvoiceMath, "2026-03-12", Store.Context, Mail.Charge("2026-03-01").Header(header => header with { TotalAmount = 42m })),
        ["currency"] = new(LeakType.InvoiceMath, "2026-03-12", Store.Context, [.. Mail.Charges("2025-10-01", 5), WithoutCurrency(Mail.Charge("2026-02-20", "2026-03-20", number: "QP-X"))]),
        ["currencies"] = new(LeakType.InvoiceMath, "2026-03-12", Store.Context, Mail.Charge("2026-03-01") is var mixed ? mixed with { LineItems = [mixed.LineItems[0] with { Currency = "EUR" }] } : null!),
        ["sender"] = new(
            LeakType.DuplicateCharge, "2026-03-20", Store.Context with { Vendors = [new() { Name = "Quillpost", Category = "MARKETING" }] },
            [.. Mail.Charges("2025-10-01", 6), Mail.Charge("2026-03-12", number: "X-1") with { Vendor = new() { Name = "Qui1lpost" } }]),
        ["bank"] = new(
            LeakType.InvoiceMath, "2026-03-20", Store.Context,
            [
                .. (Mail with { PaidWith = "Bank transfer to IBAN DE02 1203 0000 0000 2020 51" }).Charges("2025-10-01", 5),
                (Mail with { PaidWith = "Bank transfer to IBAN LT12 1000 0111 0100 1000" }).Charge("2026-03-01"),
            ]),
        ["promise"] = new(
            LeakType.MissingCredit, "2026-04-20",
            Store.Context with { PromisedCredits = [new() { Vendor = "Quillpost", Amount = 30m, Currency = "USD", PromisedAt = new(2026, 1, 15) }] }, [.. Mail.Charges("2025-10-01", 4)]),
        ["end"] = new(LeakType.PostCancellation, "2026-03-10", Cancelled(), [.. Mail.Charges("2025-08-01", 8)]),
        ["plan"] = new(
            LeakType.PostCancellation, "2026-03-10", Cancelled(confirmed: "2026-01-21", effective: "2026-02-01"),
            [.. Mail.Charges("2025-08-01", 8), .. (Mail with { Plan = "Forms", Price = 20m }).Charges("2025-08-03", 8)]),
        ["plan and end"] = new(
            LeakType.PostCancellation, "2026-03-10", Cancelled(), [.. Mail.Charges("2025-08-01", 8), .. (Mail with { Plan = "Forms", Price = 20m }).Charges("2025-08-03", 8)]),
        ["account of a cancellation"] = new(
            LeakType.PostCancellation, "2026-03-10", Cancelled(confirmed: "2026-01-21", effective: "2026-02-01", account: "acct-1001"),
            [.. (Mail with { Account = null }).Charges("2025-08-01", 8)]),
        ["time after a cancellation"] = new(
            LeakType.PostCancellation, "2026-02-10", Cancelled(confirmed: "2026-01-10", effective: "2026-01-15"),
            [.. Mail.Charges("2025-08-01", 5), Mail.Charge("2026-02-01").WithoutPeriod()]),
        ["app"] = new(
            LeakType.UninstalledAppCharge, "2026-03-18",
            Installed(Snapshot("2026-01-15", "Tern Bar", "Tern Timer"), Snapshot("2026-02-19", "Tern Timer"), Snapshot("2026-03-05", "Tern Timer")) with { Vendors = [TernApps] },
            [.. Bar.Charges("2025-08-01", 8)]),
        ["list of apps"] = new(
            LeakType.UninstalledAppCharge, "2026-03-18", Installed(Snapshot("2026-01-15", "Juniper Quiz"), Snapshot("2026-02-19")), [.. Quiz.Charges("2025-08-01", 8)]),
        ["time after an app"] = new(
            LeakType.UninstalledAppCharge, "2026-03-18", Installed(Snapshot("2026-01-15", "Juniper Quiz"), Snapshot("2026-02-19"), Snapshot("2026-03-15")),
            [.. Quiz.Charges("2025-08-01", 7), Quiz.Charge("2026-03-01").WithoutPeriod()]),
        ["second order"] = new(
            LeakType.DuplicateCharge, "2026-03-27", Store.Context, [.. Chat.Charges("2025-10-01", 6), Chat.Charge("2026-03-01", on: "2026-03-04", number: "LC-2") with { Account = null }]),
        ["replacement"] = new(
            LeakType.DuplicateCharge, "2026-03-27", Store.Context,
            [
                .. Chat.Charges("2025-10-01", 5), Chat.Charge("2026-03-01", number: "LC-2001"),
                Chat.Charge("2026-03-01", on: "2026-03-04", number: "LC-2002").Header(header => header with { Notes = "Corrected invoice, replaces LC-2001." }),
            ]),
        ["unknown time"] = new(
            LeakType.DuplicateCharge, "2026-03-27", Store.Context, [.. Chat.Charges("2025-10-01", 6), Chat.Charge("2026-03-01", on: "2026-03-04", number: "LC-2").WithoutPeriod()]),
        ["trial"] = new(LeakType.TrialToPaid, "2026-03-11", Store.Context, Quiz.Trial("2026-02-16", "2026-03-02"), Quiz.Charge("2026-03-02").WithoutPeriod()),
        ["rise"] = new(
            LeakType.MomSpike, "2026-03-16", Store.Context,
            [.. Search.Charges("2025-09-01", 6).Select(invoice => invoice.WithoutPeriod()), (Search with { Price = 390m }).Charge("2026-03-01").WithoutPeriod()]),
        ["new line"] = new(
            LeakType.MomSpike, "2026-03-16", Store.Context,
            [.. Search.Charges("2025-09-01", 6).Select(invoice => invoice.WithoutPeriod()), Search.Charge("2026-03-01").Plus(AddOn).WithoutPeriod()]),
        ["unread credit"] = new(
            LeakType.DuplicateCharge, "2026-03-27", Store.Context,
            [.. Chat.Charges("2025-10-01", 6), Chat.Charge("2026-03-01", on: "2026-03-04", number: "LC-2"), WithoutCurrency(Chat.CreditNote(64m, "2026-03-10")).AsStatement()]),
    };

    private static LineItem AddOn => (Search with { Plan = "Extended support", ProductCode = "EXT" }).Line("Extended support add-on", 44m, "2026-03-01", "2026-04-01", isRecurring: true);

    private static NormalizedInvoice WithoutCurrency(NormalizedInvoice invoice) =>
        invoice.Header(header => header with { Currency = null }) with { LineItems = [.. invoice.LineItems.Select(line => line with { Currency = null })] };

    /// <summary>Money that came in on a bank's statement asks nothing itself.</summary>
    private static NormalizedInvoice AsStatement(this NormalizedInvoice invoice) => invoice.Header(header => header with { Kind = InvoiceKind.Statement });

    private static DetectionContext Cancelled(string? confirmed = null, string? effective = null, string? account = null) => Store.Context with
    {
        Cancellations =
        [
            new()
            {
                Vendor = "Quillpost", Account = account, SentAt = new(2026, 1, 9), ConfirmedAt = confirmed is null ? null : Store.Day(confirmed), EffectiveDate = effective is null ? null : Store.Day(effective),
            },
        ],
    };

    private static DetectionContext Installed(params InstalledAppsSnapshot[] lists) => Store.Context with { InstalledApps = lists };

    private static InstalledAppsSnapshot Snapshot(string on, params string[] apps) => new() { SyncedAt = Store.Day(on), Apps = apps };
}
