using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>The words banks, cards and billing exports use for direction, state and summary rows, folded.</summary>
internal static class StatementWords
{
    private const int LongestFolded = 200;

    private static readonly FrozenSet<string> Outgoing = Words("Direction.Out");

    private static readonly FrozenSet<string> Incoming = Words("Direction.In");

    private static readonly PhraseSet Refunds = new(StatementPhrases.Statements["Refund"]);

    private static readonly PhraseSet Received = new(StatementPhrases.Statements["Received"]);

    private static readonly PhraseSet Payouts = new(StatementPhrases.Statements["Payout"]);

    private static readonly PhraseSet Pending = new(StatementPhrases.Statements["State.Pending"]);

    private static readonly PhraseSet Declined = new(StatementPhrases.Statements["State.Declined"]);

    private static readonly PhraseSet Reversed = new(StatementPhrases.Statements["State.Reversed"]);

    private static readonly FrozenSet<string> Affirmations = StatementPhrases.Banks["Yes"].ToFrozenSet();

    private static readonly FrozenSet<string> KindsOfTransaction = Words("TransactionKind");

    private static readonly FrozenSet<string> Summaries = Words("Summary");

    private static readonly FrozenSet<string> SummaryStarts =
        Summaries.Select(phrase => phrase.Split(' ')[0]).ToFrozenSet();

    private static readonly FrozenSet<string> SummaryTails = Words("SummaryTail");

    /// <summary>Lower case, no accents, no punctuation, camelCase split, words one blank apart.</summary>
    public static string Fold(string text)
    {
        var decomposed = text.Length > LongestFolded ? text[..LongestFolded] : text;
        var isAscii = Ascii.IsValid(decomposed);
        decomposed = isAscii ? decomposed : decomposed.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length + 8);
        var previous = ' ';
        foreach (var c in decomposed)
        {
            // The marks of Korean and Japanese syllables carry meaning; those of Latin letters do not.
            if (!isAscii && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark && c is not ('\u3099' or '\u309A'))
            {
                continue;
            }

            var kept = char.IsLetterOrDigit(c) || c is '\u3099' or '\u309A' or 'ー';
            if ((!kept || (char.IsUpper(c) && char.IsLower(previous))) && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }

            if (kept)
            {
                folded.Append(c switch { 'ø' or 'Ø' => 'o', 'ł' or 'Ł' => 'l', 'đ' or 'Đ' => 'd', _ => char.ToLowerInvariant(c) });
            }

            previous = c;
        }

        var words = folded.ToString().TrimEnd();
        return isAscii ? words : words.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The cell says how was paid, not whom.</summary>
    public static bool IsKindOfTransaction(string text) => text.Length <= 40 && KindsOfTransaction.Contains(Fold(text));

    /// <summary>+1 for money that went out, −1 for money that came in, 0 for a word that says neither.</summary>
    public static int DirectionOf(string cell) => cell.Trim() switch
    {
        "" => 0,
        "-" or "−" => 1,
        "+" => -1,
        { Length: <= 32 } value when Fold(value) is var folded => Outgoing.Contains(folded) ? 1 : Incoming.Contains(folded) ? -1 : 0,
        _ => 0,
    };

    public static bool IsRefund(FoldedText text) => Refunds.StandIn(text);

    /// <summary>Money that comes in by its name: a salary, a deposit, a payment that a card received, a refund.</summary>
    public static bool IsReceived(FoldedText text) => Received.StandIn(text) || IsRefund(text);

    /// <summary>What a payment processor hands over to the merchant's own bank.</summary>
    public static bool IsPayout(FoldedText text) => Payouts.StandIn(text);

    /// <summary>What stands in a column that asks whether a row was cancelled.</summary>
    public static bool IsYes(string cell) => Affirmations.Contains(cell.Trim().ToLowerInvariant());

    /// <summary>Null for a state that is none of the three, such as "completed".</summary>
    public static Settlement? SettlementOf(string cell)
    {
        if (cell.Length is 0 or > 60 || !cell.Any(char.IsLetter))
        {
            return null;
        }

        var text = new FoldedText(cell);
        return Declined.StandIn(text) ? Settlement.Declined
            : Reversed.StandIn(text) ? Settlement.Reversed
            : Pending.StandIn(text) ? Settlement.Pending
            : null;
    }

    /// <summary>A balance or a total among the transactions: the words say nothing else, apart from a date or an amount.</summary>
    public static bool IsSummary(FoldedText description)
    {
        if (description.Text.Length is 0 or > 120 || !SummaryStarts.Contains(description.Words.FirstOrDefault(word => !word.Any(char.IsAsciiDigit)) ?? ""))
        {
            return false;
        }

        var words = description.Words.Where(word => !word.Any(char.IsAsciiDigit)).ToArray();
        for (var length = Math.Min(words.Length, 4); length > 0; length--)
        {
            if (Summaries.Contains(string.Join(' ', words[..length])) && words[length..].All(SummaryTails.Contains))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Words(string section) => StatementPhrases.Statements[section].ToFrozenSet();
}
