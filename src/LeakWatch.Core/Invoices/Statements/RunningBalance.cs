namespace LeakWatch.Core.Invoices.Statements;

/// <summary>Does one column of numbers carry another one forward?</summary>
internal static class RunningBalance
{
    private const decimal ShareNeeded = 0.7m;

    /// <summary>+1 when the balance rises by the amount, −1 when it falls by it, null when it is no running balance of these amounts.</summary>
    /// <remarks>Rows may be oldest or newest first. Two steps at least must agree: one alone could be chance.</remarks>
    /// <param name="order">+1 for rows that are oldest first, −1 for newest first, 0 when unknown. It tells a balance before each row, which some banks print, from one after it.</param>
    public static int? Of(IReadOnlyList<decimal?> balances, IReadOnlyList<decimal?> amounts, int order = 0)
    {
        var (rising, falling, risingBack, fallingBack, steps) = (0, 0, 0, 0, 0);
        for (var row = 1; row < balances.Count; row++)
        {
            if (balances[row - 1] is not { } before || balances[row] is not { } after || amounts[row] is not { } amount || amounts[row - 1] is not { } earlier || before == after)
            {
                continue;
            }

            steps++;
            rising += after - before == amount ? 1 : 0;
            falling += after - before == -amount ? 1 : 0;
            risingBack += before - after == earlier ? 1 : 0;
            fallingBack += before - after == -earlier ? 1 : 0;
        }

        var best = Math.Max(Math.Max(rising, falling), Math.Max(risingBack, fallingBack));
        return best < 2 || best < steps * ShareNeeded ? null
            : best == rising || best == risingBack || (best == falling && order < 0) || (best == fallingBack && order > 0) ? 1 : -1;
    }
}
