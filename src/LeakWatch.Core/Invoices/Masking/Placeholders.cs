using System.Text.RegularExpressions;

namespace LeakWatch.Core.Invoices.Masking;

/// <summary>What is hidden from a language model. <see cref="Text"/> is a bracket of the document that looks like one of ours.</summary>
internal enum MaskedKind { Text, Card, Bank, Email, Link, Store, NationalId, Network, Phone, Account, Name, Customer }

/// <summary>Stable stand-ins such as <c>⟦EMAIL_1⟧</c>: the same words have the same one all over a document, and each can be put back.</summary>
internal sealed partial class Placeholders
{
    public const char Open = '⟦';
    public const char Close = '⟧';

    private readonly Dictionary<(MaskedKind Kind, string Original), string> given = [];
    private readonly Dictionary<string, string> originals = new(StringComparer.Ordinal);

    /// <summary>How many different things of each kind were hidden, by the name that stands in the placeholder.</summary>
    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public string For(MaskedKind kind, string original)
    {
        if (given.TryGetValue((kind, original), out var known))
        {
            return known;
        }

        var name = NameOf(kind);
        var number = Counts[name] = Counts.GetValueOrDefault(name) + 1;
        var placeholder = $"{Open}{name}_{number}{Close}";
        given[(kind, original)] = placeholder;
        originals[placeholder] = original;
        return placeholder;
    }

    /// <summary>Puts back what was hidden; one that was never given stays as it is.</summary>
    public string Restore(string text) => Placeholder().Replace(text, match => originals.GetValueOrDefault(match.Value, match.Value));

    public static bool Holds(string text) => text.Contains(Open, StringComparison.Ordinal);

    private static string NameOf(MaskedKind kind) => kind switch
    {
        MaskedKind.Text => "TEXT",
        MaskedKind.Card => "CARD",
        MaskedKind.Bank => "BANK",
        MaskedKind.Email => "EMAIL",
        MaskedKind.Link => "LINK",
        MaskedKind.Store => "STORE",
        MaskedKind.NationalId => "ID",
        MaskedKind.Network => "IP",
        MaskedKind.Phone => "PHONE",
        MaskedKind.Account => "ACCOUNT",
        MaskedKind.Name => "NAME",
        MaskedKind.Customer => "CUSTOMER",
    };

    [GeneratedRegex("⟦[A-Z]{2,8}_[0-9]{1,6}⟧", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
