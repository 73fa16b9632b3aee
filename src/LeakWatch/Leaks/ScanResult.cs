using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Leaks;

namespace LeakWatch.Leaks;

/// <summary>Everything one scan says; the table, the JSON and the page are three ways to write it down.</summary>
internal sealed record ScanResult
{
    public required DetectionResult Detection { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>In the order in which they were found; empty when only a ledger was given.</summary>
    public IReadOnlyList<ScannedDocument> Documents { get; init; } = [];

    /// <summary>Files in the folders that are no documents, hidden ones included.</summary>
    public int SkippedFiles { get; init; }

    public IEnumerable<ScannedDocument> Failed => Documents.Where(document => document.Error is not null);
}

/// <summary>One document and what became of it: what it says, or why it could not be read.</summary>
/// <param name="FileName">Its path below the scanned folder; the name inside its container for a part of a mail or ZIP.</param>
/// <param name="Text">For showing evidence on its page; null when reading failed.</param>
internal sealed record ScannedDocument(
    string FileName, string? ParentFileName, string? Sha256, ExtractedDocument? Text, IReadOnlyList<NormalizedInvoice> Invoices, Error? Error)
{
    /// <summary>One of the document states of domain.md 6 in which a document can end.</summary>
    public string State => Error?.Code switch
    {
        null => "DONE",
        "NORMALIZATION_SCHEMA_INVALID" or "NORMALIZATION_REPAIR_FAILED" => "NORMALIZATION_FAILED",
        "UNSUPPORTED_FILE_TYPE" or "FILE_TOO_LARGE" or "FILE_TOO_MANY_PAGES" or "FILE_ENCRYPTED" => "REJECTED",
        _ => "EXTRACTION_FAILED",
    };
}
