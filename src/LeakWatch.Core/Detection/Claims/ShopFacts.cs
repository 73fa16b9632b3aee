using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Detection.Claims;

/// <summary>What one detection run knows besides the ledger: the context, the day, the policy, the rates.</summary>
public sealed class ShopFacts(DetectionContext context, DateOnly asOf, DetectionPolicy policy, VendorIdentity identity)
{
    /// <summary>By the fingerprint or the case they were said of, with their place in the list.</summary>
    private readonly ILookup<string, (int Position, ReviewAnswer Answer)> answers =
        context.ReviewAnswers.Select((answer, position) => (Position: position, Answer: answer)).ToLookup(one => one.Answer.Finding, StringComparer.OrdinalIgnoreCase);

    public DetectionContext Context { get; } = context;

    public DateOnly AsOf { get; } = asOf;

    public DetectionPolicy Policy { get; } = policy;

    public VendorIdentity Identity { get; } = identity;

    public ExchangeTable Rates { get; } = new(context.Fx);

    /// <summary>Of all vendors' statement rows; filled before the rules run.</summary>
    public StatementCoverage Coverage { get; internal set; } = new();

    public HashSet<string> Dismissed { get; } = [.. context.Dismissed];

    public bool HasAnswers => answers.Count > 0;

    /// <summary>Senders of whom the merchant said, in answer to a question, that they are a known vendor; with what is listed for that.</summary>
    internal List<(Vendor Sender, Vendor Known, Reconciled Said)> SameCompanies { get; } = [];

    /// <param name="account">As printed.</param>
    public string FingerprintOf(LeakType type, Vendor vendor, string? account, string? currency, string repeats, string extent) =>
        Fingerprint.Of(type, Context.Shop.Id, vendor.Key, ProductKey.KeyOrNull(account), $"{repeats} {currency}", extent);

    /// <summary>What was answered to the question of a finding, the latest first.</summary>
    public IEnumerable<ReviewAnswer> AnswersTo(string fingerprint) => answers.Count == 0 ? [] :
        answers[fingerprint].Concat(answers[Fingerprint.CaseOf(fingerprint)]).OrderByDescending(one => one.Position).Select(one => one.Answer);

    /// <summary>A threshold in USD, converted once into the shop's currency and from there into the charge's.</summary>
    /// <remarks>Without a rate the figure itself stands, which is the stricter reading for currencies worth less than a dollar.</remarks>
    public decimal Threshold(decimal usd, string currency)
    {
        var inShop = Rates.Convert(usd, "USD", Context.Shop.Currency, AsOf) ?? usd;
        return Rates.Convert(inShop, Context.Shop.Currency, currency, AsOf) ?? inShop;
    }

    public bool IsBelowFloor(decimal amount, string currency) => amount < Threshold(Policy.ChargeFloorUsd, currency);

    public bool IsWanted(Vendor vendor, LeakType type) =>
        Context.Wanted.Any(wanted => wanted.Type == type && vendor.Names.Contains(VendorKey.Of(wanted.Vendor)));

    public decimal InShopCurrency(decimal amount, string currency) => Rates.Convert(amount, currency, Context.Shop.Currency, AsOf) ?? amount;
}
