using System.Collections.Frozen;

namespace LeakWatch.Core.Invoices;

/// <summary>How currencies are printed: ISO 4217 codes, symbols and words such as 원 or 円.</summary>
/// <remarks>A symbol that several countries share (<c>$</c>, <c>¥</c>, <c>kr</c>) has several codes; only the page can tell which one is meant.</remarks>
public static class CurrencyText
{
    // Codes that are everyday words in capitals (ALL, TOP, CUP, MOP) are left out: a heading is likelier than the currency.
    private static readonly FrozenSet<string> Codes = FrozenSet.ToFrozenSet((
        "AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CVE CZK " +
        "DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS " +
        "KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB " +
        "PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD SSP SVC SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH " +
        "UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW").Split(' '));

    private static readonly FrozenDictionary<string, string[]> Marks = new Dictionary<string, string[]>
    {
        ["US$"] = ["USD"],
        ["U$S"] = ["USD"],
        ["US $"] = ["USD"],
        ["C$"] = ["CAD"],
        ["CA$"] = ["CAD"],
        ["CAD$"] = ["CAD"],
        ["A$"] = ["AUD"],
        ["AU$"] = ["AUD"],
        ["NZ$"] = ["NZD"],
        ["HK$"] = ["HKD"],
        ["S$"] = ["SGD"],
        ["SG$"] = ["SGD"],
        ["NT$"] = ["TWD"],
        ["MX$"] = ["MXN"],
        ["R$"] = ["BRL"],
        ["$"] = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "CLP", "COP", "ARS"],
        ["€"] = ["EUR"],
        ["Euro"] = ["EUR"],
        ["euro"] = ["EUR"],
        ["EURO"] = ["EUR"],
        ["Euros"] = ["EUR"],
        ["euros"] = ["EUR"],
        ["£"] = ["GBP"],
        ["₩"] = ["KRW"],
        ["￦"] = ["KRW"],
        ["원"] = ["KRW"],
        ["¥"] = ["JPY", "CNY"],
        ["￥"] = ["JPY", "CNY"],
        ["円"] = ["JPY"],
        ["JP¥"] = ["JPY"],
        ["CN¥"] = ["CNY"],
        ["엔"] = ["JPY"],
        ["달러"] = ["USD"],
        ["유로"] = ["EUR"],
        ["元"] = ["CNY", "TWD"],
        ["RMB"] = ["CNY"],
        ["Fr."] = ["CHF"],
        ["SFr."] = ["CHF"],
        ["sFr."] = ["CHF"],
        ["kr"] = ["SEK", "NOK", "DKK", "ISK"],
        ["kr."] = ["DKK", "SEK", "NOK", "ISK"],
        ["Kr"] = ["SEK", "NOK", "DKK"],
        ["zł"] = ["PLN"],
        ["Kč"] = ["CZK"],
        ["Ft"] = ["HUF"],
        ["lei"] = ["RON"],
        ["лв"] = ["BGN"],
        ["лв."] = ["BGN"],
        ["₹"] = ["INR"],
        ["Rs."] = ["INR", "PKR", "LKR", "NPR"],
        ["Rs"] = ["INR", "PKR", "LKR", "NPR"],
        ["₽"] = ["RUB"],
        ["руб."] = ["RUB"],
        ["₺"] = ["TRY"],
        ["TL"] = ["TRY"],
        ["₴"] = ["UAH"],
        ["฿"] = ["THB"],
        ["₫"] = ["VND"],
        ["₱"] = ["PHP"],
        ["RM"] = ["MYR"],
        ["Rp"] = ["IDR"],
        ["Rp."] = ["IDR"],
        ["₪"] = ["ILS"],
        ["₦"] = ["NGN"],
        ["₡"] = ["CRC"],
        ["S/"] = ["PEN"],
        ["S/."] = ["PEN"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> MarkLookup =
        Marks.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CodeLookup = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestMark = 5;

    /// <summary>An ISO 4217 code in capitals.</summary>
    public static bool IsCode(ReadOnlySpan<char> text) => text.Length == 3 && CodeLookup.Contains(text);

    /// <summary>The codes a printed mark can stand for, likeliest first; empty when it is no currency mark.</summary>
    public static IReadOnlyList<string> CodesOf(ReadOnlySpan<char> mark) =>
        IsCode(mark) ? [mark.ToString()] : MarkLookup.TryGetValue(mark, out var codes) ? codes : [];

    /// <summary>The code a mark stands for when it can be one only.</summary>
    public static string? OnlyCodeOf(ReadOnlySpan<char> mark) => CodesOf(mark) is [var only] ? only : null;

    /// <returns>Length of the longest mark at the start of the text, 0 when there is none.</returns>
    public static int MarkAtStart(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(LongestMark, text.Length); length > 0; length--)
        {
            var cut = text[..length];
            if (IsMark(cut) && (length == text.Length || !ContinuesWord(cut[^1], text[length])))
            {
                return length;
            }
        }

        return 0;
    }

    /// <returns>Length of the longest mark at the end of the text, 0 when there is none.</returns>
    public static int MarkAtEnd(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(LongestMark, text.Length); length > 0; length--)
        {
            var cut = text[^length..];
            if (IsMark(cut) && (length == text.Length || !ContinuesWord(text[^(length + 1)], cut[0])))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsMark(ReadOnlySpan<char> text) => IsCode(text) || MarkLookup.ContainsKey(text);

    private static bool ContinuesWord(char left, char right) => char.IsAsciiLetter(left) && char.IsAsciiLetter(right);
}
