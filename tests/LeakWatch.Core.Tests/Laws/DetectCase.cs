using System.Text.Json;
using LeakWatch.Core.Detection;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Serialization;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Laws;

/// <summary>One file of Fixtures/detect-cases: a ledger, a context, and what must and must not be found.</summary>
internal sealed class DetectCase
{
    private readonly JsonElement root;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    private DetectCase(JsonElement root)
    {
        this.root = root;
        Ledger = [.. root.GetProperty("ledger").EnumerateArray().Select(document => document.Deserialize(CoreJson.Default.NormalizedInvoice)!)];
        Context = root.GetProperty("context").Deserialize(ContextJson.Default.DetectionContext)!;
        AsOf = DateOnly.Parse(root.GetProperty("asOf").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Expected = [.. root.GetProperty("expect").GetProperty("findings").EnumerateArray()];
        foreach (var document in Ledger)
        {
            var canonical = document.Vendor.CanonicalName ?? document.Vendor.Name;
            names.TryAdd(VendorKey.Of(document.Vendor.Name), VendorKey.Of(canonical));
            names.TryAdd(VendorKey.Of(canonical), VendorKey.Of(canonical));
        }

        foreach (var vendor in Context.Vendors)
        {
            foreach (var name in vendor.Aliases.Prepend(vendor.Name))
            {
                names[VendorKey.Of(name)] = VendorKey.Of(vendor.Name);
            }
        }
    }

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "detect-cases");

    public IReadOnlyList<NormalizedInvoice> Ledger { get; }

    public DetectionContext Context { get; }

    public DateOnly AsOf { get; }

    public IReadOnlyList<JsonElement> Expected { get; }

    public static IEnumerable<string> Ids => Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    public static DetectCase Load(string id)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, id + ".json")));
        return new(json.RootElement.Clone());
    }

    /// <summary>Two runs where the case says so: what the first finds is dismissed in the second.</summary>
    public IReadOnlyList<Finding> Detect(IReadOnlyList<NormalizedInvoice> ledger) => Run(ledger).Findings;

    /// <inheritdoc cref="Detect"/>
    public DetectionResult Run(IReadOnlyList<NormalizedInvoice> ledger)
    {
        var context = Context;
        if (root.TryGetProperty("dismissFrom", out var first) && first.ValueKind is JsonValueKind.Object)
        {
            var day = DateOnly.Parse(first.GetProperty("asOf").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
            var earlier = LeakRules.Detect(ledger.Where(document => document.Invoice.InvoiceDate <= day), context, day);
            context = context with { Dismissed = [.. earlier.Findings.Select(finding => finding.Fingerprint)] };
        }

        return LeakRules.Detect(ledger, context, AsOf);
    }

    /// <summary>Every reason why these findings are not what the case expects; none when they are.</summary>
    public IEnumerable<string> Objections(IReadOnlyList<Finding> findings)
    {
        var matched = new Dictionary<Finding, JsonElement>(ReferenceEqualityComparer.Instance);
        foreach (var expected in Expected)
        {
            var match = findings.FirstOrDefault(finding => !matched.ContainsKey(finding) && Matches(finding, expected));
            if (match is null)
            {
                yield return $"missing: {expected.GetProperty("verdict")} {expected.GetProperty("type")} {expected.GetProperty("vendor")} {Text(expected, "amount")}";
            }
            else
            {
                matched[match] = expected;
            }
        }

        foreach (var finding in findings)
        {
            if (finding.Verdict is Verdict.Leak && DoubtfulEvidence(finding) is { } doubt)
            {
                yield return $"evidence of {Describe(finding)}: {doubt}";
            }

            if (!matched.ContainsKey(finding) && IsUnexpected(finding, findings, matched))
            {
                yield return $"unexpected: {Describe(finding)}";
            }
        }
    }

    public static string Describe(Finding finding) => $"{finding.Verdict} {finding.Type} {finding.Vendor} {finding.Amount} {finding.Currency} from {finding.PeriodStart}: {finding.Title}";

    private bool Matches(Finding finding, JsonElement expected)
    {
        var types = Texts(expected, "anyOfTypes") ?? [expected.GetProperty("type").GetString()!];
        var verdicts = Texts(expected, "anyOfVerdicts") ?? [expected.GetProperty("verdict").GetString()!];
        var vendors = Texts(expected, "vendorAnyOf") ?? [expected.GetProperty("vendor").GetString()!];
        return types.Contains(Name(finding.Type)) && verdicts.Contains(Name(finding.Verdict)) && vendors.Any(vendor => IsVendor(finding.Vendor, vendor))
            && (finding.Verdict is not Verdict.Leak || Text(expected, "amount") is not { } amount || (finding.Amount == decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) && finding.Currency == Text(expected, "currency")))
            && (Texts(expected, "period") is not [var start, var end] || finding.PeriodStart is not { } from || (string.CompareOrdinal($"{from:yyyy-MM-dd}", end) < 0 && string.CompareOrdinal($"{finding.PeriodEnd:yyyy-MM-dd}", start) > 0));
    }

    private bool IsUnexpected(Finding finding, IReadOnlyList<Finding> findings, Dictionary<Finding, JsonElement> matched)
    {
        var expect = root.GetProperty("expect");
        if (expect.GetProperty("forbid").EnumerateArray().Any(forbidden => Is(forbidden, "type", Name(finding.Type)) && Is(forbidden, "verdict", Name(finding.Verdict))
            && (Text(forbidden, "vendor") == "*" || IsVendor(finding.Vendor, Text(forbidden, "vendor")!))))
        {
            return true;
        }

        return finding.Verdict switch
        {
            Verdict.Leak => true,
            Verdict.Watch => !Flag(expect, "allowExtraWatch") && !matched.Keys.Any(other => other.Vendor == finding.Vendor),
            Verdict.Review => !Flag(expect, "allowExtraReview")
                && findings.Count(other => other.Verdict is Verdict.Review && !matched.ContainsKey(other)) > (expect.TryGetProperty("maxExtraReview", out var most) ? most.GetInt32() : 0),
        };
    }

    /// <summary>Each excerpt stands in a document of the finding's vendor.</summary>
    private string? DoubtfulEvidence(Finding finding)
    {
        if (finding.Evidence.Count == 0)
        {
            return "there is none";
        }

        foreach (var evidence in finding.Evidence)
        {
            var stands = Ledger.Where(document => document.Source.FileName == evidence.FileName && IsVendor(document.Vendor.CanonicalName ?? document.Vendor.Name!, finding.Vendor))
                .SelectMany(document => document.LineItems.Select(line => line.Evidence.Excerpt).Concat(document.Terms.Select(term => term.Evidence?.Excerpt ?? "")))
                .Any(excerpt => excerpt.Contains(evidence.Excerpt, StringComparison.Ordinal));
            if (!stands)
            {
                return $"\"{evidence.Excerpt}\" is not in {evidence.FileName}";
            }
        }

        return null;
    }

    private bool IsVendor(string one, string other) => names.GetValueOrDefault(VendorKey.Of(one), VendorKey.Of(one)) == names.GetValueOrDefault(VendorKey.Of(other), VendorKey.Of(other));

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static string[]? Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : null;

    private static bool Is(JsonElement element, string name, string value) => Text(element, name) is { } text && (text == "*" || text == value);

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;
}
