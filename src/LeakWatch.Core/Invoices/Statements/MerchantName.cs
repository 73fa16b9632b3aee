using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>The merchant's name inside a card or bank line, without what the line adds: references, places, phone numbers, dates, exchange rates.</summary>
/// <remarks>
/// <c>PAYPAL *KLAVIYO</c> names the payee after the star, <c>SHOPIFY* 12345</c> before it, <c>GOOGLE*ADS4567</c> on both sides. A name is cut
/// at the first word that can only be a reference; nothing is looked up, so an unknown merchant comes out as well as a known one.
/// </remarks>
public static partial class MerchantName
{
    private const int LongestLine = 300;

    // Those that stand before the star on behalf of another seller.
    private static readonly FrozenSet<string> Facilitators = FrozenSet.ToFrozenSet(
        ["paypal", "pp", "pypl", "sq", "sqr", "square", "tst", "sp", "stripe", "paddle", "paddle.net", "paddle.com", "fs", "fastspring", "2co.com", "2checkout.com", "2checkout", "sumup", "sum", "zettle", "iz", "izettle",
         "gum.co", "gumroad", "lemsqzy", "ls", "py", "cko", "ebanx", "mercadopago", "mp", "pagseguro", "dlo", "dlocal", "ppl", "klarna", "afterpay", "adyen", "mollie", "worldpay", "nyx", "cke", "ckr", "bill", "dri", "dr", "digitalriver", "cleverbridge", "revolut", "apple pay", "google pay", "amzn pay", "wl", "vend", "wpy"]);

    public static string? Of(string line)
    {
        var text = Whitespace().Replace(line.Length > LongestLine ? line[..LongestLine] : line, match => match.Length > 2 ? "  " : " ").Trim(' ', '"', '\'', ',', ';', '*');
        if (Iban().Match(text) is { Success: true } iban && text[(iban.Index + iban.Length)..].Count(char.IsLetter) > 2)
        {
            // Banks print whom they paid after the number that they paid to.
            text = text[(iban.Index + iban.Length)..].Trim();
        }

        text = BankWords.CutFrom(BankWords.NamedPart(text)).TrimStart(' ', '*', ':', '-', ',', '/');
        text = FirstSegment(AroundStar(text));
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = Array.FindIndex(words, word => !IsReference(word, isFirst: true));
        if (first < 0)
        {
            return text.Length == 0 ? null : text;
        }

        var last = first + 1;
        while (last < words.Length && !IsReference(words[last], isFirst: false) && !IsForeignAmount(words, last))
        {
            last++;
            if (LegalForm().IsMatch(words[last - 1]))
            {
                break;
            }
        }

        // "GLOW REVIEWS CARD XX7731": what the number belongs to goes with it.
        last -= last < words.Length && last - first > 1 && CardWord().IsMatch(words[last - 1]) ? 1 : 0;
        var name = string.Join(' ', words[first..last]).Trim(' ', ',', ';', '-', '/', '.', ':', '(', '|');
        return name.Length == 0 ? null : Path().Replace(name, "");
    }

    private static string AroundStar(string text)
    {
        var star = text.IndexOf('*', StringComparison.Ordinal);
        if (star <= 0)
        {
            return text;
        }

        var (left, right) = (text[..star].Trim(), text[(star + 1)..].Trim(' ', '*'));
        if (Facilitators.Contains(left.ToLowerInvariant()))
        {
            return right.Length > 0 ? right : left;
        }

        var letters = new string([.. right.TakeWhile(c => char.IsLetter(c) || c is ' ' or '-' or '.' or '&')]).Trim();
        var follows = right.Length > letters.Length ? right[letters.Length] : ' ';
        var isCode = letters.Length < 3 || (char.IsAsciiDigit(follows) && right.Skip(letters.Length).Any(char.IsLetter) && letters.All(c => !char.IsLower(c)) && right.IndexOf(' ', StringComparison.Ordinal) is < 0);
        return isCode ? left : $"{left} {letters}";
    }

    // Cards pad the merchant, the town and the country to columns.
    private static string FirstSegment(string text)
    {
        var gap = text.IndexOf("  ", StringComparison.Ordinal);
        text = gap >= 3 && text[..gap].Any(char.IsLetter) ? text[..gap] : text;
        // German card lines put the town behind two strokes: "Glow Reviews//Kassel/DE".
        return text.IndexOf("//", StringComparison.Ordinal) is >= 3 and var strokes && text[strokes - 1] != ':' ? text[..strokes] : text;
    }

    private static bool IsReference(string word, bool isFirst)
    {
        var digits = word.Count(char.IsAsciiDigit);
        return digits >= (isFirst ? 5 : 3) || (!isFirst && (word is "@" or "#" or "|" or "//" || (word.Length > 2 && word[^1] == ':'))) || (!isFirst && digits > 0 && digits >= word.Length - 1)
            || (word.Length > 1 && word[0] == '#') || MaskedNumber().IsMatch(word) || (!isFirst && word.StartsWith("http", StringComparison.OrdinalIgnoreCase)) || Tag().IsMatch(word);
    }

    private static bool IsForeignAmount(string[] words, int at) =>
        (CurrencyText.IsCode(words[at]) && at + 1 < words.Length && CellShape.Amount(words[at + 1]) is not null) || CellShape.Amount(words[at]) is not null;

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?:[A-Z]{4}\d{7,18}|\d{11,26})\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iban();

    [GeneratedRegex(@"^[xX*•]+\d{3,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MaskedNumber();

    [GeneratedRegex("^(?:card|carte|karte|tarjeta|carta|kaart|cb)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CardWord();

    [GeneratedRegex(@"^(?:inc|llc|ltd|limited|gmbh|ag|kg|se|b\.?v|n\.?v|s\.?a\.?s|s\.?a|s\.?l|s\.?r\.?l|sarl|oy|ab|aps|plc|corp|pty|pte)\.?,?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LegalForm();

    /// <summary>SEPA tags such as <c>EREF+…</c> and the words that introduce a reference.</summary>
    [GeneratedRegex(@"^(?:(?:EREF|MREF|KREF|CRED|SVWZ|ABWA|IBAN|BIC|DEBT)\+|(?:ref|reference|des|indn|id|nr|no|num|inv|invoice|trn|txn|auth|ppd|mandat|mandatsref)[.:#]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    /// <summary>The path after a web address: <c>AMZN.COM/BILL</c>.</summary>
    [GeneratedRegex(@"(?<=\.[a-z]{2,6})/\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Path();
}
