using System.Security.Cryptography;
using System.Text;

namespace LeakWatch.Core.Findings;

/// <summary>64 hex digits: 48 name the case, 16 how far it has grown. Independent of the order, names and ids of documents.</summary>
public static class Fingerprint
{
    private const int CaseLength = 48;

    /// <param name="repeats">What repeats the leak: the invoice pair, the month, the renewal date.</param>
    /// <param name="extent">The latest charge it includes; empty for a case that cannot grow.</param>
    public static string Of(LeakType type, string? shop, string vendor, string? account, string repeats, string extent)
    {
        var part = $"{type}\u001f{shop}\u001f{vendor}\u001f{account}\u001f{repeats}";
        return Hex(part)[..CaseLength] + Hex(part + "\u001f" + extent)[..(64 - CaseLength)];
    }

    /// <summary>What stays the same while a case grows: open findings are updated in place by it.</summary>
    public static string CaseOf(string fingerprint) => fingerprint.Length > CaseLength ? fingerprint[..CaseLength] : fingerprint;

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
