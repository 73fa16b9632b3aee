using System.Globalization;
using System.Runtime.InteropServices;

namespace LeakWatch.Benchmarks.Service;

/// <summary>One line of the table in docs/benchmarks.md.</summary>
internal sealed record Row(string What, string Measured, string Target)
{
    public static void Print(IEnumerable<Row> rows)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.FrameworkDescription}, load average {File.ReadAllText("/proc/loadavg").Split(' ')[1]} over the last five minutes\n"));
        Console.WriteLine("| what | measured | target |\n| --- | ---: | ---: |");
        foreach (var row in rows)
        {
            Console.WriteLine($"| {row.What} | {row.Measured} | {row.Target} |");
        }
    }
}

/// <summary><c>--name number</c> pairs.</summary>
internal sealed class Parameters(IReadOnlyList<string> arguments)
{
    public int Number(string name, int otherwise) =>
        arguments.Skip(1).Zip(arguments.Skip(2)).FirstOrDefault(pair => pair.First == name).Second is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
}
