using System.Collections.Frozen;

namespace LeakWatch.Core.Invoices;

/// <summary>Month names and their abbreviations in the languages invoices come in, folded: lower case, no accents.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        DatePhrases.Months
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private const int Longest = 12;

    /// <summary>The month whose name is the run of letters at the start of the text, or 0.</summary>
    /// <param name="length">Length of that run, its closing full stop not counted.</param>
    public static int AtStart(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        if (length is < 3 or > Longest)
        {
            return 0;
        }

        Span<char> folded = stackalloc char[Longest];
        for (var i = 0; i < length; i++)
        {
            folded[i] = char.ToLowerInvariant(text[i]) switch
            {
                'ä' or 'á' or 'à' or 'â' => 'a',
                'é' or 'è' or 'ê' or 'ě' => 'e',
                'û' or 'ú' or 'ü' or 'ů' => 'u',
                'ç' or 'č' => 'c',
                'ś' or 'ş' or 'š' => 's',
                'ź' or 'ž' => 'z',
                'ř' => 'r',
                'ı' => 'i',
                'ğ' => 'g',
                var c => c,
            };
        }

        return Lookup.TryGetValue(folded[..length], out var month) ? month : 0;
    }
}
