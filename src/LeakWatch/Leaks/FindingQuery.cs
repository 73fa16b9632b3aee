using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Linq.Expressions;
using LeakWatch.Core;
using LeakWatch.Core.Leaks;
using LeakWatch.Core.Vendors;
using LeakWatch.Data;
using LeakWatch.Platform;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Leaks;

internal enum FindingSort { Amount, Newest, Deadline }

/// <param name="Status">Several are any of them; open and reopened ones when absent.</param>
/// <param name="Vendor">Its canonical name, exactly.</param>
/// <param name="MinimumAmount">In the shop's currency.</param>
/// <param name="Sort">AMOUNT (the most first) when absent; DEADLINE has the soonest first and those without one last.</param>
public sealed record FindingListQuery(
    Word<FindingState>[]? Status,
    Word<LeakType>[]? Type,
    Word<Verdict>[]? Verdict,
    [property: StringLength(200)] string? Vendor,
    decimal? MinimumAmount,
    string? Sort,
    [property: StringLength(Paging.LongestCursor)] string? Cursor,
    [property: Range(1, Paging.MaximumLimit)] int? Limit);

/// <summary>A page of a shop's findings. Every order walks an index that begins with organisation, shop and whether it is open.</summary>
internal static class FindingQuery
{
    private static readonly FindingState[] Open = [FindingState.Open, FindingState.Reopened];

    // Made once: written where it is used, it looks through all properties for each of its columns at every request.
    private static readonly Expression<Func<StoredFinding, FindingRow>> InEnglish = RowOf(hasSentence: false);
    private static readonly Expression<Func<StoredFinding, FindingRow>> InOtherLanguages = RowOf(hasSentence: true);

    private static Expression<Func<StoredFinding, FindingRow>> RowOf(bool hasSentence) => finding => new FindingRow(
        finding.Id, finding.Type, finding.Verdict, finding.State, finding.Vendor, finding.Account, finding.Title, hasSentence ? finding.TitleSentence : null, finding.Currency, finding.Amount, finding.SortAmount,
        finding.SavingsKind, finding.PerMonth, finding.Deadline, finding.SortDeadline, finding.Confidence, finding.FirstSeenOn, finding.LastSeenOn, finding.StateAt);

    /// <returns>One row more than the page holds, where there are more; VALIDATION_ERROR for a wrong cursor or order.</returns>
    public static async Task<Result<Page<FindingRow>>> ListAsync(LeakWatchDb db, Guid shopId, FindingListQuery query, Language language, CancellationToken cancellationToken)
    {
        if (!TrySort(query.Sort, out var sort))
        {
            return ErrorResults.Invalid("sort", "sort is AMOUNT, NEWEST or DEADLINE.");
        }

        var cursor = Paging.Read(query.Cursor, parts: 3);
        if (!cursor.IsOk)
        {
            return cursor.Error;
        }

        if (cursor.Value is { } parts && parts[0] != sort.ToString())
        {
            return Paging.NoCursor;
        }

        var limit = query.Limit ?? Paging.DefaultLimit;
        if (Ordered(Filtered(db, shopId, query), sort, cursor.Value) is not { } ordered)
        {
            return Paging.NoCursor;
        }

        var rows = await ordered.Take(limit + 1).Select(language is Language.English ? InEnglish : InOtherLanguages).ToListAsync(cancellationToken);
        return Page<FindingRow>.Of(rows, limit, row => row, row => CursorOf(row, sort));
    }

    private static IQueryable<StoredFinding> Filtered(LeakWatchDb db, Guid shopId, FindingListQuery query)
    {
        var findings = db.Findings.AsNoTracking().Where(finding => finding.ShopId == shopId);
        var states = query.Status.Values() ?? Open;
        // Open or closed is in every index; the state itself then only picks among them.
        if (states.All(Open.Contains))
        {
            findings = findings.Where(finding => finding.IsOpen);
        }
        else if (!states.Any(Open.Contains))
        {
            findings = findings.Where(finding => !finding.IsOpen);
        }

        if (states.Length != Enum.GetValues<FindingState>().Length && !(states.Length == Open.Length && states.All(Open.Contains)))
        {
            findings = findings.Where(finding => states.Contains(finding.State));
        }

        if (query.Type.Values() is { } types)
        {
            findings = findings.Where(finding => types.Contains(finding.Type));
        }

        if (query.Verdict.Values() is { } verdicts)
        {
            // Of one verdict an index has the order by money.
            findings = verdicts is [var verdict] ? findings.Where(finding => finding.Verdict == verdict) : findings.Where(finding => verdicts.Contains(finding.Verdict));
        }

        if (query.Vendor is { } vendor)
        {
            // The key is in an index; the orders would read all of the shop to find the few of one vendor.
            var key = VendorKey.Of(vendor);
            findings = findings.Where(finding => finding.VendorKey == key && finding.Vendor == vendor);
        }

        if (query.MinimumAmount is { } minimum)
        {
            var place = PlaceOf(minimum);
            findings = findings.Where(finding => finding.SortPlace >= place);
        }

        return findings;
    }

    /// <summary>The <see cref="StoredFinding.SortPlace"/> of an amount; of one with more digits than are stored, the least that is not smaller.</summary>
    private static long PlaceOf(decimal amount)
    {
        const decimal MostAmount = 900_000_000_000_000m;
        return (long)Math.Ceiling(Math.Clamp(amount, -MostAmount, MostAmount) * 10_000m);
    }

    /// <returns>Null when the cursor is not one of this order.</returns>
    private static IQueryable<StoredFinding>? Ordered(IQueryable<StoredFinding> findings, FindingSort sort, string[]? cursor)
    {
        var after = Guid.Empty;
        if (cursor is not null && !Guid.TryParse(cursor[2], out after))
        {
            return null;
        }

        switch (sort)
        {
            case FindingSort.Amount:
                var place = 0L;
                return cursor is not null && !long.TryParse(cursor[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out place) ? null
                    : (cursor is null ? findings : findings.Where(finding => EF.Functions.LessThan(ValueTuple.Create(finding.SortPlace, finding.Id), ValueTuple.Create(place, after))))
                        .OrderByDescending(finding => finding.SortPlace).ThenByDescending(finding => finding.Id);
            case FindingSort.Deadline:
                var deadline = DateOnly.MinValue;
                return cursor is not null && !DateOnly.TryParseExact(cursor[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out deadline) ? null
                    : (cursor is null ? findings : findings.Where(finding => EF.Functions.GreaterThan(ValueTuple.Create(finding.SortDeadline, finding.Id), ValueTuple.Create(deadline, after))))
                        .OrderBy(finding => finding.SortDeadline).ThenBy(finding => finding.Id);
            default:
                return (cursor is null ? findings : findings.Where(finding => EF.Functions.LessThan(ValueTuple.Create(finding.Id), ValueTuple.Create(after))))
                    .OrderByDescending(finding => finding.Id);
        }
    }

    private static string CursorOf(FindingRow row, FindingSort sort) => Paging.Write(sort.ToString(), sort switch
    {
        FindingSort.Amount => PlaceOf(row.SortAmount).ToString(CultureInfo.InvariantCulture),
        FindingSort.Deadline => row.SortDeadline.ToString("O", CultureInfo.InvariantCulture),
        FindingSort.Newest => "",
    }, row.Id.ToString());

    private static bool TrySort(string? text, out FindingSort sort)
    {
        sort = FindingSort.Amount;
        return text is null || ScreamingSnakeText<FindingSort>.TryRead(text, out sort);
    }
}

/// <summary>The columns of a list; what a finding says in full is another route's.</summary>
/// <param name="TitleSentence">The title in parts, for other languages than English; null in English, which the title is in.</param>
internal sealed record FindingRow(
    Guid Id, LeakType Type, Verdict Verdict, FindingState State, string Vendor, string? Account, string Title, string? TitleSentence, string? Currency, decimal? Amount, decimal SortAmount,
    SavingsKind? SavingsKind, decimal? PerMonth, DateOnly? Deadline, DateOnly SortDeadline, int Confidence, DateOnly FirstSeenOn, DateOnly LastSeenOn, DateTimeOffset StateAt);
