using System.Net;
using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeakWatch.Http;

internal enum KeyClaim
{
    /// <summary>Nobody has used the key: the request runs now, in our name.</summary>
    Ours,

    /// <summary>The same request runs at this moment.</summary>
    Running,

    /// <summary>The same request has been answered.</summary>
    Answered,

    /// <summary>Another request used the key.</summary>
    OfAnother,
}

/// <summary>What a request under a key was answered.</summary>
internal sealed record StoredAnswer(int Status, string? Body, string? Location);

/// <summary>The rows behind <c>Idempotency-Key</c>. A row without a status is a claim; only a success is kept, because a refusal changed nothing.</summary>
internal sealed class IdempotencyKeys(TenantDatabase database)
{
    /// <summary>After that the key may be used for something else.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>No request takes so long: whoever claimed it has died.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(1);

    /// <summary>Two at once meet in the unique index: the second waits for the first's commit, and then sees its claim.</summary>
    public async Task<(KeyClaim Claim, StoredAnswer? Answer)> ClaimAsync(Guid organizationId, string key, string requestHash, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(organizationId, cancellationToken);
        await using var claim = new NpgsqlCommand("""
            insert into leakwatch.idempotency_keys (organization_id, id, key, request_hash, created_at) values ($1, $2, $3, $4, now())
              on conflict (organization_id, key) do update
                set request_hash = excluded.request_hash, created_at = excluded.created_at, status = null, body = null, location = null
                where idempotency_keys.created_at < now() - $5 or (idempotency_keys.status is null and idempotency_keys.created_at < now() - $6)
              returning 1;
            """, unit.Connection)
        {
            Parameters =
            {
                new() { Value = organizationId }, new() { Value = Guid.CreateVersion7() }, new() { Value = key }, new() { Value = requestHash },
                new() { Value = KeptFor }, new() { Value = Abandoned },
            },
        };
        var isOurs = await claim.ExecuteScalarAsync(cancellationToken) is not null;
        var row = isOurs ? null : await unit.Db.IdempotencyKeys.AsNoTracking().SingleAsync(one => one.Key == key, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return row switch
        {
            null => (KeyClaim.Ours, null),
            _ when row.RequestHash != requestHash => (KeyClaim.OfAnother, null),
            { Status: { } status } => (KeyClaim.Answered, new((int)status, row.Body, row.Location)),
            _ => (KeyClaim.Running, null),
        };
    }

    public async Task KeepAsync(Guid organizationId, string key, StoredAnswer answer, CancellationToken cancellationToken) =>
        await database.RunInTransactionAsync(organizationId, db => db.IdempotencyKeys.Where(row => row.Key == key).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.Status, (HttpStatusCode)answer.Status)
            .SetProperty(one => one.Body, answer.Body)
            .SetProperty(one => one.Location, answer.Location), cancellationToken), cancellationToken);

    public async Task FreeAsync(Guid organizationId, string key, CancellationToken cancellationToken) =>
        await database.RunInTransactionAsync(organizationId, db => db.IdempotencyKeys.Where(row => row.Key == key && row.Status == null).ExecuteDeleteAsync(cancellationToken), cancellationToken);
}
