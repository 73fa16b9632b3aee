using System.Collections.Frozen;
using System.Text;

namespace LeakWatch.Core.Invoices;

/// <summary>The part of a company's name that tells it from others: lower case, no punctuation, no legal form.</summary>
public static class VendorKey
{
    private static readonly FrozenSet<string> LegalForms = FrozenSet.ToFrozenSet(
    [
        "inc", "incorporated", "llc", "llp", "lp", "ltd", "limited", "plc", "co", "corp", "corporation", "company", "gmbh", "ug", "mbh", "ag", "kg", "ohg",
        "bv", "nv", "pty", "pvt", "pte", "sas", "sarl", "sa", "srl", "spa", "sl", "slu", "oy", "oyj", "ab", "as", "aps", "kft", "sro", "doo", "spzoo",
        "kk", "gk", "sdn", "bhd", "ulc", "lda", "ltda", "eirl", "sc", "bvba",
    ]);

    // They stand before or after the name, often without a space.
    private static readonly string[] AsianLegalForms = ["주식회사", "유한회사", "株式会社", "有限会社", "合同会社", "股份有限公司", "有限公司", "(주)", "(유)", "(株)"];

    // Words before the star that name who moved the money, not who sold.
    private static readonly FrozenSet<string> PaymentProcessors = FrozenSet.ToFrozenSet(
        ["paypal", "pp", "pypl", "sq", "sqr", "sp", "stripe", "paddle", "paddlenet", "fs", "fsprg", "cko", "py", "tst", "wl", "dri", "bt", "2co", "2checkout", "iz", "sumup", "klarna", "ls"]);

    /// <returns>The key; empty when the name has no letter or digit.</returns>
    public static string Of(string? name) => string.Concat(Words(name));

    /// <summary>The words of the key, legal forms removed: what prefixes of card-statement texts are compared with.</summary>
    public static IReadOnlyList<string> Words(string? name)
    {
        var text = (name ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        foreach (var form in AsianLegalForms)
        {
            text = text.Replace(form, " ", StringComparison.Ordinal);
        }

        var words = Split(text);
        while (words.Count > 1 && TrailingLegalForm(words) is > 0 and var count && count < words.Count)
        {
            words.RemoveRange(words.Count - count, count);
        }

        return words;
    }

    /// <summary>The keys a card or bank statement's text may stand for, the most specific first: <c>PAYPAL *KLAVIYO</c>, <c>SHOPIFY* 12345</c>, <c>GOOGLE*ADS4567</c>.</summary>
    public static IReadOnlyList<string> OfStatementText(string? text)
    {
        var candidates = new List<string>();
        var star = text?.IndexOf('*', StringComparison.Ordinal) ?? -1;
        if (text is null || star < 0)
        {
            Add(candidates, Of(text));
            Add(candidates, WithoutReferences(Words(text)));
            return candidates;
        }

        var (before, after) = (Of(text[..star]), Words(text[(star + 1)..]));
        if (PaymentProcessors.Contains(before))
        {
            Add(candidates, string.Concat(after));
            Add(candidates, WithoutReferences(after));
            return candidates;
        }

        Add(candidates, before + string.Concat(after));
        Add(candidates, before + WithoutReferences(after));
        Add(candidates, before);
        return candidates;
    }

    /// <summary>The words after a payment processor's star, or all of them.</summary>
    public static IReadOnlyList<string> StatementWords(string text)
    {
        var star = text.IndexOf('*', StringComparison.Ordinal);
        return Words(star >= 0 && PaymentProcessors.Contains(Of(text[..star])) ? text[(star + 1)..] : text);
    }

    private static void Add(List<string> candidates, string key)
    {
        if (key.Length > 0 && !candidates.Contains(key))
        {
            candidates.Add(key);
        }
    }

    private static string WithoutReferences(IReadOnlyList<string> words) =>
        string.Concat(words.Select(word => word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')).Where(word => !word.Any(char.IsAsciiDigit)));

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var inside = index < text.Length && (char.IsLetterOrDigit(text[index]) || char.GetUnicodeCategory(text[index]) is System.Globalization.UnicodeCategory.NonSpacingMark);
            if (inside && start < 0)
            {
                start = index;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..index]);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>How many words at the end are one legal form; <c>B.V.</c> and <c>S.A.S.</c> are two and three.</summary>
    private static int TrailingLegalForm(List<string> words)
    {
        if (LegalForms.Contains(words[^1]))
        {
            return 1;
        }

        for (var count = Math.Min(4, words.Count - 1); count >= 2; count--)
        {
            var letters = words.Skip(words.Count - count).ToList();
            if (letters.TrueForAll(word => word.Length <= 2) && LegalForms.Contains(string.Concat(letters)))
            {
                return count;
            }
        }

        return 0;
    }
}
