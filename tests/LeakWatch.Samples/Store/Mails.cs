using System.Text;

namespace LeakWatch.Samples.Store;

/// <summary>Receipts and notices as they lie in a mailbox.</summary>
internal static class Mails
{
    public static IEnumerable<SampleFile> Files() =>
    [
        new("store/mails/heronmail-cancellation.eml", Mail(CancellationConfirmed)),
        new("store/mails/wren-domains-receipt.eml", Mail(DomainReceipt)),
        new("store/mails/tidewater-TW-5560.eml", Mail(WithAttachment("TW-5560.pdf", LeakingVendors.TidewaterFebruary()))),
    ];

    private const string CancellationConfirmed = """
        From: Heronmail Billing <billing@heronmail.example>
        To: owner@maru-oak.example
        Subject: Your Heronmail subscription has been cancelled
        Date: Thu, 18 Dec 2025 10:12:00 -0800
        Message-ID: <cancel-88213@heronmail.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Hello,

        we confirm the cancellation of your Heronmail Grow subscription (workspace maru-oak).
        Your subscription ends on December 31, 2025. You will not be charged after that date.

        Heronmail Inc., 500 Marsh Road, Boston, MA 02110
        Sample document. Every company, person and amount in it is invented.

        """;

    private const string DomainReceipt = """
        From: Wren Domains <receipts@wrendomains.example>
        To: owner@maru-oak.example
        Subject: Receipt WD-77410 from Wren Domains
        Date: Mon, 3 Nov 2025 08:30:00 +0000
        Message-ID: <WD-77410@wrendomains.example>
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8

        <!doctype html><html><body style="font-family:sans-serif">
        <h2>Thank you for your payment</h2>
        <p>Wren Domains Ltd<br>Receipt number: WD-77410<br>Date: November 3, 2025</p>
        <table>
        <tr><th>Description</th><th>Qty</th><th>Price</th><th>Amount</th></tr>
        <tr><td>maru-oak.example, 1 year</td><td>1</td><td>$18.00</td><td>$18.00</td></tr>
        </table>
        <p>Total: $18.00 USD</p>
        <p>Paid with Visa ending 4410.</p>
        <p>Sample document. Every company, person and amount in it is invented.</p>
        </body></html>

        """;

    private static string WithAttachment(string name, byte[] pdf) => $"""
        From: Tidewater Labels <billing@tidewaterlabels.example>
        To: owner@maru-oak.example
        Subject: Your invoice TW-5560
        Date: Sun, 1 Feb 2026 06:00:00 +0000
        Message-ID: <TW-5560@tidewaterlabels.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="sample-boundary"

        --sample-boundary
        Content-Type: text/plain; charset=utf-8

        Your invoice is attached. Thank you for printing with us.
        Sample document. Every company, person and amount in it is invented.

        --sample-boundary
        Content-Type: application/pdf; name="{name}"
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename="{name}"

        {Convert.ToBase64String(pdf, Base64FormattingOptions.InsertLineBreaks)}
        --sample-boundary--

        """;

    private static byte[] Mail(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
