using System.Text.Json;
using LeakWatch.Data;

namespace LeakWatch.Http;

/// <summary>Who did what, written in the transaction of what was done.</summary>
internal static class AuditLog
{
    /// <param name="details">Words and ids, never what a document says.</param>
    public static void Add(
        LeakWatchDb db, Caller caller, Guid? shopId, string action, Guid? subjectId, DateTimeOffset at, IReadOnlyDictionary<string, string>? details = null) =>
        db.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = caller.OrganizationId,
            ShopId = shopId,
            Actor = caller.Actor,
            Action = action,
            SubjectId = subjectId,
            Details = details is null ? null : JsonSerializer.Serialize(details),
            RequestId = caller.RequestId,
            At = at,
        });
}
