using System.Text.Json;
using LeakWatch.Core.Serialization;
using LeakWatch.Data;
using LeakWatch.Http;
using LeakWatch.Invoices;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Shops;

/// <summary>Parts of the detection context ↔ their rows.</summary>
internal static class FactRows
{
    /// <summary>Said twice, it is one fact.</summary>
    /// <returns>The row, and whether it is new.</returns>
    public static async Task<(Fact Row, bool IsNew)> AddAsync<TFact>(
        LeakWatchDb db, Caller caller, Guid shopId, FactKind kind, TFact fact, DateTimeOffset at, CancellationToken cancellationToken)
        where TFact : notnull
    {
        var content = ExtractionRows.WithoutNul(JsonSerializer.Serialize(fact, typeof(TFact), ContextJson.Default))!;
        var same = await db.Facts.FromSql($"select * from leakwatch.facts where shop_id = {shopId} and content = {content}::jsonb")
            .FirstOrDefaultAsync(row => row.Kind == kind, cancellationToken);
        if (same is not null)
        {
            return (same, false);
        }

        var row = new Fact
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = db.OrganizationId,
            ShopId = shopId,
            Kind = kind,
            Content = content,
            CreatedBy = caller.Actor,
            CreatedAt = at,
        };
        db.Add(row);
        AuditLog.Add(db, caller, shopId, "fact.added", row.Id, at, new Dictionary<string, string> { ["kind"] = ScreamingSnakeText<FactKind>.Write(kind) });
        return (row, true);
    }

    public static TFact Read<TFact>(Fact row) => (TFact)JsonSerializer.Deserialize(row.Content, typeof(TFact), ContextJson.Default)!;
}
