using LeakWatch.Core.Invoices;
using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Invoices;

/// <summary>What people have corrected in the invoices of a version.</summary>
internal static class CorrectionRows
{
    /// <summary>A reading with what a person has corrected in this version before; one that no longer fits the reading is left out.</summary>
    public static async Task<IReadOnlyList<NormalizedInvoice>> ReapplyAsync(
        LeakWatchDb db, Guid versionId, IReadOnlyList<NormalizedInvoice> invoices, CancellationToken cancellationToken)
    {
        var corrections = await db.Corrections.AsNoTracking().Where(correction => correction.DocumentVersionId == versionId)
            .OrderBy(correction => correction.CorrectedAt).ThenBy(correction => correction.Id).ToListAsync(cancellationToken);
        if (corrections.Count == 0)
        {
            return invoices;
        }

        var byPosition = corrections.ToLookup(correction => correction.Position, correction => new InvoiceCorrection(correction.Field, correction.Value));
        return [.. invoices.Select((invoice, position) => byPosition[position].Aggregate(invoice, (known, correction) => InvoiceCorrections.Apply(known, [correction]).Value ?? known))];
    }
}
