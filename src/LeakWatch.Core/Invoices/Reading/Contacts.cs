namespace LeakWatch.Core.Invoices.Reading;

/// <summary>E-mail addresses, websites and tax numbers of the vendor, as printed; the customer's are left out.</summary>
internal static class Contacts
{
    // Anyone's mailbox says nothing about whose page it is.
    private static readonly string[] FreeMail = ["gmail", "yahoo", "hotmail", "outlook", "icloud", "aol", "gmx", "web", "naver", "daum", "hanmail", "live", "msn", "protonmail", "example"];

    private static readonly string[] SupportNames = ["support", "help", "billing", "info", "contact", "service", "kundenservice", "hello", "accounts", "invoice", "ar", "sales", "cs"];

    public static Found<string>? SupportEmail(PageReading reading) =>
        Emails(reading).OrderByDescending(mail => SupportNames.Any(name => mail.Value.StartsWith(name, StringComparison.OrdinalIgnoreCase))).Select(mail => (Found<string>?)mail).FirstOrDefault();

    public static Found<string>? Website(PageReading reading)
    {
        foreach (var (cell, word) in Words(reading))
        {
            var site = word.Trim('(', ')', ',', ';', '.', '<', '>', '"');
            if (!site.Contains('@') && (site.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || site.StartsWith("http", StringComparison.OrdinalIgnoreCase)) && site.Length is > 6 and < 80 && site.Contains('.'))
            {
                var printed = reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text);
                return new(site, printed, ContactScores.Printed, cell);
            }
        }

        return null;
    }

    public static Found<string>? TaxId(PageReading reading)
    {
        foreach (var value in FieldFinder.Values(reading, Label.TaxId))
        {
            var text = value.Text.Trim();
            var digits = text.Count(char.IsAsciiDigit);
            if (!value.Cell.IsCustomer && !value.LabelCell.IsCustomer && value.LabelOpensCell && digits is >= 6 and <= 16 && text.Length <= 28 && !text.Contains('%')
                && value.Cell.Amounts.All(amount => !amount.IsMoney) && value.Cell.Dates.Count == 0)
            {
                return new(text, NumberFinder.EvidenceOf(reading, value), 75, value.Cell);
            }
        }

        return null;
    }

    /// <summary>The naming part of each domain on the page outside the customer's block: <c>billing@example-apps.com</c> → <c>exampleapps</c>.</summary>
    public static List<string> Domains(PageReading reading)
    {
        var domains = new List<string>();
        foreach (var (cell, word) in Words(reading))
        {
            var at = word.LastIndexOf('@');
            var host = at >= 0 ? word[(at + 1)..] : word.Contains("www.", StringComparison.OrdinalIgnoreCase) || word.Contains("://", StringComparison.Ordinal) || LooksLikeHost(word) ? word : null;
            if (host is not null && Naming(host) is { } name && !IsAnyones(name))
            {
                domains.Add(name);
            }
        }

        if (reading.Document.Mail?.FromAddress is { } from && Naming(from[(from.LastIndexOf('@') + 1)..]) is { } sender && !IsAnyones(sender))
        {
            domains.Add(sender);
        }

        return domains;
    }

    /// <summary>A mail service that anyone can have an address at.</summary>
    internal static bool IsAnyones(string host) => Array.IndexOf(FreeMail, host) >= 0;

    private static IEnumerable<Found<string>> Emails(PageReading reading)
    {
        foreach (var (cell, word) in Words(reading))
        {
            var mail = word.Trim('(', ')', ',', ';', '.', '<', '>', '"', ':', '\u200b', '[', ']');
            mail = mail.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? mail[7..] : mail[(mail.LastIndexOf(':') + 1)..];
            var at = mail.IndexOf('@');
            if (at > 0 && at == mail.LastIndexOf('@') && mail.IndexOf('.', at) is var dot && dot > at + 1 && dot < mail.Length - 1 && mail.Length < 80)
            {
                var printed = reading.Text.EvidenceOf(cell.Row, cell.Row, cell.Box, cell.Text);
                yield return new(mail, printed, ContactScores.Printed, cell);
            }
        }
    }

    private static IEnumerable<(Cell Cell, string Word)> Words(PageReading reading) =>
        from row in reading.Rows
        from cell in row.Cells
        where !cell.IsCustomer
        from word in cell.Words
        where word.Text.Contains('.') && word.Text.Length > 5
        select (cell, word.Text);

    private static bool LooksLikeHost(string word)
    {
        var dot = word.LastIndexOf('.');
        return dot > 2 && word.Length - dot is >= 3 and <= 5 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && word.AsSpan(dot + 1).IndexOfAnyInRange('0', '9') < 0 && word.Any(char.IsAsciiLetterLower);
    }

    internal static string? Naming(string host)
    {
        var start = host.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        host = host[start..].Split('/')[0].Trim('(', ')', ',', ';', '.', '<', '>', '"');
        var labels = host.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (labels.Length < 2)
        {
            return null;
        }

        // example.co.uk names itself one label further left.
        var index = labels.Length >= 3 && labels[^2].Length <= 3 && labels[^1].Length == 2 ? labels.Length - 3 : labels.Length - 2;
        var name = string.Concat(labels[index].ToLowerInvariant().Where(char.IsLetterOrDigit));
        return name.Length >= 2 ? name : null;
    }
}
