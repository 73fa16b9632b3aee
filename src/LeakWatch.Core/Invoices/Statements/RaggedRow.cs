using System.Buffers;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>Rows with more cells than the header, because an amount or a description was written with the delimiter in it and no quotes.</summary>
internal static class RaggedRow
{
    /// <summary>Puts <c>-12</c> and <c>99</c> together again (<c>-12,99</c>) when that makes the row as wide as the header; otherwise the row as it is.</summary>
    public static IReadOnlyList<string> Fit(IReadOnlyList<string> cells, int width)
    {
        var surplus = cells.Count - width;
        if (width < 2 || surplus <= 0 || surplus > width)
        {
            return cells;
        }

        var fitted = new List<string>(cells);
        for (var column = fitted.Count - 2; column >= 0 && surplus > 0; column--)
        {
            if (IsWhole(fitted[column]) && IsFraction(fitted[column + 1]))
            {
                fitted[column] = $"{fitted[column].Trim()},{fitted[column + 1].Trim()}";
                fitted.RemoveAt(column + 1);
                surplus--;
            }
        }

        return surplus == 0 ? fitted : cells;
    }

    /// <summary>Rows of some exports close with delimiters that the header lacks.</summary>
    public static IReadOnlyList<string> WithoutEmptyEnd(IReadOnlyList<string> cells, int width)
    {
        var end = cells.Count;
        while (end > width && string.IsNullOrWhiteSpace(cells[end - 1]))
        {
            end--;
        }

        return end == cells.Count ? cells : [.. cells.Take(end)];
    }

    /// <summary>Puts the pieces of a description that holds the delimiter together again, so that the columns after it fall into place.</summary>
    public static IReadOnlyList<string> JoinDescription(IReadOnlyList<string> cells, int width, int description, char delimiter)
    {
        var surplus = cells.Count - width;
        return surplus <= 0 || description < 0 || description >= width
            ? cells
            : [.. cells.Take(description), string.Join(delimiter, cells.Skip(description).Take(surplus + 1)), .. cells.Skip(description + surplus + 1)];
    }

    private static readonly SearchValues<char> WholeNumber = SearchValues.Create("0123456789. '");

    private static bool IsWhole(string cell)
    {
        var digits = cell.AsSpan().Trim().TrimStart("+-−").TrimStart('0');
        return cell.AsSpan().Trim().Length > 0 && digits.Length <= 12 && !digits.ContainsAnyExcept(WholeNumber);
    }

    private static bool IsFraction(string cell) => cell.AsSpan().Trim() is { Length: 2 } digits && digits.IndexOfAnyExceptInRange('0', '9') < 0;
}
