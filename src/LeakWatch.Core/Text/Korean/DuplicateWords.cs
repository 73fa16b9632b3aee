namespace LeakWatch.Core.Text.Korean;

/// <summary>DUPLICATE_CHARGE and OVERLAPPING_TOOLS.</summary>
internal static class DuplicateWords
{
    public static readonly Dictionary<string, string> Table = new()
    {
        // DuplicateChargeRule
        ["Possible duplicate: {0} charged {1} twice for {2}"] = "중복 청구 가능성: {0}에서 {1} 요금을 두 번 청구했습니다({2})",
        ["{0} of {1} and {2} of {3} both pay for the same days. {4} Together{5}: {6}."] = "다음 두 건은 같은 기간의 요금입니다: {0}({1}), {2}({3}). {4} 합계는{5} {6}입니다.",
        ["{0}: {1} for {2} and {3} for {4}; {5}"] = "{0}: {1}({2}), {3}({4}). {5}",
        ["{0} of {1} are paid twice, {2}."] = "전체 {1}일 중 {0}의 요금이 두 번 지급되었습니다. 금액은 {2}입니다.",
        ["the smaller of the two is {0}."] = "둘 중 작은 금액은 {0}입니다.",
        ["the month is already inside the longer term that is paid, {0}."] = "이 달은 이미 지급한 더 긴 기간에 포함되어 있습니다. 금액은 {0}입니다.",
        ["the period is already inside the longer term that is paid, {0}."] = "이 기간은 이미 지급한 더 긴 기간에 포함되어 있습니다. 금액은 {0}입니다.",
        ["The same days of {0} were charged twice; ask for {1} back."] = "{0}의 같은 기간이 두 번 청구되었습니다. {1}의 환불을 요청해 주세요.",
        ["Ask which account or order the second charge belongs to."] = "두 번째 청구가 어느 계정이나 주문에 해당하는지 문의해 주세요.",
        ["Same account, product and quantity"] = "계정, 상품, 수량이 같음",
        ["Same amount and the same days"] = "금액과 기간이 같음",
        ["Both payments are on a statement"] = "두 결제 모두 거래 내역에서 확인됨",
        ["Read by OCR"] = "OCR로 읽은 문서",
        ["One of {0} and {1} replaces the other: were both paid?"] = "{0}, {1} 중 하나는 다른 하나를 대체합니다. 두 건을 모두 결제하셨습니까?",
        ["No, only one of them"] = "아니요, 하나만 결제했습니다",
        ["Yes, both"] = "예, 둘 다 결제했습니다",
        ["Are {0} and {1} two different orders, such as two workspaces or stores?"] = "{0}, {1}의 두 건은 작업 공간이나 스토어가 다른 별개의 주문입니까?",
        ["Yes, two different orders"] = "예, 별개의 주문입니다",
        ["No, we ordered it once"] = "아니요, 한 번만 주문했습니다",

        // UnknownPeriods
        ["Possible duplicate: a second charge of {0} on {1}"] = "중복 청구 가능성: {1}에 {0}의 두 번째 청구가 있습니다",
        ["{0} came on {1} without a service period, while {2} of {3} already pays for that time."] = "{1}에 이용 기간 표시 없이 {0} 청구되었습니다. 그 기간의 요금은 이미 {2}({3})에 포함되어 있습니다.",
        ["Ask the vendor which period the second charge pays for."] = "두 번째 청구가 어느 기간에 대한 것인지 업체에 문의해 주세요.",
        ["What does {0} of {1} pay for?"] = "{0}({1})의 금액은 무엇에 대한 것입니까?",
        ["Another time, store or product"] = "다른 기간, 스토어 또는 상품",
        ["The same as {0}"] = "{0}의 내용과 같음",
        ["{0} had paid for that time; ask for {1} back."] = "그 기간의 요금은 이미 {0}에 포함되어 있습니다. {1}의 환불을 요청해 주세요.",

        // OverlappingToolsRule
        ["Two tools for {0}: {1} and {2}"] = "같은 용도({0})의 도구가 둘 이상입니다: {1}, {2}",
        ["You pay {0} and {1} for the same function, {2}, in {3}. The function of each vendor comes from your vendor list."] = "같은 용도({2})의 {0}, {1}에 {3} 동안 함께 요금을 지급하셨습니다. 각 업체의 용도는 업체 목록을 따릅니다.",
        ["Decide whether you need both tools."] = "두 도구가 모두 필요한지 결정해 주세요.",
    };
}
