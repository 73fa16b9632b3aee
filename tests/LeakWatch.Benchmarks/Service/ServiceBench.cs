using System.Diagnostics;
using System.Globalization;

namespace LeakWatch.Benchmarks.Service;

/// <summary><c>./lw bench service</c>: what the deployed program does with documents, requests and Redis, and what memory it takes.</summary>
internal sealed class ServiceBench(RunningService service)
{
    private const int Uploaders = 8;
    private const int Connections = 64;

    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(250);

    private readonly List<Row> rows = [];

    public static async Task RunAsync(string program, Parameters parameters)
    {
        await using var service = await RunningService.StartAsync(program);
        var bench = new ServiceBench(service);
        await bench.DocumentsAsync(parameters.Number("--documents", 600), parameters.Number("--idle-documents", 100));
        await bench.RequestsAsync(parameters.Number("--line-items", 1_000_000), parameters.Number("--findings", 10_000), TimeSpan.FromSeconds(parameters.Number("--seconds", 10)));
        await bench.IdleAsync(TimeSpan.FromSeconds(parameters.Number("--idle-seconds", 180)));
        Row.Print(bench.rows);
    }

    private async Task DocumentsAsync(int documents, int idleDocuments)
    {
        var invoices = Enumerable.Range(0, documents + idleDocuments + 1).Select(Uploads.Invoice).ToList();
        using var shop = await Uploads.CreateAsync(service);
        await shop.UploadAsync("warm.pdf", invoices[0]);
        await shop.WaitAsync();

        await using (var worker = new Memory(service.Worker, SampleEvery))
        {
            var watch = Stopwatch.StartNew();
            await UploadAllAsync(shop, invoices, first: 1, documents);
            await shop.WaitAsync();
            watch.Stop();
            rows.Add(new($"{documents} two-page PDFs, create → PUT → complete → DONE, concurrency 2", Text($"{documents / watch.Elapsed.TotalMinutes:0} documents/min"), "≥ 600"));
            rows.Add(new("of one of them, on average", await service.AskAsync<string>($"""
                select format('extract %s s, normalise %s s, from then to DONE %s s', round(avg(extract(epoch from extracted_at - extracting_at)), 2),
                    round(avg(extract(epoch from normalized_at - normalizing_at)), 2), round(avg(extract(epoch from ended_at - normalized_at)), 2))
                  from leakwatch.document_versions where shop_id = '{shop.Shop}'
                """), ""));
            rows.Add(new("worker while it reads them, resident at most", Text($"{worker.PeakOwn:0} MiB, its readers together {worker.PeakChildren:0} MiB"), "≤ 250 MiB without readers"));
        }

        using var quiet = await Uploads.CreateAsync(service);
        await quiet.UploadAsync("warm.pdf", invoices[0]);
        await quiet.WaitAsync();
        await service.SendAsync($"delete from leakwatch.document_versions where shop_id = '{quiet.Shop}'");
        for (var number = 0; number < idleDocuments; number++)
        {
            await quiet.LiftLimitAsync();
            await quiet.UploadAsync($"{number}.pdf", invoices[documents + 1 + number]);
            await quiet.WaitAsync(pauseMilliseconds: 10);
        }

        var times = (await service.AskAsync<double[]>(
            $"select array_agg(extract(epoch from ended_at - uploaded_at)::float8 order by ended_at - uploaded_at) from leakwatch.document_versions where shop_id = '{quiet.Shop}'")).ToList();
        rows.Add(new($"complete → DONE when idle, {times.Count} documents one by one", Text($"p50 {Requests.Percentile(times, 0.5):0.00} s, p99 {Requests.Percentile(times, 0.99):0.00} s"), "p99 ≤ 2 s"));
    }

    /// <summary>All numbers once, from several connections.</summary>
    public static async Task UploadAllAsync(Uploads shop, IReadOnlyList<byte[]> invoices, int first, int count)
    {
        const int BetweenLifts = 100;
        var next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, Uploaders).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number < first + count)
            {
                if (number % BetweenLifts == 0)
                {
                    await shop.LiftLimitAsync();
                }

                await shop.UploadAsync(string.Create(CultureInfo.InvariantCulture, $"{number}.pdf"), invoices[number]);
            }
        }));
    }

    private async Task RequestsAsync(int lineItems, int findings, TimeSpan duration)
    {
        const string Domain = "bench-large.myshopify.com";
        var watch = Stopwatch.StartNew();
        var ids = (await SeedAsync(lineItems, findings)).Split(' ');
        rows.Add(new(Text($"demo seed of {lineItems:N0} line items and {findings:N0} findings"), Text($"{watch.Elapsed.TotalSeconds:0} s"), ""));
        await SeedAsync(lineItems / 10, findings);
        await service.SendAsync($"update leakwatch.shops set domain = '{Domain}' where id = '{ids[1]}'");
        await service.SendAsync("vacuum analyze");
        using var requests = new Requests(service, Guid.Parse(ids[1]), Domain);
        await using var api = new Memory(service.Api, SampleEvery);
        foreach (var (what, below) in new[]
        {
            ("findings, first page", "findings"),
            ("findings, filtered by verdict and type", "findings?verdict=LEAK&type=DUPLICATE_CHARGE&type=MOM_SPIKE"),
            ("findings, of one vendor", "findings?vendor=Seeded%20Vendor%20007"),
            ("findings, by deadline", "findings?sort=DEADLINE"),
            ("findings, newest", "findings?sort=NEWEST"),
            ("findings, after 50 pages of 100", $"findings?cursor={await requests.CursorAsync(Math.Min(50, (findings / 100) - 2))}"),
            ("summary", "summary"),
        })
        {
            var (busy, perSecond) = await requests.MeasureAsync(below, Connections, duration, TimeSpan.Zero);
            var (calm, calmPerSecond) = await requests.MeasureAsync(below, Connections, duration, TimeSpan.FromMilliseconds(250));
            rows.Add(new($"{what}: {Connections} connections, each at once again", Text($"p50 {Requests.Percentile(busy, 0.5):0} ms, p99 {Requests.Percentile(busy, 0.99):0} ms at {perSecond:0}/s"), "p99 ≤ 50 ms"));
            rows.Add(new($"{what}: {Connections} connections, each after 250 ms", Text($"p50 {Requests.Percentile(calm, 0.5):0} ms, p99 {Requests.Percentile(calm, 0.99):0} ms at {calmPerSecond:0}/s"), "p99 ≤ 50 ms"));
        }

        rows.Add(new("api under that load, resident at most", Text($"{api.PeakOwn:0} MiB"), "≤ 250 MiB"));
    }

    private Task<string> SeedAsync(int lineItems, int findings) =>
        service.RunAsync("demo", "seed", "--line-items", lineItems.ToString(CultureInfo.InvariantCulture), "--findings", findings.ToString(CultureInfo.InvariantCulture));

    private async Task IdleAsync(TimeSpan duration)
    {
        await Task.Delay(TimeSpan.FromSeconds(10));
        var first = await service.Redis.CommandsAsync();
        var before = await service.Redis.CommandsAsync();
        await Task.Delay(duration);
        var idle = await service.Redis.CommandsAsync() - before - (before - first);
        rows.Add(new(Text($"Redis commands of an idle api and worker in {duration.TotalSeconds:0} s"), Text($"{idle}, so {idle * TimeSpan.FromDays(30) / duration / 1e6:0.00} M a month"), "≤ 1 M a month"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
