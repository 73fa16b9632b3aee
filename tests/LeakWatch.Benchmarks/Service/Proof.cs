using System.Diagnostics;
using System.Globalization;

namespace LeakWatch.Benchmarks.Service;

/// <summary><c>./lw prove</c>: what takes too long for a test. Memory over many documents, kills over a long time, a large shop.</summary>
internal sealed class Proof(RunningService service)
{
    private readonly List<Row> rows = [];

    public static async Task RunAsync(string program, Parameters parameters)
    {
        await using var service = await RunningService.StartAsync(program);
        var proof = new Proof(service);
        await proof.KillsAsync(TimeSpan.FromMinutes(parameters.Number("--minutes", 10)));
        await proof.DocumentsAsync(parameters.Number("--documents", 10_000));
        await proof.SeedAsync(parameters.Number("--line-items", 1_000_000));
        Row.Print(proof.rows);
    }

    /// <summary>PeriodicWork of a few documents each, in which the worker is killed at a moment that chance chooses: every round must give the rows of an undisturbed one.</summary>
    private async Task KillsAsync(TimeSpan duration)
    {
        const int DocumentsOfRound = 6;
        const int LongestRound = 6_000;
        var invoices = Enumerable.Range(0, DocumentsOfRound).Select(Uploads.Invoice).ToList();
        var expected = await RoundAsync(invoices, kills: null);
        var random = new Random(4001);
        var (rounds, kills, watch, slowest) = (0, 0, Stopwatch.StartNew(), TimeSpan.Zero);
        while (watch.Elapsed < duration)
        {
            var round = Stopwatch.StartNew();
            var content = await RoundAsync(invoices, async () =>
            {
                for (var kill = random.Next(1, 4); kill > 0; kill--, kills++)
                {
                    await Task.Delay(random.Next(LongestRound / 2));
                    await service.ReplaceWorkerAsync();
                }
            });
            (rounds, slowest) = (rounds + 1, round.Elapsed > slowest ? round.Elapsed : slowest);
            if (content != expected)
            {
                throw new InvalidOperationException($"After {kills} kills a round gave other rows:\n{content}\ninstead of\n{expected}");
            }
        }

        rows.Add(new("rounds of 6 documents, the worker killed at random moments: same rows as undisturbed", string.Create(CultureInfo.InvariantCulture, $"{rounds} rounds, {kills} kills, slowest {slowest.TotalSeconds:0} s"), "all the same"));
    }

    private async Task<string> RoundAsync(List<byte[]> invoices, Func<Task>? kills)
    {
        using var shop = await Uploads.CreateAsync(service);
        var killing = kills?.Invoke() ?? Task.CompletedTask;
        await ServiceBench.UploadAllAsync(shop, invoices, 0, invoices.Count);
        await killing;
        await shop.WaitAsync();
        return await service.AskAsync<string>($"""
            select string_agg(line, E'\n' order by line) from (
              select file_name || ' ' || state || ' ' || (select count(*) from leakwatch.extracted_pages page where page.document_version_id = version.id) as line
                from leakwatch.document_versions version where shop_id = '{shop.Shop}'
              union all select vendor_name || ' ' || invoice_number || ' ' || total_amount from leakwatch.normalized_invoices where shop_id = '{shop.Shop}'
              union all select 'lines ' || count(*) || ' ' || sum(amount) from leakwatch.line_items where shop_id = '{shop.Shop}'
              union all select type || ' ' || verdict || ' ' || vendor || ' ' || coalesce(amount, 0) from leakwatch.findings where shop_id = '{shop.Shop}') as rows
            """);
    }

    private async Task DocumentsAsync(int documents)
    {
        const int Batch = 500;
        using var shop = await Uploads.CreateAsync(service);
        await using var worker = new Memory(service.Worker, TimeSpan.FromSeconds(1));
        await using var api = new Memory(service.Api, TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < documents; first += Batch)
        {
            var count = Math.Min(Batch, documents - first);
            var start = first;
            byte[][] invoices = [.. Enumerable.Range(0, count).Select(number => Uploads.Invoice(start + number))];
            await ServiceBench.UploadAllAsync(shop, invoices, 0, count);
            await shop.WaitAsync();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first + count} documents after {watch.Elapsed:hh\\:mm\\:ss}, worker {worker.Samples[^1].Own:0} MiB, api {api.Samples[^1].Own:0} MiB"));
        }

        string Text(Memory memory) => string.Create(CultureInfo.InvariantCulture, $"at most {memory.PeakOwn:0} MiB, {memory.SlopePerMinute():+0.00;-0.00} MiB a minute in the second half");
        rows.Add(new(string.Create(CultureInfo.InvariantCulture, $"{documents:N0} two-page PDFs of one shop"), string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMinutes:0.0} min, {documents / watch.Elapsed.TotalMinutes:0} a minute"), ""));
        rows.Add(new("worker meanwhile, resident", $"{Text(worker)}; readers at most {worker.PeakChildren.ToString("0", CultureInfo.InvariantCulture)} MiB", "constant, ≤ 250 MiB"));
        rows.Add(new("api meanwhile, resident", Text(api), "constant, ≤ 250 MiB"));
    }

    private async Task SeedAsync(int lineItems)
    {
        var watch = Stopwatch.StartNew();
        await service.RunAsync("demo", "seed", "--line-items", lineItems.ToString(CultureInfo.InvariantCulture), "--findings", "10000");
        rows.Add(new(string.Create(CultureInfo.InvariantCulture, $"demo seed of {lineItems:N0} line items and 10,000 findings"), string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0} s"), ""));
    }
}
