namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What a document says about its own payment: that it failed, is still under way, or was taken back. Anything else is POSTED.</summary>
internal static class SettlementFinder
{
    private static readonly LabelTable<Settlement> Facts = new LabelTable<Settlement>()
        .Add(Settlement.Declined,
            "payment failed|payment declined|payment was declined|card was declined|card declined|charge declined|charge failed|payment unsuccessful|payment was unsuccessful|payment could not be processed|could not be charged|unable to charge|unable to process your payment|payment has failed|your payment failed|transaction declined",
            "zahlung fehlgeschlagen|zahlung abgelehnt|karte abgelehnt|lastschrift geplatzt|paiement refuse|paiement echoue|echec du paiement|carte refusee|pago rechazado|pago fallido|tarjeta rechazada|결제 실패|결제실패|결제가 실패|승인 거절|승인거절|決済失敗|決済エラー|お支払いに失敗|betaling mislukt|pagamento rifiutato|pagamento recusado")
        .Add(Settlement.Pending, "payment pending|payment processing|payment is processing|payment is pending|charge pending|authorization pending|zahlung ausstehend und in bearbeitung|paiement en cours de traitement|pago en proceso|결제 대기|결제 처리중|決済処理中")
        .Add(Settlement.Reversed, "payment reversed|charge reversed|this invoice was voided|invoice voided|this invoice is void|transaction voided|voided|chargeback|결제 취소 완료|승인취소|取消済み");

    // "If your payment failed, we try again": nothing has happened yet.
    private static readonly LabelTable<bool> Conditions = new LabelTable<bool>()
        .Add(true, "if|when|in case|in the event|should|may|unless|whenever|wenn|falls|sollte|si|en cas|en caso|cuando|se|als|indien|경우|場合");

    public static Settlement Of(PageReading reading)
    {
        foreach (var cell in reading.Rows.SelectMany(row => row.Cells))
        {
            if (Facts.FindAll(cell.Folded) is [var fact, ..] && Conditions.FindAll(cell.Folded).Count == 0)
            {
                return fact.Meaning;
            }
        }

        return Settlement.Posted;
    }
}
