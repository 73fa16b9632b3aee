using System.Text.Json;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Serialization;
using LeakWatch.Core.Text;
using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Findings;

/// <summary>Known findings ↔ their rows. The JSON is the whole; the columns are what lists are filtered and sorted by.</summary>
internal static class FindingRows
{
    /// <summary>Locked, so that a person's move and a detection run never write over each other.</summary>
    public static async Task<Dictionary<string, StoredFinding>> LoadAsync(LeakWatchDb db, Guid shopId, string[] vendorKeys, CancellationToken cancellationToken) =>
        await db.Findings.FromSql($"select * from leakwatch.findings where shop_id = {shopId} and vendor_key = any({vendorKeys}) order by id for update")
            .ToDictionaryAsync(row => row.CaseKey, StringComparer.Ordinal, cancellationToken);

    /// <summary>Locked; null for what is not this shop's.</summary>
    public static Task<StoredFinding?> FindAsync(LeakWatchDb db, Guid shopId, Guid findingId, CancellationToken cancellationToken) =>
        db.Findings.FromSql($"select * from leakwatch.findings where shop_id = {shopId} and id = {findingId} for update").SingleOrDefaultAsync(cancellationToken);

    public static KnownFinding ToKnown(StoredFinding row) => JsonSerializer.Deserialize(row.Content, CoreJson.Default.KnownFinding)!.Restored();

    /// <param name="sentence">JSON of <see cref="KeptSentence"/>; null, or of another title, where an earlier release wrote the row last.</param>
    public static string TitleIn(Language language, string title, string? sentence) =>
        language is not Language.English && sentence is not null && JsonSerializer.Deserialize(sentence, CoreJson.Default.KeptSentence).Sentence is { } kept && kept.ToString() == title
            ? kept.In(language) : title;

    /// <param name="sortAmount">The amount in the shop's currency.</param>
    public static StoredFinding Add(LeakWatchDb db, Guid shopId, KnownFinding known, decimal sortAmount, DateTimeOffset now)
    {
        var finding = known.Finding;
        var row = new StoredFinding
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = db.OrganizationId,
            ShopId = shopId,
            CaseKey = known.Case,
            Fingerprint = finding.Fingerprint,
            Type = finding.Type,
            Verdict = finding.Verdict,
            State = known.State,
            StateAt = known.ChangedAt,
            Vendor = finding.Vendor,
            VendorKey = VendorKey.Of(finding.Vendor),
            SortAmount = StoredAmount.Of(sortAmount),
            Confidence = finding.Confidence,
            Title = finding.Title.ToString(),
            Content = "{}",
            FirstSeenOn = known.FirstSeenOn,
            LastSeenOn = known.LastSeenOn,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Add(row);
        Write(db, row, known, sortAmount, now);
        return row;
    }

    public static void Write(LeakWatchDb db, StoredFinding row, KnownFinding known, decimal sortAmount, DateTimeOffset now)
    {
        var finding = known.Finding;
        (row.CaseKey, row.VendorKey) = (known.Case, VendorKey.Of(finding.Vendor));
        row.Fingerprint = finding.Fingerprint;
        (row.Type, row.Verdict) = (finding.Type, finding.Verdict);
        (row.State, row.StateReason, row.StateNote, row.StateAt) = (known.State, known.Reason, known.Sentence.ToString(), known.ChangedAt);
        (row.Vendor, row.Account, row.Currency, row.Amount, row.SortAmount) = (finding.Vendor, finding.Account, finding.Currency, StoredAmount.Of(finding.Amount), StoredAmount.Of(sortAmount));
        (row.SavingsKind, row.PerMonth, row.Deadline) = (finding.SavingsKind, StoredAmount.Of(finding.PerMonth), finding.Deadline);
        (row.PeriodStart, row.PeriodEnd, row.Confidence, row.Title) = (finding.PeriodStart, finding.PeriodEnd, finding.Confidence, finding.Title.ToString());
        row.TitleSentence = Invoices.ExtractionRows.WithoutNul(JsonSerializer.Serialize(new(finding.Title), CoreJson.Default.KeptSentence));
        (row.LastSeenOn, row.UpdatedAt) = (known.LastSeenOn, now);
        row.Content = ContentOf(known);
        WriteEvidence(db, row, finding);
    }

    /// <summary>Only what became of it: the finding itself, and so its evidence, stays.</summary>
    public static void Move(StoredFinding row, KnownFinding known, DateTimeOffset now)
    {
        (row.State, row.StateReason, row.StateNote, row.StateAt) = (known.State, known.Reason, known.Sentence.ToString(), known.ChangedAt);
        (row.Content, row.UpdatedAt) = (ContentOf(known), now);
    }

    private static string ContentOf(KnownFinding known) => Invoices.ExtractionRows.WithoutNul(JsonSerializer.Serialize(known.Kept(), CoreJson.Default.KnownFinding))!;

    private static void WriteEvidence(LeakWatchDb db, StoredFinding row, Finding finding)
    {
        if (db.Entry(row).State is not EntityState.Added)
        {
            db.Evidence.Where(evidence => evidence.FindingId == row.Id).ExecuteDelete();
        }

        db.AddRange(finding.Evidence.Select((evidence, position) => new StoredEvidence
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = row.OrganizationId,
            FindingId = row.Id,
            Position = position,
            DocumentVersionId = Guid.TryParse(evidence.DocumentVersionId, out var version) ? version : null,
            Content = Invoices.ExtractionRows.WithoutNul(JsonSerializer.Serialize(evidence, CoreJson.Default.FindingEvidence))!,
        }));
    }
}
