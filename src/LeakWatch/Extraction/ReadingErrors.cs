using LeakWatch.Core;

namespace LeakWatch.Extraction;

/// <summary>Everything that can be wrong with a file, in one list. The codes are public (docs/errors.md).</summary>
internal static class ReadingErrors
{
    public static Error NoInvoiceFound(string file) => new(ErrorKind.Invalid, "NORMALIZATION_SCHEMA_INVALID",
        $"{file} was read, but holds nothing that looks like an invoice, receipt or statement; leave it out, or check that it is the right file.");

    public static Error NotUnderstood(string file, string mistake) => new(ErrorKind.Invalid, "NORMALIZATION_SCHEMA_INVALID",
        $"{file} was read, but LeakWatch failed to understand it ({mistake}); please report it, with the file if you can share it.");

    public static Error Unreadable(string file, string reason) => new(ErrorKind.Invalid, "UPLOAD_MISSING",
        $"{file} cannot be opened ({reason}); check that it exists and that you may read it.");

    public static Error TooLarge(string file) => new(ErrorKind.LimitReached, "FILE_TOO_LARGE",
        $"{file} is larger than {ReadingLimits.FileBytes / (1024 * 1024)} MB; send a smaller scan, or split it.");

    public static Error TooManyPages(string file, int pages) => new(ErrorKind.LimitReached, "FILE_TOO_MANY_PAGES",
        $"{file} has {pages} pages, more than {ReadingLimits.Pages}; send only the pages of the invoice.");

    public static Error TooManyPixels(string file, int width, int height, long limit) => new(ErrorKind.LimitReached, "FILE_TOO_LARGE",
        $"{file} is a picture of {width} × {height} pixels, more than can be read; send one of at most {limit / 1_000_000} megapixels, or a JPEG.");

    public static Error Unsupported(string file, string what) => new(ErrorKind.Invalid, "UNSUPPORTED_FILE_TYPE",
        $"{file} is {what}; LeakWatch reads PDF, PNG, JPG, CSV and TSV, e-invoice XML, mails (.eml) and ZIP: save it as one of these.");

    public static Error Encrypted(string file) => new(ErrorKind.Invalid, "FILE_ENCRYPTED",
        $"{file} needs a password to open; save a copy without one and send that.");

    public static Error Corrupt(string file) => new(ErrorKind.Invalid, "FILE_CORRUPT",
        $"{file} is damaged and cannot be read; download or export it again.");

    public static Error Exploded(string file) => new(ErrorKind.LimitReached, "FILE_TOO_LARGE",
        $"{file} unpacks to far more than an invoice needs and was stopped; export it again, or send a scan of it.");

    public static Error Crashed(string file) => new(ErrorKind.Invalid, "FILE_CORRUPT",
        $"{file} is damaged in a way that ended its reader; download or export it again, or send a scan.");

    public static Error TimedOut(string file, TimeSpan limit) => new(ErrorKind.LimitReached, "EXTRACTION_TIMEOUT",
        $"{file} was stopped after {limit.TotalSeconds:0} seconds; send fewer pages or a simpler export of it.");

    public static Error NoText(string file) => new(ErrorKind.Invalid, "TEXT_EMPTY",
        $"{file} shows no text that could be read; check that it is the right file, or send a sharper scan.");

    public static Error NothingInside(string file) => new(ErrorKind.Invalid, "TEXT_EMPTY",
        $"{file} holds no documents; put the invoices into it, or send them one by one.");

    public static Error TooManyParts(string file) => new(ErrorKind.LimitReached, "FILE_TOO_LARGE",
        $"{file} holds more than {ReadingLimits.Parts} files, more than {ReadingLimits.UnpackedBytes / (1024 * 1024)} MB, or files within files within files; split it.");

    public static Error NoTesseract(string file) => new(ErrorKind.Invalid, "OCR_FAILED",
        $"{file} is a picture of text, and tesseract, which reads those, is not installed: {TesseractInstallation}, then try again.");

    public static Error OcrFailed(string file, string reason) => new(ErrorKind.Invalid, "OCR_FAILED",
        $"{file} is a picture of text that could not be recognised ({reason}); send a sharper picture or the original PDF.");

    private static string TesseractInstallation =>
        OperatingSystem.IsMacOS() ? "run 'brew install tesseract tesseract-lang'"
        : OperatingSystem.IsWindows() ? "run 'winget install UB-Mannheim.TesseractOCR'"
        : "run 'apt-get install tesseract-ocr tesseract-ocr-deu tesseract-ocr-fra tesseract-ocr-spa tesseract-ocr-kor tesseract-ocr-jpn poppler-utils'";
}
