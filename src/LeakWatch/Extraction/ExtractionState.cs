using System.Security.Cryptography;
using LeakWatch.Core;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Extraction;

/// <summary>What is known of one file so far.</summary>
internal sealed class ExtractionState(DocumentFile file, byte[] bytes, string? owner = null)
{
    private readonly List<ExtractedFile> outcomes = [];
    private readonly string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    private int failures;

    public DocumentFile File => file;

    public byte[] Bytes => bytes;

    /// <summary>Whose file it is; null where there is one person only.</summary>
    public string? Owner => owner;

    /// <summary>0 reads the file; more draws that many pages of it.</summary>
    public int DrawnPages { get; init; }

    public IReadOnlyList<ExtractedFile> Outcomes => outcomes;

    public int PartsDone => outcomes.Count;

    public bool IsDone { get; set; }

    public bool NeedsMoreMemory { get; set; }

    /// <summary>A parser that failed may have left anything behind.</summary>
    public bool LeavesReaderInDoubt { get; private set; }

    public void Add(ReadPart part)
    {
        // The parent's own hash and name of the file it sent; a reader vouches only for what it unpacked.
        var source = new InvoiceSource
        {
            FileName = part.ParentFileName is null ? file.Name : part.FileName,
            MimeType = part.MimeType,
            Sha256 = part.ParentFileName is null ? sha256 : part.Sha256,
            ParentFileName = part.ParentFileName,
        };
        LeavesReaderInDoubt |= part.Error is { Code: "FILE_CORRUPT" or "FILE_TOO_LARGE" or "OCR_FAILED" or "EXTRACTION_TIMEOUT" };
        outcomes.Add(new(source, part is { Document: { } document } ? document : part.Error ?? ReadingErrors.Corrupt(part.FileName), part.Bytes));
    }

    /// <summary>The part that ended its reader. Its siblings are still read, unless they go on like that.</summary>
    public void AddFailure(ReaderMessage? reading, Func<string, Error> explain)
    {
        var source = new InvoiceSource
        {
            FileName = reading?.ParentFileName is null ? file.Name : reading.FileName!,
            Sha256 = reading?.ParentFileName is null ? sha256 : null,
            ParentFileName = reading?.ParentFileName,
        };
        outcomes.Add(new(source, explain(source.FileName)));
        failures++;
        IsDone = reading?.ParentFileName is null || failures >= ReadingLimits.FailuresPerContainer;
    }
}
