namespace LeakWatch.Core.Text.Korean;

/// <summary>What was seen twice or settled, and why it is no charge of its own.</summary>
internal static class ReconciliationWords
{
    public static readonly Dictionary<string, string> Table = new()
    {
        // Copies
        ["{0} lists the vendor's invoices and charges nothing of its own."] = "{0}: 업체의 청구서를 나열한 문서이며 새로 청구하는 금액은 없습니다.",
        ["{0} is the same file as {1}: it counts once."] = "{0}: {1}의 내용과 같은 파일이므로 한 번만 계산합니다.",
        ["{0} is in {1} and {2}: it counts once."] = "{0}: {1}, {2}에 모두 있으므로 한 번만 계산합니다.",
        ["{0} and {1} are the invoice and its receipt {2}: one charge."] = "{0}, {1}: 청구서 {2}의 청구서와 영수증이며 하나의 청구입니다.",
        ["{0} and {1} are two files of the same invoice {2}: one charge."] = "{0}, {1}: 같은 청구서 {2}의 두 파일이며 하나의 청구입니다.",
        ["{0} and {1} differ only by characters that OCR confuses, with the same date, total and period: one invoice."] = "{0}, {1}: OCR이 혼동하는 글자만 다르고 날짜, 합계, 기간이 같으므로 하나의 청구서입니다.",
        ["{0} is the receipt of invoice {1}: one charge."] = "{0}: 청구서 {1}의 영수증이며 하나의 청구입니다.",
        ["{0} was paid by Shopify bill {1}: one charge."] = "{0}: Shopify 청구서 {1}에서 결제되었으며 하나의 청구입니다.",

        // CreditMatching, PaymentMatching, Reconciliation, ShopifyBills
        ["{0} is the payment of the credit {1}: one credit."] = "{0}: {1}의 환급이 입금된 것이며 하나의 환급입니다.",
        ["{0} credits all of {1}."] = "{0}: {1}의 금액을 모두 환급합니다.",
        ["{0} credits {1} of {2}."] = "{0}: {2}의 금액 가운데 환급된 금액은 {1}입니다.",
        ["The payment of {0} did not stand, so nothing was charged."] = "{0}의 결제가 성립되지 않아 청구된 금액이 없습니다.",
        ["{0} is the payment of {1}: one charge."] = "{0}: {1}의 결제이며 하나의 청구입니다.",
        ["{0} is dated after the day of this check: it is looked at from that day on."] = "{0}: 날짜가 확인일 이후이므로 그날부터 확인합니다.",
        ["The charge of {0} is pending; only its posting counts."] = "{0}의 청구는 처리 중입니다. 확정된 뒤에만 계산합니다.",
        ["The charge of {0} was declined, so no money moved."] = "{0}의 청구는 거절되어 돈이 나가지 않았습니다.",
        ["The charge of {0} was reversed, so the money came back."] = "{0}의 청구는 취소되어 돈이 돌아왔습니다.",
        ["{0} pays Shopify bill {1}: its rows are the charges."] = "{0}: Shopify 청구서 {1}의 결제입니다. 청구서의 각 줄을 청구로 계산합니다.",
    };
}
