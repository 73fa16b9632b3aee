namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What the words of a line say about the charge.</summary>
internal enum LineHint { Refund, Credit, Discount, Tax, Weekly, Monthly, Quarterly, Yearly, Usage, OneTime, Subscription, Work }

/// <summary>A line's words, its period and its price → how often it is charged, and under which plan; only what is printed.</summary>
internal static class LineHints
{
    // Metered prices are fractions of a cent or a few cents for each of many units.
    private const decimal SmallPrice = 0.5m;
    private const decimal ManyUnits = 20m;

    private static readonly LabelTable<LineHint> Table = ReadingPhrases.Hints.TableOf<LineHint>();

    private static readonly (string Slash, LineHint Meaning)[] Slashes = [.. Enum.GetValues<LineHint>()
        .SelectMany(hint => ReadingPhrases.Hints[$"{hint}"].Select(phrase => (phrase, hint)))
        .Where(hint => hint.phrase[0] == '/')];

    public static IReadOnlySet<LineHint> Of(string description)
    {
        var folded = FoldedText.Of(description);
        // "2월", "3月": the number makes it a month of the calendar.
        var hints = Table.FindAll(folded).Where(match => !(match.Length == 1 && match.Start > 0 && (char.IsAsciiDigit(folded[match.Start - 1]) || folded[match.Start - 1] is '당' or '今')))
            .Select(match => match.Meaning).ToHashSet();
        foreach (var (slash, meaning) in Slashes)
        {
            if (description.IndexOf(slash, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (at + slash.Length == description.Length || !char.IsLetter(description[at + slash.Length])))
            {
                hints.Add(meaning);
            }
        }

        return hints;
    }

    /// <param name="own">The period the line prints.</param>
    /// <param name="invoice">The period of the whole invoice: it speaks for a line that calls itself a subscription.</param>
    public static Cadence? CadenceOf(IReadOnlySet<LineHint> hints, LineDraft draft, PeriodText? own, PeriodText? invoice)
    {
        if (hints.Contains(LineHint.OneTime))
        {
            return Cadence.OneTime;
        }

        var isMetered = draft is { Quantity: { } quantity, UnitPrice: { } price } && Math.Abs(price) < SmallPrice && quantity >= ManyUnits;
        if (hints.Contains(LineHint.Usage) || (isMetered && (own ?? invoice) is not null && !hints.Overlaps([LineHint.Subscription, LineHint.Monthly, LineHint.Yearly])))
        {
            return Cadence.Usage;
        }

        return hints.Contains(LineHint.Yearly) ? Cadence.Yearly
            : hints.Contains(LineHint.Quarterly) ? Cadence.Quarterly
            : hints.Contains(LineHint.Monthly) ? Cadence.Monthly
            : hints.Contains(LineHint.Weekly) ? Cadence.Weekly
            : own is { } printed && (!hints.Contains(LineHint.Work) || hints.Contains(LineHint.Subscription)) ? OfDays(printed)
            : invoice is { } whole && hints.Contains(LineHint.Subscription) ? OfDays(whole)
            : null;
    }

    private static Cadence? OfDays(PeriodText period) => (period.End.DayNumber - period.Start.DayNumber) switch
    {
        >= 6 and <= 8 => Cadence.Weekly,
        >= 27 and <= 31 => Cadence.Monthly,
        >= 88 and <= 93 => Cadence.Quarterly,
        >= 360 and <= 372 => Cadence.Yearly,
        _ => null,
    };

    // "Pro plan", "Plan: Pro", "Growth Plan – Monthly": the words up to "plan" in its part of the description.
    public static string? PlanOf(string description)
    {
        foreach (var part in description.Split(['(', ')', '-', '–', '—', ':', ',', '|', '·', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = FoldedText.Of(part);
            foreach (var word in (string[])[" plan", " subscription", " tarif", " abonnement", " 요금제", " プラン", "プラン"])
            {
                if (folded.IndexOf(word, StringComparison.Ordinal) is > 0 and var at && part.Length <= 60 && (at + word.Length == folded.Length || !char.IsAsciiLetter(folded[at + word.Length])))
                {
                    return part[..at].Trim() is { Length: > 1 } plan && plan.Any(char.IsLetter) && Table.AtStart(FoldedText.Of(plan), 0) is null ? plan : null;
                }
            }
        }

        return BeforeCadence(description);
    }

    // "Growth (monthly)", "Team – billed annually": a short name with nothing behind it but how often it is paid.
    private static string? BeforeCadence(string description)
    {
        var cut = description.AsSpan().IndexOfAny("(–—-");
        if (cut < 3 || description[..cut].Trim() is not { Length: <= 30 } name || name.Any(char.IsAsciiDigit) || name.Count(c => c == ' ') > 2 || Table.FindAll(FoldedText.Of(name)).Count > 0)
        {
            return null;
        }

        var rest = FoldedText.Of(description[(cut + 1)..]);
        return Table.FindAll(rest) is [{ Meaning: LineHint.Monthly or LineHint.Yearly or LineHint.Quarterly or LineHint.Weekly } only] && rest.Count(char.IsLetter) - only.Length <= 0 ? name : null;
    }
}
