using System.Security.Cryptography;
using LeakWatch.Core;
using LeakWatch.Core.Documents;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>One file's bytes → its documents, told one by one. Runs in the sandboxed reader only.</summary>
/// <param name="tell">Gets a message when a part begins, for each page that needs OCR, and when it is read.</param>
internal sealed class FileParser(ReaderTools tools, ReadRequest request, Action<ReaderMessage> tell)
{
    private int parts;
    private long unpackedBytes;

    public void Read(byte[] bytes)
    {
        if (request.DrawnPages > 0)
        {
            Draw(bytes);
            return;
        }

        if (!ReadFile(new(request.FileName, null), bytes, depth: 0) && request.FirstPart == 0)
        {
            Tell(new(request.FileName, null), bytes, FileType.Of(bytes).MimeType, ReadingErrors.NothingInside(request.FileName));
        }
    }

    /// <summary>Each page drawn anew as a grey picture: nothing of the file but what the page shows. A page that cannot be drawn is left out.</summary>
    private void Draw(byte[] bytes)
    {
        var type = FileType.Of(bytes);
        var optical = new OpticalReader(tools, () => tell(new(ReaderStep.Recognises)));
        var pages = type.Kind is FileKind.Pdf ? PdfText.PageSizes(bytes, request.DrawnPages).Index().Select(page => optical.Render(bytes, page.Index + 1, page.Item.Width, page.Item.Height))
            : type.Kind is FileKind.Png or FileKind.Jpeg ? [PictureFile.Decode(bytes, request.FileName).Value]
            : [];
        foreach (var (index, picture) in pages.Index().Skip(request.FirstPart))
        {
            var name = $"page-{index + 1}.jpg";
            tell(new(ReaderStep.Begins, name, request.FileName));
            var drawn = picture?.ToJpeg() ?? [];
            Tell(new(name, request.FileName), drawn, "image/jpeg", new ExtractedDocument { Type = DocumentType.Image });
        }
    }

    /// <returns>False when it was a container with nothing to read in it.</returns>
    private bool ReadFile(Place place, byte[] bytes, int depth)
    {
        var type = FileType.Of(bytes);
        return type.Kind switch
        {
            FileKind.Zip => ReadParts(place, bytes, type, ZipParts.Open(bytes), depth),
            FileKind.Mail => ReadMail(place, bytes, type, depth),
            _ => ReadDocument(place, bytes, type, optical => ReadLeaf(place.FileName, bytes, type, optical)),
        };
    }

    private bool ReadMail(Place place, byte[] bytes, FileType type, int depth)
    {
        var mail = MailFile.Open(bytes);
        var hasBody = mail.Pages.Count > 0 && ReadDocument(place, bytes, type, _ => mail.ToDocument());
        return ReadParts(place, bytes, type, mail.Attachments, depth) | hasBody;
    }

    private bool ReadParts(Place container, byte[] bytes, FileType type, IEnumerable<PackedFile> inner, int depth)
    {
        var any = false;
        try
        {
            foreach (var part in inner)
            {
                if (depth == ReadingLimits.Depth || parts >= ReadingLimits.Parts)
                {
                    return ReadDocument(container, bytes, type, _ => ReadingErrors.TooManyParts(container.FileName));
                }

                var unpacked = part.Unpack(ReadingLimits.UnpackedBytes - unpackedBytes);
                unpackedBytes += unpacked.Value?.Length ?? 0;
                var place = new Place(part.Name, container.FileName);
                any |= unpacked is { IsOk: true, Value: var content }
                    ? ReadFile(place, content, depth + 1)
                    : ReadDocument(place, [], type, _ => unpacked.Error!);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException or IOException)
        {
            return ReadDocument(container, bytes, type, _ => ReadingErrors.Corrupt(container.FileName));
        }

        return any;
    }

    private bool ReadDocument(Place place, byte[] bytes, FileType type, Func<OpticalReader, Result<ExtractedDocument>> read)
    {
        if (parts++ < request.FirstPart)
        {
            return true;
        }

        tell(new(ReaderStep.Begins, place.FileName, place.ParentFileName));
        var optical = new OpticalReader(tools, () => tell(new(ReaderStep.Recognises)));
        Tell(place, bytes, type.MimeType, Guarded(place.FileName, () => read(optical)));
        return true;
    }

    private static Result<ExtractedDocument> ReadLeaf(string file, byte[] bytes, FileType type, OpticalReader optical) => type.Kind switch
    {
        _ when bytes.Length > ReadingLimits.FileBytes => ReadingErrors.TooLarge(file),
        FileKind.Pdf => PdfText.Read(bytes, file, optical),
        FileKind.Png or FileKind.Jpeg => ReadPicture(bytes, file, optical),
        FileKind.Xml => new ExtractedDocument { Type = DocumentType.Xml, InvoiceXml = type.Text },
        FileKind.DelimitedText => new ExtractedDocument { Type = DocumentType.DelimitedText, DelimitedText = type.Text },
        FileKind.Html => OfPages(HtmlText.Pages(type.Text!), file),
        FileKind.PlainText => OfPages(PlainTextPages.Of(type.Text!), file),
        FileKind.Empty => ReadingErrors.NoText(file),
        _ => ReadingErrors.Unsupported(file, type.Description ?? "of an unknown type"),
    };

    private static Result<ExtractedDocument> ReadPicture(byte[] bytes, string file, OpticalReader optical) =>
        PictureFile.Decode(bytes, file).Then(picture => picture.IsBlank
            ? ReadingErrors.NoText(file)
            : optical.Read(picture, 1, picture.Width, picture.Height, file).Then<ExtractedDocument>(read => read.Page.Lines.Count == 0
                ? ReadingErrors.NoText(file)
                : new ExtractedDocument { Type = DocumentType.Image, Origin = TextOrigin.Ocr, Pages = [read.Page], Warnings = read.Warning is null ? [] : [read.Warning] }));

    private static Result<ExtractedDocument> OfPages(IReadOnlyList<TextPage> pages, string file) =>
        pages.Count == 0 ? ReadingErrors.NoText(file) : new ExtractedDocument { Type = DocumentType.PlainText, Pages = pages };

    /// <summary>Parsers of hostile files throw anything; each exception is that file's failure, and memory that ran out is too, even where a parser hid it.</summary>
    private static Result<ExtractedDocument> Guarded(string file, Func<Result<ExtractedDocument>> read)
    {
        var ranOut = false;
        void Note(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs thrown) => ranOut |= thrown.Exception is OutOfMemoryException;

        AppDomain.CurrentDomain.FirstChanceException += Note;
        try
        {
            var result = read();
            return ranOut ? ReadingErrors.Exploded(file) : result;
        }
        catch (Exception)
        {
            return ranOut ? ReadingErrors.Exploded(file) : ReadingErrors.Corrupt(file);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Note;
        }
    }

    private void Tell(Place place, byte[] bytes, string mimeType, Result<ExtractedDocument> result)
    {
        var keepsBytes = request.WithPartBytes && place.ParentFileName is not null && bytes.Length > 0;
        tell(new(ReaderStep.Read, Part: new(
            place.FileName, place.ParentFileName, mimeType, Convert.ToHexStringLower(SHA256.HashData(bytes)), result.Value, result.Error, keepsBytes)
        {
            Bytes = keepsBytes ? bytes : null,
        }));
    }

    private sealed record Place(string FileName, string? ParentFileName);
}
