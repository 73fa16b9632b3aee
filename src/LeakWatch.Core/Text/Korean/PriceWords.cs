namespace LeakWatch.Core.Text.Korean;

/// <summary>PRICE_INCREASE and MOM_SPIKE.</summary>
internal static class PriceWords
{
    public static readonly Dictionary<string, string> Table = new()
    {
        // AnnouncedPrices, BrokenTerms, Overcharge
        ["{0} charged more for {1} than it announced"] = "{0}에서 {1} 요금을 안내한 가격보다 많이 청구했습니다",
        ["{0} {1} was billed from {2}: {3} more. Over {4} with tax{5}: {6}."] = "{0} {2}부터 실제로 청구된 금액은 {1}, 차이는 {3}입니다. {4}의 차액은 세금 포함{5} {6}입니다.",
        ["{0} says that {1} costs {2} from {3}."] = "{0}에 따르면 {1} 요금은 {3}부터 {2}입니다.",
        ["You told us that {0} costs {1} from {2}."] = "알려 주신 내용에 따르면 {0} 요금은 {2}부터 {1}입니다.",
        ["The announcement sets the price; ask for the difference back."] = "안내된 가격이 기준입니다. 차액의 환불을 요청해 주세요.",
        ["A stated price"] = "명시된 가격",
        ["{0} charged more for {1} than the stated term allows"] = "{0}에서 {1} 요금을 명시된 조건보다 많이 청구했습니다",
        ["{0} In {1} from {2} more was charged, first {3} before tax ({4} billed). With tax{5}: {6}."] = "{0} {2}부터 {1}에서 더 많이 청구되었습니다. 첫 차액은 세전 {3}(청구액 {4})입니다. 차액의 합계는 세금 포함{5} {6}입니다.",
        ["{0} states {1}."] = "{0}에 명시된 조건: {1}.",
        ["You told us of {0}."] = "알려 주신 조건: {0}.",
        [" until {0}"] = " ({0}까지)",
        ["a price fixed at {0}{1}"] = "가격 {0} 고정{1}",
        ["a discount of {0}{1}"] = "{0} 할인{1}",
        ["a new price only from {0}"] = "새 가격은 {0}부터 적용",
        ["a price of {0}"] = "가격 {0}",
        ["The stated term sets the price; ask for the difference back."] = "명시된 조건이 기준입니다. 차액의 환불을 요청해 주세요.",
        ["The term is known from you"] = "알려 주신 조건",
        ["The vendor's document states the term"] = "업체 문서에 명시된 조건",

        // PriceIncreaseRule
        ["{0} raised {1} by {2}{3}"] = "{0}에서 {1} 요금을 {2} 인상했습니다{3}",
        [", as stated before"] = " (미리 안내됨)",
        [": a discount ended"] = " (할인 종료)",
        ["A unit cost {0} for {1} and {2} for {3}, before tax{4}. Over twelve months that is {5} more."] = "단가(세전{4}): {0}({1}), {2}({3}). 12개월 동안 {5} 더 지급하게 됩니다.",
        [" and at the later exchange rate"] = ", 이후 환율 기준",
        ["Ask for the old price, or for a smaller plan."] = "이전 가격이나 더 작은 요금제를 요청해 주세요.",

        // Spikes
        ["{0} charged {1} for {2} instead of the usual {3}"] = "{0}에서 {2} 요금을 평소 {3} 대신 {1} 청구했습니다",
        ["The usual price is the median of up to three periods before {0}: {1} before tax{2}. Quantity, days, discounts and stated prices explain all but {3} of the change. {4}Over {5} with tax{6}: {7}."] = "평소 요금은 {0} 이전 최대 세 기간의 중앙값인 세전 {1}입니다{2}. 변동액 중 수량, 일수, 할인, 명시된 가격으로 설명되지 않는 금액은 {3}입니다. {4}{5}에서 늘어난 금액은 세금 포함{6} {7}입니다.",
        ["The same season a year before cost {0}. "] = "1년 전 같은 시기의 요금은 {0}입니다. ",
        [", converted from {0} at the rate of the day"] = " (당일 환율로 {0}에서 환산)",
        ["No order, notice or usage explains the rise; ask for the difference back, or for the reason."] = "주문, 안내, 사용량 어느 것으로도 설명되지 않는 증가입니다. 차액의 환불이나 이유를 요청해 주세요.",
        ["Did you agree to the higher price of {0} from {1}?"] = "{1}부터 적용된 {0} 요금 인상에 동의하셨습니까?",
        ["Yes, we agreed to it"] = "예, 동의했습니다",
        ["No, nobody agreed to it"] = "아니요, 동의한 사람이 없습니다",
        ["Few earlier periods to compare with"] = "비교할 이전 기간이 적음",
        ["Three earlier periods agree"] = "이전 세 기간이 서로 일치함",
        ["{0} of {1} took the place of {2}, for {3}"] = "{1}에서 {2} 대신 {0} 요금을 청구했습니다({3})",
        ["{0} of {1} grew to {2}"] = "{1}의 {0} 요금이 {2}까지 늘었습니다",
        ["{0} was usual{1}. The change is explained by {2}, {3} before tax: nothing to claim."] = "평소 요금은 {0}입니다{1}. 세전 {3}의 변동은 다음으로 설명됩니다: {2}. 돌려받을 금액은 없습니다.",
        ["Check whether you still need all of it."] = "모두 계속 필요한지 확인해 주세요.",
        ["more usage"] = "사용량 증가",
        ["more units"] = "수량 증가",
        ["another plan"] = "요금제 변경",
        ["an ended discount"] = "할인 종료",
        ["the price of the usage"] = "사용량의 단가",
        ["a stated price"] = "명시된 가격",

        // NewLines, OneOffLines, UsageCaps
        ["{0} bills \"{1}\", which no order in your documents names"] = "{0}에서 주문 문서가 없는 “{1}” 항목을 청구합니다",
        ["The recurring line \"{0}\" appears from {1}, {2} before tax; the lines before it go on unchanged. {3} with tax{4}: {5}."] = "정기 항목 “{0}”: {1}부터 세전 {2} 청구됩니다. 기존 항목은 그대로입니다. {3}의 합계는 세금 포함{4} {5}입니다.",
        ["The other lines are unchanged"] = "다른 항목은 그대로임",
        ["No order in your documents names this line; ask for it back and to have it removed."] = "문서에 이 항목의 주문이 없습니다. 환불과 항목 삭제를 요청해 주세요.",
        ["Stop the line if you do not want it."] = "원하지 않으시면 이 항목을 중단해 주세요.",
        ["Did you order \"{0}\" from {1}?"] = "{1}에서 “{0}” 항목을 주문하셨습니까?",
        ["Yes, we ordered it"] = "예, 주문했습니다",
        ["No, nobody ordered it"] = "아니요, 주문한 사람이 없습니다",
        ["{0} billed \"{1}\" once, {2}"] = "{0}에서 “{1}” 항목을 한 번 청구했습니다({2})",
        ["Beside {0} the charge of {1} has \"{2}\", billed one time: {3} before tax. It explains what the invoice cost more than the one before, and will not come again. No order in your documents names it."] = "{1}의 청구에는 {0} 외에 일회성 항목 “{2}”(세전 {3})도 있습니다. 청구액이 이전보다 늘어난 이유이며, 다시 청구되지 않는 항목입니다. 문서에 이 항목의 주문은 없습니다.",
        ["Ask what it is for if you did not order it."] = "주문하지 않으셨다면 무엇에 대한 청구인지 문의해 주세요.",
        ["{0} charged usage above the approved cap"] = "{0}에서 승인된 한도를 넘는 사용량을 청구했습니다",
        ["The cap for {0} is {1} a period{2}. Usage above it was billed in {3} (start of the period). The excess with tax{4}: {5}."] = "{0}의 한도는 기간당 {1}입니다{2}. 한도를 넘어 청구된 기간의 시작일: {3}. 초과 금액은 세금 포함{4} {5}입니다.",
        [", as you told us"] = " (알려 주신 내용)",
        ["usage"] = "사용량",
        ["The cap is known from you"] = "알려 주신 한도",
        ["The vendor's document states the cap"] = "업체 문서에 명시된 한도",
        ["A stated limit"] = "명시된 한도",
        ["You approved usage up to the cap only; ask for the excess back."] = "한도까지만 승인하셨습니다. 초과 금액의 환불을 요청해 주세요.",
    };
}
