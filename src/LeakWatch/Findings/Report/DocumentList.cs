using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Extraction;

namespace LeakWatch.Findings.Report;

/// <summary>Every document with its state, those that failed first; and what was seen twice, settled or dismissed.</summary>
internal static class DocumentList
{
    private const int MaxInvoicesNamed = 3;

    public static Html Write(IReadOnlyList<ReadDocument> documents, int skipped) => documents.Count == 0 ? Html.Empty : Html.Of($"""
        <section class="card" id="documents" aria-labelledby="documents-title">
          <h2 id="documents-title">Documents</h2>
          <p class="muted">{Basis(documents, skipped)}</p>
          {Failures([.. documents.Where(document => !document.Invoices.IsOk)])}
          <details><summary>What each of them says</summary>
          <div class="scroll" tabindex="0" role="region" aria-label="Documents"><table class="documents">
          <thead><tr><th scope="col">Document</th><th scope="col">State</th><th scope="col">What it says</th></tr></thead>
          <tbody>{Html.Join(documents.Select(Row))}</tbody></table></div></details>
        </section>
        """);

    public static Html Write(IReadOnlyList<Reconciled> reconciled) => reconciled.Count == 0 ? Html.Empty : Html.Of($"""
        <section class="card" id="reconciled" aria-labelledby="reconciled-title">
          <h2 id="reconciled-title">Not a leak</h2>
          <p class="muted">Seen twice, settled or dismissed. None of it is counted or claimed.</p>
          {Html.Join(reconciled.GroupBy(one => one.Reason).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(Group))}
        </section>
        """);

    private static Html Group(IGrouping<string, Reconciled> group) => Html.Of($"""
        <details><summary>{FindingWords.ReconciledReason(group.Key)} ({group.Count()})</summary><ul class="plain">
        {Html.Join(group.Select(one => Html.Of($"""<li><b>{one.Vendor}.</b> {one.Explanation} <span class="muted">{string.Join(", ", one.Documents)}</span></li>""")))}
        </ul></details>
        """);

    private static string Basis(IReadOnlyList<ReadDocument> documents, int skipped)
    {
        var failed = documents.Count(document => !document.Invoices.IsOk);
        return $"{FindingWords.Count(documents.Count - failed)} read"
            + (failed > 0 ? $", {FindingWords.Count(failed)} not" : "")
            + (skipped > 0 ? $"; left aside, as no documents: {FindingWords.Count(skipped, "other file")}" : "") + ".";
    }

    private static Html Failures(IReadOnlyList<ReadDocument> failed) => failed.Count == 0 ? Html.Empty : Html.Of($"""
        <ul class="failures">{Html.Join(failed.Select(document => Html.Of($"""<li>{Icons.Cross}<span>{FindingWords.Failure(Name(document), document.Invoices.Error!)} <code>{document.Invoices.Error!.Code}</code></span></li>""")))}</ul>
        """);

    private static Html Row(ReadDocument document) => Html.Of($"""
        <tr><td>{Name(document)}</td><td class="state">{(document.Invoices.IsOk ? Icons.Check : Icons.Cross)}{(document.Invoices.IsOk ? "read" : "not read")}</td><td>{Says(document)}</td></tr>
        """);

    private static string Name(ReadDocument document) =>
        document.Source.ParentFileName is { } parent ? $"{document.Source.FileName} (in {parent})" : document.Source.FileName;

    private static string Says(ReadDocument document)
    {
        var invoices = document.Invoices.Value ?? [];
        var named = string.Join("; ", invoices.Take(MaxInvoicesNamed).Select(Says));
        return invoices.Count > MaxInvoicesNamed ? $"{named}; and {FindingWords.Count(invoices.Count - MaxInvoicesNamed)} more" : named;
    }

    /// <summary>"Klaviyo, INV-7, Jan 1, 2026, $150.00, proof holds".</summary>
    private static string Says(NormalizedInvoice invoice) => string.Join(", ", new[]
    {
        invoice.Vendor.CanonicalName ?? invoice.Vendor.Name ?? "unknown vendor",
        invoice.Invoice.Kind is InvoiceKind.Invoice or InvoiceKind.Statement ? null : FindingWords.Name(invoice.Invoice.Kind),
        invoice.Invoice.InvoiceNumber,
        invoice.Invoice.InvoiceDate is { } date ? FindingWords.Date(date) : null,
        invoice.Invoice.TotalAmount is { } total ? FindingWords.Amount(total, invoice.Invoice.Currency) : null,
        invoice.Quality.Proof switch { { Fails: true } => "does not add up", { Holds: true } => "proof holds", _ => null },
    }.OfType<string>());
}
