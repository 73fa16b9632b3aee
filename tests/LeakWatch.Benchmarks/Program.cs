using System.Globalization;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using LeakWatch.Benchmarks;
using LeakWatch.Benchmarks.Service;

if (args is ["staging"])
{
    var published = Environment.GetEnvironmentVariable("LEAKWATCH_PROGRAM") ?? throw new InvalidOperationException("Say ./lw staging: it publishes the program.");
    await LeakWatch.Tests.Staging.StagingRehearsal.RunAsync(new(published, HasPages: true), Console.WriteLine, CancellationToken.None);
    return;
}

if (args is ["tokens", .. { Length: > 0 } paths])
{
    await TokenBench.RunAsync(paths);
    return;
}

if (args is ["service" or "prove" or "cost", ..])
{
    var published = Environment.GetEnvironmentVariable("LEAKWATCH_PROGRAM") ?? throw new InvalidOperationException("Say ./lw bench service or ./lw prove: they publish the program that is measured.");
    await (args[0] switch
    {
        "service" => ServiceBench.RunAsync(published, new(args)),
        "cost" => CostBench.RunAsync(published, new(args)),
        _ => Proof.RunAsync(published, new(args)),
    });
    return;
}

// Few, whole runs: the figures are judged against targets, not against each other, and all of them take some minutes.
var rare = Config(Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(1).WithIterationCount(3).WithInvocationCount(1).WithUnrollFactor(1));
var frequent = Config(Job.Default.WithStrategy(RunStrategy.Throughput).WithWarmupCount(3).WithIterationCount(5).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(500)));

List<Figure> figures =
[
    .. Run<DetectionOfAShop>(rare, "detection, 500 vendors", "≤ 3 s at 1,000,000"),
    .. Run<RecheckAfterOneInvoice>(frequent, "re-check after one new invoice, shop of 100,000 lines", "≤ 5 ms"),
    .. Run<NormalisingTwoPages>(frequent, "normalising the text of a 2-page invoice", "≤ 5 ms"),
    .. Run<StatementOf50000Rows>(rare, "reading a CSV statement of 50,000 rows", ""),
    .. Environment.GetEnvironmentVariable("LEAKWATCH_PROGRAM") is { } program ? WholeProcess.Measure(program) : [],
];

Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.FrameworkDescription}\n"));
Console.WriteLine("| what | measured | allocated | target |\n| --- | ---: | ---: | ---: |");
foreach (var figure in figures)
{
    Console.WriteLine(figure);
}

static IConfig Config(Job job) => ManualConfig.CreateEmpty()
    .AddJob(job.WithToolchain(InProcessNoEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(NullLogger.Instance)
    .WithOptions(ConfigOptions.DisableLogFile);

static IEnumerable<Figure> Run<TBenchmark>(IConfig config, string what, string target) =>
    BenchmarkRunner.Run<TBenchmark>(config).Reports.Select(report => new Figure(
        report.BenchmarkCase.Parameters.Items is [var size, ..] ? string.Create(CultureInfo.InvariantCulture, $"{what}, {size.Value:N0} lines") : what,
        TimeSpan.FromMicroseconds((report.ResultStatistics ?? throw new InvalidOperationException($"{what} failed: {string.Join(' ', report.ExecuteResults.SelectMany(result => result.Errors))}")).Mean / 1000),
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase),
        target));
