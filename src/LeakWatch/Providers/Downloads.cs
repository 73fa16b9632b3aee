using System.Globalization;
using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace LeakWatch.Providers;

/// <summary>How a file leaves us, whichever store serves it: saved to disk, not shown, and never as a page of ours.</summary>
internal static class Downloads
{
    /// <summary>Types that a browser may be told; everything else is bytes to it.</summary>
    private static readonly string[] ToldTypes =
        [MediaTypeNames.Application.Pdf, MediaTypeNames.Image.Png, MediaTypeNames.Image.Jpeg, MediaTypeNames.Text.Csv, MediaTypeNames.Text.Plain, MediaTypeNames.Application.Zip];

    public static string TypeFor(string contentType) =>
        ToldTypes.Contains(contentType, StringComparer.Ordinal) ? contentType : MediaTypeNames.Application.Octet;

    /// <summary>An attachment's <c>Content-Disposition</c> (RFC 6266). What could break the header, leave the folder or turn the name around is replaced.</summary>
    public static string Disposition(string fileName)
    {
        var name = string.Concat(fileName.Select(character => IsUnsafe(character) ? '_' : character)).Trim(' ', '.');
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name.Length == 0 ? "file" : name);
        return disposition.ToString();
    }

    private static bool IsUnsafe(char character) =>
        character is '/' or '\\' or '"' || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
