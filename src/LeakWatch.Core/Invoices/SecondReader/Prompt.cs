using System.Security.Cryptography;
using System.Text;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>What the model is told, once for all documents. Text and schema are the files beside this one.</summary>
public static class Prompt
{
    /// <summary>Part of the key of kept answers and of every receipt: a new one whenever text, schema or the form of the document changes.</summary>
    public const string Version = "second-reader-1";

    public const string SchemaName = "second_reader";

    /// <summary>A long invoice of some 50 lines; the usual answer takes a quarter of it.</summary>
    public const int MaxOutputTokens = 6_000;

    public static string Instructions { get; } = Resource("second-reader.prompt.md");

    public static string Schema { get; } = Resource("second-reader.schema.json");

    public static ModelQuestion QuestionOf(ReducedDocument document, IReadOnlyList<PagePicture> pictures) =>
        new(Instructions, Delimited(document), SchemaName, Schema, MaxOutputTokens) { Pictures = pictures };

    // The delimiter depends on the text it encloses, so no document can hold its own and end itself early.
    private static string Delimited(ReducedDocument document)
    {
        var name = $"document-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)))[..24]}";
        return $"<{name}>\n{document.Text}</{name}>\n";
    }

    private static string Resource(string name)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"LeakWatch.Core.Invoices.SecondReader.{name}")
            ?? throw new InvalidOperationException($"{name} is missing from the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
