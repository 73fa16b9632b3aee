using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>The card or account a statement is of, named so that two statements of one card agree, and never with its full number.</summary>
internal static partial class PaymentMethod
{
    public static string? Of(string card, string account) => card.Length > 0 ? Ending(card, "Card") : account.Length > 0 ? Ending(account, "Account") : null;

    public static string? Of(IReadOnlyList<string> preamble)
    {
        foreach (var line in preamble)
        {
            if (AccountLine().Match(line) is { Success: true } match)
            {
                return Ending(match.Groups["number"].Value, CardWord().IsMatch(line) ? "Card" : "Account");
            }
        }

        return null;
    }

    private static string? Ending(string printed, string kind)
    {
        var digits = printed.Where(char.IsAsciiDigit).ToArray();
        return digits.Length < 4 ? (printed.Length is > 1 and <= 60 ? printed : null)
            : digits.Length == 4 && printed.Any(char.IsLetter) && printed.Length <= 60 ? printed
            : $"{kind} ending {new string(digits[^4..])}";
    }

    [GeneratedRegex(@"(?:card|karte|carte|tarjeta|carta|account|konto|compte|cuenta|conto|rekening|iban|카드|계좌|カード|口座)[^\d*xX]{0,40}(?<number>(?:[A-Z]{2}\d{2}[ A-Z\d]{10,30}|[\d*xX•.\- ]{2,24}\d{4}))(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AccountLine();

    [GeneratedRegex("card|karte|carte|tarjeta|carta|카드|カード", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CardWord();
}
