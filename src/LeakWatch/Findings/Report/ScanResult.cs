using LeakWatch.Core.Findings;
using LeakWatch.Core.Ledger;
using LeakWatch.Extraction;

namespace LeakWatch.Findings.Report;

/// <summary>Everything one scan says; the table, the JSON and the page are three ways to write it down.</summary>
internal sealed record ScanResult
{
    public required DetectionResult Detection { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>In the order in which they were found; empty when only a ledger was given.</summary>
    public IReadOnlyList<ReadDocument> Documents { get; init; } = [];

    /// <summary>Each real charge once, as reconciliation left it: what was spent.</summary>
    public IReadOnlyList<PaidCharge> Charges { get; init; } = [];

    /// <summary>Files in the folders that are no documents, hidden ones included.</summary>
    public int SkippedFiles { get; init; }

    public IEnumerable<ReadDocument> Failed => Documents.Where(document => !document.Invoices.IsOk);
}

internal static class DocumentStates
{
    extension(ReadDocument document)
    {
        /// <summary>One of the document states of domain.md 6 in which reading can end.</summary>
        public string State => document.Invoices.Error?.Code switch
        {
            null => "DONE",
            "NORMALIZATION_SCHEMA_INVALID" or "NORMALIZATION_REPAIR_FAILED" => "NORMALIZATION_FAILED",
            "UNSUPPORTED_FILE_TYPE" or "FILE_TOO_LARGE" or "FILE_TOO_MANY_PAGES" or "FILE_ENCRYPTED" => "REJECTED",
            _ => "EXTRACTION_FAILED",
        };
    }
}
