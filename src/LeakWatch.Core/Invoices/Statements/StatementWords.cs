using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>The words banks, cards and billing exports use for direction, state and summary rows, folded.</summary>
internal static class StatementWords
{
    private const int LongestFolded = 200;

    private static readonly FrozenSet<string> Outgoing = Words("""
        debit, debits, dr, d, db, s, soll, af, out, outflow, outgoing, expense, withdrawal, money out, paid out, spend, purchase, sale, charge, card payment, lastschrift, belastung,
        ausgang, ausgabe, debito, cargo, adeudo, gasto, salida, retiro, sortie, depense, addebito, uscita, uit, afschrijving, 출금, 지출, 결제, 승인, 支出, 出金, 引落, お支払い, 支払, obciazenie, terheles,
        kiadas, vydaj, uttag, расход, spending, payment sent, sent, money sent, withdraw, uttak, abgang, sortant, depenses, decaissement, debet, belastad, saque, saida, despesa, debitada,
        egreso, retirada, odchozi, vydej, wyplata, obciazenia, isplata, duguje, borc, gider, giden, списание, дебет, χρεωση, keluar, 借, 借方, 支, 支付, 출금거래, 이체출금
        """);

    private static readonly FrozenSet<string> Incoming = Words("""
        credit, credits, cr, c, h, haben, bij, in, inflow, incoming, income, deposit, money in, paid in, refund, return, topup, top up, payout, gutschrift, eingang, einnahme, erstattung,
        credito, abono, ingreso, entrada, recette, entree, remboursement, accredito, entrata, bijschrijving, 입금, 수입, 환불, 收入, 入金, 収入, 返金, uznanie, jovairas, bevetel, prijem, insattning, приход,
        received, money received, payment received, encaissement, entrant, deposito, ingresos, receita, recebimento, entrante, indsat, insatt, uznania, wplata, prichozi, uplata, potrazuje,
        alacak, gelir, gelen, зачисление, пополнение, кредит, πιστωση, masuk, kredit, 贷, 贷方, 貸, 貸方, 收, 充值, 입금거래
        """);

    private static readonly PhraseSet Refunds = new("""
        refund, refunded, refunds, rfnd, return, returned, chargeback, reversal, erstattung, ruckerstattung, ruckzahlung, storno, remboursement, rembourse, avoir, reembolso, devolucion,
        estorno, devolucao, rimborso, terugbetaling, retour, restitution, 환불, 返金, 払戻, zwrot, aterbetalning, refusion, 退款, visszaterites, возврат, estornado, revertido, refundacion,
        tilbagebetaling, tilbakebetaling, refundering, palautus, hyvitys, vraceni, vratka, visszateritett, iade, iadesi, 退货, 退貨, 返品
        """);

    private static readonly PhraseSet Received = new("""
        salary, payroll, wages, deposit, dividend, payout, interest paid, interest earned, payment received, payment thank, thank you, autopay, automatic payment, direct deposit, cash back,
        cashback, lohn, gehalt, lohn gehalt, gutschrift, zahlungseingang, zinsgutschrift, salaire, virement recu, paiement recu, versement, nomina, ingreso, abono, transferencia recibida,
        pago recibido, recebido, recebida, recebidos, recebidas, salario, stipendio, bonifico ricevuto, salaris, 급여, 입금, 이자, 給与, 給料, 振込入金, 利息, お利息, lon, wynagrodzenie, zahlung erhalten,
        uberweisung erhalten, paiement merci, merci de, pago gracias, gracias por, su pago, pagamento fatura, betaling ontvangen, indbetaling, inbetalning, mobile payment, direct credit,
        工资, 薪资
        """);

    private static readonly PhraseSet Payouts = new("""
        payout, payouts, general withdrawal, transfer to bank, withdraw to bank, transfer to your bank, auszahlung, desembolso, uitbetaling, 정산금, 売上入金
        """);

    private static readonly PhraseSet Pending = new("""
        pending, authorised, authorized, authorisation, authorization, processing, in progress, unposted, not posted, on hold, uncleared, scheduled, vorgemerkt, vorgemerkte, ausstehend,
        in bearbeitung, en attente, en cours, pendiente, in sospeso, in attesa, in behandeling, gereserveerd, oczekujaca, 대기, 승인대기, 미매입, 미확정, 처리중, 保留, 未確定, 仮売上, 処理中, vantande, в обработке,
        venter, afventer, reserveret, reservert, reserverad, reserverat, varattu, odottaa, katevaraus, offen, nicht gebucht, pendente, agendado, em processamento, bekliyor, beklemede,
        provizyon, oczekuje, w trakcie, blokada, ceka, nezauctovano, blokace, fuggoben, zarolas, ожидает, ожидание, в процессе, холд, non contabilizzato, non contabilizzata,
        da contabilizzare, no contabilizado, non comptabilise, a venir, not settled, unsettled, uncaptured, queued, awaiting, 待处理, 处理中, 待入账, 未入账, 未入帳, 等待付款, 승인중, 매입전, 확정전, 未請求, 速報, 承認中
        """);

    private static readonly PhraseSet Declined = new("""
        declined, failed, denied, rejected, refused, blocked, unsuccessful, abgelehnt, fehlgeschlagen, refuse, refusee, echoue, rechazado, rechazada, denegado, fallido, rifiutato,
        rifiutata, geweigerd, mislukt, odrzucona, 거절, 실패, 승인거절, 拒否, 失敗, エラー, error, insufficient, nsf, incomplete, recusada, recusado, negada, falhou, nao autorizada, echec, avvist,
        avvisad, nekad, hylatty, epaonnistui, odmowa, odrzucono, nieudana, zamitnuto, zamitnuta, neuspesna, elutasitva, sikertelen, reddedildi, basarisiz, отклонена, отклонено, отказ,
        неуспешно, ошибка, 交易失败, 失败, 被拒, 불승인
        """);

    private static readonly PhraseSet Reversed = new("""
        reversed, cancelled, canceled, voided, void, reverted, storniert, stornierung, annule, annulee, anulado, anulada, cancelado, cancelada, annullato, geannuleerd, anulowana, 취소, 승인취소,
        取消, キャンセル, expired, abgelaufen, removed, returned, bounced, ruckgangig, zuruckgebucht, annulleret, kansellert, makulerad, peruttu, zruszono, stornovano, anulowano, anulowane, iptal,
        отменена, отменено, отмена, estornada, estornado, revertida, extournee, storno, 交易关闭, 已撤销, 撤销, 取り消し
        """);

    private static readonly FrozenSet<string> Affirmations = FrozenSet.ToFrozenSet("y yes true 1 x ja oui si sí sim tak ano да 예 はい 是 o ○".Split(' '));

    private static readonly FrozenSet<string> KindsOfTransaction = Words("""
        merchant transaction, misc payment, e transfer received, e transfer sent, interac purchase, visa debit purchase, contactless interac purchase, online banking payment, complete, completed, posted, booked, paid, succeeded, settled, card payment, debit, credit, abbuchung, abbuchung onlinebanking, gutschrift, atm withdrawal, cash withdrawal, card purchase, purchase, payment, direct debit, standing order, transfer, bank transfer, bank credit, charge, fee, withdrawal, deposit, visa, mastercard, pos, check, cheque,
        online payment, point of sale, ach debit, ach credit, debit card, sale, subscription, lastschrift, kartenzahlung, uberweisung, dauerauftrag, folgelastschrift, erstlastschrift, basislastschrift, online uberweisung,
        kreditkarte, bezahlung bankomat, prelevement, virement, paiement carte, paiement par carte, carte, transferencia, recibo, compra, pago con tarjeta, compra con tarjeta, abono nomina, paiement par carte, compra no debito, カ－ド, カード, 給料, 引落, kortkop, varekjop, einkauf, kauf, pago, compra tarjeta, addebito diretto, pagamento pos, bonifico, incasso, betaalautomaat,
        sepa incasso, autogiro, 체크, 타행, 타행이체, 당행이체, 전자금융, 체크카드, 신용카드, 자동이체, 계좌이체, 口座振替, 振込, カード
        """);

    private static readonly string[] Summaries =
    [
        "opening balance", "closing balance", "balance brought forward", "balance forward", "brought forward", "carried forward", "balance carried forward",
        "beginning balance", "ending balance", "starting balance", "previous balance", "new balance", "statement balance", "available balance", "current balance",
        "balance", "total", "totals", "subtotal", "grand total", "sum", "total debits", "total credits", "total amount", "total charges", "total payments",
        "summe", "gesamt", "gesamtsumme", "anfangssaldo", "endsaldo", "saldo", "alter saldo", "neuer saldo", "kontostand", "anfangsbestand", "endbestand", "saldovortrag",
        "solde", "solde initial", "solde final", "ancien solde", "nouveau solde", "solde precedent", "solde crediteur", "solde debiteur", "total general",
        "saldo inicial", "saldo final", "saldo anterior", "saldo actual", "suma", "totales", "saldo iniziale", "saldo finale", "totale", "beginsaldo", "eindsaldo",
        "totaal", "합계", "총합계", "소계", "이월", "전월이월", "잔액", "合計", "総合計", "小計", "前期繰越", "繰越", "繰越残高", "前月繰越", "残高", "saldo poczatkowe", "saldo koncowe", "suma koncowa",
        "inledande saldo", "utgaende saldo", "invoice total", "statement total", "account total", "bill total",
        "opening bal", "closing bal", "balance b f", "balance c f", "b f", "c f", "balance carried down", "interim balance", "ingoing balance", "outgoing balance",
        "saldo do dia", "saldo bloqueado", "saldo disponivel", "saldo total", "saldo contable", "s a l d o", "solde en fin de periode", "saldo vorperiode", "zwischensaldo", "zwischensumme", "ubertrag",
        "ingaende saldo", "primo saldo", "ultimo saldo", "saldo primo", "alkusaldo", "loppusaldo", "stan poczatkowy", "stan koncowy", "pocatecni zustatek", "konecny zustatek", "nyito egyenleg", "zaro egyenleg",
        "devir", "devreden bakiye", "bakiye", "входящий остаток", "исходящий остаток", "итого", "期初余额", "期末余额", "合计", "总计", "小计", "上期结转", "承前", "承前頁", "이월잔액", "기초잔액", "기말잔액", "누계", "총계",
    ];

    private static readonly FrozenSet<string> SummarySet = Summaries.Select(Fold).ToFrozenSet();

    private static readonly FrozenSet<string> SummaryStarts = SummarySet.Select(phrase => phrase.Split(' ')[0]).ToFrozenSet();

    private static readonly FrozenSet<string> SummaryTails = Words("as of, as at, at, am, per, vom, zum, au, du, le, al, del, a, on, for, von, bis, to, from, op, per den, the, invoice, statement, amount, period, month, account, bill");

    /// <summary>Lower case, no accents, no punctuation, camelCase split, words one blank apart.</summary>
    public static string Fold(string text)
    {
        var decomposed = text.Length > LongestFolded ? text[..LongestFolded] : text;
        var isAscii = Ascii.IsValid(decomposed);
        decomposed = isAscii ? decomposed : decomposed.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length + 8);
        var previous = ' ';
        foreach (var c in decomposed)
        {
            // The marks of Korean and Japanese syllables carry meaning; those of Latin letters do not.
            if (!isAscii && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark && c is not ('\u3099' or '\u309A'))
            {
                continue;
            }

            var kept = char.IsLetterOrDigit(c) || c is '\u3099' or '\u309A' or 'ー';
            if ((!kept || (char.IsUpper(c) && char.IsLower(previous))) && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }

            if (kept)
            {
                folded.Append(c switch { 'ø' or 'Ø' => 'o', 'ł' or 'Ł' => 'l', 'đ' or 'Đ' => 'd', _ => char.ToLowerInvariant(c) });
            }

            previous = c;
        }

        var words = folded.ToString().TrimEnd();
        return isAscii ? words : words.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The cell says how was paid, not whom.</summary>
    public static bool IsKindOfTransaction(string text) => text.Length <= 40 && KindsOfTransaction.Contains(Fold(text));

    /// <summary>+1 for money that went out, −1 for money that came in, 0 for a word that says neither.</summary>
    public static int DirectionOf(string cell) => cell.Trim() switch
    {
        "" => 0,
        "-" or "−" => 1,
        "+" => -1,
        { Length: <= 32 } value when Fold(value) is var folded => Outgoing.Contains(folded) ? 1 : Incoming.Contains(folded) ? -1 : 0,
        _ => 0,
    };

    public static bool IsRefund(FoldedText text) => Refunds.StandIn(text);

    /// <summary>Money that comes in by its name: a salary, a deposit, a payment that a card received, a refund.</summary>
    public static bool IsReceived(FoldedText text) => Received.StandIn(text) || IsRefund(text);

    /// <summary>What a payment processor hands over to the merchant's own bank.</summary>
    public static bool IsPayout(FoldedText text) => Payouts.StandIn(text);

    /// <summary>What stands in a column that asks whether a row was cancelled.</summary>
    public static bool IsYes(string cell) => Affirmations.Contains(cell.Trim().ToLowerInvariant());

    /// <summary>Null for a state that is none of the three, such as "completed".</summary>
    public static Settlement? SettlementOf(string cell)
    {
        if (cell.Length is 0 or > 60 || !cell.Any(char.IsLetter))
        {
            return null;
        }

        var text = new FoldedText(cell);
        return Declined.StandIn(text) ? Settlement.Declined
            : Reversed.StandIn(text) ? Settlement.Reversed
            : Pending.StandIn(text) ? Settlement.Pending
            : null;
    }

    /// <summary>A balance or a total among the transactions: the words say nothing else, apart from a date or an amount.</summary>
    public static bool IsSummary(FoldedText description)
    {
        if (description.Text.Length is 0 or > 120 || !SummaryStarts.Contains(description.Words.FirstOrDefault(word => !word.Any(char.IsAsciiDigit)) ?? ""))
        {
            return false;
        }

        var words = description.Words.Where(word => !word.Any(char.IsAsciiDigit)).ToArray();
        for (var length = Math.Min(words.Length, 4); length > 0; length--)
        {
            if (SummarySet.Contains(string.Join(' ', words[..length])) && words[length..].All(SummaryTails.Contains))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Words(string list) => PhraseSet.Phrases(list).ToFrozenSet();
}
