using System.Text.RegularExpressions;
using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>L-04 TRIAL_TO_PAID: a trial that became a paid plan although no plan was chosen.</summary>
public sealed partial class TrialToPaidRule : ILeakRule
{
    /// <summary>The first paid period follows the trial at once; one that starts later is a new decision.</summary>
    private const int DaysAfter = 35;

    public LeakType Type => LeakType.TrialToPaid;

    /// <param name="Until">First paid day.</param>
    private sealed record Trial(LedgerDocument? Document, string? Account, string? Plan, string? Code, DateOnly Start, DateOnly Until, IReadOnlyList<FindingEvidence> Evidence);

    public IEnumerable<Claim> Find(VendorLedger ledger, ShopFacts facts)
    {
        foreach (var trial in Trials(ledger))
        {
            var paid = ledger.Streams.Where(stream => IsOfTrial(stream, trial)).SelectMany(stream => stream.Periods).Where(period => period.Net > 0m).OrderBy(period => period.Period.Start).ToList();
            if (paid.Exists(period => period.Period.Start < trial.Start) || IsChosen(ledger, trial, paid.Count > 0 ? paid[0] : null))
            {
                continue;
            }

            var first = paid.Find(period => period.Period.Start >= trial.Until.AddDays(-DetectionPolicy.DatesApart) && period.Period.Start <= trial.Until.AddDays(DaysAfter));
            if (first is null)
            {
                if (paid.Count == 0 && trial.Until > facts.AsOf && !IsCancelled(ledger, trial, facts))
                {
                    yield return Deadline(ledger, trial);
                }

                continue;
            }

            var periods = paid.FindAll(period => period.Period.Start >= first.Period.Start);
            if (periods.Count < facts.Policy.AcceptedPeriods && LastPaid(ledger, periods) < AcceptedOn(first, facts.Policy))
            {
                yield return Converted(ledger, trial, periods, facts);
            }
        }
    }

    /// <summary>Paid up to here, the plan is accepted.</summary>
    private static DateOnly AcceptedOn(StreamPeriod first, DetectionPolicy policy) => first.Period.Start.AddDays((first.Period.Days * policy.AcceptedPeriods) - DetectionPolicy.DatesApart);

    /// <summary>Rows of the card whose invoices never came are payments too.</summary>
    private static DateOnly LastPaid(VendorLedger ledger, List<StreamPeriod> periods)
    {
        var (first, last) = (periods[0], periods[^1].Period.End);
        foreach (var row in ledger.Charges)
        {
            var end = row.Date.AddDays(first.Period.Days);
            if (row.Role is DocumentRole.Payment && row.Currency == first.First.Currency && row.Total == first.First.Document.Total && row.Date > first.Period.Start && end > last)
            {
                last = end;
            }
        }

        return last;
    }

    /// <summary>The charge that would have made it accepted is due: it may have come, and only its document not, unless the plan was cancelled.</summary>
    private static bool MayBeAccepted(VendorLedger ledger, Trial trial, StreamPeriod first, ShopFacts facts) =>
        facts.AsOf >= first.Period.Start.AddDays((first.Period.Days * (facts.Policy.AcceptedPeriods - 1)) + DetectionPolicy.DatesApart) && !IsCancelled(ledger, trial, facts);

    private static List<Trial> Trials(VendorLedger ledger)
    {
        var trials = new List<Trial>();
        foreach (var term in ledger.Terms.Where(term => term is { Kind: TermKind.TrialEnd, Term.Until: not null }))
        {
            var line = term.Document?.Invoice.LineItems.FirstOrDefault(item => item.Amount == 0m);
            trials.Add(new(
                term.Document, term.Account, ProductKey.KeyOrNull(term.Term.PlanName), ProductKey.KeyOrNull(term.Term.ProductCode),
                term.Term.From ?? term.Document?.Period?.Start ?? term.Date, term.Term.Until!.Value,
                [.. Proofs.Of(term), .. line is null || term.Document is null ? [] : new[] { Proofs.Of(term.Document, line.Evidence) }]));
        }

        var lines = ledger.Charges.Where(charge => charge is { Role: DocumentRole.Charge, IsInDoubt: false }).SelectMany(charge => charge.Lines).Where(IsTrialLine).ToList();
        foreach (var line in lines)
        {
            // A plan that costs nothing month after month is a free plan, not a trial.
            if (!TrialWords().IsMatch(line.Item.Description ?? "") && lines.Count(other => other.Product == line.Product && other.Document.Account == line.Document.Account) > 1)
            {
                continue;
            }

            trials.Add(new(line.Document, line.Document.Account, line.Product.Plan, line.Product.Code, line.Period!.Value.Start, line.Period.Value.End, [Proofs.Of(line)]));
        }

        return Merged(trials);
    }

    /// <summary>A trial's invoice usually says it twice: in its line and in a term, and one of them may not name the plan.</summary>
    private static List<Trial> Merged(List<Trial> trials)
    {
        var merged = new List<Trial>();
        foreach (var trial in trials.OrderBy(trial => trial.Until).ThenBy(trial => trial.Plan is null).ThenBy(trial => trial.Plan, StringComparer.Ordinal).ThenBy(trial => trial.Account, StringComparer.Ordinal))
        {
            var index = merged.FindIndex(other => other.Until == trial.Until && AccountComparison.MayBeSame(other.Account, trial.Account)
                && (other.Plan is null || trial.Plan is null || other.Plan == trial.Plan));
            if (index < 0)
            {
                merged.Add(trial);
            }
            else
            {
                merged[index] = merged[index] with { Document = merged[index].Document ?? trial.Document, Evidence = [.. merged[index].Evidence, .. trial.Evidence] };
            }
        }

        return merged;
    }

    private static bool IsTrialLine(LedgerLine line)
    {
        if (line.Period is null || line.IsUsage || (line.Net != 0m && line.IsRecurring))
        {
            return false;
        }

        var text = $"{line.Item.Description} {line.Item.PlanName}";
        return TrialWords().IsMatch(text) && !TrialBalance().IsMatch(text)
            ? line.Net == 0m || !line.IsRecurring
            : line.Amount == 0m && line.Product.Plan is not null && !FreePlan().IsMatch(text);
    }

    private static bool IsOfTrial(ChargeStream stream, Trial trial) =>
        !stream.IsUsage && AccountComparison.MayBeSame(trial.Account, stream.Account)
        && (trial.Plan is null || stream.Product.Plan is null || trial.Plan == stream.Product.Plan)
        && (trial.Code is null || stream.Product.Code is null || trial.Code == stream.Product.Code || trial.Plan is not null)
        && !stream.Periods[0].First.Item.Description.AsSpan().Contains("trial", StringComparison.OrdinalIgnoreCase);

    /// <summary>An order or a re-subscription for the product; who orders after the first charge accepts it.</summary>
    private static bool IsChosen(VendorLedger ledger, Trial trial, StreamPeriod? first)
    {
        var product = first?.First.Product ?? new(trial.Plan, trial.Code, "");
        return ledger.Terms.Any(term => term.Kind is TermKind.Ordered or TermKind.Resubscribed && term.Concerns(trial.Account, product))
            || ledger.Documents.Any(document => document.Header.Kind is InvoiceKind.Order && document.Invoice.LineItems.Any(line => ProductKey.Of(line).Matches(product)));
    }

    private static bool IsCancelled(VendorLedger ledger, Trial trial, ShopFacts facts) =>
        Cancellations.Of(ledger, facts).Any(cancellation => cancellation.StopsRenewal && cancellation.Concerns(trial.Account, new(trial.Plan, trial.Code, "")));

    private static Claim Deadline(VendorLedger ledger, Trial trial)
    {
        Sentence product = trial.Document?.Invoice.LineItems switch
        {
            [{ PlanName: { } plan }, ..] => $"{plan}",
            _ => $"the plan",
        };
        return new()
        {
            Type = LeakType.TrialToPaid,
            Verdict = Verdict.Watch,
            Ledger = ledger,
            Account = trial.Document?.Invoice.Account,
            Currency = trial.Document?.Currency ?? "",
            Deadline = trial.Until,
            Period = new(trial.Start < trial.Until ? trial.Start : trial.Until.AddDays(-1), trial.Until),
            SavingsKind = SavingsKind.Avoidable,
            CaseKey = $"trial {trial.Plan} {Words.Iso(trial.Until)}",
            Evidence = trial.Evidence,
            Actions = [new(ActionType.CancelRequest, $"Cancel before the trial ends if you do not want the plan.")],
            Words = (_, _, _) => new(
                $"The trial of {ledger.Vendor.Name} ends on {trial.Until.AddDays(-1)}",
                $"The trial of {product} runs until {trial.Until.AddDays(-1)}; from {trial.Until} the plan is paid. No order for a paid plan is in your documents."),
        };
    }

    private static Claim Converted(VendorLedger ledger, Trial trial, List<StreamPeriod> periods, ShopFacts facts)
    {
        var first = periods[0];
        var currency = first.First.Currency;
        var product = Words.Product(first.First);
        return new()
        {
            Type = LeakType.TrialToPaid,
            Verdict = first.IsPrinted && !MayBeAccepted(ledger, trial, first, facts) ? Verdict.Leak : Verdict.Review,
            Ledger = ledger,
            Account = first.First.Document.Invoice.Account,
            Currency = currency,
            Charges = [.. periods.SelectMany(period => period.Lines.Select(line => new ClaimedCharge(line, line.Gross, period.Period)))],
            PerMonth = Overcharge.PerMonth(periods[^1], periods[^1].Net),
            CaseKey = $"trial {trial.Plan} {Words.Iso(trial.Until)}",
            LastCharge = Words.Iso(periods[^1].Period.Start),
            Evidence = [.. trial.Evidence, .. periods.Select(period => Proofs.Of(period.First))],
            Factors = first.Period.Start == trial.Until ? [new($"The paid period starts on the day the trial ends", facts.Policy.ExactMatch)] : [],
            Actions = [new(ActionType.RefundRequest, $"The trial became paid without an order; ask for the charge back."), new(ActionType.CancelRequest, $"End the plan if you do not want it.")],
            Words = (charged, total, credited) => new(
                $"The trial of {product} at {ledger.Vendor.Name} became a paid plan",
                $"The trial ended on {trial.Until.AddDays(-1)}, and {Words.Charges(charged.Count)} from {first.Period.Start} on followed. No order or chosen plan is in your documents. "
                + $"Charged with tax{Words.Less(credited, currency)}: {Words.Amount(total, currency)}."),
            Question = new(
                $"Did you choose {product} after the trial?",
                ClaimAnswer.Nothing(AnswerId.Chosen, $"Yes, we chose it"), ClaimAnswer.Leak(AnswerId.NotChosen, $"No, nobody chose it")),
        };
    }

    [GeneratedRegex(@"\btrial\b|무료\s*체험|トライアル|\btestphase\b|\bprobezeit\b|\bpériode d'essai\b|\bperiodo de prueba\b|체험", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TrialWords();

    // Accounting's trial balance is a report.
    [GeneratedRegex(@"\btrial\s+balance", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TrialBalance();

    [GeneratedRegex(@"\bfree\b|\bgratis\b|무료", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FreePlan();
}
