using LeakWatch.Core.Detection.Claims;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Detection.Rules;

/// <summary>L-08 OVERLAPPING_TOOLS: two vendors of one function, both paid for two months or more. Worth knowing, never a leak.</summary>
public static class OverlappingToolsRule
{
    /// <summary>A tool whose last paid month ended longer ago is not in use.</summary>
    private const int StillPaidDays = 45;

    public static IEnumerable<Claim> Find(IReadOnlyList<VendorLedger> shop, ShopFacts facts)
    {
        var functions = shop.Where(ledger => ledger.Vendor.Function is not null && !facts.IsWanted(ledger.Vendor, LeakType.OverlappingTools) && IsPaidNow(ledger, facts))
            .GroupBy(ledger => VendorKey.Of(ledger.Vendor.Function), StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Count() > 1);
        foreach (var function in functions.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var ledgers = function.OrderBy(ledger => ledger.Vendor.Key, StringComparer.Ordinal).ToList();
            var months = ledgers.ConvertAll(MonthsOf);
            for (var first = 0; first < ledgers.Count; first++)
            {
                var both = ledgers.Select((other, index) => (Ledger: other, Index: index, Months: index > first ? months[first].Intersect(months[index]).Count() : 0))
                    .Where(one => one.Months >= facts.Policy.OverlapMonths).ToList();
                if (both.Count > 0)
                {
                    yield return ClaimOf(ledgers[first], both.ConvertAll(one => one.Ledger), ledgers[first].Vendor.Function!, both.Max(one => one.Months), facts);
                    break; // The function is spoken of once.
                }
            }
        }
    }

    private static bool IsPaidNow(VendorLedger ledger, ShopFacts facts) =>
        ledger.Charges.Any(charge => charge.Total > 0m && (charge.Period?.End ?? charge.Date.AddMonths(1)).AddDays(StillPaidDays) >= facts.AsOf);

    private static HashSet<int> MonthsOf(VendorLedger ledger)
    {
        var months = new HashSet<int>();
        foreach (var charge in ledger.Charges.Where(charge => charge is { Total: > 0m } && charge.Date > UnknownDate.Value))
        {
            var (from, until) = (charge.Period?.Start ?? charge.Date, charge.Period?.End ?? charge.Date.AddDays(1));
            for (var month = new DateOnly(from.Year, from.Month, 1); month < until; month = month.AddMonths(1))
            {
                months.Add((month.Year * 12) + month.Month);
            }
        }

        return months;
    }

    private static Claim ClaimOf(VendorLedger ledger, List<VendorLedger> others, string function, int months, ShopFacts facts)
    {
        var last = ledger.Charges.Last(charge => charge.Total > 0m);
        var stream = ledger.Streams is [.., var latest] ? latest : null;
        var names = Sentence.List(" and ", others.Select(other => NameOf(other)));
        return new()
        {
            Type = LeakType.OverlappingTools,
            Verdict = Verdict.Watch,
            Ledger = ledger,
            Account = last.Invoice.Account,
            Currency = last.Currency ?? facts.Context.Shop.Currency,
            Amount = last.Total,
            SavingsKind = SavingsKind.Avoidable,
            PerMonth = stream is null ? null : Overcharge.PerMonth(stream.Last, stream.Last.Net),
            Period = last.Period,
            CaseKey = $"function {VendorKey.Of(function)} {string.Join(' ', others.Select(other => other.Vendor.Key))}",
            Evidence = [.. last.Lines.Take(1).Select(Proofs.Of)],
            Actions = [new(ActionType.CancelRequest, $"Decide whether you need both tools.")],
            Words = (_, _, _) => new(
                $"Two tools for {function}: {ledger.Vendor.Name} and {names}",
                $"You pay {ledger.Vendor.Name} and {names} for the same function, {function}, in {Words.Months(months)}. The function of each vendor comes from your vendor list."),
        };
    }

    private static Sentence NameOf(VendorLedger ledger) => $"{ledger.Vendor.Name}";
}
