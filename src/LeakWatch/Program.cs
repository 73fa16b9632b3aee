using LeakWatch.Extraction;
using LeakWatch.Commands;
using LeakWatch.Commands.Doctor;
using LeakWatch.Extraction.Sandbox;

return args switch
{
    ["scan", .. var rest] => await ScanCommand.RunAsync(rest, Terminal.OfProcess()),
    ["detect", .. var rest] => await DetectCommand.RunAsync(rest, Terminal.OfProcess()),
    ["read", .. var rest] => await ReadCommand.RunAsync(rest, Terminal.OfProcess()),
    ["api"] => await ServiceCommands.RunApiAsync(Terminal.OfProcess()),
    ["worker"] => await ServiceCommands.RunWorkerAsync(Terminal.OfProcess()),
    ["up", .. var rest] => await UpCommand.RunAsync(rest, Terminal.OfProcess()),
    ["demo", .. var rest] => await DemoCommand.RunAsync(rest, Terminal.OfProcess()),
    ["migrate", "--check"] => await MigrateCommand.CheckAsync(Terminal.OfProcess()),
    ["migrate"] => await MigrateCommand.RunAsync(Terminal.OfProcess()),
    ["doctor", .. var rest] => await DoctorCommand.RunAsync(rest, Terminal.OfProcess()),
    ["jobs", .. var rest] => await JobsCommand.RunAsync(rest, Terminal.OfProcess()),
    ["configuration", var folder] => await ConfigurationCommand.RunAsync(folder, Terminal.OfProcess()),
    ["openapi", var path] => await OpenApiCommand.RunAsync(path, Terminal.OfProcess()),
    [ReaderCommand.Verb] => await SandboxedReader.RunAsync(),
    _ => Usage.Run(args, Terminal.OfProcess()),
};
