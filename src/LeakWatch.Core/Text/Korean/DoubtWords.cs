namespace LeakWatch.Core.Text.Korean;

/// <summary>INVOICE_MATH, a sender in doubt, and MISSING_CREDIT.</summary>
internal static class DoubtWords
{
    public static readonly Dictionary<string, string> Table = new()
    {
        // InvoiceMathRule, DocumentSums, MerchantCurrency
        ["The sums of {0} do not add up"] = "{0}의 합계가 맞지 않습니다",
        ["{0}: printed {1}, computed {2}; the difference is {3}. Nothing else is claimed from this document."] = "{0}: 표시된 금액은 {1}, 계산한 금액은 {2}, 차이는 {3}입니다. 이 문서를 근거로 다른 금액을 청구하지 않습니다.",
        ["The lines against the total"] = "항목의 합과 합계",
        ["Subtotal, tax and discount against the total"] = "소계, 세금, 할인과 합계",
        ["The lines against the subtotal"] = "항목의 합과 소계",
        ["Quantity × unit price of \"{0}\""] = "“{0}”의 수량 × 단가",
        ["Which is right on {0}: {1} as printed, or {2} as its parts add up?"] = "{0}에서 맞는 금액은 표시된 {1}, 항목을 더한 {2} 중 어느 것입니까?",
        ["{0}, as printed"] = "{0} (표시된 금액)",
        ["{0}, as its parts add up"] = "{0} (항목을 더한 금액)",
        ["The document charges more than its parts; ask for the difference and a corrected document."] = "항목의 합보다 많이 청구한 문서입니다. 차액의 환불과 수정된 문서를 요청해 주세요.",
        ["Ask the vendor for a corrected or confirmed document."] = "수정하거나 확인한 문서를 업체에 요청해 주세요.",
        ["The currency of {0} is unknown"] = "{0}의 통화를 알 수 없습니다",
        ["The document prints no currency we can read. It takes no part in detection until you say which it is."] = "문서에서 통화를 읽을 수 없습니다. 통화를 알려 주시기 전까지 분석에서 제외됩니다.",
        ["In which currency is {0}?"] = "{0}의 통화는 무엇입니까?",
        ["Another currency"] = "다른 통화",
        ["{0} mixes currencies"] = "{0}에 여러 통화가 섞여 있습니다",
        ["The total is in {0} and the line \"{1}\" in {2}. Nothing else is claimed from this document."] = "합계의 통화는 {0}, “{1}” 항목의 통화는 {2}입니다. 이 문서를 근거로 다른 금액을 청구하지 않습니다.",
        ["Which currency did {0} charge: {1} or {2}?"] = "{0}의 청구 통화는 {1}, {2} 중 어느 것입니까?",
        ["You said that {0} is in {1}."] = "알려 주신 {0}의 통화: {1}.",

        // The sender
        ["{0} looks like {1}, but is spelt differently"] = "{0}: {1}의 이름과 비슷하지만 철자가 다릅니다",
        ["{0} is not one of the names we know for {1}. We do not merge similar names, and claim nothing from {2} of this sender until you decide."] = "{0}: {1}의 알려진 이름이 아닙니다. 비슷한 이름은 합치지 않으며, 결정해 주시기 전까지 이 발신자의 {2}에서는 아무것도 청구하지 않습니다.",
        ["Is {0} the same company as {1}?"] = "{0}, {1}의 두 이름은 같은 회사입니까?",
        ["Yes, it is {0}"] = "예, {0}입니다",
        ["No, another company that we buy from"] = "아니요, 거래하는 다른 회사입니다",
        ["No, and we ordered nothing from it"] = "아니요, 이 회사에는 주문한 적이 없습니다",
        ["You said that {0} is {1}: they are one vendor."] = "{0}, {1}의 두 이름이 한 업체라고 알려 주셨습니다.",
        ["Pay nothing more, and ask {0} by a way you already knew."] = "더 이상 지급하지 말고, 이미 알고 계신 연락처로 {0}에 확인해 주세요.",
        ["{0} gives new bank details"] = "{0}에서 새로운 입금 계좌를 안내했습니다",
        ["{0} of {1} asks for payment into another account than the documents before it. Nothing else is claimed from this document."] = "{0}({1})에서 이전 문서와 다른 계좌로 입금을 요청합니다. 이 문서를 근거로 다른 금액을 청구하지 않습니다.",
        ["Did {0} confirm the new bank details of {1} by a way you already knew?"] = "이미 알고 계신 연락처로 {0}에서 {1}의 새 계좌를 확인해 주었습니까?",
        ["Yes, they are right"] = "예, 맞습니다",
        ["No, they are not the vendor's"] = "아니요, 업체의 계좌가 아닙니다",
        ["Do not pay into the new account; tell the vendor by a way you already knew."] = "새 계좌로 입금하지 말고, 이미 알고 계신 연락처로 업체에 알려 주세요.",

        // MissingCreditRule
        ["A credit that {0} promised has not come"] = "{0}에서 약속한 환급이 들어오지 않았습니다",
        ["You told us that {0} promised {1} on {2}. {3} days later, on {4}, it was due. {5} Promised less received: {6}."] = "{2}에 {0}에서 {1}의 환급을 약속했다고 알려 주셨습니다. {3}일 뒤인 {4}까지 들어왔어야 합니다. {5} 약속한 금액에서 받은 금액을 빼면 {6}입니다.",
        ["The statements of {0}, which had paid {1}, reach that day and show no matching credit."] = "{1}의 요금을 결제한 {0}의 거래 내역이 그날까지 있지만 해당하는 환급이 없습니다.",
        ["No document reaches that day, so we cannot tell whether it came."] = "그날까지의 문서가 없어 들어왔는지 알 수 없습니다.",
        ["{0} is from {1} and no matching credit is in your documents."] = "{1}의 {0}까지 확인했지만 문서에 해당하는 환급이 없습니다.",
        ["Has the credit of {0} from {1} arrived since {2}?"] = "{2} 이후 {1}에서 {0}의 환급이 들어왔습니까?",
        ["Yes, it arrived"] = "예, 들어왔습니다",
        ["No, it did not"] = "아니요, 들어오지 않았습니다",
        ["Remind the vendor of the credit it promised."] = "약속한 환급을 업체에 다시 요청해 주세요.",
        ["The promise is known from you"] = "알려 주신 환급 약속",
        ["A later document shows no credit"] = "이후 문서에 환급이 없음",
        ["Add the vendor's latest invoice or the statement of the card."] = "업체의 최근 청구서나 카드 명세서를 추가해 주세요.",
    };
}
