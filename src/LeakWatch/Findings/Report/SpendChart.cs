using LeakWatch.Core.Ledger;
namespace LeakWatch.Findings.Report;

/// <summary>Spend by month as stacked bars: the five biggest vendors and the rest, one picture a currency, the figures in a table below.</summary>
internal static class SpendChart
{
    private const int BiggestVendors = 5;
    private const int MaxMonths = 24;
    private const string Rest = "All others";
    private const double Width = 960;
    private const double Height = 220;
    private const double Left = 64;
    private const double Bottom = 24;

    private static readonly decimal[] RoundFactors = [1m, 1.2m, 1.6m, 2m, 3m, 4m, 5m, 6m, 8m, 10m];

    public static Html Write(IReadOnlyList<PaidCharge> charges)
    {
        var currencies = charges.GroupBy(charge => charge.Currency)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Of(group.Key, [.. group]))
            .ToList();
        return currencies.Count == 0 ? Html.Empty : Html.Of($"""
            <section class="card" id="spend" aria-labelledby="spend-title">
              <h2 id="spend-title">What you paid, month by month</h2>
              <p class="muted">By the date of the charge. Each real charge counts once, whichever documents show it.</p>
              {Picture(currencies[0])}
              {(currencies.Count == 1 ? Html.Empty : Html.Of($"""<details><summary>In other currencies</summary>{Html.Join(currencies.Skip(1).Select(Picture))}</details>"""))}
            </section>
            """);
    }

    private static Spend Of(string currency, IReadOnlyList<PaidCharge> charges)
    {
        var last = charges.Max(charge => MonthOf(charge.Date));
        var first = charges.Min(charge => MonthOf(charge.Date));
        if (first < last.AddMonths(1 - MaxMonths))
        {
            first = last.AddMonths(1 - MaxMonths);
        }

        var months = new List<DateOnly>();
        for (var month = first; month <= last; month = month.AddMonths(1))
        {
            months.Add(month);
        }

        var shown = charges.Where(charge => charge.Date >= first).ToList();
        var vendors = shown.GroupBy(charge => charge.Vendor)
            .OrderByDescending(group => group.Sum(charge => charge.Amount)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key).ToList();
        var named = vendors.Take(vendors.Count == BiggestVendors + 1 ? vendors.Count : BiggestVendors).ToList();
        var series = named.Concat(vendors.Count > named.Count ? [Rest] : []).ToList();
        var sums = shown
            .GroupBy(charge => (Series: named.Contains(charge.Vendor) ? charge.Vendor : Rest, Month: MonthOf(charge.Date)))
            .ToDictionary(group => group.Key, group => group.Sum(charge => charge.Amount));
        return new(currency, months, series, sums);
    }

    private static DateOnly MonthOf(DateOnly date) => new(date.Year, date.Month, 1);

    private static Html Picture(Spend spend) => Html.Of($"""
        <figure class="spend">
          <figcaption class="legend">{Html.Join(spend.Series.Select((name, index) => Html.Of($"""<span><svg class="key" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><rect class="s{index}" width="10" height="10" rx="2"/></svg>{name}</span>""")))}</figcaption>
          <div class="scroll">{Bars(spend)}</div>
          <p class="readout muted" aria-live="polite">{spend.Currency}; point at a bar, or go through them with Tab, to read its months.</p>
          {Table(spend)}
        </figure>
        """);

    private static Html Bars(Spend spend)
    {
        var top = Ceiling(spend.Months.Max(spend.Total));
        var step = (Width - Left) / spend.Months.Count;
        var gap = Math.Min(step * 0.28, 16);
        var scale = (Height - Bottom - 8) / (double)top;
        return Html.Of($"""
            <svg class="chart" viewBox="0 0 960 220" role="group" aria-label="Spend by month in {spend.Currency}">
            {Html.Join(new[] { 0m, top / 2, top }.Select(value => Html.Of($"""
                <line class="grid" x1="{Left}" x2="{Width}" y1="{Y(value)}" y2="{Y(value)}"/><text class="axis" x="{Left - 8}" y="{Y(value) + 4}" text-anchor="end">{FindingWords.WholeAmount(value, spend.Currency)}</text>
                """)))}
            {Html.Join(spend.Months.Select((month, index) => Bar(spend, month, Left + (index * step) + (gap / 2), step - gap, index % Math.Max(1, spend.Months.Count / 12) == 0)))}
            </svg>
            """);

        double Y(decimal value) => Height - Bottom - ((double)value * scale);

        Html Bar(Spend spend, DateOnly month, double x, double width, bool labelled)
        {
            var parts = new List<Html>();
            var below = 0m;
            for (var index = 0; index < spend.Series.Count; index++)
            {
                if (spend.Of(spend.Series[index], month) is > 0 and var amount)
                {
                    parts.Add(Html.Of($"""<rect class="s{index}" x="{x}" y="{Y(below + amount)}" width="{width}" height="{Math.Max(0.5, ((double)amount * scale) - 1)}"/>"""));
                    below += amount;
                }
            }

            var words = FindingWords.Month(month) + ": " + FindingWords.Amount(spend.Total(month), spend.Currency) + string.Concat(spend.Series
                .Where(name => spend.Of(name, month) != 0)
                .Select(name => $", {name} {FindingWords.Amount(spend.Of(name, month), spend.Currency)}"));
            return Html.Of($"""
                <g class="bar" tabindex="0" role="img" aria-label="{words}"><title>{words}</title><rect class="hit" x="{x - 2}" y="0" width="{width + 4}" height="{Height - Bottom}"/>{Html.Join(parts)}{(labelled ? Html.Of($"""<text class="axis" x="{x + (width / 2)}" y="{Height - 7}" text-anchor="middle">{Short(spend, month)}</text>""") : Html.Empty)}</g>
                """);
        }
    }

    /// <summary>The year stands where it begins: at the first month and at each January.</summary>
    private static string Short(Spend spend, DateOnly month) =>
        month.Month == 1 || month == spend.Months[0] ? FindingWords.ShortMonthAndYear(month) : FindingWords.ShortMonth(month);

    private static Html Table(Spend spend)
    {
        return Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="Spend by month as a table, in {spend.Currency}"><table class="figures">
            <thead><tr><th scope="col">{spend.Currency}</th>{Html.Join(spend.Months.Select(month => Html.Of($"""<th scope="col">{Short(spend, month)}</th>""")))}<th scope="col">Total</th></tr></thead>
            <tbody>{Html.Join(spend.Series.Select(name => Row(name, month => spend.Of(name, month))))}</tbody>
            <tfoot>{Row("Together", spend.Total)}</tfoot>
            </table></div>
            """);

        Html Row(string name, Func<DateOnly, decimal> amount) => Html.Of($"""
            <tr><th scope="row">{name}</th>{Html.Join(spend.Months.Select(month => Cell(amount(month))))}{Cell(spend.Months.Sum(amount))}</tr>
            """);

        // A month without a charge stays empty: zeros would drown the figures.
        Html Cell(decimal amount) => Html.Of($"""<td>{(amount == 0 ? "" : FindingWords.PlainAmount(amount, spend.Currency))}</td>""");
    }

    /// <summary>The next round figure, so that the axis has round figures.</summary>
    private static decimal Ceiling(decimal highest)
    {
        var power = 1m;
        while (power * 10 < highest)
        {
            power *= 10;
        }

        return RoundFactors.Select(factor => factor * power).First(round => round >= Math.Min(highest, power * 10));
    }
}

/// <summary>One currency's spend by month and series; the series are vendors and, last, the rest.</summary>
internal sealed record Spend(
    string Currency, IReadOnlyList<DateOnly> Months, IReadOnlyList<string> Series, IReadOnlyDictionary<(string Series, DateOnly Month), decimal> Sums)
{
    public decimal Of(string series, DateOnly month) => Sums.GetValueOrDefault((series, month));

    public decimal Total(DateOnly month) => Series.Sum(series => Of(series, month));
}
