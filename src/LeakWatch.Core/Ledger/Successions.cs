namespace LeakWatch.Core.Ledger;

/// <summary>
/// A stream that ends when another of its account begins was exchanged for it: another plan, or the same one in another currency. Metered lines
/// that come with the new line on one invoice are billed beside it, and late.
/// </summary>
public static class Successions
{
    /// <summary>What starts so many days apart starts at the same time.</summary>
    internal const int SameTimeDays = 3;

    /// <summary>Days between the end of one and the start of the other, either way.</summary>
    internal const int LongestGap = 31;

    /// <summary>The one stopped when the other started.</summary>
    public static bool IsExchanged(ChargeStream old, ChargeStream begun)
    {
        var start = begun.Periods[0].Period.Start;
        return Math.Abs(old.Last.Period.End.DayNumber - start.DayNumber) <= LongestGap && old.Last.Period.Start < start.AddDays(-SameTimeDays)
            && !(old.IsUsage && old.Last.First.Document == begun.Periods[0].First.Document);
    }

    /// <summary>Finds the predecessors among one vendor's streams, sorted by account.</summary>
    internal static void Link(IReadOnlyList<ChargeStream> streams)
    {
        for (var index = 0; index < streams.Count;)
        {
            var start = index;
            while (index < streams.Count && streams[index].Account == streams[start].Account)
            {
                index++;
            }

            if (index - start > 1)
            {
                LinkOfAccount([.. streams.Skip(start).Take(index - start).Where(IsNamed)]);
            }
        }
    }

    private static void LinkOfAccount(List<ChargeStream> streams)
    {
        var byEnd = streams.OrderBy(stream => stream.Last.Period.End).ToList();
        var successors = new Dictionary<ChargeStream, List<ChargeStream>>();
        foreach (var begun in streams)
        {
            if (OnlyPredecessor(begun, byEnd) is { } old)
            {
                successors.TryAdd(old, []);
                successors[old].Add(begun);
            }
        }

        foreach (var (old, begun) in successors)
        {
            if (begun is [var only])
            {
                only.Predecessor = old;
            }
        }
    }

    /// <summary>Of two that ended, nobody knows which was exchanged.</summary>
    private static ChargeStream? OnlyPredecessor(ChargeStream begun, List<ChargeStream> byEnd)
    {
        var start = begun.Periods[0].Period.Start;
        ChargeStream? found = null;
        for (var index = FirstFrom(byEnd, start.AddDays(-LongestGap)); index < byEnd.Count && byEnd[index].Last.Period.End <= start.AddDays(LongestGap); index++)
        {
            var old = byEnd[index];
            if (old != begun && (old.Currency == begun.Currency || old.Product.Key == begun.Product.Key) && IsExchanged(old, begun))
            {
                if (found is not null)
                {
                    return null;
                }

                found = old;
            }
        }

        return found;
    }

    /// <summary>Words alone vary; a plan or a code is a name.</summary>
    private static bool IsNamed(ChargeStream stream) => !stream.IsUsage && (stream.Product.Plan is not null || stream.Product.Code is not null);

    private static int FirstFrom(List<ChargeStream> byEnd, DateOnly day)
    {
        var (low, high) = (0, byEnd.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = byEnd[middle].Last.Period.End < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
