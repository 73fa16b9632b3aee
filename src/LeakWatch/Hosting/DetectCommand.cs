using System.Globalization;
using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Core.Leaks;

namespace LeakWatch.Hosting;

/// <summary><c>leakwatch detect LEDGER.jsonl [--context CTX.json] [--as-of DATE] [--json]</c></summary>
internal static class DetectCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var ledger = (await File.ReadAllLinesAsync(args[1]))
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => JsonSerializer.Deserialize(line, CoreJson.Default.NormalizedInvoice)!);
        var context = Option(args, "--context") is { } path
            ? JsonSerializer.Deserialize(await File.ReadAllTextAsync(path), ContextJson.Default.DetectionContext)!
            : new();
        var asOf = Option(args, "--as-of") is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : context.AsOf!.Value;

        Console.WriteLine(JsonSerializer.Serialize(LeakDetector.Detect(ledger, context, asOf), CoreJson.Default.DetectionResult));
        return 0;
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;
}
