using LeakWatch.Core.Leaks;
using LeakWatch.Core.Ledger;

namespace LeakWatch.Core.Savings;

/// <summary>No charge for two cycles after somebody asked to stop, where the source that used to carry it reaches that far.</summary>
/// <param name="On">The first day on which it is silent for two cycles.</param>
/// <param name="Source">The card, account or bill whose statements reach that day.</param>
/// <param name="Evidence">The last charge, and the row that had paid it.</param>
internal sealed record Silence(DateOnly On, string Source, IReadOnlyList<FindingEvidence> Evidence)
{
    private const int Cycles = 2;

    /// <summary>A cycle is the plan's own: two months of silence prove nothing of a plan that is paid by the year.</summary>
    /// <returns>Null while a charge came, the cycles are not over, or nothing covers them.</returns>
    public static Silence? Since(Finding finding, VendorLedger ledger, StatementCoverage coverage, DateOnly asked, DateOnly asOf)
    {
        var streams = StreamsOf(finding, ledger);
        var last = streams.SelectMany(stream => stream.Periods).Where(period => period.Period.Start <= asked).MaxBy(period => (period.Period.End, period.Period.Start));
        if (last is null)
        {
            return null;
        }

        var cycle = last.Rhythm is { } rhythm ? Rhythms.Days(rhythm) : last.Period.Days;
        var silentOn = SaneDates.Later(last.Period.End, asked).AddDays(cycle * Cycles);
        if (silentOn > asOf || ledger.Documents.Any(document => IsCharge(document) && MayGoOn(document, streams) && StartOf(document) > asked && StartOf(document) < silentOn))
        {
            return null;
        }

        var paid = streams.SelectMany(stream => stream.Periods).Where(period => period.Period.Start <= asked).OrderByDescending(period => period.Period.End)
            .Select(period => period.First.Document).FirstOrDefault(document => SourceOf(document) is not null);
        return paid is not null && coverage.Reaches(SourceOf(paid)!, asked, silentOn, asOf)
            ? new(silentOn, SourceOf(paid)!, [Proofs.Of(last.First), .. Proofs.PaymentOf(paid)]) : null;
    }

    /// <summary>What the finding is about; where its lines are not in a stream, all that its account is charged.</summary>
    private static List<ChargeStream> StreamsOf(Finding finding, VendorLedger ledger)
    {
        var account = ProductKey.KeyOrNull(finding.Account);
        var streams = ledger.Streams.Where(stream => stream.Currency == finding.Currency && AccountComparison.MayBeSame(account, stream.Account)).ToList();
        var places = finding.Evidence.Select(evidence => (evidence.FileName, evidence.Pointer)).ToHashSet();
        var own = streams.FindAll(stream => stream.Periods.Any(period => period.Lines.Any(line => places.Contains((line.Document.FileName, line.Item.Evidence.Pointer)))));
        return own.Count > 0 ? own : streams;
    }

    /// <summary>Credited or in doubt, it was charged all the same.</summary>
    private static bool IsCharge(LedgerDocument document) =>
        document is { Role: DocumentRole.Charge or DocumentRole.Payment, CopyOf: null, Total: > 0m, ReconciledAs: null or "CREDITED" };

    /// <summary>A row of a card says of no product what it pays for, so it may pay for any.</summary>
    private static bool MayGoOn(LedgerDocument document, List<ChargeStream> streams) => streams.Exists(stream =>
        (document.Currency is null || document.Role is DocumentRole.Payment || document.Currency == stream.Currency)
        && AccountComparison.MayBeSame(document.Account, stream.Account)
        && (document.Role is DocumentRole.Payment || document.IsInDoubt || document.Lines.Any(line => !line.IsOneTime && line.Product.Matches(stream.Product))));

    private static DateOnly StartOf(LedgerDocument document) => document.Period?.Start ?? document.Date;

    private static string? SourceOf(LedgerDocument document) =>
        document.IsBillRow ? document.Header.PaymentMethodHint : document.PaidBy?.Header.PaymentMethodHint;
}
