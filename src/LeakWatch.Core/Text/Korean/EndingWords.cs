namespace LeakWatch.Core.Text.Korean;

/// <summary>POST_CANCELLATION, UNINSTALLED_APP_CHARGE, TRIAL_TO_PAID and UPCOMING_RENEWAL.</summary>
internal static class EndingWords
{
    public static readonly Dictionary<string, string> Table = new()
    {
        // ChargesAfterCancellation
        ["{0} charged {1} after the cancellation"] = "해지 후에도 {0}에서 {1} 청구했습니다",
        ["Your cancellation never arrived: {0} charges on"] = "해지 요청이 전달되지 않아 {0}의 청구가 계속되고 있습니다",
        ["You cancelled {0}: {1}. {2} since then: {3}{4}. Together {5}."] = "{0}의 서비스를 해지하셨습니다. {1}. 그 이후의 {2}: {3}{4}. 합계는 {5}입니다.",
        ["{0} {1} (no period printed)"] = "{0} {1} (기간 표시 없음)",
        ["{0} of {1} confirms that it ended with {2}"] = "{0}({1})에서 {2}에 종료된 것이 확인됩니다",
        ["you told us that the vendor confirmed the end for {0}"] = "업체에서 {0}부터의 종료를 확인해 주었다고 알려 주셨습니다",
        ["your cancellation was delivered on {0} and the notice period of {1} days has run out, so {2} is the first day without service"] = "해지 요청이 {0}에 전달되었고 해지 통지 기간 {1}일이 지났으므로, 서비스가 끝난 첫날은 {2}입니다",
        ["your cancellation of {0} bounced, so it never reached the vendor"] = "{0}의 해지 요청이 반송되어 업체에 전달되지 않았습니다",
        ["your cancellation of {0} is not confirmed and no document states the notice period"] = "{0}의 해지 요청은 아직 확인되지 않았고, 해지 통지 기간이 적힌 문서도 없습니다",
        ["a charge without a name"] = "이름 없는 청구",
        ["Which plan or account of {0} did you cancel?"] = "{0}의 어느 요금제나 계정을 해지하셨습니까?",
        ["All of these"] = "모두 해지했습니다",
        ["This one, {0}"] = "이것입니다: {0}",
        ["Another one"] = "다른 것입니다",
        ["You cancelled one account of {0}, and these charges name none: are they of the account you cancelled?"] = "{0}의 계정 하나를 해지하셨지만 이 청구에는 계정이 적혀 있지 않습니다. 해지하신 계정의 청구입니까?",
        ["Yes, of that account"] = "예, 해지한 계정의 청구입니다",
        ["No, of another account"] = "아니요, 다른 계정의 청구입니다",
        ["Did {0} confirm from which day your cancellation counts?"] = "해지가 언제부터 적용되는지 {0}에서 확인해 주었습니까?",
        ["Yes, the first day without service is"] = "예, 서비스가 끝난 첫날은",
        ["We did not cancel it, or use it again"] = "해지하지 않았거나 다시 이용하고 있습니다",
        ["Does {0} of {1} pay for time from {2} on?"] = "{0}({1})의 요금은 {2} 이후의 기간에 대한 것입니까?",
        ["Yes, for time after the end"] = "예, 종료 이후의 기간입니다",
        ["No, for time before the end"] = "아니요, 종료 이전의 기간입니다",
        ["The vendor's document confirms the end"] = "업체 문서에서 종료가 확인됨",
        ["The cancellation is known from you"] = "알려 주신 해지",
        ["The service had ended; ask for the charges back."] = "서비스가 끝난 뒤의 청구입니다. 환불을 요청해 주세요.",
        ["Ask for written confirmation that billing has stopped."] = "결제가 중단되었다는 확인을 서면으로 요청해 주세요.",
        ["Send the cancellation again, to an address that works."] = "받을 수 있는 주소로 해지 요청을 다시 보내 주세요.",
        ["Ask the vendor from which day the cancellation counts."] = "해지가 언제부터 적용되는지 업체에 문의해 주세요.",

        // UninstalledAppChargeRule
        ["{0} charged after its app was uninstalled"] = "앱을 삭제한 뒤에도 {0}에서 청구했습니다",
        ["Your list of installed apps had {0} before and lacks it since {1}. {2} for periods that start later: {3}{4}. Together {5}."] = "설치된 앱 목록에 있던 {0} 앱이 {1}부터 없습니다. 그 이후에 시작된 기간의 {2}: {3}{4}. 합계는 {5}입니다.",
        ["The app list before and after the charge lacks the app"] = "청구 전후의 앱 목록에 앱이 없음",
        ["The app was gone before the period began; ask for the charge back."] = "기간이 시작되기 전에 삭제한 앱입니다. 환불을 요청해 주세요.",
        ["Ask the vendor to end the billing outside Shopify too."] = "Shopify 밖의 결제도 중단해 달라고 업체에 요청해 주세요.",
        ["Refresh the list of installed apps."] = "설치된 앱 목록을 새로 고쳐 주세요.",
        ["Which app of {0} does the charge of {1} pay for?"] = "{1}의 청구는 {0}의 어느 앱에 대한 것입니까?",
        ["The list of installed apps is from {0}: is {1} installed again?"] = "설치된 앱 목록은 {0} 기준입니다. {1} 앱을 다시 설치하셨습니까?",
        ["Yes, it is installed again"] = "예, 다시 설치했습니다",
        ["No, it is gone"] = "아니요, 삭제된 상태입니다",
        ["Does the charge of {0} pay for time after {1}, when {2} was gone?"] = "{0}의 청구는 {2} 앱이 없어진 {1} 이후의 기간에 대한 것입니까?",
        ["No, for time before"] = "아니요, 이전 기간입니다",
        ["Yes, for time after"] = "예, 이후 기간입니다",

        // TrialToPaidRule
        ["The trial of {0} ends on {1}"] = "{0}의 체험 기간이 {1}에 끝납니다",
        ["The trial of {0} runs until {1}; from {2} the plan is paid. No order for a paid plan is in your documents."] = "{0}의 체험 기간은 {1}까지이며 {2}부터 유료입니다. 문서에 유료 요금제의 주문은 없습니다.",
        ["Cancel before the trial ends if you do not want the plan."] = "요금제를 원하지 않으시면 체험이 끝나기 전에 해지해 주세요.",
        ["The trial of {0} at {1} became a paid plan"] = "{1}의 {0} 체험이 유료 요금제로 전환되었습니다",
        ["The trial ended on {0}, and {1} from {2} on followed. No order or chosen plan is in your documents. Charged with tax{3}: {4}."] = "체험은 {0}에 끝났고 {2}부터 {1}이 이어졌습니다. 문서에 주문하거나 선택하신 요금제가 없습니다. 청구된 금액은 세금 포함{3} {4}입니다.",
        ["The paid period starts on the day the trial ends"] = "체험 종료와 동시에 유료 기간이 시작됨",
        ["The trial became paid without an order; ask for the charge back."] = "주문 없이 유료로 전환되었습니다. 환불을 요청해 주세요.",
        ["End the plan if you do not want it."] = "원하지 않으시면 요금제를 해지해 주세요.",
        ["Did you choose {0} after the trial?"] = "체험 후에 {0} 이용을 선택하셨습니까?",
        ["Yes, we chose it"] = "예, 선택했습니다",
        ["No, nobody chose it"] = "아니요, 선택한 사람이 없습니다",

        // UpcomingRenewalRule
        ["{0} renews on {1}: cancel by {2}"] = "{0}의 요금제가 {1}에 갱신됩니다. {2}까지 해지할 수 있습니다",
        ["{0} renews automatically on {1}. {2} The amount at risk is {3}."] = "{0}의 자동 갱신일은 {1}입니다. {2} 나갈 수 있는 금액은 {3}입니다.",
        ["{0} renews on {1}; the last day to cancel has passed"] = "{0}의 요금제가 {1}에 갱신됩니다. 해지할 수 있는 마지막 날은 지났습니다",
        ["{0} renews automatically on {1}. {2} That day has passed, so we promise nothing; the renewal costs {3}."] = "{0}의 자동 갱신일은 {1}입니다. {2} 그날이 지났으므로 해지할 수 있다고 약속드릴 수 없습니다. 갱신 금액은 {3}입니다.",
        ["{0} probably renews on {1}"] = "{0}의 요금제가 {1}에 갱신될 것으로 추정됩니다",
        ["{0} was paid until {1}. No document says whether it renews: we infer it from past invoices only. It would cost {2}."] = "{0}의 요금은 {1}까지 지급되었습니다. 갱신 여부가 적힌 문서는 없으며 지난 청구서만으로 추정했습니다. 갱신된다면 금액은 {2}입니다.",
        ["The notice period is {0} days, so the last safe day is {1} minus {2} days: {3}."] = "해지 통지 기간이 {0}일이므로 안전한 마지막 날은 {1}에서 {2}일을 뺀 {3}입니다.",
        ["No notice period is stated, so the last safe day is the day before: {0}."] = "해지 통지 기간이 명시되지 않았으므로 안전한 마지막 날은 하루 전인 {0}입니다.",
        ["the last price, {0} with tax"] = "마지막 가격 기준, 세금 포함 {0}",
        ["the stated renewal price, {0}"] = "명시된 갱신 가격인 {0}",
        ["The notice period is stated"] = "해지 통지 기간이 명시됨",
        ["Ask whether the vendor accepts a late cancellation."] = "늦은 해지도 가능한지 업체에 문의해 주세요.",
        ["Cancel before the last safe day if you do not want another term."] = "다음 기간을 원하지 않으시면 안전한 마지막 날이 지나기 전에 해지해 주세요.",
    };
}
