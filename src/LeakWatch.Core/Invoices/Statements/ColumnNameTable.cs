namespace LeakWatch.Core.Invoices.Statements;

/// <summary>The names under which banks, cards, shops and clouds print their columns. A new language is a few words here.</summary>
internal static class ColumnNameTable
{
    // Within a role the best column comes first; "~" marks the end of a compound word (Buchungsbetrag).
    public static readonly IReadOnlyList<(ColumnRole Role, string Names)> Roles =
    [
        (ColumnRole.Date, """
            transaction date, date of transaction, trans date, tran date, txn date, purchase date, date, datum, fecha, umsatzdatum, belegdatum, kaufdatum, transaktionsdatum, transaktionsdag,
            transactiedatum, date operation, date de l operation, date d operation, date de transaction, date transaction, fecha operacion, fecha de operacion, fecha de la operacion, fecha transaccion,
            data operazione, data transazione, data transacao, data operacji, data transakcji, tranzakcio datuma, 거래일시, 거래일자, 거래일, 이용일시, 이용일자, 이용일, 승인일시, 승인일자, 승인일, 사용일, 날짜, 일자, 일시, 取引日, お取引日, ご利用日, 利用日,
            利用年月日, 取扱日付, 日付, 年月日, 交易日期, 交易时间, 日期, charge date, invoice date, bill date, billing date, issue date, usage date, usage date time, usage start date, usage start time, charge period start,
            line item usage start date, order date, payment date, created, created at, created date, created on, created utc, timestamp, date time, datetime, dato, dag, data, data do lancamento,
            data da compra, data movimento, date processed, completed date, completion date, started date, finished on, tarih, islem tarihi, дата, дата операции, datum obchodu, tapahtumapaiva,
            paivamaara, ~datum, created on utc, date utc, utc date, transaction time, transaction date and time, transaction timestamp, date and time, purchase time, purchased on, charged at, charged on,
            paid at, paid on, payment created, transaction creation date, date created, activity date, event date, trade date, occurred at, occurred on, usage date utc, start time, release date,
            settled at, fecha hora, fecha y hora, fecha de compra, fecha movimiento, fecha de movimiento, fecha origen, data wykonania, data e hora, data hora, data da transacao, data pagamento,
            data contabile operazione, giorno, jour, date d achat, date heure, date et heure, date du paiement, date d execution, date de la transaction, date achat, date op, dateop, datum uhrzeit,
            datum der transaktion, transaktionszeit, zeitpunkt, datum transactie, datum tijd, kobsdato, transaktionsdato, kjopsdato, inkopsdatum, kopdatum, maksupaiva, ostopaiva, datum provedeni,
            datum transakce, datum platby, datum a cas, datum transakcije, data tranzactiei, data tranzactie, datum tranzakcie, tranzakcio idopontja, datum nakupa, kuupaev, data operatiunii, дата и время,
            дата транзакции, дата платежа, дата покупки, ημερομηνια, ημερομηνια συναλλαγης, ngay giao dich, tanggal, tanggal transaksi, 交易创建时间, 付款时间, 交易日, 交易時間, 消費日, 消費日期, 创建时间, 支付时间, 下单时间, 發生日期, 利用日時,
            取引日時, 注文日, 決済日, 発生日, ご利用年月日, 주문일, 결제일시, 결제일자, 결제일, 사용일자, 사용일시, 이용년월일
            """),
        (ColumnRole.PostedDate, """
            posting date, posted date, post date, date posted, posted, booking date, booked date, buchungstag, buchungsdatum, buchung, date comptable, date de comptabilisation, fecha contable,
            fecha de contabilizacion, data contabile, data registrazione, boekdatum, boekingsdatum, bokforingsdag, bokforingsdatum, bokford, data ksiegowania, data lancamento, clearing date,
            settlement date, 매입일, 매입일자, 처리일, 記帳日, 計上日, 勘定日, processing date, entry date, konyveles datuma, datum zauctovani, kirjauspaiva, bogfort, posted on, booked on, booked, book date, booked at,
            accounting date, process date, process dt, date de traitement, date d ecriture, date ecriture, date d enregistrement, fecha de cargo, fecha de registro, fecha proceso, fecha de asiento,
            data de lancamento, data mov, data registrazione contabile, bogforingsdato, bokforingsdato, datum knjizenja, datum odepsani, datum zauctovani transakce, verwerkingsdatum, boekingsdag,
            boeking, kirjauspvm, 记账日期, 入账日期, 入帳日, 入帳日期, 記帳日期, 거래반영일, 기장일
            """),
        (ColumnRole.ValueDate, """
            value date, valutadatum, wertstellung, wertstellungstag, wertstellungsdatum, wert, valuta, date de valeur, date valeur, fecha valor, fecha de valor, f valor, data valuta, rentedatum, valor,
            erteknap, 起算日, valutadato, data waluty, effective date, interest date, arvopaiva, value dat, value dt, val date, valued, valuta datum, valuta dato, valutadag, valutering, valuut, data valor,
            data da valor, data di valuta, fecha de efecto, fecha efectiva, data waluty operacji, datum splatnosti, datum valute, datum valuty, valor tarihi, datum valuta, rentedag, rentedato,
            erteknap datuma, hinta paiva, валютирование, 起息日
            """),
        (ColumnRole.PeriodStart, """
            period start, billing period start, billing period start date, service period start, start of billing cycle, billing cycle start, cycle start, service start, start date, usage period start,
            leistungszeitraum von, zeitraum von, debut de periode, inicio del periodo, bill billing period start date, line item usage start, from date, charge period start, period from, valid from,
            coverage start, usage from, date from, periodo desde, du
            """),
        (ColumnRole.PeriodEnd, """
            period end, billing period end, billing period end date, service period end, end of billing cycle, billing cycle end, cycle end, service end, end date, usage end date, usage period end,
            usage end time, leistungszeitraum bis, zeitraum bis, fin de periode, fin del periodo, charge period end, bill billing period end date, line item usage end date, to date, period to, valid to,
            valid until, coverage end, usage to, date to, periodo hasta
            """),
        (ColumnRole.Amount, """
            billing amount, billed amount, amount in account currency, amount in card currency, amount, transaction amount, betrag, umsatz, umsatz in, betrag in, montant, montant de l operation, importe, monto, importo, bedrag, kwota, kwota operacji, kwota transakcji, belopp, belob,
            belop, osszeg, tranzakcio osszege, castka, sum, summa, tutar, сумма, 거래금액, 이용금액, 승인금액, 사용금액, 결제금액, 청구금액, 금액, 取引金額, 利用金額, ご利用金額, お支払金額, 支払金額, 請求金額, 金額, 交易金额, 金额, gross value, gross total, total collected, gross collected,
            avant commission, montant brut, bruto, importe bruto, valor bruto, lordo, importo lordo, bruttobelopp, bruttobelob, 总额, 總額, 総額, 合計額, 총액, 总金额, gross, gross amount, brutto, bruttobetrag, total,
            total amount, total owed, amount owed, total price, total charged, net total, grand total, order total, order amount, amount charged, charged amount, billing amount,
            amount paid, paid amount, payment amount, amount due, total paid, cost, billed cost, cost in billing currency, pre tax cost, unblended cost, line item unblended cost, total cost,
            charge amount, charges, charge, valor, value, net amount, net, netto, local amount, maara, belob i, ~betrag, ~umsatz, ~bedrag, transaction value, purchase amount, amt, amount usd,
            amount local, posted amount, settled amount, settlement amount, debit credit amount, transaction net amount, payment value, importe total, importe neto, importe operacion,
            importe de la operacion, importe del movimiento, monto total, monto de la transaccion, monto transaccion, monto pesos, monto operacion, cargo abono, valor da compra, valor da transacao,
            valor em real, valor r, valor total, valor pago, valor liquido, quantia, vlr, montante, importo operazione, importo euro, importo totale, totale importo, ammontare, importo movimento,
            importo addebitato, entrate uscite, montant ttc, montant total, montant euros, montant en euros, montant net, montant de la transaction, montant operation, montant transaction,
            debit credit euros, apres commission, gesamtbetrag, transaktionsbetrag, zahlbetrag, rechnungsbetrag, betrag eur, wert in eur, umsatz eur, soll haben betrag, bedrag eur, bedrag bij af,
            transactiebedrag, totaalbedrag, totaal, nettobedrag, transaksjonsbelop, transaktionsbelopp, belopp i sek, belopp sek, belob dkk, transaktionsbelob, bevegelse, summa eur, maara eur,
            summa euroa, kwota w pln, kwota pln, kwota zl, kwota w walucie rachunku, wartosc, kwota rozliczenia, castka v mene uctu, castka kc, zauctovana castka, objem, suma, suma ta, iznos,
            iznos transakcije, znesek, suma eur, osszeg huf, islem tutari, tutar tl, сумма операции, сумма платежа, сумма в валюте счета, сумма транзакции, сума, ποσο, so tien, jumlah, nominal,
            net settlement amount, liquido, neto, nettó, 正味, 正味額, 純額, 순액, 净额, 淨額, 交易額, 金額円, 消費金額, 實付金額, 实付金额, 应付金额, 支付金额, 订单金额, 发生额, 交易金额元, 金额元, 入账金额, 入帳金額, 台幣金額, 新臺幣金額, ご利用額, 利用額, お支払い額, 支払額, 支払総額, 取引額,
            注文金額, 合計金額, 合計, 결제금액원, 이용금액원, 매출금액, 사용금액원, 지불금액, 입출금액, 거래액, 이용총액, 청구원금
            """),
        (ColumnRole.Debit, """
            debit, debits, debit amount, amount debit, withdrawal, withdrawals, ut fra konto, ut av konto, withdrawal amount, withdrawal amt, money out, paid out, amount out, outflow, spent, out,
            debit amt, lastschrift, lastschriften, soll, belastung, belastungen, ausgang, ausgaben, ausgabe, debito, debitos, debe, cargo, cargos, adeudo, adeudos, retiro, retiros, gastos, salidas,
            sortie, sorties, depenses, addebito, addebiti, uscite, dare, af, uitgaven, afschrijving, 출금, 출금액, 출금금액, 찾으신금액, 지급액, 지급금액, お引出し, お引き出し, 引出金額, 出金, 出金額, お支払い金額, 支払い金額, 支出, uttag, ut, obciazenia,
            wydatki, terheles, расход, vydaje, meno, debit value, debit usd, debits usd, debit gbp, dr amount, debit eur, debit euros, montant debit, montant au debit, debits eur, amount dr, withdraw,
            withdrawl, withdrawn, paid out gbp, out amount, outgoing, outgoings, money out gbp, charges amount, cargos mxn, cargo mxn, importe cargo, importe debe, monto cargo, cargos pesos, egreso,
            egresos, salida, debito r, valor debito, valor a debito, saida, saidas, importo addebiti, importo dare, importo addebito, uscita, betrag soll, soll betrag, sollbetrag, soll eur, ausgabe eur,
            belastung chf, lastschrift in chf, belastung in chf, debet, debetbedrag, bedrag af, ut fran konto, uttag ut, utgift, utgifter, udgift, udgifter, haevet, ut beloep, belop ut, veloitus, menot,
            pano veloitus, obciazenie rachunku, kwota obciazenia, wydatek, odchozi, odchozi castka, vydaj, na vrub, terheles osszege, kiadas, isplate, duguje, isplata, breme, debit suma, borc,
            borc tutari, giden, списание, дебет, χρεωση, ghi no, keluar, debet rp, 借方, 借方金额, 借方金額, 借方发生额, 支出金额, 支出金額, 转出金额, 提款, 提款金額, 支出元, 支取, 提出, 出金額円, 払出, 払出金額, 払戻金額, お支払金額円, お引出金額, 출금원, 출금액원, 출금금액원,
            지출금액, 찾으신 금액, 출금하신금액
            """),
        (ColumnRole.Credit, """
            credit, credits, credit amount, amount credit, deposit, deposits, deposito, depositos, deposit amount, deposit amt, inn pa konto, inn, innskudd, money in, paid in, amount in, inflow, received, in, credit amt,
            haben, gutschrift, gutschriften, eingang, einnahmen, einnahme, credito, creditos, haber, abono, abonos, ingreso, ingresos, entradas, entree, entrees, recettes, accredito, accrediti, entrate,
            avere, bij, inkomsten, bijschrijving, 입금, 입금액, 입금금액, 맡기신금액, お預入れ, お預け入れ, 預入金額, 預かり金額, お預り金額, 入金, 入金額, 収入, 收入, insattning, uznania, wplywy, jovairas, приход, prijmy, tulo, credit value,
            credit usd, credits usd, credit gbp, cr amount, credit eur, credit euros, montant credit, montant au credit, amount cr, deposited, lodgement, lodgements, lodgment, paid in gbp, in amount,
            incoming, incomings, money in gbp, payment credit, payments, abonos mxn, abono mxn, importe abono, importe haber, monto abono, abonos pesos, entrada, credito r, valor credito,
            valor a credito, importo accrediti, importo avere, importo accredito, entrata, betrag haben, haben betrag, habenbetrag, haben eur, einnahme eur, gutschrift chf, gutschrift in chf,
            creditbedrag, bedrag bij, inn til konto, insatt, intakt, indtaegt, indsat, inn beloep, belop inn, hyvitys, tulot, uznanie rachunku, kwota uznania, wplyw, wplata, prichozi, prichozi castka,
            prijem, ve prospech, jovairas osszege, bevetel, uplate, potrazuje, uplata, dobro, alacak, alacak tutari, gelen, зачисление, поступление, кредит, πιστωση, ghi co, masuk, kredit rp, 贷方, 貸方,
            贷方金额, 貸方金額, 贷方发生额, 收入金额, 收入金額, 转入金额, 存款, 存入, 存入金額, 存款金額, 收入元, 預入, 入金額円, 受入, 受入金額, お預入金額, 예입, 입금원, 입금액원, 입금금액원, 수입금액, 맡기신 금액, 입금하신금액
            """),
        (ColumnRole.Balance, """
            balance, running balance, running bal, bal, closing balance, account balance, available balance, current balance, ledger balance, balance after, saldo, kontostand, solde, saldo contable,
            saldo nach buchung, saldo na transactie, resulting balance, 잔액, 거래후잔액, 거래 후 잔액, 残高, 差引残高, お取引後残高, 余额, egyenleg, zustatek, saldo po operacji, saldo po transakcji, остаток, bakiye, saldot,
            ~saldo, ~balance, balance gbp, balance usd, balance eur, running total, account balance after, balance after transaction, new balance, resulting account balance, remaining balance,
            partial balance, post balance, closing bal, balance after change, balance usd after, disponible, disponible despues, saldo disponible, saldo total, saldo final, saldo resultante,
            saldo despues, saldo actual, saldo restante, saldo progressivo, saldo disponibile, saldo contabile, solde apres operation, solde comptable, solde eur, kontostand nach buchung, saldo in chf,
            neuer saldo, saldo na trn, saldo na mutatie, saldo na boeking, saldo etter, saldo efter, bokfort saldo, tilgaengeligt, kontosaldo, tilisaldo, saldo rachunku, saldo ksiegowe, saldo koncowe,
            stav uctu, zustatek po transakci, konyvelt egyenleg, szamlaegyenleg, novo stanje, stanje, stanje racuna, sold, sold final, bakiye tl, guncel bakiye, остаток на счете, баланс, υπολοιπο, so du,
            saldo akhir, 账户余额, 帳戶餘額, 余额元, 餘額, 結餘, 本次余额, 残高円, 取引後残高, 現在残高, 거래후 잔액, 잔액원, 통장잔액
            """),
        (ColumnRole.OtherAmount, """
            fee, fees, fee amount, commission, amount refunded, refunded amount, refunded, refund, refund amount, amount reversed, shipping, shipping refund, shipping and handling, tip, tip amount,
            discount, discount amount, promotion, subtotal, converted amount, converted amount refunded, disputed amount, gift, limit, credit limit, points, cashback, rewards, cost center, cost centre,
            effective cost, amortized cost, blended cost, list cost, contracted cost, cost in usd, cost in pricing currency, payg cost, minimum payment, gebuhr, gebuhren, entgelt, frais, comision,
            comisiones, commissione, kosten, fee in, 수수료, 手数料, 포인트, 할인, 적립, 割引, 부가세, 봉사료, prix, bank charges, processing fee, transaction fee, service fee, platform fee, stripe fee, paypal fee,
            fees taxes, total fees, fee usd, fx fee, foreign transaction fee, gift card, gift card sales, gross sales, net sales, partial refunds, reserved funds, retried amount, adjustments, refunds,
            tax and fees, auslagenersatz, auslagenersatz ruecklastschrift, fremde gebuhren, rabatt, trinkgeld, versandkosten, bonus, tariffa, vergoeding, oplata, prowizja, avgift, gebyr, taxa, taxas,
            tarifas, comissao, iof, komisyon, masraf, poplatek, poplatky, комиссия, кэшбэк, бонусы, 费用, 服务费, 服务费元, 手续费, 手續費, 优惠, 折扣, 成功退款元, 退款金额, 支払手数料, 翌月繰越残高, 할부수수료, 이자, 수수료이자, 적립포인트, 할인금액, 결제원금,
            봉사료금액
            """),
        (ColumnRole.Tax, """
            tax, vat, sales tax, tax amount, vat amount, mwst, ust, umsatzsteuer, steuer, tva, iva, btw, 세금, 부가가치세, 消費税, 税額, gst, hst, total tax, sales tax amount, tax total, mwst betrag, montant tva,
            impuesto, impuestos, imposto, moms, kdv, dph, afa, ндс, 税, 稅額, 税额, 부가세액
            """),
        (ColumnRole.Quantity, """
            quantity, qty, menge, anzahl, quantite, cantidad, quantita, aantal, usage quantity, usage amount, consumed quantity, line item usage amount, 수량, 数量, units, usage quantity amount, units used,
            pricing quantity, hours, seats, licenses, pieces, stuck, ilosc, mnozstvi, adet, количество, 用量, 使用量
            """),
        (ColumnRole.UnitPrice, """
            unit price, price, rate, unit cost, price per unit, resource rate, einzelpreis, prix unitaire, precio unitario, prezzo unitario, stukprijs, 단가, 単価, payg price, effective price,
            line item unblended rate, list unit price, pricing unit price, price each, contracted unit price, list price, rate card, per unit, kurs jednostkowy, cena, cena jednostkowa, birim fiyat, 单价,
            單價
            """),
        (ColumnRole.OriginalAmount, """
            original amount, foreign amount, foreign spend amount, foreign currency amount, amount in foreign currency, amount foreign currency, amount original currency, original transaction amount,
            source amount, originalbetrag, fremdwahrungsbetrag, betrag fremdwahrung, betrag in fremdwahrung, betrag ursprung, ursprunglicher betrag, montant d origine, montant en devise, montant devise,
            importe original, importe divisa, importe en divisa, importo originale, importo in valuta, 현지금액, 현지이용금액, 해외이용금액, 現地通貨額, 現地利用額, 外貨金額, local currency amount, transaction currency amount,
            lastschrift ursprungsbetrag, ursprungsbetrag, orig amount, orig amt, original value, amount in original currency, transaction amount original, amount in transaction currency,
            amount in local currency, foreign transaction amount, billing amount original, presentment amount, customer facing amount, exchange from amount, amount orig currency,
            source amount after fees, target amount, total original, montant en devise d origine, montant original, montant devise origine, importe moneda original, importe en moneda extranjera,
            monto dolares, monto original, monto moneda origen, valor em us, valor us, valor em dolar, valor original, valor moeda estrangeira, importo valuta, importo in divisa, importo originario,
            betrag originalwahrung, betrag in originalwahrung, auslandsbetrag, oorspr bedrag, oorspronkelijk bedrag, bedrag in vreemde valuta, belopp i utlandsk valuta, utlandskt belopp, utlandsk belopp,
            utlandsk belopp originalbelopp, belob i valuta, valutabelop, belop i valuta, originalbelop, valuuttamaara, kwota w walucie, kwota oryginalna, oryginalna kwota, kwota w walucie transakcji,
            originalni castka, castka v puvodni mene, eredeti osszeg, iznos u valuti, orijinal tutar, doviz tutari, dolar tutari, сумма в валюте операции, сумма в валюте, 외화금액, 현지거래금액, 이용금액 외화,
            해외이용금액 달러, 미화금액, 外幣金額, 外币金额, 交易原币金额, 原币金额, 原幣金額, 現地金額
            """),
        (ColumnRole.ExchangeRate, """
            exchange rate, fx rate, conversion rate, umrechnungskurs, wechselkurs, kurs, devisenkurs, taux de change, taux, cours, tipo de cambio, cambio, tasso di cambio, wisselkoers, koers, 환율, 換算レート,
            為替レート, arfolyam, rate of exchange, currency rate, conversion, exchange rate used, taux de conversion, taux de change applique, tipo cambio, tasa de cambio, taxa de cambio, cotacao,
            cambio aplicado, valutakurs, vekselkurs, kurs wymiany, kurz, doviz kuru, tecaj, курс, 汇率, 匯率, 적용환율, 換算率, 為替レ-ト
            """),
        (ColumnRole.Currency, """
            currency, ccy, cur, curr, currency code, billing currency, billing currency code, transaction currency code, account currency, wahrung, wahrungskennzeichen, whg, devise, monnaie, monn,
            moneda, divisa, valuta, munt, muntsoort, waluta, devizanem, mena, mena uctu, moeda, валюта, 통화, 통화코드, 통화구분, 通貨, 币种, ~wahrung, ~currency, para birimi, currency iso, iso currency,
            statement currency, card currency, settlement currency, trans currency, txn currency, currency of account, payment currency, amount currency, currency symbol, wahr, wahrung betrag,
            kontowahrung, abrechnungswahrung, devise du compte, code devise, moneda cuenta, valuta conto, divisa conto, valutakode, valutakod, valuuta, waluta rachunku, waluta transakcji, mena transakce,
            mena castky, penznem, devizaneme, doviz cinsi, doviz, valuta racuna, moneda operacion, валюта операции, валюта платежа, валюта счета, νομισμα, mata uang, loai tien, 货币, 貨幣, 幣別, 交易币种, 幣別代碼,
            거래통화, 결제통화
            """),
        (ColumnRole.OriginalCurrency, """
            original currency, foreign currency, source currency, local currency, transaction currency, original transaction currency, original currency code, foreign currency code, converted currency,
            originalwahrung, fremdwahrung, wahrung ursprung, devise d origine, divisa original, valuta originale, tranzakcio devizaneme, 현지통화, 現地通貨, 外貨, orig currency, original ccy, transaction ccy,
            currency original, presentment currency, customer facing currency, currency of transaction, local ccy, target currency, devise origine, devise operation, moneda original, moneda origen,
            moeda original, valuta originaria, urspungswahrung, transaktionswahrung, fremdwahrung code, oorspr munt, originalvaluta, ursprungsvaluta, valuta original, oryginalna waluta,
            waluta oryginalna, originalni mena, eredeti penznem, orijinal para birimi, 현지통화코드, 외화통화, 原币币种, 外幣幣別
            """),
        (ColumnRole.Direction, """
            debit credit, debit or credit, credit debit, credit debit indicator, debit credit indicator, dr cr, cr dr, cd indicator, credit or debit, drcr, sign, direction, soll haben,
            soll haben kennzeichen, sh, s h, kennzeichen, af bij, bij af, bevetel kiadas, sens, signo, naturaleza, transaction type, type, txn type, 입출금구분, 입출금, 거래구분, 구분, 入払区分, 入出金, 入出金区分, 収支, tipo,
            tipo movimiento, tipo de movimiento, art, umsatzart, mutatiesoort, kind, transaction kind, movement type, 收支, debit kredit, debet credit, debet kredit, soll haben kz, sh kennzeichen,
            s h kennzeichen, s h kz, umsatzkennzeichen, d c, c d, dc, cr or dr, cr dr indicator, credit debit flag, debit credit code, debit credit flag, credit debit type, balance impact,
            auswirkung auf guthaben, in out, in or out, transaction direction, flow, entry type, record type, debe haber, cargo abono tipo, tipo operacion, tipo de operacion, tipo de transaccion,
            tipo transaccion, tipo de transacao, tipo transacao, tipo de lancamento, tipo operazione, tipologia, dare avere, type operation, type d operation, type de transaction, type de mouvement,
            nature, nature de l operation, sens operation, code debit credit, transaktionstyp, transaktionsart, vorgangsart, buchungsart, umsatztyp, transactietype, soort, soort transactie, creditdebet,
            credit debet, transaksjonstype, bevegelsestype, transaktionstyp kod, tapahtumalaji, laji, typ transakcji, rodzaj transakcji, rodzaj operacji, typ operacji, typ pohybu, smer platby,
            typ transakce, tranzakcio tipusa, terheles jovairas, irany, vrsta transakcije, islem tipi, islem turu, borc alacak, тип операции, тип, приход расход, 거래종류, 거래유형, 입지구분, 구분명, 입출구분, 매출구분, 收/支, 收支类型,
            交易类型, 借贷标志, 借贷, 借貸別, 收支方向, 交易種類, 取引種別, 取引区分, 出入金区分, 収支区分, 種別
            """),
        (ColumnRole.Status, """
            status, cleared, state, transaction status, payment status, order status, booking status, buchungsstatus, estado, statut, etat, stato, info, seller message, outcome, 상태, 승인상태, 처리상태, 매입상태, 状態, 状況,
            ステータス, durum, статус, stav, state of transaction, clearing status, settlement status, approval status, payout status, posting status, transaction state, card transaction status,
            charge status, contabilizzazione, stato operazione, stato pagamento, situacao, situacion, estado de la operacion, estado del movimiento, estado do pagamento, statut de la transaction,
            statut operation, etat de l operation, transaktionsstatus, zahlungsstatus, umsatzstatus, statuskod, bokforingsstatus, tila, tapahtuman tila, status transakcji, status operacji, stan,
            stav transakce, stav platby, allapot, statusz, islem durumu, статус операции, состояние, 거래상태, 결제상태, 주문상태, 매입여부, 확정여부, 진행상태, 交易状态, 资金状态, 支付状态, 订单状态, 当前状态, 狀態, 交易狀態, 取引状態, 処理状況, 利用状況, 確定状況
            """),
        (ColumnRole.Cancellation, """
            cancelled, canceled, cancelled at, canceled at, cancelled on, cancellation date, cancel date, cancelled date, canceled date, voided, voided at, void, void date, reversed at, reversed on,
            reversal date, is reversed, storno, storniert, storniert am, stornodatum, annule, annule le, date d annulation, anulado, anulada, fecha de anulacion, annullato, geannuleerd, 취소여부, 취소일자, 취소일시,
            취소일, 취소구분, 取消, 取消日, 取消区分, キャンセル, キャンセル日, 是否撤销
            """),
        (ColumnRole.Category, "category, charge category, bill category, charge type, kategorie, categorie, categoria, 업종, 분류, カテゴリ, service category, meter category, expense category"),
        (ColumnRole.Payee, """
            merchant, merchant name, payee, payee name, vendor, vendor name, supplier, developer, app developer, partner neve, counterparty, counterparty name, beneficiary, beneficiary name,
            beneficiary remitter, recipient, recipient name, to name, name, company, seller, seller name, shop name, empfanger, zahlungsempfanger, zahlungsempfanger in, auftraggeber empfanger,
            auftraggeber zahlungsempfanger, beguenstigter zahlungspflichtiger, begunstigter zahlungspflichtiger, begunstigter auftraggeber, name zahlungsbeteiligter, name des partners, handler, haendler,
            partnername, zahlungspartner, beneficiaire, tiers, commercant, marchand, nom du tiers, nom, beneficiario, comercio, establecimiento, estabelecimento, titulo, nombre comercio, esercente,
            naam tegenpartij, tegenpartij, naam omschrijving, naam, tegenrekening naam, mottagare, kontrahent, nazwa kontrahenta, nadawca odbiorca, odbiorca, nazev protistrany, nazev protiuctu, 가맹점명,
            가맹점, 이용가맹점, 이용가맹점명, 이용처, 사용처, 이용하신곳, 거래처, 받는분, 보낸분 받는분, 의뢰인 수취인, 利用店名, ご利用店名, 利用店名商品名, 加盟店名, 利用先, ご利用先, 取引先, お取引先, 支払先, 店名, 商户, 交易对方, 对方, supplier found, app name, app, app charge name,
            publisher name, provider name, provider, service provider name, invoice issuer name, invoice issuer, appears on your statement as, store name, saaja maksaja, merchant descriptor,
            merchant description, clean merchant name, raw merchant name, merchant details, counter party, other party, other party name, beneficiary or payer, payee payer, from to, sender recipient,
            paid to, pay to, sold by, supplier name, business name, partner name, partner, op name, sender or beneficiary, payer or payee, name of counterparty, biller, vendor company, store,
            gegenpartei, auftraggeber, name des auftraggebers, begunstigter, name gegenkonto, kontoinhaber gegenkonto, empfanger auftraggeber, zahlungspflichtiger empfanger, name des zahlungsbeteiligten,
            partner name iban, nom du beneficiaire, nom contrepartie, contrepartie, enseigne, emetteur beneficiaire, beneficiario ordenante, ordenante beneficiario, nombre del comercio, nombre comercial,
            proveedor, estabelecimento comercial, nome, nome estabelecimento, favorecido, loja, fornecedor, destinatario, ordinante beneficiario, ordinante, controparte, nome controparte, negozio,
            naam tegenrekening, naam begunstigde, tegenpartij naam, winkel, leverancier, motpart, motparts navn, navn, namn, avsandare mottagare, mottaker, butikk, modtager, forhandler, saaja,
            saajan nimi, maksaja saaja, myyja, nadawca, nazwa odbiorcy, nazwa nadawcy, sklep, dane kontrahenta, nazwa nadawcy odbiorcy, protistrana, prijemce, obchodnik, nazev obchodnika,
            ellenoldali nev, kedvezmenyezett, kereskedo, naziv, primatelj, prejemnik, alici, gonderen, isyeri, uye isyeri, контрагент, получатель, магазин, продавец, nguoi nhan, 가맹점상호, 상호, 상호명, 판매자,
            판매자명, 업체명, 이용하신 곳, 이용가맹점 은행 명, 이용가맹점은행명, 보낸분받는분, 의뢰인수취인, 거래상대방, 상대방, 거래처명, 商户名称, 商戶名稱, 对方户名, 對方戶名, 收款方, 收款人, 收付款方, 对方名称, 交易商户, 特店名稱, 商店名稱, 店家, ご利用店, ご利用店名及び商品名, 利用店名等, ご利用内容, 加盟店, お支払先, 相手先,
            相手方, 販売元, 店舗名
            """),
        (ColumnRole.Description, """
            description, label, transaction description, transaction details, details, item description, line item description, charge description, charge name, description 1, narrative, narration,
            particulars, memo, original description, extended details, statement descriptor, beschreibung, verwendungszweck, buchungstext, umsatztext, text, vorgang verwendungszweck, transaktion,
            leistungsbeschreibung, libelle, libelle operation, libelle de l operation, designation, concepto, concepto ampliado, descripcion, descricao, descripcion ampliada, historico, lancamento,
            detalle, movimiento, causale, descrizione, descrizione operazione, omschrijving, omschrijving 1, mededelingen, mededeling, tekst, opis, opis operacji, tytul, kozlemeny, popis, poznamka,
            beskrivning, beskrivelse, forklaring, 적요, 내용, 거래내용, 거래내역, 기재내용, 메모, 비고, 摘要内容, 摘要, 内容, お取引内容, 取引内容, 品名, 備考, product, product name, item, items, title, service, service name, meter name,
            line item line item description, resource, charge, note, notes, remarks, remark, subject, description 2, description 3, aciklama, назначение платежа, описание, selite, viesti,
            informacje dodatkowe, vorgang, transaction narration, transaction narrative, transaction remarks, transaction particulars, transaction text, payment details, details of transaction,
            transaction detail, memo description, payment reference, bank description, statement description, booking text, posting text, info text, additional information, additional info,
            extra information, long description, charge details, what, purpose, purpose of payment, reason, payment purpose, line item, sku description, product description, meter sub category,
            service description, usage type, product product name, invoice description, event, content, transaktionsbeschreibung, transaktionstext, zahlungsgrund, zahlungszweck, buchungsinformationen,
            buchungs info, buchungsdetails, buchungstext details, avisierungstext, informationen, beschreibung 1, beschreibung1, beschreibung 2, beschreibung2, verwendungszweck 1, leistung, artikel,
            bezeichnung, libelle simplifie, libelle complet, libelle de la transaction, libelle court, communication, motif, objet, description operation, detail de l ecriture, detail, concepto 1,
            concepto movimiento, observaciones, detalles, detalle de la operacion, detalle operacion, descripcion movimiento, descripcion de la operacion, glosa, referencia 1, descricao da transacao,
            descricao lancamento, descritivo, movimento, operazione, dettagli, dettaglio, descrizione estesa, causale descrizione, descrizione movimento, omschrijving transactie, transactieomschrijving,
            betreft, rubrik, transaktionstekst, posteringstekst, meddelelse, melding, meddelande, rubrik text, transaktionsbeskrivning, referens, tapahtuma, otsikko, kuvaus, opis transakcji,
            tytul operacji, tytul przelewu, szczegoly transakcji, szczegoly, zprava pro prijemce, identifikace transakce, systemovy popis, popis prikazce, poznamka pro prijemce, popis transakce,
            tranzakcio leirasa, megjegyzes, leiras, opis placanja, opis knjizenja, namen, svrha, detalii, descriere, detalii tranzactie, islem aciklamasi, islem, описание операции, назначение,
            комментарий, περιγραφη, αιτιολογια, mo ta, noi dung, noi dung giao dich, keterangan, uraian, uraian transaksi, 商品名称, 商品, 商品说明, 商品名, 用途, 附言, 备注, 備註, 摘要说明, 交易摘要, 交易说明, 交易描述, 消費明細, 說明, 明細, 交易明細,
            消費說明, 取引の内容, 取り扱い内容, お取り扱い内容, 内訳, 件名, お取扱内容, 摘要欄, 거래기록사항, 거래적요, 적요내용, 통장표시내용, 내용적요, 상품명, 품목, 서비스명, 거래내역상세, 받는통장표시, 이체메모
            """),
        (ColumnRole.Reference, """
            reference, transaction id, transaction reference, transaction ref, reference number, ref no, ref, transaction number, payment id, order id, order number, authorization code, auth code,
            approval code, approval number, charge id, id, unique id, confirmation, check number, cheque number, check or slip, kundenreferenz, end to end referenz, referenz, referenznummer,
            reference operation, numero de transaction, n de transaction, referencia, numero de operacion, riferimento, kenmerk, transactiereferentie, betalingskenmerk, numer referencyjny,
            megbizas azonosito, 승인번호, 거래번호, 取引番号, 伝票番号, 承認番号, 参照番号, 订单号, serial, journal number, order no, order reference, payment reference number, transaction code, trace number, receipt number,
            voucher number, document number, arn, stan number, retrieval reference number, belegnummer, belegnr, transaktionsnummer, transaktions nr, transaktionsid, transaktionscode, umsatznummer,
            numero d operation, numero operation, folio, numero de documento, numero documento, documento, nro documento, num operacion, identificador, numero operazione, verifikationsnummer,
            verifikation, arkivreferanse, bilagsnr, arkistointitunnus, viite, numer transakcji, cislo transakce, id transakce, tranzakcio azonosito, broj transakcije, dekont no, referans, fis no,
            номер операции, номер документа, so giao dich, 交易号, 交易单号, 商户单号, 商户订单号, 流水号, 凭证号, 序號, 照会番号, 注文番号, 거래고유번호, 주문번호
            """),
        (ColumnRole.InvoiceNumber, """
            bill number, bill no, bill, bill id, invoice number, invoice no, invoice id, invoice, bill invoice id, rechnungsnummer, rechnungsnr, rechnung, numero de facture, n facture, facture,
            numero de factura, factura, numero fattura, fattura, factuurnummer, factuur, 청구서번호, 請求書番号, faktura, cislo faktury, invoice ref, bill reference, fattura n, faktura nr, fakturanummer,
            fakturanr, laskunumero, numer faktury, szamlaszama, fatura no, номер счета, 청구번호, 账单号, 發票號碼, 发票号
            """),
        (ColumnRole.Card, """
            card number, card no, card, card last 4, card last4, last 4, last 4 digits, card ending, kartennummer, karte, kreditkarte, numero de carte, carte, numero de tarjeta, tarjeta, numero carta,
            carta, kaartnummer, kaart, karta, kartyaszam, card member, payment method, payment source, payment instrument, payment source type, card brand, zahlungsart, zahlungsmittel, moyen de paiement,
            medio de pago, 카드번호, 이용카드, 카드명, 카드, カード番号, 利用カード, カード, 支払方法, ご利用カード, card used, card name, card no 4 digits, payment card, payment account, name on card, card holder, cardholder,
            cardholder name, card ending in, karteninhaber, kartennr, titulaire de la carte, n de carte, tarjeta numero, num tarjeta, cartao, final do cartao, numero do cartao, conto o carta, kort,
            kortnummer, kortnr, kortti, kortin numero, numer karty, cislo karty, kartyaszama, kart no, kart numarasi, номер карты, 卡号, 卡號, 付款方式, 支付方式, 이용카드명, 카드구분, 利用者
            """),
        (ColumnRole.BankAccount, """
            auftragskonto, account number, account no, account name, account, bank account, iban, konto, kontonummer, konto nr, numero de compte, compte, cuenta, numero de cuenta, conto, rekening,
            rekeningnummer, szamlaszam, cislo uctu, rachunek, 계좌번호, 계좌, 口座番号, 口座, funding account, produit, source account, from account, account used, konto iban, iban kontoinhaber, iban auftragskonto,
            kontonr, numero compte, compte debite, account num, accountnum, accountlabel, numero de conta, conta, numero conto, rekeningnr, iban bban, kontonummer bban, tili, tilinumero, numer rachunku,
            cislo uctu platce, szamla, racun, hesap no, hesap, номер счета карты, so tai khoan, rekening no, 账号, 帳號, 出金口座, 출금계좌, 출금계좌번호
            """),
        (ColumnRole.CustomerAccount, """
            subscription name, subscription id, subscription guid, abonnement guid, linked account name, linked account id, line item usage account name, line item usage account id, usage account id,
            sub account name, sub account id, account id, billing account id, billing account name, customer id, customer number, kundennummer, workspace, organization, project id, project name, project,
            team, shop, store, shop domain, my shopify domain, advertiser account, campaign account, 고객번호, お客様番号, 계정
            """),
        (ColumnRole.Plan, "plan, plan name, subscription plan, tier, tarif, formule, abonnement, sku, service tier, 요금제, プラン"),
        (ColumnRole.Product, "product code, part number, item code, sku id, meter id, article number, artikelnummer, line item product code, product sku"),
    ];
}
