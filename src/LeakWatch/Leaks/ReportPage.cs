namespace LeakWatch.Leaks;

internal static class ReportPage
{
    public static string Write(ScanResult scan) => FindingWords.Answer(scan.Detection);
}
