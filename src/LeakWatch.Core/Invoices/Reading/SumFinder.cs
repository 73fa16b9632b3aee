using LeakWatch.Core.Documents;
using System.Buffers;

namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Every labelled sum of a document, before one is chosen.</summary>
internal static class SumFinder
{
    public static List<Sum> All(PageReading reading, IReadOnlyList<TableHeading> headings)
    {
        var lineHeadings = headings.SelectMany(heading => Enumerable.Range(heading.First.Index, heading.Last.Index - heading.First.Index + 1)).ToHashSet();
        var sums = new List<Sum>();
        foreach (var row in reading.Rows)
        {
            if (lineHeadings.Contains(row.Index))
            {
                continue;
            }

            foreach (var cell in row.Cells)
            {
                if (SumLabel.Of(cell) is { } label)
                {
                    sums.AddRange(ByColumns(reading, cell, label, headings) ?? SumsOf(reading, cell, label));
                    sums.AddRange(FurtherLabels(cell, label).SelectMany(further => SumsOf(reading, cell, further)));
                }
            }
        }

        return sums;
    }

    private static IEnumerable<Sum> SumsOf(PageReading reading, Cell cell, LabelMatch<Label> label)
    {
        var amounts = RightOf(cell, label).ToList();
        if (amounts.Count > 0)
        {
            var chosen = label.Meaning is Label.Tax ? TaxOf(amounts, cell.Row) : BeforeInclusion(amounts) ?? BaseOf(amounts, cell, label) ?? amounts[^1];
            // "Net 30" is a term of payment.
            if (chosen is not null && (chosen.IsMoney || MayBeBare(cell, label, chosen)))
            {
                yield return Made(reading, cell, label, chosen, chosen.IsMoney ? SumScores.InRow : SumScores.InRowBare);
            }

            if (BeforeInclusion(amounts) is not null && label.Meaning is Label.Total or Label.GrandTotal or Label.AmountDue && Labels.All.FindAll(amounts[^1].Cell.Folded).Any(other => other.Meaning is Label.Tax or Label.TaxId))
            {
                var tax = label with { Meaning = Label.Tax };
                yield return Made(reading, cell, tax, amounts[^1], SumScores.Included);
            }

            yield break;
        }

        if (SumGrid.Below(reading, cell) is { Count: > 0 } column)
        {
            var first = Made(reading, cell, label, column[0], SumScores.Below);
            yield return column.Count == 1 ? first : first with
            {
                Value = column.Sum(amount => amount.Value),
                Source = null,
                Score = first.Score - SumScores.Added,
            };
            yield break;
        }

        if (Beside(reading, cell) is { } beside)
        {
            var score = beside.IsMoney ? SumScores.Beside : SumScores.BesideBare;
            yield return Made(reading, cell, label, beside, score);
            yield break;
        }

        if (cell.Text.Length - label.Length <= 24 && !cell.Row.Cells.Skip(cell.Index + 1).Any(other => other.Amounts.Count > 0 && other.Index == cell.Index + 1) && FieldFinder.Below(reading, cell) is { } below
            && below.Amounts is [.., var amount] && below.Text.Length - (amount.End - amount.Start) <= 6 && MayStandBelow(cell, below, amount))
        {
            yield return Made(reading, cell, label, amount, amount.IsMoney ? SumScores.Below : SumScores.BelowBare);
        }
    }

    private static readonly SearchValues<char> CardMarks = SearchValues.Create("·*-•.#xX");

    // "Net 30", "Visa · 7712", "Payment is due within 14 days to account 12345678": numbers that are no sums.
    private static bool MayBeBare(Cell cell, LabelMatch<Label> label, PrintedAmount amount)
    {
        if ((label.Length <= 5 && label.Meaning is Label.Subtotal) || Math.Abs(amount.Value) >= 10_000_000m)
        {
            return false;
        }

        var between = ReferenceEquals(amount.Cell, cell) ? cell.Text.AsSpan(label.End, amount.Start - label.End) : "";
        return !(label.Meaning is Label.AmountPaid && between.ContainsAny(CardMarks)) && SumLabel.LettersOf(cell.Folded.AsSpan(label.End, between.Length)) <= 8;
    }

    // Scans and some layouts set the amount a little higher or lower than its label: a row of its own that still overlaps the label's.
    private static PrintedAmount? Beside(PageReading reading, Cell cell)
    {
        foreach (var index in (int[])[cell.Row.Index - 1, cell.Row.Index + 1])
        {
            if (index < 0 || index >= reading.Rows.Count || reading.Rows[index] is not { } row || row.Page != cell.Row.Page || row.Cells.Any(FieldFinder.IsLabel)
                || row.Amounts.ToList() is not [var amount] || amount.Box.X < cell.Box.Right)
            {
                continue;
            }

            var distance = Math.Abs(row.Box.Y + (row.Box.Height / 2) - cell.Box.Y - (cell.Box.Height / 2));
            if (distance < 0.8 * Math.Max(row.Height, cell.Row.Height) && amount.Box.Height > 0.6 * cell.Box.Height && amount.Cell.Text.Length - (amount.End - amount.Start) <= 4)
            {
                return amount;
            }
        }

        return null;
    }

    private static bool MayStandBelow(Cell cell, Cell below, PrintedAmount amount) =>
        amount.IsMoney && below.Row.Box.Y - cell.Row.Box.Bottom < 5 * cell.Row.Height && !(below.Row.Cells.Count > 0 && FieldFinder.IsLabel(below.Row.Cells[0]) && below.Index > 0 && below.Row.Cells[0].Labels[0].Meaning is >= Label.Subtotal and <= Label.NoMoney);

    // A total row under the columns net, tax and gross gives all three.
    private static List<Sum>? ByColumns(PageReading reading, Cell cell, LabelMatch<Label> label, IReadOnlyList<TableHeading> headings)
    {
        var heading = headings.LastOrDefault(heading => heading.Last.Index < cell.Row.Index);
        if (label.Meaning is not (Label.Total or Label.GrandTotal or Label.Subtotal) || heading is null || !(heading.Has(Column.NetAmount) || heading.Has(Column.Tax)))
        {
            return null;
        }

        var sums = new List<Sum>();
        foreach (var amount in RightOf(cell, label))
        {
            Label? meaning = LineTable.ColumnOf(heading, amount.Box)?.Kind switch
            {
                Column.NetAmount => Label.Subtotal,
                Column.Tax => Label.Tax,
                Column.GrossAmount => Label.GrandTotal,
                Column.Amount => heading.Has(Column.NetAmount) ? Label.GrandTotal : Label.Total,
                _ => null,
            };
            if (meaning is { } known)
            {
                var score = amount.IsMoney ? SumScores.InColumn : SumScores.InColumnBare;
                sums.Add(Made(reading, cell, label with { Meaning = known }, amount, score));
            }
        }

        return sums.Count >= 2 && sums.Any(sum => sum.Label is Label.Tax or Label.Subtotal) ? sums : null;
    }

    // "공급가액: 37,000 / 부가세: 3,700": several sums in one cell, each behind its own label.
    private static IEnumerable<LabelMatch<Label>> FurtherLabels(Cell cell, LabelMatch<Label> first) => cell.Labels.Where(label =>
        label.Start > first.End && label.Meaning is >= Label.Subtotal and <= Label.NoMoney && cell.Amounts.Any(amount => amount.Start >= first.End && amount.End <= label.Start)
        && cell.Text.AsSpan(0, label.Start).TrimEnd() is [.., '/' or '|' or ';' or '·']);

    private static IEnumerable<PrintedAmount> RightOf(Cell cell, LabelMatch<Label> label)
    {
        var next = FurtherLabels(cell, label).Select(further => further.Start).DefaultIfEmpty(int.MaxValue).First();
        foreach (var amount in cell.Amounts)
        {
            // "Net 45 days": a bare number counts only where nothing follows it. "Total CAD $358.40": the code is of both, label and amount.
            if (amount.Start > label.Start && amount.End > label.End && amount.End <= next && (amount.IsMoney || amount.End >= cell.Text.Length - 1))
            {
                yield return amount;
            }
        }

        if (next != int.MaxValue)
        {
            yield break;
        }

        for (var i = cell.Index + 1; i < cell.Row.Cells.Count; i++)
        {
            var right = cell.Row.Cells[i];
            if (FieldFinder.IsLabel(right) && right.Text.Any(char.IsLetter) && !IsCurrencyOnly(right))
            {
                yield break;
            }

            foreach (var amount in right.Amounts)
            {
                if (amount.IsMoney || (amount.Start == 0 && amount.End >= right.Text.Length - 1))
                {
                    yield return amount;
                }
            }
        }
    }

    private static bool IsCurrencyOnly(Cell cell) => cell.Labels[0].Meaning is Label.Currency || CurrencyText.CodesOf(cell.Text).Count > 0 || cell.Amounts is [{ Start: 0 }];

    // "£59.85 (includes £9.98 VAT)": the total comes before what it includes.
    private static PrintedAmount? BeforeInclusion(List<PrintedAmount> amounts)
    {
        if (amounts.Count != 2 || !ReferenceEquals(amounts[0].Cell, amounts[1].Cell))
        {
            return null;
        }

        var between = amounts[0].Cell.Folded[amounts[0].End..amounts[1].Start];
        return amounts[0].Value > amounts[1].Value && Array.Exists(Inclusions, word => between.Contains(word, StringComparison.Ordinal)) ? amounts[0] : null;
    }

    private static readonly string[] Inclusions = ["incl", "dont", "davon", "inkl", "enthalt", "di cui", "waarvan", "of which", "da cui", "포함", "内", "うち"];

    // "Imponibile 10% 409,08 IVA 40,91": of base and tax in one row the base is the larger.
    private static PrintedAmount? BaseOf(List<PrintedAmount> amounts, Cell cell, LabelMatch<Label> label) =>
        label.Meaning is Label.Subtotal or Label.TaxBase && amounts.Count == 2 && TaxRates.Of(cell.Row.Text).Any(rate => TaxRates.Fits(amounts[0].Value, amounts[1].Value, rate)) ? amounts[0] : null;

    // Of base and tax in one row the tax is the one that is the rate's part of the other.
    private static PrintedAmount? TaxOf(List<PrintedAmount> amounts, Row row)
    {
        if (amounts.Count > 1)
        {
            foreach (var rate in TaxRates.Of(row.Text))
            {
                foreach (var tax in Enumerable.Reverse(amounts))
                {
                    if (amounts.Any(other => !ReferenceEquals(other, tax) && TaxRates.Fits(other.Value, tax.Value, rate)))
                    {
                        return tax;
                    }
                }
            }
        }

        var last = amounts[^1];
        // "VAT 20" without decimals or mark is a rate or a number, not an amount, when it is also the only thing there.
        return last.IsMoney || amounts.Count == 1 && last.Value != 0 && !ReferenceEquals(last.Cell, null) && last.Cell.Amounts.Count == 1 && last.Cell.Text.Length == last.End - last.Start ? last : last.Value == 0m ? last : null;
    }

    private static Sum Made(PageReading reading, Cell cell, LabelMatch<Label> label, PrintedAmount amount, int score)
    {
        var basis = label.Meaning switch
        {
            Label.GrandTotal => SumScores.GrandTotal,
            Label.Total => SumScores.Total,
            Label.AmountDue => SumScores.AmountDue,
            Label.AmountPaid => SumScores.AmountPaid,
            _ => SumScores.OtherLabel,
        };
        var last = amount.Cell.Row;
        var excerpt = ReferenceEquals(last, cell.Row) ? ExcerptOf(cell, amount) : amount.Cell.Text;
        return new(label.Meaning, amount.Value, amount, reading.Text.EvidenceOf(cell.Row, last, Box.Around(cell.Box, amount.Box), excerpt), cell.Row, basis + score);
    }

    private static string ExcerptOf(Cell cell, PrintedAmount amount) =>
        string.Join(' ', cell.Row.Cells.Skip(cell.Index).Take(amount.Cell.Index - cell.Index + 1).Select(part => part.Text));
}
