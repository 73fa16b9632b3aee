using System.Globalization;

namespace LeakWatch.Benchmarks;

/// <summary>One row of docs/benchmarks.md.</summary>
/// <param name="Allocated">Bytes of one operation, where measured.</param>
internal sealed record Figure(string What, TimeSpan Measured, long? Allocated, string Target)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {What} | {(Measured.TotalSeconds >= 1 ? $"{Measured.TotalSeconds:0.00} s" : $"{Measured.TotalMilliseconds:0.00} ms")} | {(Allocated is { } bytes ? $"{bytes / 1048576.0:0.0} MiB" : "")} | {Target} |");
}
