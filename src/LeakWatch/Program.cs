using LeakWatch.Documents;
using LeakWatch.Hosting;

return args switch
{
    ["scan", .. var rest] => await ScanCommand.RunAsync(rest, Terminal.OfProcess()),
    ["detect", .. var rest] => await DetectCommand.RunAsync(rest, Terminal.OfProcess()),
    ["read", ..] => await ReadCommand.RunAsync(args),
    [SandboxedReader.Verb] => await SandboxedReader.RunAsync(),
    _ => Usage.Run(args, Terminal.OfProcess()),
};
