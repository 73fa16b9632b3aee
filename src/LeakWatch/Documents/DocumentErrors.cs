using LeakWatch.Core;

namespace LeakWatch.Documents;

/// <summary>What can be wrong with an upload, in one list; what can be wrong with its content is in <see cref="Extraction.ReadingErrors"/>.</summary>
internal static class DocumentErrors
{
    public const string MissingCode = "UPLOAD_MISSING";

    /// <summary>Codes of files that may not be uploaded at all: another file is needed, not another try.</summary>
    private static readonly string[] Rejecting = ["UNSUPPORTED_FILE_TYPE", "FILE_TOO_LARGE", "FILE_TOO_MANY_PAGES", "FILE_ENCRYPTED", "CHECKSUM_MISMATCH", "UPLOAD_LIMIT_EXCEEDED"];

    public static bool RejectsUpload(Error error) => Rejecting.Contains(error.Code);

    public static Error Missing(string file) => new(ErrorKind.Invalid, MissingCode,
        $"{file} is not in the store: it was never uploaded, or is past its retention; upload it again.");

    public static Error ChecksumMismatch(string file) => new(ErrorKind.Invalid, "CHECKSUM_MISMATCH",
        $"{file} is not the file that was announced: size or checksum differ; upload it again.");

    /// <param name="code">Of the outage that lasted until nobody waited any more.</param>
    public static Error WaitedInVain(string file, string code) => new(ErrorKind.Conflict, code,
        $"{file} could not be read: something that LeakWatch needs has not answered for a day. Nothing is lost; try again.");

    public static Error LimitReached(string file, int limit, string plan) => new(ErrorKind.LimitReached, "UPLOAD_LIMIT_EXCEEDED",
        $"{file} was not read: {limit} documents a month are what the {plan} plan allows; a higher plan, or next month, lifts the limit.");
}
