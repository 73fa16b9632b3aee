using LeakWatch.Core;
using LeakWatch.Data;
using LeakWatch.Extraction;
using LeakWatch.Http;
using LeakWatch.Providers;

namespace LeakWatch.Documents;

/// <summary>What may be uploaded, before a byte is, and what must be true of our copy.</summary>
internal static class UploadRules
{
    private const int Sha256Length = 64;

    public static Error? Check(string fileName, long sizeBytes, string sha256) => (sizeBytes, sha256) switch
    {
        ( <= 0, _) => Invalid($"{fileName} is empty; choose the file again."),
        ( > ReadingLimits.FileBytes, _) => ReadingErrors.TooLarge(fileName),
        (_, not { Length: Sha256Length }) => Invalid("sha256 is not the 64 hex digits of the file's checksum."),
        _ when !sha256.All(char.IsAsciiHexDigitLower) => Invalid("sha256 is not lower-case hex."),
        _ => null,
    };

    /// <summary>It is signed into the address and sent back as a header.</summary>
    public static Error? CheckContentType(string? contentType) =>
        contentType is null || (contentType.Length > 0 && contentType.All(character => character is >= ' ' and <= '~')) ? null
            : ErrorResults.Invalid("contentType", "contentType is a media type such as application/pdf; leave it out where none is known.");

    public static Error? CheckCopy(DocumentVersion version, StoredFile? copy) =>
        copy is null ? DocumentErrors.Missing(version.FileName)
        : copy.SizeBytes != version.SizeBytes || (copy.Sha256 is { } stored && stored != version.Sha256) ? DocumentErrors.ChecksumMismatch(version.FileName)
        : null;

    private static Error Invalid(string message) => new(ErrorKind.Invalid, "VALIDATION_ERROR", message);
}
