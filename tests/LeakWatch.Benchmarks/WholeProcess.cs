using System.Diagnostics;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace LeakWatch.Benchmarks;

/// <summary>Figures that only the published program shows: start, sandbox, files.</summary>
internal static class WholeProcess
{
    public static IEnumerable<Figure> Measure(string program)
    {
        var folder = Directory.CreateTempSubdirectory("leakwatch-bench");
        try
        {
            var one = Directory.CreateDirectory(Path.Combine(folder.FullName, "one"));
            var hundred = Directory.CreateDirectory(Path.Combine(folder.FullName, "hundred"));
            File.WriteAllBytes(Path.Combine(one.FullName, "invoice.pdf"), Pdf(0));
            for (var number = 0; number < 100; number++)
            {
                File.WriteAllBytes(Path.Combine(hundred.FullName, $"invoice-{number}.pdf"), Pdf(number));
            }

            yield return new("scan: cold start to the first result, one PDF", Best(program, one.FullName, runs: 3), null, "≤ 1.5 s");
            yield return new("scan: 100 text PDFs", Best(program, hundred.FullName, runs: 2), null, "≤ 10 s");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TimeSpan Best(string program, string folder, int runs) => Enumerable.Range(0, runs).Select(_ => Run(program, folder)).Min();

    private static TimeSpan Run(string program, string folder)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, ["scan", folder, "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        watch.Stop();
        return process.ExitCode == 0 && output.Contains("\"findings\"", StringComparison.Ordinal)
            ? watch.Elapsed
            : throw new InvalidOperationException($"scan ended with {process.ExitCode}, so the figure would mean nothing.");
    }

    private static byte[] Pdf(int number) => Pdf(InvoiceText.Pages(lines: 12 + (number % 50), number, rise: number));

    public static byte[] Pdf(IReadOnlyList<IReadOnlyList<InvoiceText.Entry>> pages)
    {
        using var document = new PdfDocumentBuilder();
        var font = document.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var entries in pages)
        {
            var page = document.AddPage(PageSize.A4);
            foreach (var entry in entries)
            {
                page.AddText(entry.Text, 9, new PdfPoint(entry.X, entry.Y), font);
            }
        }

        return document.Build();
    }
}
