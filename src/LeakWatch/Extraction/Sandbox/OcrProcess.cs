using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>One run of tesseract or pdftoppm inside the reader: arguments as a list, bytes in, bytes out, limits on time, output and memory.</summary>
internal static partial class OcrProcess
{
    private const int OutputBytes = 64 * 1024 * 1024;
    private const ulong AddressSpaceBytes = 1UL << 30;
    private const int ErrorCharacters = 300;

    /// <returns>What it wrote; null when it failed, with the reason in <paramref name="reason"/>.</returns>
    public static byte[]? Run(string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, TimeSpan limit, string? tessdata, out string reason)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        // Two readers on two cores: more threads would only wait for each other.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        if (tessdata is not null)
        {
            start.Environment["TESSDATA_PREFIX"] = tessdata;
        }

        using var process = Process.Start(start)!;
        LimitAddressSpace(process.Id);
        using var deadline = new Timer(_ => Kill(process), null, limit, Timeout.InfiniteTimeSpan);
        var errors = Task.Run(() => Text(process.StandardError.BaseStream));
        var feeding = Task.Run(() => Feed(process, input));
        var output = ReadAll(process.StandardOutput.BaseStream);
        if (output is null)
        {
            Kill(process);
        }

        process.WaitForExit();
        reason = output is null ? "it wrote too much" : process.ExitCode == 0 ? "" : process.ExitCode > 128 ? "it took too long" : $"exit code {process.ExitCode}";
        Task.WhenAll(errors, feeding).GetAwaiter().GetResult();
        return process.ExitCode == 0 ? output : null;
    }

    private static void Feed(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            using var stdin = process.StandardInput.BaseStream;
            stdin.Write(input.Span);
        }
        catch (IOException)
        {
            // It ended without reading all; its exit code tells why.
        }
    }

    private static byte[]? ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (all.Length + count > OutputBytes)
            {
                return null;
            }

            all.Write(buffer, 0, count);
        }

        return all.ToArray();
    }

    private static string Text(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (text.Length < ErrorCharacters)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }

        return text.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }
    }

    private static void LimitAddressSpace(int process)
    {
        if (OperatingSystem.IsLinux())
        {
            // RLIMIT_AS is 9 on Linux. A failure leaves the parent's watch over the group, which is what counts.
            _ = prlimit(process, 9, [AddressSpaceBytes, AddressSpaceBytes], 0);
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int prlimit(int process, int resource, ulong[] limits, nint previous);
}
