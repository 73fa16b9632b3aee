using LeakWatch.Core.Text;
namespace LeakWatch.Core.Ledger;

/// <summary>Which days the statements of each card and account reach: absence proves something only where they do.</summary>
public sealed class StatementCoverage
{
    /// <summary>Rows further apart than this leave room for a missing statement.</summary>
    private const int LongestGap = 62;

    private readonly Dictionary<string, SortedSet<DateOnly>> days = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the rows among one vendor's documents; each vendor once.</summary>
    public void Add(VendorLedger ledger)
    {
        foreach (var row in ledger.Documents)
        {
            if (row.Header.Kind is Invoices.InvoiceKind.Statement && row.Role is not DocumentRole.AccountStatement && row.Date > UnknownDate.Value && row.Header.PaymentMethodHint is { } source)
            {
                if (!days.TryGetValue(source, out var known))
                {
                    days[source] = known = [];
                }

                known.Add(row.Date);
            }
        }
    }

    /// <summary>A row on or after the last day, and no gap since the first in which a whole statement could be missing.</summary>
    public bool Reaches(string source, DateOnly from, DateOnly until, DateOnly asOf)
    {
        if (!days.TryGetValue(source, out var known))
        {
            return false;
        }

        var last = from;
        foreach (var day in known.GetViewBetween(from, asOf > from ? asOf : from))
        {
            if (day.DayNumber - last.DayNumber > LongestGap)
            {
                return false;
            }

            last = day;
            if (day >= until)
            {
                return true;
            }
        }

        return false;
    }
}
