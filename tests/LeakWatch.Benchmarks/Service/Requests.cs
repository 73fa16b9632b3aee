using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using LeakWatch.Tests.Services;

namespace LeakWatch.Benchmarks.Service;

/// <summary>Many connections that ask the same again and again.</summary>
internal sealed class Requests(RunningService service, Guid shop, string domain) : IDisposable
{
    private static readonly TimeSpan WarmFor = TimeSpan.FromSeconds(2);

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = service.Address };

    private (string Token, DateTimeOffset At)? token;

    public static double Percentile(IReadOnlyList<double> sorted, double part) => sorted[(int)Math.Min(sorted.Count - 1, Math.Ceiling(sorted.Count * part))];

    /// <param name="pause">Of a connection between an answer and its next request; zero: none.</param>
    /// <returns>Milliseconds of each answer, sorted, and answers a second.</returns>
    public async Task<(List<double> Milliseconds, double PerSecond)> MeasureAsync(string below, int connections, TimeSpan duration, TimeSpan pause)
    {
        // Warm first: connections, plans, code.
        await AskForAsync(below, connections, WarmFor, pause);
        var watch = Stopwatch.StartNew();
        var all = (await AskForAsync(below, connections, duration, pause)).Order().ToList();
        return (all, all.Count / watch.Elapsed.TotalSeconds);
    }

    private async Task<IEnumerable<double>> AskForAsync(string below, int connections, TimeSpan duration, TimeSpan pause)
    {
        var watch = Stopwatch.StartNew();
        var each = await Task.WhenAll(Enumerable.Range(0, connections).Select(index => Task.Run(async () =>
        {
            var times = new List<double>();
            await Task.Delay(pause * index / connections);
            while (watch.Elapsed < duration)
            {
                var start = Stopwatch.GetTimestamp();
                await AskAsync(below);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause);
                }
            }

            return times;
        })));
        return each.SelectMany(times => times);
    }

    /// <summary>The cursor after so many pages of 100.</summary>
    public async Task<string> CursorAsync(int pages)
    {
        var cursor = "";
        for (var page = 0; page < pages; page++)
        {
            cursor = (string)JsonNode.Parse(await GetAsync(string.Create(CultureInfo.InvariantCulture, $"findings?limit=100{(cursor.Length > 0 ? "&cursor=" + cursor : "")}")))!["nextCursor"]!;
        }

        return cursor;
    }

    public void Dispose() => http.Dispose();

    // The load shares the machine with what it measures: it signs seldom and looks at no answer that is right.
    private async Task AskAsync(string below)
    {
        using var answer = await SendAsync(below);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{below}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        await answer.Content.CopyToAsync(Stream.Null);
    }

    private async Task<string> GetAsync(string below)
    {
        using var answer = await SendAsync(below);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(string below)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (token is not { } signed || now - signed.At > TimeSpan.FromSeconds(20))
        {
            token = signed = (SessionTokens.Write(domain, now), now);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/shops/{shop}/{below}") { Headers = { Authorization = new("Bearer", signed.Token) } };
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
