using LeakWatch.Core.Ledger;
using LeakWatch.Core.Findings;

namespace LeakWatch.Findings.Report;

/// <summary>The vendor's charges on a line of time; those the finding is about are ringed.</summary>
internal static class ChargeTimeline
{
    private const int MinCharges = 3;
    private const int MaxCharges = 60;
    private const double Width = 520;
    private const double Left = 8;
    private const double Base = 84;
    private const double Top = 26;

    public static Html Write(Finding finding, IReadOnlyList<PaidCharge> charges)
    {
        var own = charges.Where(charge => charge.Vendor == finding.Vendor && charge.Currency == finding.Currency)
            .OrderBy(charge => charge.Date).ThenBy(charge => charge.InvoiceNumber, StringComparer.Ordinal).TakeLast(MaxCharges).ToList();
        if (own.Count < MinCharges || own[0].Date == own[^1].Date)
        {
            return Html.Empty;
        }

        var days = own[^1].Date.DayNumber - own[0].Date.DayNumber;
        var highest = own.Max(charge => Math.Abs(charge.Amount));
        var numbers = finding.LineItems.Select(line => line.InvoiceNumber).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var files = finding.Evidence.Select(evidence => evidence.FileName).ToHashSet(StringComparer.Ordinal);

        return Html.Of($"""
            <figure class="timeline"><figcaption>Charges of {finding.Vendor}</figcaption>
            <svg class="chart" viewBox="0 0 {Width} 104" role="group" aria-label="Charges of {finding.Vendor} from {FindingWords.Date(own[0].Date)} to {FindingWords.Date(own[^1].Date)}">
            <line class="grid" x1="0" x2="{Width}" y1="{Base}" y2="{Base}"/>
            {Html.Join(own.Select(Dot))}
            <text class="axis" x="0" y="100">{FindingWords.Month(own[0].Date)}</text><text class="axis" x="{Width}" y="100" text-anchor="end">{FindingWords.Month(own[^1].Date)}</text>
            </svg></figure>
            """);

        Html Dot(PaidCharge charge)
        {
            var x = Left + ((Width - (2 * Left)) * (charge.Date.DayNumber - own[0].Date.DayNumber) / days);
            var y = Base - ((Base - Top) * (highest == 0 ? 0 : (double)(Math.Abs(charge.Amount) / highest)));
            var words = $"{FindingWords.Date(charge.Date)}: {FindingWords.Amount(charge.Amount, charge.Currency)}{(charge.InvoiceNumber is { } number ? $", {number}" : "")}";
            return Html.Of($"""
                <g><title>{words}</title><line class="stem" x1="{x}" x2="{x}" y1="{Base}" y2="{y}"/><circle class="dot" cx="{x}" cy="{y}" r="3"/>{(IsOdd(charge) ? Html.Of($"""<circle class="ring" cx="{x}" cy="{y}" r="7"/>""") : Html.Empty)}</g>
                """);
        }

        bool IsOdd(PaidCharge charge) => charge.InvoiceNumber is { } number ? numbers.Contains(number) : files.Contains(charge.FileName);
    }
}
