using System.Text.Json;
using LeakWatch.Core;
using LeakWatch.Platform;

namespace LeakWatch.Tests.Api;

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
