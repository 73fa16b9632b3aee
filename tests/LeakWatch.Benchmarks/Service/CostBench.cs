using System.Globalization;
using System.Net.Http.Json;

namespace LeakWatch.Benchmarks.Service;

/// <summary><c>./lw bench cost</c>: what is paid by the command and by the operation, counted by the servers themselves. Independent of how busy the machine is, but for the sizes of batches.</summary>
internal static class CostBench
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(string program, Parameters parameters)
    {
        var (documents, idle) = (parameters.Number("--documents", 100), TimeSpan.FromSeconds(parameters.Number("--idle-seconds", 120)));
        await using var service = await RunningService.StartAsync(program, hasBucket: true);
        using var shop = await Uploads.CreateAsync(service);
        var invoices = Enumerable.Range(0, documents + 1).Select(Uploads.Invoice).ToList();
        await shop.UploadAsync("warm.pdf", invoices[0]);
        await shop.WaitAsync();
        await Task.Delay(Settle);

        var own = await OwnCommandsAsync(service);
        var (commands, operations) = (await service.Redis.CommandsAsync(), await OperationsAsync(service));
        await ServiceBench.UploadAllAsync(shop, invoices, first: 1, documents);
        await shop.WaitAsync();
        var (commandsAfter, operationsAfter) = (await service.Redis.CommandsAsync(), await OperationsAsync(service));
        await Task.Delay(Settle);
        var before = await service.Redis.CommandsAsync();
        await Task.Delay(idle);
        var idleCommands = await service.Redis.CommandsAsync() - before - own;

        Row.Print(
        [
            new(Text($"Redis commands of {documents} documents, a document"), Text($"{(commandsAfter - commands - own) / (double)documents:0.0}"), ""),
            new(Text($"Redis commands of an idle api and worker in {idle.TotalSeconds:0} s"), Text($"{idleCommands}, so {idleCommands * TimeSpan.FromDays(30) / idle / 1e6:0.00} M a month"), "≤ 1 M a month"),
            .. operationsAfter.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one =>
                new Row($"bucket, {one.Key} a document", Text($"{(one.Value - operations.GetValueOrDefault(one.Key)) / (double)documents:0.00}"), "")),
        ]);
    }

    /// <summary>What asking costs.</summary>
    private static async Task<long> OwnCommandsAsync(RunningService service)
    {
        var first = await service.Redis.CommandsAsync();
        return await service.Redis.CommandsAsync() - first;
    }

    private static async Task<Dictionary<string, long>> OperationsAsync(RunningService service)
    {
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<Dictionary<string, long>>(new Uri(service.Bucket!, "/operations")))!;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
