using System.Text.Json;
using System.Text.Json.Nodes;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Serialization;
using LeakWatch.Core.Text;
using LeakWatch.Http;

namespace LeakWatch.Tests.Data;

/// <summary>JSON that an earlier release stored lacks what a later one added: the API sends it all the same.</summary>
public sealed class StoredJsonTests
{
    private static readonly JsonSerializerOptions Api = Configured();

    [Fact]
    public void A_finding_with_the_least_that_was_ever_stored()
    {
        var known = JsonSerializer.Deserialize("""
            {"finding":{"type":"MOM_SPIKE","verdict":"WATCH","vendor":"Klaviyo","title":"t","summary":"s","fingerprint":"f"},"state":"OPEN","reason":"FOUND","sentence":"Found.",
             "changedAt":"2026-03-01T00:00:00+00:00","firstSeenOn":"2026-03-01","lastSeenOn":"2026-03-01"}
            """, CoreJson.Default.KnownFinding)!;

        Assert.Contains("\"factors\":[]", JsonSerializer.Serialize(known, Api), StringComparison.Ordinal);
    }

    /// <summary>The worker may be deployed before the API, and a release may be taken back.</summary>
    [Fact]
    public void A_kept_finding_is_English_texts_for_a_release_that_knows_nothing_of_its_parts_and_whole_for_this_one()
    {
        Sentence title = $"{"Klaviyo"} probably renews on {new DateOnly(2026, 3, 1)}";
        var known = JsonSerializer.Deserialize("""
            {"finding":{"type":"MOM_SPIKE","verdict":"WATCH","vendor":"Klaviyo","title":"t","summary":"s","fingerprint":"f"},"state":"OPEN","reason":"FOUND","sentence":"Found.",
             "changedAt":"2026-03-01T00:00:00+00:00","firstSeenOn":"2026-03-01","lastSeenOn":"2026-03-01"}
            """, CoreJson.Default.KnownFinding)!;
        known = known with { Finding = known.Finding with { Title = title } };

        var json = JsonSerializer.Serialize(known.Kept(), CoreJson.Default.KnownFinding);

        Assert.Equal("Klaviyo probably renews on 1 March 2026", (string?)JsonNode.Parse(json)!["finding"]!["title"]);
        Assert.Equal(title, JsonSerializer.Deserialize(json, CoreJson.Default.KnownFinding)!.Restored().Finding.Title);
    }

    [Fact]
    public void An_invoice_with_the_least_that_was_ever_stored()
    {
        var invoice = JsonSerializer.Deserialize("""
            {"source":{"fileName":"a.pdf"},"vendor":{},"invoice":{"kind":"INVOICE"},"lineItems":[{"lineId":"L1","evidence":{"kind":"CSV_ROW","excerpt":"x"}}],
             "terms":[{"kind":"AUTO_RENEW"}],"quality":{"proof":{}}}
            """, CoreJson.Default.NormalizedInvoice)!;

        Assert.Contains("\"missingFields\":[]", JsonSerializer.Serialize(invoice, Api), StringComparison.Ordinal);
    }

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        return options;
    }
}
