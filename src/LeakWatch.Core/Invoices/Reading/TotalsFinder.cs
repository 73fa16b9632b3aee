namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Chooses subtotal, tax, discount and total among the labelled sums: by their labels, and by which of them add up.</summary>
internal static class TotalsFinder
{
    private const int MaxCandidates = 5;

    public static Totals Find(PageReading reading, IReadOnlyList<TableHeading> headings)
    {
        var sums = SumFinder.All(reading, headings).Where(sum => !IsConverted(reading, sum)).ToList();
        sums.RemoveAll(sum => sum.Label is Label.AmountPaid && IsLine(sum, sums, headings));
        var totals = Candidates(sums, Label.GrandTotal, Label.Total);
        var due = Best(sums, Label.AmountDue);
        var paid = Best(sums, Label.AmountPaid);
        var previous = Best(sums, Label.PreviousBalance);
        // A balance that a payment has cleared is no part of what is due.
        if (previous is null or { Value: 0m } || previous.Value == Math.Abs(paid?.Value ?? 0m))
        {
            // What is due may be less or more than this document's total: it stands in only where no total is printed.
            var penalty = totals.Any(total => total.Source is { IsMoney: true }) ? TotalsScores.DueBesideTotal : 0;
            totals = [.. totals, .. Candidates(sums, Label.AmountDue).Where(sum => sum.Value != 0m).Select(sum => sum with { Score = sum.Score - penalty })];
        }

        if (totals.Count == 0 && paid is { Value: > 0m })
        {
            totals = [.. Candidates(sums, Label.AmountPaid).Where(sum => sum.Value > 0m)];
        }

        if (totals.Count == 0 && Headline(reading) is { } headline)
        {
            totals = [headline];
        }

        // "Total" above "Tax" and "Grand total" is a subtotal by another name.
        var belowGrandTotal = Candidates(sums, Label.Total)
            .Where(sum => totals.Any(total =>
                total.Label is Label.GrandTotal && Math.Abs(total.Value) != Math.Abs(sum.Value)))
            .Select(sum => sum with { Score = TotalsScores.TotalAsSubtotal });
        List<Sum> subtotals =
            [.. Candidates(sums, Label.Subtotal), .. belowGrandTotal, .. BelowTax(totals, sums)];
        var choice = new TotalsChoice(reading, totals, subtotals, Taxes(reading, sums), Discounts(sums), Charges(sums)).Best();
        return choice with
        {
            AmountDue = due,
            Paid = paid,
            PreviousBalance = previous,
            Subtotals = [.. sums.Where(sum => sum.Label is Label.Subtotal).Select(sum => sum.Value).Append(choice.Subtotal?.Value ?? 0m).Where(value => value != 0m).Distinct()],
            Rows = sums.Where(sum => sum.Label is not (Label.NoMoney or Label.TaxBase)).Select(sum => sum.Row.Index).ToHashSet(),
        };
    }

    // "Credit for inactive users" between the heading and the subtotal is one of the lines.
    private static bool IsLine(Sum paid, List<Sum> sums, IReadOnlyList<TableHeading> headings) =>
        headings.LastOrDefault(heading => heading.Last.Index < paid.Row.Index) is { } heading
        && sums.Find(sum => sum.Label is Label.Subtotal or Label.Total or Label.GrandTotal && sum.Row.Index > heading.Last.Index) is { Label: Label.Subtotal } first && first.Row.Index > paid.Row.Index;

    // "¥8,800(税込)", "$250.00 USD": receipts without a word for it set what was paid larger than all else.
    private static Sum? Headline(PageReading reading)
    {
        var typical = DocumentTitle.TypicalHeight(reading);
        var largest = reading.Rows.TakeWhile(row => row.Page == 1).SelectMany(row => row.Amounts)
            .Where(amount => amount.Amount.Mark is not null && amount.Value > 0m && amount.Box.Height > 1.3 * typical && !amount.Cell.IsCustomer && amount.Cell.Text.Length - (amount.End - amount.Start) <= 8)
            .MaxBy(amount => amount.Box.Height);
        if (largest is not { Cell: { Row: var row } cell })
        {
            return null;
        }

        var printed = reading.Text.EvidenceOf(row, row, cell.Box, cell.Text);
        return new(Label.Total, largest.Value, largest, printed, row, SumScores.Headline);
    }

    // "Total usage charges 48.18, Taxes 9.64, Total due 57.82": a total that becomes a larger one with the printed tax is a subtotal.
    private static IEnumerable<Sum> BelowTax(List<Sum> totals, List<Sum> sums) =>
        totals
            .Where(sum => sum.Label is Label.GrandTotal && sums.Any(tax =>
                tax.Label is Label.Tax && tax.Value != 0m && totals.Any(total => total.Value == sum.Value + tax.Value)))
            .Select(sum => sum with { Score = TotalsScores.TotalBelowTax });

    // "Total in EUR (1 USD = 0.9214 EUR) €550.79": the same sum in a currency that few of the amounts have.
    private static bool IsConverted(PageReading reading, Sum sum)
    {
        if (sum.Source?.Amount.Mark is not { } mark || CurrencyText.OnlyCodeOf(mark) is not { } code)
        {
            return false;
        }

        var (same, other) = (0, 0);
        foreach (var amount in reading.Rows.SelectMany(row => row.Amounts))
        {
            if (amount.Amount.Mark is { } printed)
            {
                (same, other) = CurrencyText.CodesOf(printed).Contains(code) ? (same + 1, other) : (same, other + 1);
            }
        }

        return same < other && same <= 3;
    }

    private static Sum? Best(List<Sum> sums, Label label) => sums.Where(sum => sum.Label == label).OrderByDescending(sum => sum.Score).ThenByDescending(sum => sum.Row.Index).FirstOrDefault();

    private static List<Sum> Candidates(List<Sum> sums, params Label[] labels) => [.. sums
        .Where(sum => Array.IndexOf(labels, sum.Label) >= 0)
        .GroupBy(sum => (sum.Value, sum.Label)).Select(group => group.OrderByDescending(sum => sum.Score).ThenByDescending(sum => sum.Row.Index).First())
        .OrderByDescending(sum => sum.Score).ThenByDescending(sum => sum.Row.Index).Take(MaxCandidates)];

    // Each printed tax, the sum of all rates, the sum of an unlabelled breakdown, or none.
    private static List<Sum?> Taxes(PageReading reading, List<Sum> sums)
    {
        var printed = sums.Where(sum => sum.Label is Label.Tax).ToList();
        var options = new List<Sum?>();
        var distinct = printed.GroupBy(sum => sum.Value).Select(group => group.MaxBy(sum => sum.Score)!).OrderByDescending(sum => sum.Row.Index).Take(MaxCandidates).ToList();
        foreach (var run in Runs(printed).Where(run => run.Count > 1 && run.Count < printed.Count).Take(3))
        {
            options.Add(Summed(run));
        }

        if (printed.Count > 1)
        {
            // Taxes under different names are different taxes, unless one of them is the sum of the others.
            var isWhole = printed.Select(sum => sum.Evidence.Excerpt).Distinct(StringComparer.Ordinal).Count() > 1 && !printed.Any(sum => sum.Value * 2 == printed.Sum(other => other.Value)) && printed.All(sum => TaxRates.Of(sum.Row.Text).Count > 0);
            var all = Summed(printed);
            options.Add(isWhole ? all with { Score = all.Score + TotalsScores.AllTaxes } : all);
            if (distinct.Count > 1 && distinct.Count < printed.Count)
            {
                options.Add(Summed(distinct));
            }
        }

        options.AddRange(distinct);
        var breakdown = Breakdown(reading);
        if (breakdown.Count > 0)
        {
            options.Add(Summed(breakdown));
        }

        options.Add(null);
        return options;
    }

    // Taxes printed row under row belong together; a rate mentioned elsewhere does not.
    private static List<List<Sum>> Runs(List<Sum> printed)
    {
        var runs = new List<List<Sum>>();
        foreach (var sum in printed.OrderBy(sum => sum.Row.Index))
        {
            if (runs.Count > 0 && sum.Row.Index - runs[^1][^1].Row.Index <= 2)
            {
                runs[^1].Add(sum);
            }
            else
            {
                runs.Add([sum]);
            }
        }

        return runs;
    }

    // "7% 160.00 11.20": a rate, a base and the tax on it, in the rows of a summary without labels.
    private static List<Sum> Breakdown(PageReading reading)
    {
        var found = new List<Sum>();
        foreach (var row in reading.Rows)
        {
            var amounts = row.Amounts.Where(amount => amount.IsMoney).ToList();
            if (amounts.Count is < 2 or > 3 || row.Text.Length > 90 || TaxRates.Of(row.Text) is not [var rate] || row.Cells[0].Text.Count(char.IsLetter) > 25)
            {
                continue;
            }

            var tax = amounts.FirstOrDefault(amount => amounts.Any(other => !ReferenceEquals(other, amount) && TaxRates.Fits(other.Value, amount.Value, rate)));
            if (tax is not null)
            {
                found.Add(new(Label.Tax, tax.Value, tax, reading.Text.EvidenceOf(row), row, SumScores.Breakdown));
            }
        }

        return found;
    }

    private static List<Sum?> Discounts(List<Sum> sums)
    {
        var printed = sums.Where(sum => sum.Label is Label.Discount && sum.Value != 0m).Take(3).ToList();
        List<Sum?> options = [.. printed.DistinctBy(sum => sum.Value)];
        if (printed.Count > 1)
        {
            options.Insert(0, Summed(printed));
        }

        options.Add(null);
        return options;
    }

    private static List<decimal> Charges(List<Sum> sums)
    {
        var printed = sums.Where(sum => sum.Label is Label.Charge && sum.Value != 0m).Select(sum => sum.Value).ToList();
        return [.. printed.Take(2).Append(printed.Sum()).Append(0m).Distinct()];
    }

    private static Sum Summed(List<Sum> sums)
    {
        var first = sums[0];
        return sums.Count == 1 ? first : first with { Value = sums.Sum(sum => sum.Value), Source = null, Evidence = first.Evidence with { Excerpt = Short(string.Join('\n', sums.Select(sum => sum.Evidence.Excerpt))) } };
    }

    private static string Short(string text) => text.Length > 300 ? text[..300] : text;
}
