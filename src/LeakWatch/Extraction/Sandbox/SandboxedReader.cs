using System.Runtime.InteropServices;
using System.Text;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>The other process: reads the files that the parent hands over, one after another, until its input ends.</summary>
/// <remarks>It has no environment, no files of its own and no network code; what it knows arrives as frames, what it finds leaves as frames.</remarks>
internal static class SandboxedReader
{
    // Longer than any limit of the parent, which ends this process first unless it is gone itself.
    private static readonly TimeSpan OrphanCheck = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync()
    {
        LeadOwnGroup();
        using var orphanWatch = EndWithParent();
        var (input, output) = (Console.OpenStandardInput(), Console.OpenStandardOutput());

        // Nothing that a library prints may look like an answer.
        Console.SetOut(TextWriter.Null);
        TextEncoding.Register();

        if (await Frames.ReadAsync(input, ReaderJson.Default.ReaderTools) is not { } tools)
        {
            return 0;
        }

        while (await Frames.ReadAsync(input, ReaderJson.Default.ReadRequest) is { } request && await Frames.ReadAsync(input) is { } bytes)
        {
            new FileParser(tools, request, message => Tell(output, message)).Read(bytes);
            Tell(output, new(ReaderStep.Done));
        }

        return 0;
    }

    private static void Tell(Stream output, ReaderMessage message)
    {
        // A statement of 20 MB as JSON would need several times that: its text goes by itself.
        var text = message.Part?.Document?.DelimitedText;
        var slim = text is null ? message : message with { Part = message.Part! with { Document = message.Part.Document! with { DelimitedText = "" } } };
        Frames.Write(output, slim, ReaderJson.Default.ReaderMessage);
        if (text is not null)
        {
            Frames.Write(output, Encoding.UTF8.GetBytes(text));
        }

        if (message.Part is { HasBytes: true, Bytes: { } bytes })
        {
            Frames.Write(output, bytes);
        }
    }

    /// <summary>OCR processes started here join the group, so that the parent can end all of it at once.</summary>
    private static void LeadOwnGroup()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = setsid();
        }
    }

    private static Timer? EndWithParent()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var parent = getppid();
        return new(
            _ =>
            {
                if (getppid() != parent)
                {
                    _ = kill(0, 9);
                }
            },
            null, OrphanCheck, OrphanCheck);
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setsid();

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getppid();

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}
