using System.Diagnostics;
using System.Globalization;

namespace LeakWatch.Benchmarks.Service;

/// <summary>Resident memory of a process and, apart from it, of all it started: for the worker those are the sandboxed readers.</summary>
internal sealed class Memory : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task sampling;

    public Memory(Process process, TimeSpan every) => sampling = SampleAsync(process.Id, every);

    /// <summary>MiB of the process, oldest first.</summary>
    public List<(TimeSpan At, double Own, double Children)> Samples { get; } = [];

    public double PeakOwn => Samples.Max(sample => sample.Own);

    public double PeakChildren => Samples.Max(sample => sample.Children);

    /// <summary>MiB a minute by least squares over the second half of the samples, when everything is warm.</summary>
    public double SlopePerMinute()
    {
        var warm = Samples.Skip(Samples.Count / 2).Select(sample => (X: sample.At.TotalMinutes, Y: sample.Own)).ToList();
        var (x, y) = (warm.Average(point => point.X), warm.Average(point => point.Y));
        var spread = warm.Sum(point => (point.X - x) * (point.X - x));
        return spread == 0 ? 0 : warm.Sum(point => (point.X - x) * (point.Y - y)) / spread;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await sampling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task SampleAsync(int processId, TimeSpan every)
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(every);
        do
        {
            var parents = Parents();
            Samples.Add((watch.Elapsed, Resident(processId), parents.Keys.Where(child => child != processId && IsBelow(child, processId, parents)).Sum(Resident)));
        }
        while (await timer.WaitForNextTickAsync(stop.Token));
    }

    private static bool IsBelow(int child, int ancestor, Dictionary<int, int> parents) =>
        parents.TryGetValue(child, out var parent) && parent > 1 && (parent == ancestor || IsBelow(parent, ancestor, parents));

    private static Dictionary<int, int> Parents() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0).Select(id => (id, Parent: (int)Field(id, "PPid:"))).ToDictionary(pair => pair.id, pair => pair.Parent);

    private static double Resident(int id) => Field(id, "VmRSS:") / 1024.0;

    private static long Field(int id, string name)
    {
        try
        {
            return File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
                ? long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture)
                : 0;
        }
        catch (IOException)
        {
            // It has ended between two looks.
            return 0;
        }
    }
}
