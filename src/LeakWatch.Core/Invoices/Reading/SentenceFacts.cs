namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Dates, amounts, days and plan that a sentence states.</summary>
internal sealed class SentenceFacts
{
    private static readonly LabelTable<char> Units = new LabelTable<char>()
        .Add('d', ReadingPhrases.Sentences["Unit.Day"])
        .Add('w', ReadingPhrases.Sentences["Unit.Week"])
        .Add('m', ReadingPhrases.Sentences["Unit.Month"])
        .Add('y', ReadingPhrases.Sentences["Unit.Year"]);

    // The day named is the last one of the old state: what follows begins a day later.
    private static readonly LabelTable<bool> LastDayWords = new LabelTable<bool>()
        .Add(true, ReadingPhrases.Sentences["ChangeDay.LastOfOld"])
        .Add(false, ReadingPhrases.Sentences["ChangeDay.FirstOfNew"]);

    private readonly string text;
    private readonly string folded;
    private readonly List<DateText> dates = [];

    public SentenceFacts(string text, PageReading reading)
    {
        this.text = text;
        folded = FoldedText.Of(text);
        for (var date = DateText.Find(text, reading.Order); date is { } found; date = DateText.Find(text, reading.Order, found.End))
        {
            dates.Add(found);
        }

        Period = PeriodText.Find(text, reading.Order);
        LastAmount = Amounts(reading).Select(amount => (decimal?)amount.Value).LastOrDefault();
        Percent = TaxRates.Of(text) is [var rate, ..] ? rate : null;
        PlanName = PlanOf();
    }

    public DateOnly? FirstDate => dates.Count > 0 ? dates[0].Date : null;

    /// <summary>The day after a "until …", "ends on …"; the day itself after "effective …", "from …"; null without a date.</summary>
    public DateOnly? EndDate => dates.Count == 0 ? null : NamesLastDay(dates[0]) ? dates[0].Date.AddDays(1) : dates[0].Date;

    /// <summary>The first day after the last one named by "until", else null.</summary>
    public DateOnly? UntilDate => dates.Count == 0 ? null : NamesUntil(dates[^1]) ? dates[^1].Date.AddDays(1) : dates[^1].Date;

    public PeriodText? Period { get; }

    public decimal? LastAmount { get; }

    public decimal? Percent { get; }

    public string? PlanName { get; }

    /// <summary>A number of days, weeks or months as days; a month counts 30.</summary>
    public int? Days => Count() switch { ('d', var days) => days, ('w', var weeks) => weeks * 7, ('m', var months) => months * 30, _ => null };

    public int? Months => Count() switch { ('m', var months) => months, ('y', var years) => years * 12, _ => null };

    private (char Unit, int Number)? Count()
    {
        foreach (var unit in Units.FindAll(folded))
        {
            var end = unit.Start;
            while (end > 0 && text[end - 1] is ' ' or '-' or ')' or '(' || end > 0 && char.IsLetter(text[end - 1]) && text.AsSpan(0, end).LastIndexOf('(') > end - 14)
            {
                end--;
            }

            var start = end;
            while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            {
                start--;
            }

            if (start < end && end - start <= 3 && !dates.Any(date => date.Start < end && date.End > start))
            {
                return (unit.Meaning, int.Parse(text.AsSpan(start, end - start), null));
            }
        }

        return null;
    }

    // A number counts as money when a currency mark touches it: "$59.00", "59,000원으로", "月額5,900円".
    private IEnumerable<AmountText> Amounts(PageReading reading)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || dates.Any(date => date.Start <= i && date.End > i))
            {
                continue;
            }

            var end = i;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' or '\'' or '’' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }

            var gap = end < text.Length && text[end] is ' ' or '\u00a0' ? 1 : 0;
            var behind = end + gap < text.Length ? CurrencyText.MarkAtStart(text.AsSpan(end + gap, Math.Min(6, text.Length - end - gap))) : 0;
            var before = text.AsSpan(0, i).TrimEnd(' ');
            var ahead = CurrencyText.MarkAtEnd(before);
            if ((behind > 0 || ahead > 0) && AmountText.Read(text.AsSpan(i, end - i), reading.Style) is { } amount)
            {
                yield return amount;
            }

            i = end;
        }
    }

    private bool NamesLastDay(DateText date) => Near(date, 24) is true;

    private bool NamesUntil(DateText date)
    {
        var before = folded[..date.Start].TrimEnd();
        var after = folded[date.End..].TrimStart();
        return ((string[])["until", "through", "till", "bis", "bis zum", "jusqu au", "hasta", "hasta el", "jusqu a"]).Any(word => before.EndsWith(word, StringComparison.Ordinal))
            || after.StartsWith("까지", StringComparison.Ordinal) || after.StartsWith("まで", StringComparison.Ordinal);
    }

    private bool? Near(DateText date, int reach)
    {
        var start = Math.Max(0, date.Start - reach);
        var before = LastDayWords.FindAll(folded[start..date.Start]);
        var after = LastDayWords.FindAll(folded[date.End..Math.Min(folded.Length, date.End + 6)]);
        return after.Count > 0 ? after[0].Meaning : before.Count > 0 ? before[^1].Meaning : null;
    }

    // Up to three capitalised words in front of "plan" or "subscription".
    private string? PlanOf()
    {
        foreach (var word in (string[])[" plan", " subscription", " abonnement", " tarif", " suscripcion", " 요금제", "プラン"])
        {
            if (folded.IndexOf(word, StringComparison.Ordinal) is not (> 0 and var at))
            {
                continue;
            }

            var words = text[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse().TakeWhile(w => char.IsUpper(w[0]) || FoldedText.IsCjk(w[0])).Take(3).Reverse().ToList();
            var plan = string.Join(' ', words).Trim('"', '“', '”', ',');
            if (plan.Length is > 1 and <= 40 && !((string[])["Your", "The", "This", "Ihr", "Votre", "Su", "Our"]).Contains(plan))
            {
                return plan;
            }
        }

        return null;
    }
}
