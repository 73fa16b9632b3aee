using LeakWatch.Core.Documents;

namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Sentences that state terms: announced prices, renewal, notice, trial, cancellation, … each with its sentence as evidence.</summary>
internal static class TermSentences
{
    private const int MaxTerms = 40;

    public static List<Term> Find(PageReading reading)
    {
        var terms = new List<Term>();
        var sentences = Sentences.Of(reading);
        for (var i = 0; i < sentences.Count && terms.Count < MaxTerms; i++)
        {
            var kinds = TermWords.All.FindAll(FoldedText.Of(sentences[i].Text)).Select(match => match.Meaning).ToHashSet();
            if (kinds.Count == 0)
            {
                continue;
            }

            var following = i + 1 < sentences.Count && sentences[i + 1].First.Page == sentences[i].First.Page ? sentences[i + 1] : null;
            terms.AddRange(TermsOf(reading, sentences[i], following, kinds));
        }

        return [.. terms.DistinctBy(term => (term.Kind, term.Amount, term.From, term.Until, term.Days, term.Percent, term.PlanName))];
    }

    private static IEnumerable<Term> TermsOf(PageReading reading, Sentence sentence, Sentence? following, HashSet<TermKind> kinds)
    {
        var facts = new SentenceFacts(sentence.Text, reading);
        Term Of(TermKind kind) => new() { Kind = kind, PlanName = facts.PlanName, Evidence = EvidenceOf(reading, sentence) };
        var next = following is not null && kinds.Contains(TermKind.CancellationConfirmed) ? new SentenceFacts(following.Text, reading) : null;
        return [.. RenewalsAndPrices(kinds, facts, Of), .. Endings(kinds, facts, next, Of), .. Agreements(kinds, facts, Of)];
    }

    private static IEnumerable<Term> RenewalsAndPrices(HashSet<TermKind> kinds, SentenceFacts facts, Func<TermKind, Term> of)
    {
        if (kinds.Contains(TermKind.NoAutoRenew))
        {
            yield return of(TermKind.NoAutoRenew);
        }
        else if (kinds.Contains(TermKind.AutoRenew))
        {
            yield return of(TermKind.AutoRenew) with { From = facts.FirstDate, Until = facts.FirstDate is { } from && facts.Months is { } months ? from.AddMonths(months) : null };
            if (facts.LastAmount is { } price)
            {
                yield return of(TermKind.RenewalPrice) with { Amount = price, From = facts.FirstDate };
            }
        }

        if (kinds.Contains(TermKind.NoticePeriod) && facts.Days is { } days)
        {
            yield return of(TermKind.NoticePeriod) with { Days = days };
        }

        if (kinds.Contains(TermKind.PriceAnnounced) && facts.LastAmount is { } announced && facts.FirstDate is not null)
        {
            yield return of(TermKind.PriceAnnounced) with { Amount = announced, From = facts.FirstDate };
        }

        if (kinds.Contains(TermKind.PriceFixed))
        {
            yield return of(TermKind.PriceFixed) with { Amount = facts.LastAmount, From = facts.Period?.Start, Until = facts.Period?.End ?? facts.UntilDate };
        }
    }

    private static IEnumerable<Term> Agreements(HashSet<TermKind> kinds, SentenceFacts facts, Func<TermKind, Term> of)
    {
        if (kinds.Contains(TermKind.Resubscribed))
        {
            yield return of(TermKind.Resubscribed) with { From = facts.FirstDate };
        }

        if (kinds.Contains(TermKind.ContractTerm) && (facts.Period is not null || (facts.FirstDate is not null && facts.Months is not null)))
        {
            yield return of(TermKind.ContractTerm) with { From = facts.Period?.Start ?? facts.FirstDate, Until = facts.Period?.End ?? facts.FirstDate!.Value.AddMonths(facts.Months!.Value) };
        }

        if (kinds.Contains(TermKind.UsageCap) && facts.LastAmount is { } cap)
        {
            yield return of(TermKind.UsageCap) with { Amount = cap };
        }

        if (kinds.Contains(TermKind.Discount) && (facts.Percent ?? facts.LastAmount) is not null && (facts.Period is not null || facts.UntilDate is not null))
        {
            yield return of(TermKind.Discount) with
            {
                Percent = facts.Percent,
                Amount = facts.Percent is null ? facts.LastAmount : null,
                From = facts.Period?.Start,
                Until = facts.Period?.End ?? facts.UntilDate,
            };
        }

        if (kinds.Contains(TermKind.Ordered) && facts.FirstDate is { } ordered)
        {
            yield return of(TermKind.Ordered) with { From = ordered };
        }

        if (kinds.Contains(TermKind.Instruction))
        {
            yield return of(TermKind.Instruction);
        }

        if (kinds.Contains(TermKind.ProrationPolicy))
        {
            yield return of(TermKind.ProrationPolicy);
        }
    }

    // The day often stands in the next sentence: "We confirm the cancellation. Your subscription ends on December 31."
    private static IEnumerable<Term> Endings(HashSet<TermKind> kinds, SentenceFacts facts, SentenceFacts? next, Func<TermKind, Term> of)
    {
        if (kinds.Contains(TermKind.TrialEnd) && (facts.UntilDate ?? facts.FirstDate) is { } trialEnd)
        {
            yield return of(TermKind.TrialEnd) with { Until = trialEnd };
        }

        if (kinds.Contains(TermKind.CancellationBounced))
        {
            yield return of(TermKind.CancellationBounced);
        }

        if (kinds.Contains(TermKind.CancellationRefused))
        {
            yield return of(TermKind.CancellationRefused) with { Until = facts.FirstDate };
        }
        else if (kinds.Contains(TermKind.CancellationConfirmed))
        {
            yield return of(TermKind.CancellationConfirmed) with { From = facts.EndDate ?? next?.EndDate ?? facts.FirstDate };
        }
    }

    private static Evidence EvidenceOf(PageReading reading, Sentence sentence) =>
        reading.Text.EvidenceOf(sentence.First, sentence.Last, Box.Around(sentence.First.Box, sentence.Last.Box), sentence.Text);
}
