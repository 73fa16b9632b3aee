using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>L-05 UNINSTALLED_APP_CHARGE: a Shopify app charges for a period that starts after it was gone.</summary>
public sealed class UninstalledAppChargeRule : ILeakRule
{
    private const string ShopifyApp = "SHOPIFY_APP";

    public LeakType Type => LeakType.UninstalledAppCharge;

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        if (facts.Context.InstalledApps.Count == 0 || ShopifyBills.AreSentBy(ledger.Vendor) || !IsShopifyApp(ledger))
        {
            yield break;
        }

        var apps = new AppHistory(facts.Context.InstalledApps, ledger.Vendor);
        if (!apps.WasEverInstalled)
        {
            yield break;
        }

        var lines = ledger.CertainCharges.SelectMany(charge => charge.Lines)
            .Where(line => line.Gross > 0m && (line.IsRecurring || line.Document.Role is DocumentRole.Payment) && !line.IsOneTime).ToList();
        foreach (var account in lines.GroupBy(line => (line.Document.Account, line.Currency)).OrderBy(group => group.Key.Account, StringComparer.Ordinal).ThenBy(group => group.Key.Currency, StringComparer.Ordinal))
        {
            if (new ChargesOfApp(ledger, apps, [.. account], facts).Claim() is { } claim)
            {
                yield return claim;
            }
        }
    }

    private static bool IsShopifyApp(VendorLedger ledger) => ledger.Vendor.Category is { } category
        ? category == ShopifyApp
        : ledger.Documents.Any(document => document.Invoice.Vendor.Category == ShopifyApp || document.IsBillRow);

    /// <summary>What one account was charged, and what is not known of it. Each answer leaves one doubt less.</summary>
    private sealed record ChargesOfApp(VendorLedger Ledger, AppHistory Apps, List<LedgerLine> Lines, ShopFacts Facts)
    {
        /// <summary>The app that the merchant says is billed.</summary>
        private string? Chosen { get; init; }

        /// <summary>The merchant says that the app did not come back.</summary>
        private bool IsGone { get; init; }

        /// <summary>The merchant knows what charges without a period pay for.</summary>
        private bool IsTimeKnown { get; init; }

        /// <summary>The case stays the same whatever is answered.</summary>
        private string? CaseKey { get; init; }

        private string Vendor => Ledger.Vendor.Name;

        /// <summary>Null when nothing of it is worth a word.</summary>
        public Claim? Claim()
        {
            var judged = Lines.Where(line => !Facts.IsBelowFloor(line.Gross, line.Currency)).Select(line => (Line: line, Presence: PresenceAt(line)))
                .Where(one => one.Presence is not AppPresence.NotProven).ToList();
            if (judged.Count == 0)
            {
                return null;
            }

            var proven = judged.FindAll(one => one.Presence is AppPresence.Gone).ConvertAll(one => one.Line);
            var lines = proven.Count > 0 ? proven : judged.ConvertAll(one => one.Line);
            var gone = Apps.GoneBefore(lines[0], Chosen) ?? lines[0].Document.Date;
            var one = this with { CaseKey = CaseKey ?? $"uninstalled {Words.Iso(gone)}" };
            return one.ClaimOf(lines, gone, proven.Count > 0) with { Question = one.QuestionOf(judged[0].Line, judged[0].Presence, gone) };
        }

        private AppPresence PresenceAt(LedgerLine line)
        {
            var presence = Apps.At(line, Facts.Policy, Chosen);
            presence = presence is AppPresence.ListIsOlder && IsGone ? line.Period is null ? AppPresence.WhichTime : AppPresence.Gone : presence;
            return presence is AppPresence.WhichTime && IsTimeKnown ? AppPresence.Gone : presence;
        }

        private ReviewQuestion? QuestionOf(LedgerLine line, AppPresence presence, DateOnly gone) => presence switch
        {
            AppPresence.WhichApp => new(
                $"Which app of {Vendor} does the charge of {line.Document.Date} pay for?",
                [
                    .. Apps.Names.Select(app => (app.Name, Said: this with { Chosen = app.Key }))
                        .Select(app => new ClaimAnswer(new(AnswerId.ThisApp, $"{app.Name}", EffectOf(app.Said.PresenceAt(line)), app.Name), (_, _) => app.Said.Claim())),
                ]),
            AppPresence.ListIsOlder => new(
                $"The list of installed apps is from {Apps.Newest}: is {Vendor} installed again?",
                ClaimAnswer.Nothing(AnswerId.InstalledAgain, $"Yes, it is installed again"),
                new ClaimAnswer(new(AnswerId.NotInstalled, $"No, it is gone", line.Period is null && !IsTimeKnown ? AnswerEffect.NextQuestion : AnswerEffect.Leak), (_, _) => (this with { IsGone = true }).Claim())),
            AppPresence.WhichTime => new(
                $"Does the charge of {line.Document.Date} pay for time after {gone}, when {Vendor} was gone?",
                ClaimAnswer.Nothing(AnswerId.BeforeTheEnd, $"No, for time before"),
                new ClaimAnswer(new(AnswerId.AfterTheEnd, $"Yes, for time after", AnswerEffect.Leak), (_, _) => (this with { IsTimeKnown = true }).Claim())),
            AppPresence.Gone or AppPresence.NotProven => null,
        };

        private static AnswerEffect EffectOf(AppPresence presence) => presence switch
        {
            AppPresence.NotProven => AnswerEffect.Nothing,
            AppPresence.Gone => AnswerEffect.Leak,
            AppPresence.WhichApp or AppPresence.ListIsOlder or AppPresence.WhichTime => AnswerEffect.NextQuestion,
        };

        private Claim ClaimOf(List<LedgerLine> lines, DateOnly gone, bool isProven)
        {
            var (first, last) = (lines[0], lines[^1]);
            return new()
            {
                Type = LeakType.UninstalledAppCharge,
                Verdict = isProven ? Verdict.Leak : Verdict.Review,
                Ledger = Ledger,
                Account = first.Document.Invoice.Account,
                Currency = first.Currency,
                Charges = [.. lines.Select(line => new ClaimedCharge(line, line.Gross, line.Period))],
                PerMonth = last.Rhythm is { } rhythm ? Rhythms.PerMonth(rhythm, last.Gross) : null,
                CaseKey = CaseKey!,
                LastCharge = Words.Iso(lines.Max(line => line.Period?.Start ?? line.Document.Date)),
                Evidence = [.. lines.Select(Proofs.Of), .. lines.SelectMany(line => Proofs.PaymentOf(line.Document))],
                Factors = isProven ? [new($"The app list before and after the charge lacks the app", Facts.Policy.IndependentProof)] : [],
                Actions = isProven
                    ? [new(ActionType.RefundRequest, $"The app was gone before the period began; ask for the charge back."), new(ActionType.CancelRequest, $"Ask the vendor to end the billing outside Shopify too.")]
                    : [new(ActionType.Clarification, $"Refresh the list of installed apps.")],
                Words = (charged, total, credited) => new(
                    $"{Vendor} charged after its app was uninstalled",
                    $"Your list of installed apps had {Vendor} before and lacks it since {gone}. {Words.Charges(charged.Count)} for periods that start later: "
                    + $"{Sentence.List(", ", charged.Select(one => ChargeOf(one.Line)))}{Words.Less(credited, first.Currency)}. Together {Words.Amount(total, first.Currency)}."),
            };
        }

        private static Sentence ChargeOf(LedgerLine line) => line.Period switch
        {
            { } period => $"{Words.Number(line.Document)} {Words.Amount(line.Gross, line.Currency)} ({Words.Days(period)})",
            null => $"{Words.Number(line.Document)} {Words.Amount(line.Gross, line.Currency)}",
        };
    }
}
