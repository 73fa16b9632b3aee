using LeakWatch.Core.Ledger;
using System.Text.Json;
using LeakWatch.Core.Detection;
using LeakWatch.Core.Serialization;

namespace LeakWatch.Tests.Findings;

public sealed class PaidChargeTests
{
    [Fact]
    public void An_invoice_and_the_card_row_that_pays_it_are_one_charge()
    {
        var invoice = Read("""{"source":{"fileName":"a.pdf","sha256":"a"},"vendor":{"name":"Quillpost"},"invoice":{"kind":"INVOICE","invoiceNumber":"Q-1","invoiceDate":"2026-01-01","currency":"USD","totalAmount":"49.00"},"lineItems":[{"lineId":"1","amount":"49.00","currency":"USD","evidence":{"kind":"PDF_TEXT_SPAN","pointer":{"page":1,"lineStart":3},"excerpt":"Plan 49.00"}}]}""");
        var row = Read("""{"source":{"fileName":"card.csv","sha256":"b"},"vendor":{"name":"Quillpost"},"invoice":{"kind":"STATEMENT","invoiceDate":"2026-01-02","currency":"USD","totalAmount":"49.00"},"lineItems":[{"lineId":"1","amount":"49.00","currency":"USD","evidence":{"kind":"CSV_ROW","pointer":{"row":2},"excerpt":"2026-01-02,QUILLPOST,49.00"}}]}""");

        var charge = Assert.Single(PaidCharge.Of(LeakDetector.Prepare([invoice, row], new(), new(2026, 3, 1)).Ledgers));

        Assert.Equal(new PaidCharge("Quillpost", new(2026, 1, 1), 49.00m, "USD", "Q-1", "a.pdf"), charge);
    }

    private static Core.Invoices.NormalizedInvoice Read(string json) => JsonSerializer.Deserialize(json, CoreJson.Default.NormalizedInvoice)!;
}
