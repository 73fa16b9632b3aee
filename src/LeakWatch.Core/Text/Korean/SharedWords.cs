namespace LeakWatch.Core.Text.Korean;

/// <summary>The pieces that many sentences share, and what is said of every finding.</summary>
internal static class SharedWords
{
    public static readonly Dictionary<string, string> Table = new()
    {
        // Words
        ["{0}"] = "{0}",
        ["{0} {1}"] = "{0} {1}",
        ["{0} {1} ({2})"] = "{0} {1} ({2})",
        ["{0} ({1})"] = "{0} ({1})",
        ["{0}, {1}"] = "{0}, {1}",
        ["{0}. {1}"] = "{0}. {1}",
        ["{0} to {1}"] = "{0}~{1}",
        ["the plan"] = "해당 요금제",
        ["a line"] = "항목",
        ["invoice {0}"] = "청구서 {0}",
        ["Invoice {0}"] = "청구서 {0}",
        ["the charge of {0}"] = "{0}의 청구",
        ["The charge of {0}"] = "{0}의 청구",
        [", less {0} already credited"] = " (이미 환급된 {0} 제외)",
        ["1 charge"] = "청구 1건",
        ["{0} charges"] = "청구 {0}건",
        ["once"] = "1회",
        ["{0} times"] = "{0}회",
        ["1 document"] = "문서 1건",
        ["{0} documents"] = "문서 {0}건",
        ["1 day"] = "1일",
        ["{0} days"] = "{0}일",
        ["1 month"] = "1개월",
        ["{0} months"] = "{0}개월",

        // FindingFactory
        ["You dismissed this finding; a new charge brings it back."] = "제외하신 항목입니다. 새로운 청구가 생기면 다시 나타납니다.",
        ["You marked this as normal for the vendor."] = "이 업체에서는 정상이라고 표시하셨습니다.",
        ["{0} You dismissed this case before; a new charge extends it, so it is open again."] = "{0} 전에 제외하신 건이지만 새로운 청구가 더해져 다시 열렸습니다.",
        ["Base for {0}"] = "기본 점수: {0}",
        ["invoice sums"] = "청구서 합계",
        ["missing credit"] = "누락된 환급",
        ["charge after cancellation"] = "해지 후 청구",
        ["charge for an uninstalled app"] = "삭제한 앱의 청구",
        ["possible duplicate"] = "중복 청구 가능성",
        ["trial that became paid"] = "유료로 전환된 체험",
        ["price increase"] = "요금 인상",
        ["unexplained rise"] = "설명되지 않는 증가",
        ["upcoming renewal"] = "다가오는 갱신",
        ["overlapping tools"] = "용도가 겹치는 도구",

        // ClaimArbiter
        ["You answered its question; so small an amount is not claimed."] = "질문에 답하셨습니다. 금액이 작아 청구 대상에서 제외했습니다.",
        ["{0} is what the vendor promised to give back: {1} speaks of it."] = "업체에서 돌려주기로 약속한 금액({0})입니다. ‘{1}’ 항목에서 다룹니다.",
        ["A credit of {0} settles what {1} would have claimed."] = "{0}의 환급으로 ‘{1}’ 항목의 금액이 정리되었습니다.",
        ["Can you add the document that shows this?"] = "이를 보여 주는 문서를 추가하실 수 있습니까?",
        ["No, there is none"] = "아니요, 그런 문서는 없습니다",
        ["A credit of {0} could not be read: has it settled this already?"] = "{0}의 환급 문서를 읽지 못했습니다. 이 건은 그 환급으로 이미 정리되었습니까?",
        ["Yes, it is settled"] = "예, 정리되었습니다",
        ["No, it was for something else"] = "아니요, 다른 건의 환급이었습니다",
        ["Is {0}, whose number we could not read, another charge than {1}?"] = "번호를 읽지 못한 문서 {0}의 청구는 {1}의 청구와 별개입니까?",
        ["Yes, it is another charge"] = "예, 별개의 청구입니다",
        ["No, it is the same"] = "아니요, 같은 청구입니다",
    };
}
