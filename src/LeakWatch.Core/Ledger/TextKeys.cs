namespace LeakWatch.Core.Ledger;

/// <summary>Keys of plans, codes, accounts and descriptions, each computed once for a shop: the same words repeat every month.</summary>
public sealed class TextKeys
{
    /// <summary>Beyond this many different texts they are computed anew: memory stays bounded.</summary>
    private const int Most = 200_000;

    private readonly Dictionary<string, string?> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Words, bool IsBalanceForward)> descriptions = new(StringComparer.Ordinal);

    public string? KeyOrNull(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!keys.TryGetValue(text, out var key))
        {
            key = ProductKey.KeyOrNull(text);
            if (keys.Count < Most)
            {
                keys[text] = key;
            }
        }

        return key;
    }

    /// <summary>The words of a line's description without its dates and numbers, and whether it carries an old balance forward.</summary>
    public (string Words, bool IsBalanceForward) Description(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return ("", false);
        }

        if (!descriptions.TryGetValue(text, out var description))
        {
            description = (ProductKey.Words(text), LedgerLine.IsBalanceForward(text));
            if (descriptions.Count < Most)
            {
                descriptions[text] = description;
            }
        }

        return description;
    }
}
