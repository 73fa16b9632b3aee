using System.Collections.Frozen;

namespace LeakWatch.Core.Invoices;

/// <summary>Month names and their abbreviations in the languages invoices come in, folded: lower case, no accents.</summary>
internal static class MonthNames
{
    private static readonly string[] ByMonth =
    [
        "january jan januar jaenner janner janvier janv enero ene gennaio gen janeiro januari stycznia ocak ledna",
        "february feb febr februar feber fevrier fevr fev febrero febbraio fevereiro februari lutego subat unora",
        "march mar marz maerz mrz mars marzo marco maart mrt marts marca mart brezna",
        "april apr avril avr abril abr aprile kwietnia nisan dubna",
        "may mai mayo maggio mag maio mei maj maja mayis kvetna",
        "june jun juni juin junio giugno giu junho czerwca haziran cervna",
        "july jul juli juillet juil julio luglio lug julho lipca temmuz cervence",
        "august aug aout agosto ago augustus augusti sierpnia agustos srpna",
        "september sep sept septembre septiembre settembre set setembro wrzesnia eylul",
        "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika ekim rijna",
        "november nov novembre noviembre novembro listopada kasim listopadu",
        "december dec dezember dez decembre diciembre dic dicembre dezembro desember grudnia aralik prosince",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByMonth
        .SelectMany((names, index) => names.Split(' ').Select(name => (name, month: index + 1)))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.month)
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
