using LeakWatch.Extraction;
using LeakWatch.Commands;
using LeakWatch.Commands.Doctor;
using LeakWatch.Extraction.Sandbox;

return args switch
{
    ["scan", .. var rest] => await ScanCommand.RunAsync(rest, Terminal.FromEnvironment()),
    ["detect", .. var rest] => await DetectCommand.RunAsync(rest, Terminal.FromEnvironment()),
    ["read", .. var rest] => await ReadCommand.RunAsync(rest, Terminal.FromEnvironment()),
    ["api"] => await ServiceCommands.RunApiAsync(Terminal.FromEnvironment()),
    ["worker"] => await ServiceCommands.RunWorkerAsync(Terminal.FromEnvironment()),
    ["up", .. var rest] => await UpCommand.RunAsync(rest, Terminal.FromEnvironment()),
    ["demo", .. var rest] => await DemoCommand.RunAsync(rest, Terminal.FromEnvironment()),
    ["migrate", "--check"] => await MigrateCommand.CheckAsync(Terminal.FromEnvironment()),
    ["migrate"] => await MigrateCommand.RunAsync(Terminal.FromEnvironment()),
    ["doctor", .. var rest] => await DoctorCommand.RunAsync(rest, Terminal.FromEnvironment()),
    ["jobs", .. var rest] => await JobsCommand.RunAsync(rest, Terminal.FromEnvironment()),
    ["configuration", var folder] => await ConfigurationCommand.RunAsync(folder, Terminal.FromEnvironment()),
    ["openapi", var path] => await OpenApiCommand.RunAsync(path, Terminal.FromEnvironment()),
    [ReaderCommand.Verb] => await SandboxedReader.RunAsync(),
    _ => Usage.Run(args, Terminal.FromEnvironment()),
};
