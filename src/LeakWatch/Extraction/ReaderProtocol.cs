using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LeakWatch.Core;
using LeakWatch.Core.Documents;

namespace LeakWatch.Extraction;

/// <summary>Asks for one file; its bytes are the next frame.</summary>
/// <param name="FirstPart">Parts of a container that were already answered, and are not read again after a crash.</param>
/// <param name="WithPartBytes">Whether the caller keeps the parts of a container as files of their own.</param>
/// <param name="DrawnPages">Above 0: not the text is wanted but that many first pages as pictures, each the bytes of a part.</param>
internal sealed record ReadRequest(string FileName, int FirstPart, bool WithPartBytes = false, int DrawnPages = 0);

/// <summary>Where the programs that a reader may start are, since it has no PATH to look them up in.</summary>
internal sealed record ReaderTools(string? Tesseract, string? TessdataFolder, string? PdfToPpm);

/// <summary>One document: the file itself, or a part of it.</summary>
/// <param name="HasBytes">The part's own bytes are the last frame of this message.</param>
internal sealed record ReadPart(string FileName, string? ParentFileName, string? MimeType, string Sha256, ExtractedDocument? Document, Error? Error, bool HasBytes = false)
{
    [JsonIgnore]
    public byte[]? Bytes { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ReaderStep>))]
internal enum ReaderStep { Begins, Recognises, Read, Done }

/// <summary>What a reader says: it begins a part, needs OCR for a page of it (which takes longer), has read it, has done the file.</summary>
/// <param name="FileName">Of the part that begins.</param>
/// <param name="Part">When its <c>DelimitedText</c> is not null, that text is the next frame, in UTF-8.</param>
internal sealed record ReaderMessage(ReaderStep Step, string? FileName = null, string? ParentFileName = null, ReadPart? Part = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(ReaderTools))]
[JsonSerializable(typeof(ReaderMessage))]
internal sealed partial class ReaderJson : JsonSerializerContext;

/// <summary>Frames between the two processes: four bytes of length, little endian, then the content.</summary>
internal static class Frames
{
    // 20 MB of text in JSON, every character escaped.
    private const int MaximumBytes = 128 * 1024 * 1024;

    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        await stream.WriteAsync(length, cancellationToken);
        await stream.WriteAsync(content, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    public static Task WriteAsync<T>(Stream stream, T message, JsonTypeInfo<T> type, CancellationToken cancellationToken = default) =>
        WriteAsync(stream, JsonSerializer.SerializeToUtf8Bytes(message, type), cancellationToken);

    public static void Write(Stream stream, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        stream.Write(length);
        stream.Write(content);
        stream.Flush();
    }

    public static void Write<T>(Stream stream, T message, JsonTypeInfo<T> type) => Write(stream, JsonSerializer.SerializeToUtf8Bytes(message, type));

    /// <returns>Null at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">The other side does not speak this protocol.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var length = new byte[4];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellationToken) < length.Length)
        {
            return null;
        }

        var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(length) is >= 0 and <= MaximumBytes and var size
            ? size
            : throw new InvalidDataException("A frame has an impossible length.")];
        return await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken) == content.Length ? content : null;
    }

    public static async Task<T?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class =>
        await ReadAsync(stream, cancellationToken) is { } content ? JsonSerializer.Deserialize(content, type) : null;
}
