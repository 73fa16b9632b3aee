namespace LeakWatch.Core.Invoices.Reading;

/// <summary>The document's currency: what stands at its amounts, then what its words say. Shared symbols need a hint from the page.</summary>
internal static class CurrencyFinder
{
    private static readonly LabelTable<int> Countries = ReadingPhrases.CurrenciesOfCountries.Aggregate(
        new LabelTable<int>(),
        (table, code) => table.Add(Index(code), ReadingPhrases.Countries[$"Currency.{code}"]));

    private static readonly LabelTable<int> TaxLaws = ReadingPhrases.CurrenciesOfTaxLaws.Index().Aggregate(
        new LabelTable<int>(),
        (table, law) => table.Add(law.Index, ReadingPhrases.Countries[$"TaxLaw.{law.Item}"]));

    public static Found<string>? Find(PageReading reading, Totals totals)
    {
        var marks = reading.Rows.SelectMany(row => row.Amounts).Where(amount => amount.Amount.Mark is not null).ToList();
        var stated = Stated(reading);
        var onTotal = totals.Total?.Source?.Amount.Mark;
        if (onTotal is not null && CurrencyText.OnlyCodeOf(onTotal) is { } code)
        {
            return new(code, totals.Total!.Evidence, CurrencyScores.AtTotal, totals.Total.Source!.Cell);
        }

        var counted = marks.Select(amount => (amount, code: CurrencyText.OnlyCodeOf(amount.Amount.Mark!)))
            .Where(pair => pair.code is not null).GroupBy(pair => pair.code!).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        var shared = onTotal ?? marks.Find(amount => CurrencyText.CodesOf(amount.Amount.Mark!).Count > 1)?.Amount.Mark;
        if (stated is { } said && (shared is null || CurrencyText.CodesOf(shared).Contains(said.Value)))
        {
            return said;
        }

        // "$20.00" beside "$20.00 USD" elsewhere on the page.
        if (counted.FirstOrDefault(group => shared is null || CurrencyText.CodesOf(shared).Contains(group.Key)) is { } most)
        {
            var first = most.First().amount;
            return new(most.Key, EvidenceOf(reading, first), CurrencyScores.AtAmounts, first.Cell);
        }

        if (shared is not null && marks.Find(amount => amount.Amount.Mark == shared) is { } sample)
        {
            var likeliest = Disambiguate(reading, shared, out var isSure);
            var score = isSure ? CurrencyScores.Decided : CurrencyScores.Unsure;
            return new(likeliest, EvidenceOf(reading, sample), score, sample.Cell);
        }

        return Loose(reading) ?? OfTaxLaw(reading);
    }

    private static Found<string>? OfTaxLaw(PageReading reading)
    {
        Found<string>? found = null;
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells).Where(cell => !cell.IsCustomer))
        {
            foreach (var law in TaxLaws.FindAll(cell.Folded))
            {
                var code = ReadingPhrases.CurrenciesOfTaxLaws[law.Meaning];
                if (found is { } other && other.Value != code)
                {
                    return null;
                }

                var printed = reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text);
                found ??= new(code, printed, CurrencyScores.TaxLaw, cell);
            }
        }

        return found;
    }

    /// <summary>True when amounts of two different currencies stand on the page.</summary>
    public static bool IsMixed(PageReading reading, string currency) =>
        reading.Rows.SelectMany(row => row.Amounts).Any(amount => amount.Amount.Mark is { } mark && CurrencyText.CodesOf(mark) is var codes && codes.Count > 0 && !codes.Contains(currency));

    // "Currency: EUR", "Beträge in EUR", "All amounts in US Dollars"
    private static Found<string>? Stated(PageReading reading)
    {
        foreach (var value in FieldFinder.Values(reading, Label.Currency))
        {
            foreach (var word in value.Text.Split([' ', '(', ')', '[', ']', ',', '/', ':'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (CurrencyText.OnlyCodeOf(word) is { } code)
                {
                    return new(code, NumberFinder.EvidenceOf(reading, value), CurrencyScores.Stated, value.Cell);
                }
            }
        }

        return null;
    }

    // A code or symbol apart from amounts: "Total (EUR)", "P.U. HT €", "Einzel/€". Two different ones leave the question open.
    private static Found<string>? Loose(PageReading reading)
    {
        bool IsPlaceForCodes(Cell cell) => cell.Text.Contains('(', StringComparison.Ordinal) || cell.Text.Contains('/', StringComparison.Ordinal) || cell.Text.Length <= 5
            || cell.Labels.Any(label => label.Meaning is Label.Currency or (>= Label.Subtotal and <= Label.NoMoney)) || LineColumns.Headings.AtStart(cell.Folded, 0) is not null;

        Found<string>? found = null;
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells))
        {
            foreach (var word in cell.Text.Split([' ', '(', ')', '[', ']', ',', '/', ':', '.'], StringSplitOptions.RemoveEmptyEntries))
            {
                var code = word.Length <= 5 ? CurrencyText.OnlyCodeOf(word) : null;
                // Codes are words too (a BALLPOINT PEN): they count only where a currency is said.
                if (code is null || cell.IsCustomer || (word.All(char.IsAsciiLetter) && !IsPlaceForCodes(cell)))
                {
                    continue;
                }

                if (found is { } other && other.Value != code)
                {
                    return null;
                }

                var printed = reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text);
                found ??= new(code, printed, CurrencyScores.ApartFromAmounts, cell);
            }
        }

        return found;
    }

    // The page's own words for the first code win over the default; another country's words without its code only make us unsure.
    private static string Disambiguate(PageReading reading, string mark, out bool isSure)
    {
        var codes = CurrencyText.CodesOf(mark);
        var votes = new int[codes.Count];
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells))
        {
            foreach (var hint in Countries.FindAll(cell.Folded))
            {
                for (var i = 0; i < codes.Count; i++)
                {
                    var words = cell.Folded.AsSpan(hint.Start, hint.Length);
                    var isCode = cell.Text.AsSpan(hint.Start, hint.Length).Equals(codes[i], StringComparison.Ordinal) || words is "abn" or "hst" or "tps" or "tvq" or "nzbn" || words.StartsWith("gst");
                    if (Index(codes[i]) == hint.Meaning && !cell.IsCustomer)
                    {
                        votes[i] += isCode ? CurrencyScores.VoteByCode : CurrencyScores.VoteByWord;
                    }
                }
            }

            if (mark is "$" && Locale.HasStateAndZip(cell.Text))
            {
                votes[0] += CurrencyScores.VoteByWord;
            }
        }

        var best = Array.IndexOf(votes, votes.Max());
        isSure = codes.Count == 1 || votes[best] == 0 || best == 0 || votes[best] >= CurrencyScores.EnoughVotes;
        return mark is "$" && votes[best] < CurrencyScores.EnoughVotes ? codes[0] : codes[best];
    }

    private static int Index(string code) => (code[0] << 16) | (code[1] << 8) | code[2];

    private static Evidence EvidenceOf(PageReading reading, PrintedAmount amount) =>
        reading.Text.EvidenceOf(amount.Cell.Row, amount.Cell.Row, amount.Box, amount.Cell.Text);
}
