namespace LeakWatch.Core.Text.Korean;

/// <summary>Why a finding is in its state, what was answered, and what came of it.</summary>
internal static class LifecycleWords
{
    public static readonly Dictionary<string, string> Table = new()
    {
        // FindingLifecycle, FindingMatching, FindingResolution
        ["Found in your documents."] = "문서에서 발견했습니다.",
        ["Dismissed: the charge is right."] = "제외함: 올바른 청구입니다.",
        ["Dismissed: this is normal for the vendor."] = "제외함: 이 업체에서는 정상입니다.",
        ["Dismissed: not worth the time."] = "제외함: 시간을 들일 만한 금액이 아닙니다.",
        ["Dismissed."] = "제외했습니다.",
        ["Dismissed by the rule \"this is normal\" for {0}."] = "{0}에 대한 ‘정상’ 규칙에 따라 제외되었습니다.",
        ["Marked as settled."] = "처리 완료로 표시했습니다.",
        ["Open again: the answer was taken back."] = "다시 열림: 답변을 취소했습니다.",
        ["Open again: it was taken back."] = "다시 열림: 처리를 취소했습니다.",
        ["Open again although it had ended. {0}"] = "끝난 항목이지만 다시 열었습니다. {0}",
        ["Open again: the rule \"this is normal\" was removed."] = "다시 열림: ‘정상’ 규칙을 삭제했습니다.",
        ["Open again: a new charge extends what was dismissed."] = "다시 열림: 제외했던 항목에 새로운 청구가 더해졌습니다.",
        ["Open again: a new charge extends what was resolved."] = "다시 열림: 처리 완료했던 항목에 새로운 청구가 더해졌습니다.",
        ["Open again: what had settled it is no longer in your documents."] = "다시 열림: 이 항목을 정리한 근거가 더 이상 문서에 없습니다.",
        ["Open again: your documents changed, so the answer no longer covers it."] = "다시 열림: 문서가 바뀌어 이전 답변으로는 설명되지 않습니다.",
        ["Open again: your documents show it again."] = "다시 열림: 문서에서 다시 확인되었습니다.",
        ["No longer found: {0} is not among your documents any more."] = "더 이상 확인되지 않습니다. 문서 목록에 {0} 파일이 없습니다.",
        ["No longer found: {0}"] = "더 이상 확인되지 않습니다. {0}",
        ["No longer found: your documents, or what you told us, now explain it."] = "더 이상 확인되지 않습니다. 이제 문서나 알려 주신 내용으로 설명됩니다.",
        ["It no longer holds: nothing is left to decide."] = "더 이상 해당되지 않습니다. 결정하실 것이 남아 있지 않습니다.",
        ["Its day has passed."] = "날짜가 지났습니다.",
        ["Its charges are now part of another finding: {0}."] = "이 항목의 청구는 이제 다른 항목에 포함됩니다: {0}.",

        // ReviewAnswers
        ["Answered: {0} {1}."] = "답변: {0} {1}.",
        ["You answered \"{0}\": {1}."] = "질문 “{0}”에 이렇게 답하셨습니다: {1}.",
        ["You answered its question"] = "질문에 답하셨음",
    };
}
