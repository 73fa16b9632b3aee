using System.Collections.Frozen;
using System.Globalization;

namespace LeakWatch.Core.Text.Korean;

/// <summary>Amounts, days and numbers as the Korean pages of the web write them, which take CLDR's.</summary>
public static class KoreanValues
{
    /// <summary>What CLDR puts before an amount in Korean; other currencies are written with their code and a space.</summary>
    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["AUD"] = "AU$",
        ["BRL"] = "R$",
        ["CAD"] = "CA$",
        ["CNY"] = "CN¥",
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["HKD"] = "HK$",
        ["ILS"] = "₪",
        ["INR"] = "₹",
        ["JPY"] = "JP¥",
        ["KRW"] = "₩",
        ["MXN"] = "MX$",
        ["NZD"] = "NZ$",
        ["TWD"] = "NT$",
        ["USD"] = "US$",
        ["VND"] = "₫",
    }.ToFrozenDictionary();

    /// <param name="value">int, <see cref="DateOnly"/>, <see cref="Money"/> or <see cref="Percent"/>.</param>
    public static string Of(object value) => value switch
    {
        DateOnly day when day == UnknownDate.Value => "알 수 없는 날짜",
        DateOnly day => string.Create(CultureInfo.InvariantCulture, $"{day.Year}년 {day.Month}월 {day.Day}일"),
        Money money => Amount(money),
        Percent percent => percent.Whole.ToString("0", CultureInfo.InvariantCulture) + "%",
        int number => number.ToString("#,##0", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A sentence cannot hold {value.GetType()}."),
    };

    /// <summary>Between the items of a list: no word that changes with the last sound before it.</summary>
    public static string Separator(string english) => english == " " ? " " : ", ";

    private static string Amount(Money money)
    {
        var digits = Currencies.Format(Math.Abs(money.Amount), money.Currency);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = decimal.Parse(point < 0 ? digits : digits[..point], CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture);
        var sign = Signs.GetValueOrDefault(money.Currency, money.Currency.Length == 0 ? "" : money.Currency + "\u00a0");
        return $"{(money.Amount < 0m ? "-" : "")}{sign}{whole}{(point < 0 ? "" : digits[point..])}";
    }
}
