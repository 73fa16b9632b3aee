using System.Text;

namespace LeakWatch.Samples.Store;

/// <summary>What the store knows besides its documents, and what a scan of them must find.</summary>
internal static class Knowledge
{
    public static IEnumerable<SampleFile> Files() =>
    [
        new("context.json", Encoding.UTF8.GetBytes(Context)),
        new("expected.json", Encoding.UTF8.GetBytes(Expected)),
        new("README.md", Encoding.UTF8.GetBytes(ReadMe)),
    ];

    private const string Context = """
        {
          "asOf": "2026-03-01",
          "shop": { "id": "maru-oak", "currency": "USD", "timezone": "America/Los_Angeles" },
          "vendors": [
            { "name": "Heronmail", "category": "MARKETING", "function": "email" },
            { "name": "Otterdesk", "category": "SUPPORT", "function": "helpdesk" },
            { "name": "Kestrel Analytics", "category": "ANALYTICS", "function": "analytics" },
            { "name": "Tidewater Labels", "category": "SHIPPING", "function": "labels" },
            { "name": "Bramble Popups", "category": "SAAS", "function": "popups", "aliases": ["Bramble Apps Ltd"] },
            { "name": "Marlow Returns", "category": "SAAS", "function": "returns" },
            { "name": "Cedarline Loyalty", "category": "SAAS", "function": "loyalty", "aliases": ["Cedarline Inc."] },
            { "name": "Moorfeld Hosting", "category": "SAAS", "function": "hosting", "aliases": ["Moorfeld Hosting GmbH"] },
            { "name": "Skylark Chat", "category": "SUPPORT", "function": "chat" },
            { "name": "Lanternloop Reviews", "category": "SHOPIFY_APP", "function": "reviews" },
            { "name": "Popwell Upsell", "category": "SHOPIFY_APP", "function": "upsell" },
            { "name": "Alder Add-ons", "category": "SHOPIFY_APP", "function": "upsell" },
            { "name": "Wishlist Wren", "category": "SHOPIFY_APP", "function": "wishlist" }
          ],
          "cancellations": [
            { "vendor": "Heronmail", "status": "DELIVERED", "sentAt": "2025-12-15", "confirmedAt": "2025-12-18", "effectiveDate": "2026-01-01" },
            { "vendor": "Skylark Chat", "status": "DELIVERED", "sentAt": "2026-01-12" }
          ],
          "installedApps": [
            { "syncedAt": "2025-12-01", "apps": ["Lanternloop Reviews", "Popwell Upsell", "Alder Add-ons", "Wishlist Wren"] },
            {
              "syncedAt": "2026-01-05",
              "apps": ["Popwell Upsell", "Alder Add-ons", "Wishlist Wren"],
              "uninstalled": [{ "app": "Lanternloop Reviews", "at": "2025-12-28" }]
            },
            { "syncedAt": "2026-02-26", "apps": ["Popwell Upsell", "Alder Add-ons", "Wishlist Wren"] }
          ],
          "promisedCredits": [
            { "vendor": "Marlow Returns", "amount": "60.00", "currency": "USD", "promisedAt": "2026-01-03" }
          ],
          "fx": [
            { "asOf": "2025-10-01", "base": "USD", "rates": { "EUR": "0.9250", "KRW": "1395" } },
            { "asOf": "2026-02-01", "base": "USD", "rates": { "EUR": "0.9200", "KRW": "1390" } }
          ]
        }

        """;

    private const string Expected = """
        {
          "findings": [
            { "type": "MOM_SPIKE", "verdict": "LEAK", "vendor": "Kestrel Analytics", "amount": "250.00", "currency": "USD" },
            { "type": "POST_CANCELLATION", "verdict": "LEAK", "vendor": "Heronmail", "amount": "158.00", "currency": "USD" },
            { "type": "MISSING_CREDIT", "verdict": "LEAK", "vendor": "Marlow Returns", "amount": "60.00", "currency": "USD" },
            { "type": "TRIAL_TO_PAID", "verdict": "LEAK", "vendor": "Bramble Popups", "amount": "58.00", "currency": "USD" },
            { "type": "DUPLICATE_CHARGE", "verdict": "LEAK", "vendor": "Tidewater Labels", "amount": "49.00", "currency": "USD" },
            { "type": "UNINSTALLED_APP_CHARGE", "verdict": "LEAK", "vendor": "Lanternloop Reviews", "amount": "39.98", "currency": "USD" },
            { "type": "PRICE_INCREASE", "verdict": "LEAK", "vendor": "Moorfeld Hosting", "amount": "11.90", "currency": "EUR" },
            { "type": "UPCOMING_RENEWAL", "verdict": "LEAK", "vendor": "Cedarline Loyalty", "amount": "588.00", "currency": "USD" },
            { "type": "POST_CANCELLATION", "verdict": "REVIEW", "vendor": "Skylark Chat", "amount": "35.00", "currency": "USD" },
            { "type": "INVOICE_MATH", "verdict": "REVIEW", "vendor": "Copperline Copy", "amount": "30.00", "currency": "USD" },
            { "type": "OVERLAPPING_TOOLS", "verdict": "WATCH", "vendor": "Alder Add-ons" }
          ],
          "notALeak": ["Otterdesk", "Fernsheet", "한결소프트", "Wishlist Wren", "Norrsken Fonts", "Atelier Lumen", "Wren Domains", "Harbour Box Company"]
        }

        """;

    private const string ReadMe = """
        # A demo store

        Fifteen months of what Maru & Oak Goods, an invented store, was billed. **Every company, person and amount is invented**, on each
        page it says so, and all addresses end in `.example`.

        ```
        ./lw scan samples/store --context samples/context.json
        ./lw scan samples/store --context samples/context.json --html demo.html
        ```

        | | |
        | --- | --- |
        | `store/` | the documents: PDF invoices and receipts in five layouts (English, German, Korean), a scanned one, mails, e-invoices (UBL, CII), a card statement, the Shopify bills |
        | `context.json` | what the store knows besides: cancellations, installed apps, a promised credit, exchange rates; seen from March 1, 2026 |
        | `expected.json` | what a scan must find, and the vendors about whom it must not complain; a test compares |

        Eight leaks, two questions, one thing worth knowing. What looks like a leak and is none: two more seats at Otterdesk, its November
        billed twice and credited, Fernsheet paid for a year at once, the same Tidewater invoice as a file and in a mail, and every row of
        the card statement that pays an invoice of the folder.

        Made by `./lw samples` (tests/LeakWatch.Samples), the same bytes each time; change them there. The fonts inside the PDFs are
        Liberation Sans and NanumGothic, both under the SIL Open Font License 1.1.

        """;
}
