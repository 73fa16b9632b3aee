namespace LeakWatch.Tests;

/// <summary>Which room may use which. ARCHITECTURE.md shows the same table; a test compares.</summary>
internal static class Walls
{
    public static readonly IReadOnlyDictionary<string, string[]> Rooms = new Dictionary<string, string[]>
    {
        ["LeakWatch.Core"] = [],
        ["LeakWatch.Core.Documents"] = ["LeakWatch.Core"],
        ["LeakWatch.Core.Invoices"] = ["LeakWatch.Core", "LeakWatch.Core.Documents"],
        ["LeakWatch.Core.Text"] = ["LeakWatch.Core"],
        ["LeakWatch.Core.Findings"] = ["LeakWatch.Core", "LeakWatch.Core.Invoices", "LeakWatch.Core.Text"],
        ["LeakWatch.Core.ShopKnowledge"] = ["LeakWatch.Core", "LeakWatch.Core.Findings", "LeakWatch.Core.Invoices"],
        ["LeakWatch.Core.Vendors"] = ["LeakWatch.Core.Invoices", "LeakWatch.Core.ShopKnowledge"],
        ["LeakWatch.Core.Ledger"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Findings",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Core.Text",
            "LeakWatch.Core.Vendors",
        ],
        ["LeakWatch.Core.Detection.Claims"] =
        [
            "LeakWatch.Core.Findings",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Ledger",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Core.Text",
            "LeakWatch.Core.Vendors",
        ],
        ["LeakWatch.Core.Detection.Rules"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Detection.Claims",
            "LeakWatch.Core.Findings",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Ledger",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Core.Text",
            "LeakWatch.Core.Vendors",
        ],
        ["LeakWatch.Core.Detection"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Detection.Claims",
            "LeakWatch.Core.Detection.Rules",
            "LeakWatch.Core.Findings",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Ledger",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Core.Text",
            "LeakWatch.Core.Vendors",
        ],
        ["LeakWatch.Core.Findings.Lifecycle"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Findings",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Ledger",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Core.Text",
        ],
        ["LeakWatch.Core.Invoices.Masking"] = ["LeakWatch.Core.Documents", "LeakWatch.Core.Invoices"],
        ["LeakWatch.Core.Invoices.SecondReader"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Documents",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Invoices.Masking",
        ],
        ["LeakWatch.Core.Operations"] = [],
        ["LeakWatch.Core.Serialization"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Documents",
            "LeakWatch.Core.Findings",
            "LeakWatch.Core.Findings.Lifecycle",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Invoices.SecondReader",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Core.Text",
        ],
        ["LeakWatch.LocalPostgres"] = ["LeakWatch.Core"],
        ["LeakWatch.Observability"] = ["LeakWatch.Core.Invoices.SecondReader", "LeakWatch.Core.Operations"],
        ["LeakWatch.Providers"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Invoices.SecondReader",
            "LeakWatch.Core.Operations",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Observability",
        ],
        ["LeakWatch.Configuration"] =
        [
            "LeakWatch.Core",
            "LeakWatch.LocalPostgres",
            "LeakWatch.Observability",
            "LeakWatch.Providers",
        ],
        ["LeakWatch.Data"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Documents",
            "LeakWatch.Core.Findings",
            "LeakWatch.Core.Findings.Lifecycle",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Serialization",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Core.Vendors",
            "LeakWatch.Observability",
        ],
        ["LeakWatch.Extraction"] = ["LeakWatch.Core", "LeakWatch.Core.Documents", "LeakWatch.Core.Invoices"],
        ["LeakWatch.Http"] =
        [
            "LeakWatch.Configuration",
            "LeakWatch.Core",
            "LeakWatch.Core.Text",
            "LeakWatch.Data",
            "LeakWatch.Providers",
        ],
        ["LeakWatch.Invoices"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Documents",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Invoices.SecondReader",
            "LeakWatch.Core.Serialization",
            "LeakWatch.Core.Vendors",
            "LeakWatch.Data",
        ],
        ["LeakWatch.Jobs"] = ["LeakWatch.Core", "LeakWatch.Data", "LeakWatch.Observability", "LeakWatch.Providers"],
        ["LeakWatch.Shops"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Detection",
            "LeakWatch.Core.Findings",
            "LeakWatch.Core.Findings.Lifecycle",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Ledger",
            "LeakWatch.Core.Serialization",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Core.Vendors",
            "LeakWatch.Data",
            "LeakWatch.Http",
            "LeakWatch.Invoices",
            "LeakWatch.Jobs",
        ],
        ["LeakWatch.Documents"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Documents",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Invoices.SecondReader",
            "LeakWatch.Core.Serialization",
            "LeakWatch.Data",
            "LeakWatch.Extraction",
            "LeakWatch.Http",
            "LeakWatch.Invoices",
            "LeakWatch.Jobs",
            "LeakWatch.Observability",
            "LeakWatch.Providers",
            "LeakWatch.Shops",
        ],
        ["LeakWatch.Findings"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Detection",
            "LeakWatch.Core.Documents",
            "LeakWatch.Core.Findings",
            "LeakWatch.Core.Findings.Lifecycle",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Ledger",
            "LeakWatch.Core.Serialization",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Core.Text",
            "LeakWatch.Core.Vendors",
            "LeakWatch.Data",
            "LeakWatch.Documents",
            "LeakWatch.Extraction",
            "LeakWatch.Http",
            "LeakWatch.Invoices",
            "LeakWatch.Jobs",
            "LeakWatch.Observability",
            "LeakWatch.Shops",
        ],
        ["LeakWatch.DailyRates"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Serialization",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Data",
            "LeakWatch.Jobs",
            "LeakWatch.Providers",
        ],
        ["LeakWatch.Operations"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Operations",
            "LeakWatch.Data",
            "LeakWatch.Jobs",
            "LeakWatch.Observability",
            "LeakWatch.Providers",
        ],
        ["LeakWatch.Hosting"] =
        [
            "LeakWatch.Configuration",
            "LeakWatch.Core",
            "LeakWatch.Core.Operations",
            "LeakWatch.Core.Text",
            "LeakWatch.DailyRates",
            "LeakWatch.Data",
            "LeakWatch.Documents",
            "LeakWatch.Extraction",
            "LeakWatch.Findings",
            "LeakWatch.Http",
            "LeakWatch.Jobs",
            "LeakWatch.Observability",
            "LeakWatch.Operations",
            "LeakWatch.Providers",
            "LeakWatch.Shops",
        ],
        ["LeakWatch.Commands"] =
        [
            "LeakWatch.Configuration",
            "LeakWatch.Core",
            "LeakWatch.Core.Detection",
            "LeakWatch.Core.Documents",
            "LeakWatch.Core.Findings",
            "LeakWatch.Core.Findings.Lifecycle",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Core.Ledger",
            "LeakWatch.Core.Serialization",
            "LeakWatch.Core.ShopKnowledge",
            "LeakWatch.Core.Text",
            "LeakWatch.Data",
            "LeakWatch.Extraction",
            "LeakWatch.Findings",
            "LeakWatch.Hosting",
            "LeakWatch.Http",
            "LeakWatch.Invoices",
            "LeakWatch.Jobs",
            "LeakWatch.LocalPostgres",
            "LeakWatch.Observability",
            "LeakWatch.Providers",
            "LeakWatch.Shops",
        ],
        ["LeakWatch.Extraction.Sandbox"] =
        [
            "LeakWatch.Core",
            "LeakWatch.Core.Documents",
            "LeakWatch.Core.Invoices",
            "LeakWatch.Extraction",
        ],
        ["LeakWatch"] = ["LeakWatch.Commands", "LeakWatch.Extraction", "LeakWatch.Extraction.Sandbox"],
    };

    // The longest name wins: Extraction.Sandbox is a room within a room.
    private static readonly string[] ByLength = [.. Rooms.Keys.OrderByDescending(room => room.Length)];

    /// <returns>The room; a namespace that is in none is its own.</returns>
    public static string RoomOf(string name) =>
        ByLength.FirstOrDefault(room => name == room || (Depth(room) > 0 && name.StartsWith(room + ".", StringComparison.Ordinal)))
        ?? name;

    // The program and the root of Core are single files, not everything below them.
    private static int Depth(string room) => room is "LeakWatch" or "LeakWatch.Core" ? 0 : 1;
}
