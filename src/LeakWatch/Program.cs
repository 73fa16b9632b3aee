using LeakWatch.Hosting;

return args switch
{
    ["read", ..] => await ReadCommand.RunAsync(args),
    ["detect", _, ..] => await DetectCommand.RunAsync(args),
    _ => 2,
};
