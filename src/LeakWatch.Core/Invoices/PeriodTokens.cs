namespace LeakWatch.Core.Invoices;

/// <param name="Kind">F full date, M month name, N number up to 31, Y year, C connector such as "–" or "bis", Q quarter, X anything else.</param>
/// <param name="IsJoined">Directly followed by a slash, hyphen or full stop and the next number (<c>01/2026</c>).</param>
internal readonly record struct PeriodToken(char Kind, int Value, DateOnly Date, int Start, int End, bool IsAmbiguous, bool IsMonthFirst, bool IsJoined);

/// <summary>Cuts a text into the parts periods are made of.</summary>
internal static class PeriodTokens
{
    private static readonly string[] Connectors = [.. DatePhrases.Kind["Until"]];

    private static readonly string[] Skipped = [.. DatePhrases.Kind["Skipped"]];

    public static List<PeriodToken> Of(string text, DateOrder order)
    {
        var tokens = new List<PeriodToken>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (IsConnector(c) && !(c is '-' && Joins(text, i) && !FollowsDate(tokens, i)))
            {
                Add(tokens, 'C', 0, i, ++i);
            }
            else if ((char.IsLetterOrDigit(c) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]) || FoldsWord(text, i))) && new DateScanner(text, order).At(i) is { } date)
            {
                var monthFirst = DateText.Vote(text.AsSpan(date.Start, date.Length)) is DateOrder.MonthFirst || order is DateOrder.MonthFirst;
                tokens.Add(new('F', 0, date.Date, i, date.End, date.IsAmbiguous, monthFirst, false));
                i = date.End;
            }
            else if (char.IsAsciiDigit(c))
            {
                i = AddNumber(tokens, text, i);
            }
            else if (char.IsLetter(c))
            {
                i = AddWord(tokens, text, i);
            }
            else
            {
                if (c is not (' ' or '.' or ',' or '\'' or '’' or '/' or '-' or '\u00a0' or '(' or ')'))
                {
                    Add(tokens, 'X', 0, i, i + 1);
                }

                i++;
            }
        }

        return tokens;
    }

    private static int AddNumber(List<PeriodToken> tokens, string text, int start)
    {
        var (end, value) = (start, 0);
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - start < 5)
        {
            value = (value * 10) + (text[end++] - '0');
        }

        var digits = end - start;
        var unit = end < text.Length ? text[end] : ' ';
        var kind = digits == 4 && value is >= 1980 and <= 2099 ? 'Y' : digits <= 2 && value is >= 1 and <= 31 ? 'N' : 'X';
        var joined = unit is '/' or '-' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
        if (unit is '年' or '년' or '月' or '월' or '日' or '일')
        {
            (end, joined) = (end + 1, true);
        }

        tokens.Add(new(kind, value, default, start, end, false, false, joined));
        return end;
    }

    private static int AddWord(List<PeriodToken> tokens, string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || (text[end] is '/' && end > start && end + 1 < text.Length && text[end + 1] is 'm')))
        {
            end++;
        }

        var word = text[start..end];
        if (word is ['Q' or 'T',] && end < text.Length && text[end] is >= '1' and <= '4')
        {
            Add(tokens, 'Q', text[end] - '0', start, end + 1);
            return end + 1;
        }

        if (Connectors.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            if (tokens is not [.., { Kind: 'C' }])
            {
                Add(tokens, 'C', 0, start, end);
            }
        }
        else if (MonthNames.AtStart(text.AsSpan(start), out _) is > 0 and var month)
        {
            Add(tokens, 'M', month, start, end);
        }
        else if (!Skipped.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            Add(tokens, 'X', 0, start, end);
        }

        return end;
    }

    private static void Add(List<PeriodToken> tokens, char kind, int value, int start, int end) =>
        tokens.Add(new(kind, value, default, start, end, false, false, false));

    private static bool IsConnector(char c) => c is '-' or '‒' or '–' or '—' or '―' or '~' or '～' or '〜' or '→' or '−' or 'ー';

    // A hyphen with digits right and left of it belongs to a number or date: 2026-01.
    private static bool Joins(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    // 01/01/2026-01/31/2026
    private static bool FollowsDate(List<PeriodToken> tokens, int at) => tokens is [.., { Kind: 'F' } date] && date.End == at;

    private static bool FoldsWord(string text, int at) => text[at] >= 0x3000 || text[at - 1] >= 0x3000;
}
