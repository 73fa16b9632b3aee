using System.Text.Json;
using LeakWatch.Shops;
using Npgsql;

namespace LeakWatch.Findings;

/// <summary>How many findings of each state, verdict and type a shop has: kept beside its summary, and read in the same round trip as a list.</summary>
internal static class FindingCounts
{
    public static NpgsqlBatchCommand Command(Guid organizationId, Guid shopId) => new("select finding_counts from leakwatch.shop_summaries where organization_id = $1 and id = $2")
    {
        Parameters = { new() { Value = organizationId }, new() { Value = shopId } },
    };

    /// <returns>None before the first detection.</returns>
    public static async Task<IReadOnlyList<FindingCount>> ReadAsync(NpgsqlDataReader answer, CancellationToken cancellationToken) =>
        await answer.ReadAsync(cancellationToken) && !await answer.IsDBNullAsync(0, cancellationToken)
            ? JsonSerializer.Deserialize(answer.GetString(0), ShopJson.Default.IReadOnlyListFindingCount)! : [];
}
