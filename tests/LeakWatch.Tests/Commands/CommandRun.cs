using LeakWatch.Commands;

namespace LeakWatch.Tests.Commands;

/// <summary>One call of a command, with what it wrote where.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Evening in Seoul, still the day before in Los Angeles.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 3, 0, 0, TimeSpan.Zero);

    public static async Task<CommandRun> OfAsync(Func<IReadOnlyList<string>, Terminal, Task<int>> command, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await command(args, new Terminal(output, error, new StoppedClock(Now)));
        return new(exitCode, output.ToString(), error.ToString());
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
