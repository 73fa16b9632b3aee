using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>A row's currency, and where it came from when that is not certain.</summary>
internal readonly record struct RowCurrency(string? Code, IReadOnlyList<string> Warnings);

/// <summary>The currency of a row: its own column, the mark at the amount, the column's name, or the lines above the table, in that order.</summary>
internal sealed partial class StatementCurrency
{
    private static readonly SearchValues<char> PlainSigns = SearchValues.Create("€£₩￦円원");

    // In Spanish the sign of the dollar is that of a peso.
    private static readonly string[] SpanishNames = ["fecha", "descripcion", "concepto", "importe", "monto", "abono", "abonos", "retiros"];

    private readonly StatementLayout layout;
    private readonly string? above;
    private readonly bool isSpanish;
    private readonly Dictionary<int, string?> byName = [];
    private readonly Dictionary<string, RowCurrency> marks = new(StringComparer.Ordinal);

    public StatementCurrency(StatementLayout layout)
    {
        this.layout = layout;
        isSpanish = layout.Names.Any(name => StatementWords.Fold(name).Split(' ').Any(SpanishNames.Contains));
        above = layout.Table.Preamble.Select(CodeIn).FirstOrDefault(code => code is not null) ?? Converted(layout);
        Usual = layout.ProfileOf(ColumnRole.Currency) is { IsConstant: true } column ? CodeOf(column.Values.First())
            : new[] { ColumnRole.Amount, ColumnRole.Debit, ColumnRole.Credit }.SelectMany(layout.All).Select(NamedAt).FirstOrDefault(code => code is not null)
            ?? layout.Table.Sample.SelectMany(row => row.Cells).Select(cell => CellShape.Amount(cell)?.Mark).OfType<string>().Select(CodeOf).FirstOrDefault() ?? above;
    }

    /// <summary>Of most rows, as far as the file says.</summary>
    public string? Usual { get; }

    public RowCurrency Of(TableRow row, PaidAmount paid)
    {
        if (row.Cell(layout.Of(ColumnRole.Currency)) is { Length: > 0 } printed && CodeOf(printed) is { } code)
        {
            return new(code, []);
        }

        if (paid.Mark is { } mark)
        {
            return Marked(mark);
        }

        return NamedAt(paid.Column) is { } named ? new(named, [])
            : paid.Column < layout.Names.Count && SharedSign().Match(layout.Names[paid.Column]) is { Success: true } sign && CurrencyText.CodesOf(sign.Value).Count > 0 ? Marked(sign.Value)
            : new(above ?? MarkIn(row), []);
    }

    /// <summary>The amount before conversion, from its columns or from the words of the row; null when the row prints none.</summary>
    public string? OriginalOf(TableRow row, string description, string? currency)
    {
        if (row.Cell(layout.Of(ColumnRole.OriginalAmount)) is { Length: > 0 } cell && CellShape.Amount(cell) is { Value: not 0m } amount
            && (CodeOf(row.Cell(layout.Of(ColumnRole.OriginalCurrency))) ?? (amount.Mark is null ? null : CodeOf(amount.Mark))) is { } code && code != currency)
        {
            var rate = row.Cell(layout.Of(ColumnRole.ExchangeRate));
            return Print(code, Math.Abs(amount.Value), rate);
        }

        foreach (Match match in ForeignAmount().Matches(description))
        {
            var printed = match.Groups["code"].Success ? match.Groups["code"].Value : match.Groups["after"].Value;
            if (CurrencyText.IsCode(printed) && printed != currency && CellShape.Amount(match.Groups["amount"].Value) is { } foreign)
            {
                return Print(printed, foreign.Value, match.Groups["rate"].Value);
            }
        }

        return null;
    }

    /// <summary>The currency that every conversion of the file ends in: <c>1 USD = 0.88241 EUR</c>.</summary>
    private static string? Converted(StatementLayout layout)
    {
        var codes = layout.All(ColumnRole.Description)
            .SelectMany(column => layout.Table.Sample.Select(row => Conversion().Match(row.Cell(column))))
            .Where(match => match.Success).Select(match => match.Groups["code"].Value).Where(code => CurrencyText.IsCode(code)).Distinct().Take(2).ToList();
        return codes is [var only] ? only : null;
    }

    private static string Print(string code, decimal amount, string rate) =>
        string.Create(CultureInfo.InvariantCulture, $"{code} {Currencies.Format(amount, code)}{(rate.Length > 0 ? " at " + rate : "")}");

    private RowCurrency Marked(string mark)
    {
        if (marks.TryGetValue(mark, out var known))
        {
            return known;
        }

        var codes = CurrencyText.CodesOf(mark);
        var chosen = above is not null && codes.Contains(above) ? above
            : codes.Count > 1 && isSpanish && codes.Contains("MXN") ? "MXN"
            : codes is [var likeliest, ..] ? likeliest : null;
        return marks[mark] = new(chosen, codes.Count > 1 && chosen != above ? [$"The file prints {mark} and no currency code; {chosen} is the likeliest of those that use it."] : []);
    }

    private string? NamedAt(int column)
    {
        if (column < 0 || column >= layout.Names.Count)
        {
            return null;
        }

        if (!byName.TryGetValue(column, out var code))
        {
            byName[column] = code = CodeIn(layout.Names[column]);
        }

        return code;
    }

    private string? MarkIn(TableRow row) =>
        new[] { ColumnRole.Balance, ColumnRole.OtherAmount, ColumnRole.Tax }.SelectMany(layout.All).Select(column => CellShape.Amount(row.Cell(column))?.Mark).OfType<string>()
            .Select(mark => Marked(mark).Code).FirstOrDefault();

    private static string? CodeOf(string printed) =>
        CurrencyText.IsCode(printed) ? printed
        : printed.Length == 3 && CurrencyText.IsCode(printed.ToUpperInvariant()) ? printed.ToUpperInvariant()
        : CurrencyText.CodesOf(printed) is [var likeliest, ..] ? likeliest : null;

    private static string? CodeIn(string text)
    {
        foreach (var match in Words().EnumerateMatches(text))
        {
            var word = text.AsSpan(match.Index, match.Length);
            if (CurrencyText.IsCode(word))
            {
                return word.ToString();
            }
        }

        return text.AsSpan().IndexOfAny(PlainSigns) is >= 0 and var at ? CurrencyText.OnlyCodeOf(text.AsSpan(at, 1)) : null;
    }

    /// <summary>A sign of several currencies in the name of a column: <c>Cost ($)</c>.</summary>
    [GeneratedRegex(@"\p{Lu}{0,3}[$¥]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SharedSign();

    [GeneratedRegex(@"\b[A-Z]{3}\b", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b1\s?[A-Z]{3}\s?=\s?\d+[.,]\d+\s?(?<code>[A-Z]{3})\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Conversion();

    /// <summary><c>EUR 85.00 @ 1.0980</c>, <c>9.95 USD, 1 USD = 0.88241 EUR</c>.</summary>
    [GeneratedRegex(@"(?<![=]\s*)(?<![\d.,])(?:\b(?<code>[A-Z]{3})\s?(?<amount>\d[\d.,']*\d)|(?<amount>\d[\d.,']*\d)\s?(?<after>[A-Z]{3})\b)(?!\s*=)(?:,?\s*(?:@|at|x|kurs|rate|cours|1\s?[A-Z]{3}\s?=)\s*(?<rate>\d+[.,]\d+))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ForeignAmount();
}
