using System.Diagnostics.Metrics;
using System.Text;
using LeakWatch.Core.Invoices.SecondReader;
using LeakWatch.Core.Operations;
using LeakWatch.Observability;
using LeakWatch.Operations;
using LeakWatch.Tests.Services;
using Npgsql;

namespace LeakWatch.Tests.Observability;

/// <summary>Metrics and traces as a collector gets them from the roles in processes of their own.</summary>
public sealed class TelemetryTests(PostgresService postgres) : IAsyncLifetime
{
    private const int Patience = 120_000;
    private const string OfInvoice = "KESTREL ANALYTICS INC";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leakwatch-files-");
    private TestDatabase database = null!;
    private FakeCollector collector = null!;

    public async ValueTask InitializeAsync() => (database, collector) = (await postgres.CreateDatabaseAsync(), await FakeCollector.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await collector.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact(Timeout = Patience)]
    public async Task A_document_is_measured_from_upload_to_DONE()
    {
        await using var shop = await WorkerShop.CreateAsync(database, folder.FullName);
        await shop.UploadAsync("good.csv", Encoding.UTF8.GetBytes($"Date,Description,Amount,Currency\n2026-01-03,{OfInvoice},19.00,USD\n2026-02-03,{OfInvoice},19.00,USD\n"));
        using var worker = WorkerProcess.Start(database, folder.FullName, settings: [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url.AbsoluteUri), ("OTEL_RESOURCE_ATTRIBUTES", "team=ours")]);
        await shop.WaitUntilDoneAsync(TestContext.Current.CancellationToken);
        // What was not sent yet is sent at the end.
        await worker.TerminateAsync();

        Assert.Empty(collector.Faults);
        Assert.Equal(1, collector.Points["leakwatch.job.duration{job=ProcessDocument,outcome=done}"]);
        Assert.Equal(1, collector.Points["leakwatch.job.duration{job=DetectLeaks,outcome=done}"]);
        Assert.Equal(1, collector.Points["leakwatch.documents{state=NORMALIZED}"]);
        Assert.Equal(1, collector.Points["leakwatch.documents{state=DONE}"]);
        Assert.Equal(["DetectLeaks", "ProcessDocument"], collector.Spans.Select(span => span.Name).Order());
        Assert.All(collector.Spans, span => Assert.Contains($"organization_id={shop.OrganizationId}", span.Attributes, StringComparison.Ordinal));
        Assert.Equal(("leakwatch-worker", "ours", "development"), (collector.Resource["service.name"], collector.Resource["team"], collector.Resource["deployment.environment.name"]));
        Assert.All(collector.Bodies, body => Assert.DoesNotContain(OfInvoice, Encoding.UTF8.GetString(body), StringComparison.Ordinal));
    }

    [Fact(Timeout = Patience)]
    public async Task A_request_is_measured_without_what_it_asked()
    {
        var port = ServerProcess.FreePort();
        using var api = WorkerProcess.Start(
            database, folder.FullName, verb: "api", settings: [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url.AbsoluteUri), ("LW_PORT", port.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        await UntilItAnswersAsync(http);
        using var answer = await http.GetAsync("/v1/me?token=hush-hush", TestContext.Current.CancellationToken);
        await api.TerminateAsync();

        Assert.Empty(collector.Faults);
        var span = Assert.Single(collector.Spans);
        Assert.Contains("http.response.status_code=401", span.Attributes, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", span.Attributes, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_and_cost_of_a_language_model_are_counted_by_model()
    {
        using var listener = new Listener();

        Telemetry.ModelAsked(new()
        {
            Model = "test-model",
            PromptVersion = "1",
            At = DateTimeOffset.UnixEpoch,
            Outcome = SecondReadingOutcome.Taken,
            Calls = 1,
            HasLeft = true,
            IsFromCache = false,
            TextSha256 = "",
            Characters = 0,
            Lines = 0,
            LinesLeft = 0,
            Pictures = 0,
            Hidden = new Dictionary<string, int>(),
            Usage = new(1000, 400, 50),
            CostDollars = 0.25m,
        });

        Assert.Equal(
            ["leakwatch.llm.cost test-model 0.25", "leakwatch.llm.tokens test-model cached 400", "leakwatch.llm.tokens test-model input 600", "leakwatch.llm.tokens test-model output 50"],
            listener.Seen.Where(line => line.Contains("test-model", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Documents_on_their_way_are_counted_by_state_over_all_organisations()
    {
        await using var one = await WorkerShop.CreateAsync(database, folder.FullName);
        await using var other = await WorkerShop.CreateAsync(database, folder.FullName);
        await one.UploadAsync("january.csv", "Date,Description,Amount\n2026-01-03,Tidewater,19.00\n"u8.ToArray());
        await one.UploadAsync("february.csv", "Date,Description,Amount\n2026-02-03,Tidewater,19.00\n"u8.ToArray());
        await other.UploadAsync("march.csv", "Date,Description,Amount\n2026-03-03,Tidewater,19.00\n"u8.ToArray());
        await using var source = NpgsqlDataSource.Create(database.LoginConnection);

        var seen = await Alerts.LoadAsync(source, [], TestContext.Current.CancellationToken);

        Assert.Equal([KeyValuePair.Create("UPLOADED", 3L)], seen.Documents);
    }

    [Fact]
    public void The_queue_and_the_documents_on_their_way_are_what_the_watcher_saw_last()
    {
        using var listener = new Listener();

        Telemetry.Looked(new Observation { QueueLag = TimeSpan.FromSeconds(77), DeadJobs = 3 }, new Dictionary<string, long> { ["EXTRACTED"] = 5 });
        listener.Collect();

        Assert.Contains("leakwatch.queue.lag 77", listener.Seen);
        Assert.Contains("leakwatch.jobs.dead 3", listener.Seen);
        Assert.Contains("leakwatch.documents.unfinished EXTRACTED 5", listener.Seen);
    }

    private static async Task UntilItAnswersAsync(HttpClient http)
    {
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/health/live", TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    private sealed class Listener : IDisposable
    {
        private readonly MeterListener listener = new();

        public Listener()
        {
            listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == Telemetry.Name)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
            listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
            listener.Start();
        }

        public System.Collections.Concurrent.ConcurrentBag<string> Seen { get; } = [];

        public void Collect() => listener.RecordObservableInstruments();

        public void Dispose() => listener.Dispose();

        private void Add(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            Seen.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{string.Join(' ', [name, .. tags.ToArray().Select(tag => tag.Value)])} {value}"));
    }
}
