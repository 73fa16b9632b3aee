namespace LeakWatch.Core.Vendors;

/// <summary>Every known name under what it shares with a look-alike, so that a name is compared with a handful and not with all.</summary>
/// <remarks>
/// Two names that differ by one letter added, left out, exchanged or swapped become equal when the right letter is left out of one or of
/// both: each name is filed under itself and under itself less each letter. Linear in the length of all names.
/// </remarks>
internal sealed class LookAlikeIndex
{
    private readonly Dictionary<string, List<string>> bySkeleton = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> byRemainder = new(StringComparer.Ordinal);

    public LookAlikeIndex(IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => name.Length >= LookAlike.ShortestComparedKey))
        {
            File(bySkeleton, LookAlike.Skeleton(name), name);
            foreach (var remainder in RemaindersOf(name))
            {
                File(byRemainder, remainder, name);
            }
        }
    }

    /// <summary>The known names that <paramref name="name"/> could be mistaken for.</summary>
    public IEnumerable<string> Of(string name) =>
        name.Length < LookAlike.ShortestComparedKey ? []
        : RemaindersOf(name).SelectMany(remainder => byRemainder.GetValueOrDefault(remainder) ?? [])
            .Concat(bySkeleton.GetValueOrDefault(LookAlike.Skeleton(name)) ?? [])
            .Distinct().Where(known => LookAlike.Is(name, known));

    private static void File(Dictionary<string, List<string>> index, string key, string name)
    {
        if (!index.TryGetValue(key, out var names))
        {
            index[key] = names = new(1);
        }

        names.Add(name);
    }

    private static IEnumerable<string> RemaindersOf(string name)
    {
        yield return name;
        for (var index = 0; index < name.Length; index++)
        {
            yield return name.Remove(index, 1);
        }
    }
}
