using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Text;
using LeakWatch.Core;

namespace LeakWatch.Http;

/// <summary>One page of a list whose order is total, so that rows added meanwhile are neither skipped nor shown twice.</summary>
/// <param name="NextCursor">For the following page; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <param name="rows">One more than the page holds, where there are more.</param>
    public static Page<T> Of<TRow>(IReadOnlyList<TRow> rows, int limit, Func<TRow, T> view, Func<TRow, string> cursor) =>
        new([.. rows.Take(limit).Select(view)], rows.Count > limit ? cursor(rows[limit - 1]) : null);
}

/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">Rows of one page; 50 when absent.</param>
public sealed record PageQuery([property: StringLength(Paging.LongestCursor)] string? Cursor, [property: Range(1, Paging.MaximumLimit)] int? Limit)
{
    internal int Size => Limit ?? Paging.DefaultLimit;
}

internal static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaximumLimit = 200;
    public const int LongestCursor = 500;

    private const char Separator = '\u001f';

    /// <summary>Opaque to clients: the sort values of the last row that was shown.</summary>
    public static string Write(params string[] parts) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, parts)));

    /// <returns>Null parts for the first page; VALIDATION_ERROR for what is no cursor of this list.</returns>
    public static Result<string[]?> Read(string? cursor, int parts)
    {
        if (cursor is null)
        {
            return (string[]?)null;
        }

        try
        {
            var read = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator);
            return read.Length == parts ? read : NoCursor;
        }
        catch (FormatException)
        {
            return NoCursor;
        }
    }

    /// <summary>For lists in the order of their ids.</summary>
    /// <returns>Null for the first page.</returns>
    public static Result<Guid?> ReadId(string? cursor)
    {
        var read = Read(cursor, parts: 1);
        return !read.IsOk ? read.Error
            : read.Value is not [var last] ? (Guid?)null
            : Guid.TryParse(last, out var id) ? id
            : NoCursor;
    }

    public static readonly Error NoCursor = ErrorResults.Invalid("cursor", "The cursor is not one that this list gave out; begin without it.");
}
