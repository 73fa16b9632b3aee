using System.Globalization;
using System.Text;

namespace LeakWatch.Samples.Store;

/// <summary>The card's statement and the Shopify bills: many vendors in one file.</summary>
internal static class Statements
{
    public static IEnumerable<SampleFile> Files() =>
    [
        new("store/statements/card-4410-2026-01-02.csv", Encoding.UTF8.GetBytes(Card())),
        new("store/statements/shopify-charges.csv", Encoding.UTF8.GetBytes(ShopifyBills())),
    ];

    /// <summary>January and February. Each row but the coffee is the payment of an invoice in the folder.</summary>
    private static string Card() => string.Join("\r\n",
    [
        "Date,Description,Reference,Amount (USD),Status",
        "2026-01-01,OTTERDESK INC AUSTIN TX,od_pay_7411,200.00,Posted",
        "2026-01-02,HERONMAIL INC BOSTON MA,,79.00,Posted",
        "2026-01-02,TIDEWATER LABELS,tw_9f21,49.00,Posted",
        "2026-01-02,KESTREL ANALYTICS INC,ka-90214,193.95,Posted",
        "2026-01-02,MOORFELD HOSTING GMBH EUR 70.21,,76.32,Posted",
        "2026-01-02,SKYLARK CHAT INC,sk_812,35.00,Posted",
        "2026-01-05,TIDEWATER LABELS,tw_a013,49.00,Posted",
        "2026-01-21,BRAMBLE POPUPS,,29.00,Posted",
        "2026-01-21,MARLOW RETURNS INC,mr-5513,95.00,Posted",
        "2026-01-27,SAMPLE COFFEE ROOM PORTLAND,,14.50,Posted",
        "2026-02-01,OTTERDESK INC AUSTIN TX,od_pay_7422,200.00,Posted",
        "2026-02-02,HERONMAIL INC BOSTON MA,,79.00,Declined",
        "2026-02-03,HERONMAIL INC BOSTON MA,,79.00,Posted",
        "2026-02-02,TIDEWATER LABELS,tw_a4c7,49.00,Posted",
        "2026-02-02,KESTREL ANALYTICS INC,ka-90215,194.20,Posted",
        "2026-02-03,MOORFELD HOSTING GMBH EUR 82.11,,89.25,Posted",
        "2026-02-03,SKYLARK CHAT INC,sk_813,35.00,Posted",
        "2026-02-21,BRAMBLE POPUPS,,29.00,Posted",
        "2026-02-21,MARLOW RETURNS INC,mr-5514,95.00,Posted",
        "",
    ]);

    /// <summary>Thirty-day cycles of apps. Lanternloop was uninstalled on December 28, 2025 and billed on.</summary>
    private static string ShopifyBills()
    {
        var csv = new StringBuilder("Bill #,Store Name,Charge category,Description,Amount,Currency,Start of billing cycle,End of billing cycle,Date,App\r\n");
        var first = new DateOnly(2025, 9, 10);
        for (var cycle = 0; cycle < 6; cycle++)
        {
            var start = first.AddDays(30 * cycle);
            foreach (var (app, plan, amount) in new[]
            {
                ("Lanternloop Reviews", "Pro", 19.99m), ("Popwell Upsell", "Starter", 12.00m), ("Alder Add-ons", "Basic", 9.00m), ("Wishlist Wren", "Growth", 7.99m),
            })
            {
                csv.Append(CultureInfo.InvariantCulture, $"{31840 + cycle},Maru & Oak Goods (sample store),application_fee,{app}: {plan} plan,{amount},USD,{start:yyyy-MM-dd},{start.AddDays(29):yyyy-MM-dd},{start:yyyy-MM-dd},{app}\r\n");
            }
        }

        return csv.ToString();
    }
}
