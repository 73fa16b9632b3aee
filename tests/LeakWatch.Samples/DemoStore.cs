using LeakWatch.Samples.Store;

namespace LeakWatch.Samples;

/// <summary>The invented store whose folder of invoices <c>samples/</c> is. Same bytes at every run: no clock, no chance.</summary>
internal static class DemoStore
{
    public const string Name = "Maru & Oak Goods (sample store)";
    public const string Address = "214 Sample Street";
    public const string City = "Portland, OR 97205, United States";
    public const string Card = "Visa ending 4410";

    public static IEnumerable<SampleFile> Files() =>
    [
        .. LeakingVendors.Files(), .. HonestVendors.Files(), .. VendorsAbroad.Files(), .. Statements.Files(), .. Mails.Files(), PaperScan.File(),
        .. Knowledge.Files(),
    ];
}

/// <param name="Path">Inside samples/, with forward slashes.</param>
internal sealed record SampleFile(string Path, byte[] Bytes);
