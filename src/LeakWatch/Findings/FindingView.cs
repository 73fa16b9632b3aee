using LeakWatch.Core;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Text;
using LeakWatch.Data;
using LeakWatch.Shops;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Findings;

/// <param name="Counts">Of all findings of the shop, whatever was filtered.</param>
internal sealed record FindingListView(IReadOnlyList<FindingListItem> Items, string? NextCursor, IReadOnlyList<FindingCount> Counts);

/// <param name="AmountInShopCurrency">By which the list is sorted; 0 where there is no amount or no rate.</param>
internal sealed record FindingListItem(
    Guid Id, LeakType Type, Verdict Verdict, FindingState State, string Vendor, string? Account, string Title, string? Currency, decimal? Amount, decimal AmountInShopCurrency,
    SavingsKind? SavingsKind, decimal? PerMonth, DateOnly? Deadline, int Confidence, DateOnly FirstSeenOn, DateOnly LastSeenOn, DateTimeOffset StateChangedAt)
{
    public static FindingListItem Of(FindingRow row, Language language) => new(
        row.Id, row.Type, row.Verdict, row.State, row.Vendor, row.Account, FindingRows.TitleIn(language, row.Title, row.TitleSentence), row.Currency, Scaled(row.Amount, row.Currency), Currencies.Rescale(row.SortAmount, null),
        row.SavingsKind, Scaled(row.PerMonth, row.Currency), row.Deadline, row.Confidence, row.FirstSeenOn, row.LastSeenOn, row.StateAt);

    private static decimal? Scaled(decimal? amount, string? currency) => amount is { } one ? Currencies.Rescale(one, currency) : null;
}

/// <param name="VendorKey">The vendor's address among the shop's vendors; null when its charges left the ledger.</param>
/// <param name="StateSentence">Why it is in its state, for people.</param>
/// <param name="Proof">What resolved it, where proof did.</param>
/// <param name="GivenAnswers">What the merchant answered to its questions.</param>
internal sealed record FindingView(
    Guid Id, LeakType Type, Verdict Verdict, string Vendor, string? VendorKey, string? Account, string? Currency, decimal? Amount, decimal? Credited, SavingsKind? SavingsKind, decimal? PerMonth,
    DateOnly? Deadline, DateOnly? PeriodStart, DateOnly? PeriodEnd, int Confidence, IReadOnlyList<ConfidenceFactor> Factors, string Title, string Summary,
    IReadOnlyList<FindingLine> LineItems, IReadOnlyList<FindingEvidenceView> Evidence, IReadOnlyList<RecommendedAction> RecommendedActions, string? Question,
    IReadOnlyList<AnswerOption> Answers, IReadOnlyList<BridgePart> Bridge, string Fingerprint, FindingState State, StateReason StateReason, string StateSentence,
    DateTimeOffset StateChangedAt, DateOnly FirstSeenOn, DateOnly LastSeenOn, IReadOnlyList<FindingEvidenceView> Proof, IReadOnlyList<GivenAnswerView> GivenAnswers)
{
    public static async Task<FindingView> OfAsync(LeakWatchDb db, StoredFinding row, Language language, CancellationToken cancellationToken)
    {
        var known = FindingRows.ToKnown(row).In(language);
        var finding = known.Finding;
        var versions = finding.Evidence.Concat(known.Proof).Select(VersionOf).OfType<Guid>().Distinct().ToList();
        var documents = await db.DocumentVersions.AsNoTracking()
            .Where(version => versions.Contains(version.Id) && db.Documents.Any(document => document.Id == version.DocumentId && document.DeletedAt == null))
            .ToDictionaryAsync(version => version.Id, version => version.DocumentId, cancellationToken);
        var vendorKey = await db.ShopVendors.AsNoTracking().Where(vendor => vendor.ShopId == row.ShopId && vendor.Name == row.Vendor)
            .OrderBy(vendor => vendor.VendorKey).Select(vendor => vendor.VendorKey).FirstOrDefaultAsync(cancellationToken);
        FindingEvidenceView View(FindingEvidence evidence) => new(
            evidence.FileName, evidence.Kind, evidence.Pointer, evidence.Excerpt,
            VersionOf(evidence) is { } version && documents.TryGetValue(version, out var document) ? document : null, VersionOf(evidence));

        return new(
            row.Id, finding.Type, finding.Verdict, finding.Vendor, vendorKey, finding.Account, finding.Currency, finding.Amount, finding.Credited, finding.SavingsKind, finding.PerMonth,
            finding.Deadline, finding.PeriodStart, finding.PeriodEnd, finding.Confidence, finding.Factors, finding.Title.ToString(), finding.Summary.ToString(),
            finding.LineItems, [.. finding.Evidence.Select(View)], finding.RecommendedActions, finding.Question?.ToString(),
            finding.Answers, finding.Bridge, finding.Fingerprint, known.State, known.Reason, known.Sentence.ToString(),
            known.ChangedAt, known.FirstSeenOn, known.LastSeenOn, [.. known.Proof.Select(View)], [.. known.Answers.Select(answer => new GivenAnswerView(answer.Answer, answer.Value, answer.On))]);
    }

    private static Guid? VersionOf(FindingEvidence evidence) => Guid.TryParse(evidence.DocumentVersionId, out var version) ? version : null;
}

/// <param name="DocumentId">Null when the document was deleted.</param>
internal sealed record FindingEvidenceView(string FileName, EvidenceKind Kind, EvidencePointer Pointer, string Excerpt, Guid? DocumentId, Guid? DocumentVersionId);

internal sealed record GivenAnswerView(AnswerId Answer, string? Value, DateOnly? On);

internal sealed record DismissedView(IReadOnlyList<Guid> Dismissed, IReadOnlyList<RefusalView> Refused);

internal sealed record RefusalView(Guid FindingId, string Code, string Message);
