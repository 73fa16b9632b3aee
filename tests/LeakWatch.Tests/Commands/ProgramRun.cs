using LeakWatch.Tests.Staging;

namespace LeakWatch.Tests.Commands;

/// <summary>The executable in a process of its own, to its end, with these variables and no others.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<ProgramRun> OfAsync(IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        using var process = RunningProgram.Start(Path.Combine(AppContext.BaseDirectory, "leakwatch"), environment, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Longest);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"leakwatch {string.Join(' ', arguments)} should have ended by itself and did not:\n{await error}");
        }

        return new(process.ExitCode, await output, await error);
    }
}
