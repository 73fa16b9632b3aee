using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LeakWatch.Hosting;

/// <summary>A page of the exported web as it is sent.</summary>
/// <param name="ETag">Quoted, as the header carries it.</param>
/// <param name="ScriptHashes">Sources for <c>script-src</c>: one for each inline script.</param>
internal sealed record WebPage(byte[] Html, string ETag, string ScriptHashes);

/// <summary>The exported web: its pages in memory, by the path that a visitor sees; its other files stay on the disk.</summary>
internal sealed partial class WebExport
{
    private readonly Dictionary<string, WebPage> pages;

    private WebExport(string folder, Dictionary<string, WebPage> pages, WebPage notFound) => (Folder, this.pages, NotFound) = (folder, pages, notFound);

    public string Folder { get; }

    public WebPage NotFound { get; }

    /// <param name="values">What this deployment puts in place of <c>__LEAKWATCH_NAME__</c>; what is null or no plain word becomes nothing.</param>
    public static WebExport Read(string folder, IReadOnlyDictionary<string, string?> values)
    {
        var pages = Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).ToDictionary(
            file => PathOf(Path.GetRelativePath(folder, file)),
            file => PageOf(Placeholder().Replace(File.ReadAllText(file), place =>
                values.TryGetValue(place.Groups["name"].Value, out var value) && value is not null && Plain().IsMatch(value) ? value : "")),
            StringComparer.Ordinal);
        return new(folder, pages, pages["/404"]);
    }

    public WebPage? Find(string path) => pages.GetValueOrDefault(path);

    /// <summary><c>/leaks/ID</c> is what people and mails write; the page is <c>/leaks/view?id=ID</c>.</summary>
    /// <returns>Null for what is no such address.</returns>
    public static string? ViewOf(string path, string query)
    {
        // What has an extension is a file beside the page, such as the payloads that Next asks for when a link is followed.
        if (DeepLink().Match(path) is not { Success: true } link || Path.HasExtension(path))
        {
            return null;
        }

        // The server decodes a path but for this one.
        var id = link.Groups["id"].Value.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var parameter = link.Groups["page"].Value == "vendors" ? "key" : "id";
        return $"{link.Groups["shell"].Value}/{link.Groups["page"].Value}/view?{parameter}={Uri.EscapeDataString(id)}{(query.Length > 1 ? "&" + query[1..] : "")}";
    }

    private static string PathOf(string file)
    {
        var path = "/" + file.Replace(Path.DirectorySeparatorChar, '/')[..^".html".Length];
        return path == "/index" ? "/" : path;
    }

    private static WebPage PageOf(string html)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        var scripts = InlineScript().Matches(html).Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups["code"].Value)))}'");
        return new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"", string.Join(' ', scripts.Distinct(StringComparer.Ordinal)));
    }

    [GeneratedRegex(@"\A(?<shell>|/app)/(?<page>documents|leaks|vendors)/(?!view\z)(?<id>[^/\\]+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DeepLink();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)[^>]*>(?<code>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex InlineScript();

    // web/src/shopify/api-key.ts and web/src/errors/target.ts write them.
    [GeneratedRegex("__LEAKWATCH_(?<name>[A-Z]+(?:_[A-Z]+)*)__", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Placeholder();

    // Nothing that ends an attribute or a string: they stand in both.
    [GeneratedRegex(@"\A[A-Za-z0-9_:/@.+-]{1,200}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
