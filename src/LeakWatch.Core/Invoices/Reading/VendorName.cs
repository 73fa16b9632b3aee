namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What can be a company's or a person's name, and what cannot.</summary>
internal static class VendorName
{
    public static LabelTable<bool> LegalForms { get; } = ReadingPhrases.Parties.TableOf("LegalForm");

    /// <summary>The name in a text, cut before an address or a second part; null when it cannot be a name.</summary>
    public static string? In(string text)
    {
        text = WithoutLetterSpacing(text);
        var cut = text.AsSpan().IndexOfAny(" | ") >= 0 ? text.Split([" | ", " · ", " • ", " ● ", " – ", " — ", " - ", "\t"], StringSplitOptions.TrimEntries)[0] : text;
        var comma = cut.IndexOf(',', StringComparison.Ordinal);
        if (comma > 2 && cut.AsSpan(comma).IndexOfAnyInRange('0', '9') >= 0)
        {
            // "Example GmbH, Street 5, 12345 Town" begins with a name, "Town, ST 12345" does not.
            if (!HasLegalForm(cut[..comma]) && cut.Count(c => c == ',') < 2)
            {
                return null;
            }

            cut = cut[..comma];
        }

        // "Example Pte Ltd (UEN 201899887Z)"
        cut = cut.IndexOf(" (", StringComparison.Ordinal) is > 2 and var open && cut[open..].Count(char.IsAsciiDigit) >= 5 ? cut[..open] : cut;
        cut = cut.Trim(' ', ',', ';', ':', '*', '|', '#', '"', '“', '”', '-', '_', '=', '@');
        cut = cut is ['(', _, _, .., ')'] && cut.Split(' ').Length <= 3 ? cut[1..^1] : cut;
        if (cut.Length == 0 || cut.Split(' ').Any(word => word.Length >= 4 && word.All(char.IsAsciiDigit)) || (cut[0] is '(' && !cut.StartsWith("(주)", StringComparison.Ordinal) && !cut.StartsWith("(유)", StringComparison.Ordinal)) || cut[0] is '<' or '[' or '>' or '{' or '*' || cut.Contains(':') || EndsWithHouseNumber(cut) || DocumentTitle.IsTitleWithNumber(cut))
        {
            return null;
        }

        var letters = cut.Count(char.IsLetter);
        return letters < 2 || letters * 2 < cut.Count(c => c != ' ') || cut.Length > 70 || cut.Contains('@') || (char.IsAsciiDigit(cut[0]) && (letters < 5 || (cut.IndexOf(' ') is > 0 and <= 5 and var gap && cut.AsSpan(0, gap).IndexOfAnyExceptInRange('0', '9') < 0 && !HasLegalForm(cut)))) || cut.Contains("://", StringComparison.Ordinal)
            || cut.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || cut.Split(' ').Length > 9 || cut.EndsWith('.') && cut.Split(' ').Length > 5 ? null : cut;
    }

    // "HERON POINT I N N": letters set apart are a word. "川辺茶舗株式会社 営業部": a department is not the name.
    private static string WithoutLetterSpacing(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var single = 0;
        for (var i = 0; i <= words.Length; i++)
        {
            if (i < words.Length && words[i].Length == 1 && char.IsUpper(words[i][0]))
            {
                single++;
                continue;
            }

            if (single >= 3)
            {
                return string.Join(' ', [.. words.Take(i - single), string.Concat(words.Skip(i - single).Take(single)), .. words.Skip(i)]);
            }

            single = 0;
        }

        return words is [{ Length: >= 5 } company, { Length: <= 4 } part] && FoldedText.IsCjk(part[0]) && (company.EndsWith("会社", StringComparison.Ordinal) || company.StartsWith("株式会社", StringComparison.Ordinal)) ? company : text;
    }

    // "Lieferantenstraße 20", "Hauptstr. 5"
    private static bool EndsWithHouseNumber(string text)
    {
        var folded = FoldedText.Of(text).TrimEnd();
        var space = folded.LastIndexOf(' ');
        if (space < 3 || !char.IsAsciiDigit(folded[space + 1]))
        {
            return false;
        }

        var street = folded[..space].TrimEnd();
        return ((string[])["strasse", "strase", "str", "weg", "gasse", "platz", "allee", "straat", "ufer", "damm", "ring", "tie", "katu", "laan"]).Any(ending => street.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>"Pty Ltd", "Co., Ltd": the end of a name that stands on the line above.</summary>
    public static bool IsLegalFormAlone(string text) =>
        text.Length < 24 && FoldedText.Of(text).Trim() is { Length: > 1 } folded && LegalForms.FindAll(folded) is [{ Start: 0 }, ..] forms && forms.Sum(form => form.Length) + forms.Count + 2 >= folded.Length;

    /// <summary>The name without its legal form: how the company calls itself. Both have the same key.</summary>
    public static string? Trading(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && LegalForms.AtStart(FoldedText.Of(words[^1]), 0) is { } last && last.End >= words[^1].TrimEnd('.', ',', ')').Length)
        {
            words.RemoveAt(words.Count - 1);
        }

        while (words.Count > 1 && LegalForms.AtStart(FoldedText.Of(words[0]), 0) is { } first && first.End == words[0].Length && FoldedText.IsCjk(words[0][^1]))
        {
            words.RemoveAt(0);
        }

        var trading = string.Join(' ', words).TrimEnd(',', ' ', '(', '&');
        return trading.Length > 0 && VendorKey.Of(trading) == VendorKey.Of(name) ? trading : name;
    }

    public static bool HasLegalForm(string text) => text.Length < 80 && (text.Contains('㈜') || text.Contains("(주)", StringComparison.Ordinal) || LegalForms.FindAll(FoldedText.Of(text)) is { Count: > 0 } forms
        && forms.Any(form => form.Start > 1 || form.End < text.Length && text[form.Start] > 0x3000));
}
