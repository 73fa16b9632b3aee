using System.Text.Json;
using System.Text.Json.Serialization;
using LeakWatch.Core.Invoices.SecondReader;
using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Invoices;

/// <summary>What the database keeps of second readings: answers, what was spent, and a receipt for each document. Always within one organisation.</summary>
internal static class SecondReadingRows
{
    /// <summary>How long an answer may be kept and used again.</summary>
    public static readonly TimeSpan KeepAnswers = TimeSpan.FromDays(30);

    /// <summary>The counter of what an organisation's models have cost, by UTC day.</summary>
    public const string Dollars = "llm.dollars";

    private const string Tokens = "llm.tokens";

    public static async Task<SecondReaderSettings> SettingsAsync(LeakWatchDb db, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellationToken);
        return new(organization.LanguageModelEnabled, organization.VisionEnabled, DailyBudget.Default with { Dollars = organization.LanguageModelDailyBudget });
    }

    /// <returns>An answer to the same question that may still be used, and what was spent on the UTC day of <paramref name="now"/>.</returns>
    public static async Task<(string? Answer, DailySpending Spent)> LoadAsync(LeakWatchDb db, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answer = await db.LanguageModelAnswers.AsNoTracking().Where(row => row.Key == key && row.ExpiresAt > now).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var used = await db.UsageCounters.AsNoTracking().Where(counter => counter.PeriodStart == today && (counter.Name == Dollars || counter.Name == Tokens))
            .ToDictionaryAsync(counter => counter.Name, counter => counter.Amount, cancellationToken);
        return (answer, new(used.GetValueOrDefault(Dollars), (long)used.GetValueOrDefault(Tokens)));
    }

    public static async Task SaveAsync(LeakWatchDb db, Guid versionId, SecondReaderRequest request, SecondReaderResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var receipt = result.Receipt;
        db.Add(new LanguageModelReceiptRow
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = db.OrganizationId,
            DocumentVersionId = versionId,
            Content = JsonSerializer.Serialize(receipt, SecondReadingJson.Default.LanguageModelReceipt),
            At = receipt.At,
        });
        if (result.AnswerToKeep is { } answer)
        {
            var expiresAt = now + KeepAnswers;
            await db.Database.ExecuteSqlAsync($"""
                insert into leakwatch.llm_answers (organization_id, id, key, content, created_at, expires_at)
                  values ({db.OrganizationId}, {Guid.CreateVersion7()}, {request.CacheKey}, {answer}::jsonb, {now}, {expiresAt})
                  on conflict (organization_id, key) do update set content = excluded.content, created_at = excluded.created_at, expires_at = excluded.expires_at;
                """, cancellationToken);
        }

        await CountAsync(db, Dollars, CountedDollars(receipt.CostDollars ?? 0m), now, cancellationToken);
        await CountAsync(db, Tokens, receipt.Usage.Total, now, cancellationToken);
    }

    /// <summary>Of one version, in the order in which they were written.</summary>
    public static async Task<IReadOnlyList<LanguageModelReceipt>> ReceiptsAsync(LeakWatchDb db, Guid versionId, CancellationToken cancellationToken)
    {
        var rows = await db.LanguageModelReceipts.AsNoTracking().Where(row => row.DocumentVersionId == versionId).OrderBy(row => row.At).Select(row => row.Content).ToListAsync(cancellationToken);
        return [.. rows.Select(row => JsonSerializer.Deserialize(row, SecondReadingJson.Default.LanguageModelReceipt)!)];
    }

    /// <summary>As many digits as are stored, rounded up: many calls that each cost less must not count as nothing. The receipt says what it was.</summary>
    private static decimal CountedDollars(decimal cost) => Math.Ceiling(cost * 10_000m) / 10_000m;

    private static async Task CountAsync(LeakWatchDb db, string name, decimal amount, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (amount > 0m)
        {
            var day = DateOnly.FromDateTime(now.UtcDateTime);
            await db.Database.ExecuteSqlAsync($"""
                insert into leakwatch.usage_counters (organization_id, id, name, period_start, amount) values ({db.OrganizationId}, {Guid.CreateVersion7()}, {name}, {day}, {amount})
                  on conflict (organization_id, name, period_start) do update set amount = usage_counters.amount + excluded.amount;
                """, cancellationToken);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LanguageModelReceipt))]
internal sealed partial class SecondReadingJson : JsonSerializerContext;
