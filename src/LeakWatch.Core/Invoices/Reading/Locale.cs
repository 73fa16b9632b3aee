namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What the page tells about where it comes from: language and country decide dates and shared currency symbols.</summary>
internal static class Locale
{
    private static readonly LabelTable<DateOrder> Hints = ReadingPhrases.Countries.TableOf<DateOrder>("DateOrder");

    /// <summary>Day or month first, by the country and language the page shows; Unknown when it shows neither or both.</summary>
    public static DateOrder DateOrderOf(PageText text)
    {
        var (month, day) = (0, 0);
        foreach (var cell in text.Rows.SelectMany(row => row.Cells))
        {
            foreach (var hint in Hints.FindAll(cell.Folded))
            {
                (month, day) = hint.Meaning is DateOrder.MonthFirst ? (month + 1, day) : (month, day + 1);
            }

            month += HasStateAndZip(cell.Text) ? 2 : 0;
        }

        if (month != day)
        {
            return month > day ? DateOrder.MonthFirst : DateOrder.DayFirst;
        }

        return month == 0 && text.Rows.Any(row => row.Text.Contains('$', StringComparison.Ordinal) && !row.Text.Contains("R$", StringComparison.Ordinal)) ? DateOrder.MonthFirst : DateOrder.Unknown;
    }

    /// <summary>"CA 94107", "NY, 10001": how an address in the United States ends.</summary>
    public static bool HasStateAndZip(string text)
    {
        for (var i = 2; i + 4 < text.Length; i++)
        {
            if (text[i] is not (' ' or ',') || !char.IsAsciiLetterUpper(text[i - 1]) || !char.IsAsciiLetterUpper(text[i - 2]) || (i > 2 && char.IsLetter(text[i - 3])))
            {
                continue;
            }

            var at = i;
            while (at < text.Length && text[at] is ' ' or ',')
            {
                at++;
            }

            if (at + 5 <= text.Length && text.AsSpan(at, 5).IndexOfAnyExceptInRange('0', '9') < 0 && (at + 5 == text.Length || !char.IsAsciiDigit(text[at + 5])))
            {
                return true;
            }
        }

        return false;
    }
}
