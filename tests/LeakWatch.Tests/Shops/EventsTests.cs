using System.Net;
using LeakWatch.Core;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Shops;

public sealed class EventsTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    [Fact]
    public async Task A_client_hears_of_its_shops_documents_and_findings_and_of_no_others()
    {
        using var other = await ApiShop.CreateAsync(shop.Server);
        using var request = new HttpRequestMessage(HttpMethod.Get, shop.Path("events"));
        using var answer = await shop.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));
        Assert.Equal(("text/event-stream", true, true), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.NoCache, answer.Headers.CacheControl?.NoTransform));
        Assert.Equal("ready", (await NextAsync(events)).Name);

        await other.AddDocumentAsync();
        var (document, version) = await shop.AddDocumentAsync(state: _ => { });
        var created = await NextAsync(events);
        await shop.RunInTransactionAsync(async db => (await db.DocumentVersions.SingleAsync(one => one.Id == version, Token))
            .Failed(new Error(ErrorKind.Invalid, "FILE_CORRUPT", "damaged"), DateTimeOffset.UnixEpoch));
        var failed = await NextAsync(events);
        await shop.AddFindingAsync();
        var found = await NextAsync(events);

        Assert.Equal(("document", $$"""{"documentId":"{{document}}","versionId":"{{version}}","state":"CREATED","errorCode":null}"""), created);
        Assert.Equal(("document", $$"""{"documentId":"{{document}}","versionId":"{{version}}","state":"EXTRACTION_FAILED","errorCode":"FILE_CORRUPT"}"""), failed);
        Assert.Equal("findings", found.Name);
    }

    [Fact]
    public async Task A_document_that_came_and_ended_between_two_looks_is_told_of()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, shop.Path("events"));
        using var answer = await shop.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));
        await NextAsync(events);

        var (document, _) = await shop.AddDocumentAsync();

        var (name, data) = await NextAsync(events);
        Assert.Equal("document", name);
        Assert.Contains(document.ToString(), data, StringComparison.Ordinal);
        Assert.Contains("DONE", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_has_so_many_streams_and_no_more()
    {
        var streams = new List<HttpResponseMessage>();
        for (var index = 0; index < 20; index++)
        {
            streams.Add(await OpenAsync());
        }

        using var refused = await OpenAsync();
        streams.ForEach(stream => stream.Dispose());

        await Problem.AssertAsync(refused, HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED");
        // Those who have left make room, as soon as the server has noticed.
        HttpResponseMessage again;
        while ((again = await OpenAsync()).StatusCode is HttpStatusCode.TooManyRequests)
        {
            again.Dispose();
            await Task.Delay(50, Token);
        }

        again.Dispose();
    }

    private Task<HttpResponseMessage> OpenAsync() => shop.Http.SendAsync(new(HttpMethod.Get, shop.Path("events")), HttpCompletionOption.ResponseHeadersRead, Token);

    private static async Task<(string Name, string Data)> NextAsync(StreamReader events)
    {
        string name = "", data = "";
        while (await events.ReadLineAsync(Token) is { } line)
        {
            switch (line)
            {
                case ['e', 'v', 'e', 'n', 't', ':', ' ', .. var rest]:
                    name = rest;
                    break;
                case ['d', 'a', 't', 'a', ':', ' ', .. var rest]:
                    data = rest;
                    break;
                case "" when name.Length > 0:
                    return (name, data);
            }
        }

        throw new EndOfStreamException();
    }
}
