using LeakWatch.Tests.Services;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeakWatch.Tests.Providers;

/// <summary>The ECB's server: knows its two files, answers nothing else, and says what it is told to say.</summary>
internal sealed class FakeEcb : IAsyncDisposable
{
    private readonly WebApplication server;

    private FakeEcb()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Url.Port));
        server = builder.Build();
        foreach (var file in new[] { "eurofxref-hist-90d.xml", "eurofxref-hist.xml" })
        {
            server.MapGet($"/stats/eurofxref/{file}", context =>
            {
                Asked.Add(file);
                context.Response.StatusCode = (int)Status;
                return context.Response.WriteAsync(Answer);
            });
        }
    }

    public Uri Url { get; } = new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    /// <summary>Names of the files that were asked for.</summary>
    public List<string> Asked { get; } = [];

    public string Answer { get; set; } = "";

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public static async Task<FakeEcb> StartAsync()
    {
        var ecb = new FakeEcb();
        await ecb.server.StartAsync(TestContext.Current.CancellationToken);
        return ecb;
    }

    /// <param name="days">Elements as the ECB writes them, one a day.</param>
    public static string Feed(params string[] days) => $"""
        <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
          <gesmes:subject>Reference rates</gesmes:subject><Cube>{string.Concat(days)}</Cube>
        </gesmes:Envelope>
        """;

    public Task StopAsync() => server.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
