using LeakWatch.Tests.Staging;

namespace LeakWatch.Tests.Hosting;

/// <summary>The executable in a process of its own, to its end, with these variables and no others.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    public static async Task<ProgramRun> OfAsync(IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        using var process = RunningProgram.Start(Path.Combine(AppContext.BaseDirectory, "leakwatch"), environment, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}
