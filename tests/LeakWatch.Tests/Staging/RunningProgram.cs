using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace LeakWatch.Tests.Staging;

/// <summary>One role of the program, with what it has written so far.</summary>
internal sealed class RunningProgram : IDisposable
{
    private const int Terminate = 15;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    private readonly Process process;
    private readonly StringBuilder written = new();

    public RunningProgram(string program, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        process = Start(program, environment, arguments);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasEnded => process.HasExited;

    public string Text
    {
        get
        {
            lock (written)
            {
                return written.ToString();
            }
        }
    }

    /// <summary>With these variables and no others.</summary>
    public static Process Start(string program, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "HOME" or "DOTNET_ROOT" or "TMPDIR")).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
            if (name == "HOME")
            {
                // What libraries keep for themselves lies there, not in the checkout.
                start.WorkingDirectory = value;
            }
        }

        return Process.Start(start)!;
    }

    /// <summary>Until it has written this; throws with all that it wrote when it ends before.</summary>
    public async Task WritesAsync(string text, CancellationToken cancellationToken)
    {
        while (!Text.Contains(text, StringComparison.Ordinal))
        {
            if (HasEnded)
            {
                throw new InvalidOperationException($"It ended before it wrote '{text}':\n{Text}");
            }

            await Task.Delay(LookEvery, cancellationToken);
        }
    }

    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>As a host ends it.</summary>
    public Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        _ = kill(process.Id, Terminate);
        return EndAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (written)
        {
            written.Append(line).Append('\n');
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}
