namespace LeakWatch.Extraction;

/// <summary>What one document may cost. The first four are the product's promises; the rest keeps parent, readers and OCR under 600 MB.</summary>
internal static class ReadingLimits
{
    public const int FileBytes = 20 * 1024 * 1024;
    public const int Pages = 20;
    public const int Parts = 200;
    public const int UnpackedBytes = 100 * 1024 * 1024;

    /// <summary>Containers within containers: a mail in a ZIP, and no further.</summary>
    public const int Depth = 2;

    /// <summary>Unpacked bytes for each packed one, past the first megabyte. Text packs 1:20 at best; bombs begin at 1:1000.</summary>
    public const int UnpackingRatio = 200;

    /// <summary>A phone takes 12 to 50 megapixels; a page of 600 dpi has 35.</summary>
    public const long Pixels = 60_000_000;

    /// <summary>Of managed memory in a reader; .NET itself needs about 60 MB more.</summary>
    public const long HeapBytes = 160 * 1024 * 1024;

    /// <summary>Resident memory of a reader with its OCR processes while another reader works.</summary>
    public const long GroupBytes = 230 * 1024 * 1024;

    /// <summary>The same of a reader that works alone: second chance for what was stopped at <see cref="GroupBytes"/>.</summary>
    public const long GroupBytesAlone = 380 * 1024 * 1024;

    /// <summary>A reader's life: whatever a file leaves behind ends with it.</summary>
    public const int FilesPerReader = 200;

    /// <summary>Kills in one container before the rest of it is given up.</summary>
    public const int FailuresPerContainer = 3;

    public static readonly TimeSpan Text = TimeSpan.FromSeconds(20);

    /// <summary>Of a picture, and of the first page of a scan.</summary>
    public static readonly TimeSpan Ocr = TimeSpan.FromSeconds(60);

    /// <summary>What each further page of a scan adds: three times what a dense page takes on a quiet machine, so that a busy one reads 20 pages too.</summary>
    public static readonly TimeSpan OcrFurtherPage = TimeSpan.FromSeconds(12);

    /// <summary>The longest of one page: a dense A4 page takes about 3 s on a quiet machine.</summary>
    public static readonly TimeSpan OcrPage = TimeSpan.FromSeconds(30);
}
