namespace LeakWatch.Core.Invoices.Reading;

/// <summary>The document's currency: what stands at its amounts, then what its words say. Shared symbols need a hint from the page.</summary>
internal static class CurrencyFinder
{
    private static readonly LabelTable<int> Countries = new LabelTable<int>()
        .Add(Index("CAD"), "canada|ontario|quebec|british columbia|alberta|hst|tps|tvq|gst hst|toronto|vancouver|montreal|cad")
        .Add(Index("AUD"), "australia|abn|sydney|melbourne|brisbane|nsw|aud|pty")
        .Add(Index("NZD"), "new zealand|auckland|wellington|nzd").Add(Index("SGD"), "singapore|sgd").Add(Index("HKD"), "hong kong|hkd|kowloon")
        .Add(Index("MXN"), "mexico|rfc|mxn|cdmx").Add(Index("TWD"), "taiwan|taipei|twd").Add(Index("CLP"), "chile|santiago de chile").Add(Index("COP"), "colombia|bogota")
        .Add(Index("ARS"), "argentina|buenos aires|cuit").Add(Index("CNY"), "china|中国|上海|北京|人民币|深圳|shanghai|beijing|增值税|发票")
        .Add(Index("NOK"), "norge|norway|oslo|mva").Add(Index("DKK"), "danmark|denmark|kobenhavn|cvr").Add(Index("SEK"), "sverige|sweden|stockholm|organisationsnummer")
        .Add(Index("ISK"), "iceland|reykjavik").Add(Index("PKR"), "pakistan|karachi|lahore").Add(Index("LKR"), "sri lanka|colombo").Add(Index("NPR"), "nepal|kathmandu")
        .Add(Index("USD"), "united states|usa|new york|california|us$|usd|sales tax");

    public static Found<string>? Find(PageReading reading, Totals totals)
    {
        var marks = reading.Rows.SelectMany(row => row.Amounts).Where(amount => amount.Amount.Mark is not null).ToList();
        var stated = Stated(reading);
        var onTotal = totals.Total?.Source?.Amount.Mark;
        if (onTotal is not null && CurrencyText.OnlyCodeOf(onTotal) is { } code)
        {
            return new(code, totals.Total!.Evidence, 95, totals.Total.Source!.Cell);
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
            return new(most.Key, EvidenceOf(reading, most.First().amount), 90, most.First().amount.Cell);
        }

        if (shared is not null && marks.Find(amount => amount.Amount.Mark == shared) is { } sample)
        {
            return new(Disambiguate(reading, shared), EvidenceOf(reading, sample), 75, sample.Cell);
        }

        return Loose(reading);
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
                    return new(code, NumberFinder.EvidenceOf(reading, value), 92, value.Cell);
                }
            }
        }

        return null;
    }

    // A code or symbol apart from amounts: "Total (EUR)", "P.U. HT €", "Einzel/€". Two different ones leave the question open.
    private static Found<string>? Loose(PageReading reading)
    {
        Found<string>? found = null;
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells))
        {
            foreach (var word in cell.Text.Split([' ', '(', ')', '[', ']', ',', '/', ':', '.'], StringSplitOptions.RemoveEmptyEntries))
            {
                var code = word.Length <= 5 ? CurrencyText.OnlyCodeOf(word) : null;
                if (code is null || cell.IsCustomer || (word.All(char.IsLetter) && word.Length == 2))
                {
                    continue;
                }

                if (found is { } other && other.Value != code)
                {
                    return null;
                }

                found ??= new(code, reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text), 70, cell);
            }
        }

        return found;
    }

    private static string Disambiguate(PageReading reading, string mark)
    {
        var codes = CurrencyText.CodesOf(mark);
        var votes = new int[codes.Count];
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells))
        {
            foreach (var hint in Countries.FindAll(cell.Folded))
            {
                for (var i = 0; i < codes.Count; i++)
                {
                    // The customer's country is weaker than the vendor's.
                    votes[i] += Index(codes[i]) == hint.Meaning ? (cell.IsCustomer ? 1 : 2) : 0;
                }
            }

            if (mark is "$" && Locale.HasStateAndZip(cell.Text))
            {
                votes[0] += 2;
            }
        }

        var best = Array.IndexOf(votes, votes.Max());
        return codes[best];
    }

    private static int Index(string code) => (code[0] << 16) | (code[1] << 8) | code[2];

    private static Evidence EvidenceOf(PageReading reading, PrintedAmount amount) =>
        reading.Text.EvidenceOf(amount.Cell.Row, amount.Cell.Row, amount.Box, amount.Cell.Text);
}
