using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>National identity numbers of people, by shape, check digits and the label before them; and dates of birth, the only dates that are hidden.</summary>
internal static partial class IdentityNumbers
{
    /// <param name="text">The row's narrow text; dates, money, invoice numbers and tax ids may be blotted out.</param>
    public static IEnumerable<Span> In(RowText row, string text) =>
        SensitiveNumbers.Alone(row, UnlabelledId().Matches(text)).Where(span => !SensitiveNumbers.TouchesNumber(text, span) && !IsOfCompany(text, span))
            .Concat(SensitiveNumbers.Alone(row, KoreanId().Matches(text)).Where(span => IsKoreanId(text[span.Start..span.End]) && !IsOfCompany(text, span)))
            .Concat(SensitiveNumbers.Alone(row, SpanishId().Matches(text)).Where(span => IsSpanishId(text[span.Start..span.End])))
            .Concat(SensitiveNumbers.Alone(row, FrenchId().Matches(text)).Where(span => IsFrenchId(text[span.Start..span.End])))
            .Concat(SensitiveNumbers.Alone(row, ChineseId().Matches(text)).Where(span => IsChineseId(text[span.Start..span.End])))
            .Concat(SensitiveNumbers.Values(row, IdLabel().Matches(text)))
            .Concat(SensitiveNumbers.Values(row, LongIdLabel().Matches(text)).Where(span => SensitiveNumbers.Digits(text, span) >= 9))
            .Concat(SensitiveNumbers.Values(row, IndianId().Matches(text)))
            .Concat(BirthLabel().Matches(row.Narrow).Select(label => DateAt(row.Narrow, label.Index + label.Length)).OfType<Span>().Where(row.StandsAlone));

    // A company is registered under a number of the same shape: "법인등록번호 110111-1234567".
    private static bool IsOfCompany(string text, Span span) => CompanyLabel().IsMatch(text[Math.Max(0, span.Start - 16)..span.Start]);

    private static Span? DateAt(string text, int start)
    {
        if (DateText.Find(text, DateOrder.Unknown, start) is { } date && date.Start == start)
        {
            return new(start, date.End);
        }

        return BirthDigits().Match(text[start..]) is { Success: true } digits ? new(start, start + digits.Length) : null;
    }

    private static bool IsSpanishId(string id)
    {
        var number = string.Concat(id[..^1].Select(c => c switch { 'X' => '0', 'Y' => '1', 'Z' => '2', _ => c }));
        return int.TryParse(number, out var value) && "TRWAGMYFPDXBNJZSQVHLCKE"[value % 23] == id[^1];
    }

    private static bool IsFrenchId(string id)
    {
        var digits = string.Concat(id.Where(char.IsAsciiDigit));
        return digits.Length == 15 && 97 - (int)(BigInteger.Parse(digits[..13], null) % 97) == int.Parse(digits[13..], null);
    }

    private static bool IsChineseId(string id)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return "10X98765432"[weights.Select((weight, i) => weight * (id[i] - '0')).Sum() % 11] == char.ToUpperInvariant(id[^1]);
    }

    private static bool IsKoreanId(string id)
    {
        int[] weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
        var rest = weights.Select((weight, i) => weight * (id[i] - '0')).Sum() % 11;
        // Numbers of foreigners have their seventh digit from 5 to 8.
        var last = ((id[6] is >= '5' and <= '8' ? 13 : 11) - rest) % 10;
        return DateOnly.TryParseExact(id[..6], "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && last == id[^1] - '0';
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    // United States, Korea, Brazil, Italy, United Kingdom.
    [GeneratedRegex(@"\d{3}-\d{2}-\d{4}|\d{6}-[1-8](?:\d{6}|\*{6})|\d{3}\.\d{3}\.\d{3}-\d{2}|[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]|[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]", Options)]
    private static partial Regex UnlabelledId();

    [GeneratedRegex(@"\d{8}[A-HJ-NP-TV-Z]|[XYZ]\d{7}[A-HJ-NP-TV-Z]", Options)]
    private static partial Regex SpanishId();

    [GeneratedRegex(@"[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}", Options)]
    private static partial Regex FrenchId();

    [GeneratedRegex(@"\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{2}\d{3}[\dXx]", Options)]
    private static partial Regex ChineseId();

    [GeneratedRegex(
        @"(?:\b(?:ssn|social security(?: number| no)?|passport(?: number| no)?|national id|personal id|identity card|id card|driver'?s? licen[cs]e|aadhaar|steuer-?id|personalausweis(?:nummer)?|dni|nie|curp)|주민등록번호|여권번호|マイナンバー|個人番号|身份证号码?)[ .:#-]{0,4}(?<value>[A-Z]{0,3}\d[\dA-Z]*(?:[ -]?[\dA-Z]*\d[\dA-Z]*){0,6})",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex IdLabel();

    [GeneratedRegex(@"\d{6}[1-8]\d{6}", Options)]
    private static partial Regex KoreanId();

    [GeneratedRegex(@"법인(?:등록)? ?번호[ .:#)(]{0,4}$", Options)]
    private static partial Regex CompanyLabel();

    [GeneratedRegex(
        @"(?:\b(?:pesel|bsn|burgerservicenummer|personnummer|cpr(?:-?nr|-?nummer)?|num[ée]ro de s[ée]curit[ée] sociale)|주민번호)[ .:#-]{0,4}(?<value>\d[\d.]*(?:[ -]?\d[\d.]*){0,6})",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex LongIdLabel();

    // The fourth letter says whose it is: P a person's, H a family's; a company's is a tax id and stays.
    [GeneratedRegex(@"\bPAN(?: ?(?:no|number|card))?[ .:#-]{0,4}(?<value>[A-Z]{3}[PH][A-Z]\d{4}[A-Z])", Options)]
    private static partial Regex IndianId();

    [GeneratedRegex(
        @"(?:\b(?:date of birth|d\.?o\.?b\.?|birth ?date|birthday|born(?: on)?|geburtsdatum|geboren am|geb\. ?(?:am)?|date de naissance|née? le|fecha de nacimiento|data di nascita|nat[oa] il|data de nascimento|geboortedatum|fødselsdato|födelsedatum|data urodzenia)|생년월일|生年月日)[ .:]{0,4}",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex BirthLabel();

    [GeneratedRegex(@"^(?:\d{1,4}[ ./-]\d{1,2}[ ./-]\d{1,4}|\d{8}|\d{6})", Options)]
    private static partial Regex BirthDigits();
}
