using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LeakWatch.Extraction;

namespace LeakWatch.Commands;

/// <summary>Uploads files as a browser does: announce, PUT, complete, then look until each has ended. What is there already is not sent again.</summary>
/// <param name="web">Where people find the pages: who changes something says that it comes from there.</param>
internal sealed class DemoUpload(Uri api, Uri web, Guid shopId)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    public async Task UploadAsync(IReadOnlyList<DocumentFile> files, Terminal terminal, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = api };
        http.DefaultRequestHeaders.Add("Origin", web.GetLeftPart(UriPartial.Authority));
        var waiting = new List<Guid>();
        foreach (var file in files)
        {
            if (await UploadAsync(http, file, cancellationToken) is { } document)
            {
                waiting.Add(document);
            }
        }

        if (waiting.Count > 0)
        {
            await terminal.Error.WriteLineAsync($"Reading {waiting.Count} documents of the demo store…");
        }

        foreach (var document in waiting)
        {
            while (!await HasEndedAsync(http, document, cancellationToken))
            {
                await Task.Delay(LookEvery, cancellationToken);
            }
        }
    }

    /// <returns>The document to wait for; null when it was uploaded before and has ended.</returns>
    private async Task<Guid?> UploadAsync(HttpClient http, DocumentFile file, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file.Path, cancellationToken);
        var announced = await http.PostAsJsonAsync($"/v1/shops/{shopId}/documents", new
        {
            fileName = file.Name,
            contentType = "application/octet-stream",
            sizeBytes = bytes.Length,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        }, cancellationToken);
        var answer = (await announced.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
        var document = (Guid)answer["documentId"]!;
        if ((bool)answer["alreadyUploaded"]!)
        {
            return await HasEndedAsync(http, document, cancellationToken) ? null : document;
        }

        using var content = new ByteArrayContent(bytes);
        foreach (var (name, value) in answer["upload"]!["headers"]!.AsObject())
        {
            if (!content.Headers.TryAddWithoutValidation(name, (string?)value))
            {
                throw new InvalidOperationException($"The header {name} cannot be sent with an upload.");
            }
        }

        content.Headers.ContentType ??= new MediaTypeHeaderValue("application/octet-stream");
        (await http.PutAsync((string?)answer["upload"]!["url"], content, cancellationToken)).EnsureSuccessStatusCode();
        (await http.PostAsync($"/v1/shops/{shopId}/documents/{document}/complete", null, cancellationToken)).EnsureSuccessStatusCode();
        return document;
    }

    private async Task<bool> HasEndedAsync(HttpClient http, Guid document, CancellationToken cancellationToken)
    {
        var view = (await http.GetFromJsonAsync<JsonObject>($"/v1/shops/{shopId}/documents/{document}", cancellationToken))!;
        return (string?)view["state"] is "DONE" or "REJECTED" or "EXTRACTION_FAILED" or "NORMALIZATION_FAILED" or "DETECTION_FAILED";
    }
}
