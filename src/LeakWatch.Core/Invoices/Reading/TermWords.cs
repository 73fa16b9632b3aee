namespace LeakWatch.Core.Invoices.Reading;

/// <summary>The words by which a sentence states a term, by language: English, German, French, Spanish, Korean, Japanese.</summary>
internal static class TermWords
{
    public static LabelTable<TermKind> All { get; } = new LabelTable<TermKind>()
        .Add(TermKind.NoAutoRenew,
            "does not renew automatically|will not renew|not automatically renew|no automatic renewal|will not be renewed|does not auto renew|no auto renewal|without automatic renewal",
            "verlangert sich nicht|keine automatische verlangerung|ohne automatische verlangerung|endet automatisch|ne se renouvelle pas|sans reconduction|sans tacite reconduction|ne sera pas renouvele|no se renueva|no se renovara|sin renovacion automatica",
            "자동 갱신되지|자동으로 갱신되지|자동갱신되지|자동 연장되지|自動更新されません|自動更新はありません|自動的に更新されません|自動更新いたしません")
        .Add(TermKind.AutoRenew,
            "renews automatically|automatically renew|automatically renews|auto renews|auto renew|auto renewal|automatic renewal|will renew on|renews on|will renew for|will be renewed|is set to renew|will automatically be renewed|will be automatically renewed|renewal date",
            "verlangert sich automatisch|automatische verlangerung|automatisch verlangert|verlangert sich um|verlangert sich am|verlangert sich|se renouvelle automatiquement|renouvellement automatique|tacite reconduction|sera renouvele|se renouvellera|renouvelable par tacite|reconduit tacitement|se renueva automaticamente|renovacion automatica|se renovara|se renueva el|renovara automaticamente",
            "자동 갱신|자동으로 갱신|자동갱신|자동 연장|자동으로 연장|갱신됩니다|갱신될 예정|自動更新|自動的に更新|自動で更新|更新されます|更新日")
        .Add(TermKind.NoticePeriod,
            "notice period|days notice|days prior notice|days written notice|written notice|prior written notice|days before renewal|days before the renewal|days prior to|days before the end|days before it renews|months notice|days in advance|month notice|weeks notice|day notice",
            "kundigungsfrist|frist von|tage vor|tagen vor|tage vor ablauf|monate vor ablauf|zum monatsende kundbar|preavis|jours avant|mois avant|preaviso|dias antes|dias de antelacion|con antelacion|aviso previo",
            "일 전까지|개월 전까지|일전까지|해지 통보|사전 통지|일 이전|日前まで|ヶ月前まで|か月前まで|解約予告|カ月前まで")
        .Add(TermKind.PriceAnnounced,
            "price will change|price will increase|price increases|prices will increase|price is changing|new price|will increase to|will increase from|price will be|will change to|will change from|price change|new rate|price goes up|will go up|pricing will change|will cost|price increase|increases to|increasing to|will rise to|will rise",
            "preis erhoht sich|preise erhohen|neuer preis|preisanpassung|neue preis|erhohen wir|preiserhohung|preis betragt ab|preis andert sich|angepasst auf|nouveau tarif|nouveau prix|passera a|augmentation de|tarif passera|prix passera|augmentera|nuevo precio|precio pasara|aumentara|subira|pasara a|nueva tarifa|cambio de precio|subida de precio",
            "요금이 인상|가격이 인상|요금 인상|가격 인상|변경된 요금|요금이 변경|가격이 변경|새로운 요금|새 요금|인상됩니다|인상될 예정|요금 변경|料金改定|価格改定|値上げ|新料金|改定後|新価格|料金が変更|価格が変更|料金を改定|価格を改定")
        .Add(TermKind.PriceFixed,
            "price guarantee|price is guaranteed|guaranteed price|price is fixed|price is locked|price lock|locked in|fixed price|price will not change|price stays|will not increase|rate is guaranteed|price remains|guaranteed until|price protected",
            "preisgarantie|festpreis|preis bleibt|garantierter preis|preis ist garantiert|preisbindung|prix garanti|prix bloque|prix fixe|tarif garanti|tarif bloque|precio garantizado|precio fijo|precio bloqueado|precio se mantiene|tarifa garantizada",
            "가격 보장|요금 보장|가격 고정|요금 고정|가격 동결|요금 동결|가격이 유지|価格保証|価格固定|料金固定|据え置き|料金保証|価格は変わりません")
        .Add(TermKind.TrialEnd,
            "trial ends|trial will end|trial period ends|free trial until|trial is ending|trial expires|end of your trial|trial through|free until|after your trial|trial period until|trial until|when your trial ends|trial ended",
            "testphase endet|testzeitraum endet|probezeitraum endet|testzeitraum bis|kostenlose testphase|probemonat endet|kostenlos bis|periode d essai se termine|essai gratuit jusqu|fin de l essai|periode d essai jusqu|essai prend fin|essai se termine|prueba gratuita termina|periodo de prueba termina|prueba finaliza|prueba termina|prueba gratuita hasta|periodo de prueba finaliza",
            "무료 체험이 종료|무료 체험 기간|체험 기간이 종료|무료체험 종료|무료 체험 종료|체험이 종료|無料トライアル|トライアル期間|無料体験|トライアルが終了|試用期間")
        .Add(TermKind.CancellationRefused,
            "cannot cancel|can not cancel|unable to cancel|cannot be cancelled|cannot be canceled|not possible to cancel|cancellation is not possible|cannot accept your cancellation|cannot process your cancellation|cancellation was rejected|cancellation has been rejected|earliest possible termination|earliest cancellation",
            "kundigung ist erst|kundigung ist nicht moglich|nicht kundigen|fruhestens kundbar|kundigung konnen wir nicht|fruhestens zum|ne peut etre resilie|ne pouvons pas resilier|resiliation impossible|resiliation n est pas possible|no puede cancelar|no se puede cancelar|no es posible cancelar|no podemos cancelar|cancelacion no es posible",
            "해지할 수 없|해지가 불가|해지 불가|취소할 수 없|중도 해지가|解約できません|解約はできません|解約はお受けできません|解約することはできません")
        .Add(TermKind.CancellationConfirmed,
            "cancellation is confirmed|cancellation confirmed|confirm the cancellation|confirm your cancellation|confirming your cancellation|has been cancelled|has been canceled|have cancelled your|have canceled your|was cancelled|was canceled|is now cancelled|is now canceled|confirm that your subscription|cancellation has been processed|successfully cancelled|successfully canceled|confirm cancellation",
            "kundigung bestatigen|bestatigen wir die kundigung|bestatigen ihre kundigung|bestatigen wir ihre kundigung|wurde gekundigt|kundigungsbestatigung|kundigung ist eingegangen|bestatigen die kundigung|bestatigen hiermit die kundigung|confirmons la resiliation|resiliation confirmee|a ete resilie|a ete resiliee|confirmons votre resiliation|resiliation est confirmee|a bien ete annule|confirmamos la cancelacion|confirmamos la baja|cancelacion confirmada|ha sido cancelada|ha sido cancelado|baja confirmada|se ha cancelado",
            "해지가 완료|해지되었|해지 완료|구독이 취소|취소되었|해지 처리|해지를 확인|解約を承り|解約が完了|解約手続きが完了|解約いたしました|解約完了|解約を確認|解約されました|キャンセルが完了|キャンセルされました")
        .Add(TermKind.CancellationBounced,
            "delivery has failed|could not be delivered|undeliverable|undelivered mail|mailbox unavailable|address not found|delivery status notification|returned to sender|recipient address rejected|message was not delivered|wasn t delivered|konnte nicht zugestellt werden|unzustellbar|n a pas pu etre remis|non distribue|no se pudo entregar|no se ha podido entregar|전송하지 못했|배달되지 않|반송되었|배달 실패|配信できませんでした|送信できませんでした|届きませんでした")
        .Add(TermKind.Resubscribed,
            "welcome back|has been reactivated|reactivated your|resubscribed|subscription restarts|subscription resumes|reactivated|re subscribed|wieder aktiviert|reaktiviert|willkommen zuruck|reactive|a ete reactive|bon retour|reactivada|reactivado|bienvenido de nuevo|ha sido reactivada|재구독|다시 구독|재개되|다시 시작|재활성화|再開|再登録|再契約|おかえりなさい")
        .Add(TermKind.ContractTerm,
            "contract term|initial term|minimum term|contract period|subscription term|commitment period|term of this agreement|agreement term|contract runs|vertragslaufzeit|mindestlaufzeit|mindestvertragslaufzeit|laufzeit|vertrag lauft|duree du contrat|duree d engagement|engagement de|periode d engagement|plazo del contrato|permanencia|duracion del contrato|vigencia|계약기간|계약 기간|약정 기간|약정기간|의무 사용|契約期間|最低利用期間|最低契約期間|契約の期間")
        .Add(TermKind.UsageCap,
            "usage cap|spending cap|capped at|spending limit|spend limit|cap of|usage limit|maximum charge|monthly cap|capped amount|kostenobergrenze|hochstbetrag|ausgabenlimit|obergrenze|plafond|plafonne a|limite de depenses|tope de|limite de gasto|limite maximo|사용량 한도|이용 한도|상한액|요금 상한|월 한도|上限額|上限金額|利用上限|上限は")
        .Add(TermKind.Discount,
            "discount until|discount ends|discount expires|discount is valid|% off until|% off for|% off through|discount through|promotional price until|discount applies until|introductory price|off until|discount for the first|rabatt bis|rabatt gilt|rabatt endet|nachlass bis|remise jusqu|reduction jusqu|remise valable|remise de|descuento hasta|descuento valido|descuento termina|descuento durante|할인이 종료|할인 종료|까지 할인|할인 적용|할인은|割引は|割引期間|まで割引|割引が終了|割引適用")
        .Add(TermKind.Ordered,
            "you ordered|you added|added at your request|you upgraded|you switched to|as ordered|ordered on|your order of|upgraded to|you have upgraded|you signed up|you subscribed|thank you for ordering|seats added|you chose|you selected the|bestellt am|ihre bestellung vom|gewechselt|hinzugefugt|wie bestellt|gebucht am|commande le|votre commande du|vous avez ajoute|vous avez choisi|passe a l offre|ha solicitado|su pedido del|ha anadido|ha contratado|solicitado el|주문하신|요청하신|추가하신|업그레이드하|신청하신|변경하셨|ご注文いただ|お申し込みいただ|追加されました|アップグレード|お申込み")
        .Add(TermKind.Instruction, "as you requested|as requested|at your request|per your request|we have noted your|we noted your|auf ihren wunsch|wie gewunscht|wie von ihnen gewunscht|a votre demande|conformement a votre demande|a peticion suya|segun lo solicitado|요청에 따라|요청하신 대로|ご要望により|ご依頼により")
        .Add(TermKind.ProrationPolicy, "will be prorated|are prorated|is prorated|prorated basis|pro rata basis|not prorated|no prorated|no proration|anteilig berechnet|zeitanteilig|anteilig erstattet|au prorata|prorata temporis|prorratea|se prorrateara|prorrateo|a prorrata|일할 계산|일할계산|일할 청구|日割り計算|日割りで|日割り請求|日割り");
}
