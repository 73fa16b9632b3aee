using LeakWatch.Data;

namespace LeakWatch.Shops;

/// <summary>What a plan includes.</summary>
internal static class PlanLimits
{
    /// <summary>New documents in a calendar month (UTC).</summary>
    public static int DocumentsPerMonth(Plan plan) =>
        plan switch
        {
            Plan.Free => 3,
            Plan.Starter => 50,
            Plan.Pro => 200,
        };
}
