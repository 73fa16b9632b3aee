using System.Collections.Frozen;

namespace LeakWatch.Core.Invoices.Statements;

/// <summary>A role that a column's name speaks for.</summary>
/// <param name="Weight">Higher is surer: the whole name before a part of it, a longer part before a shorter one.</param>
/// <param name="Rank">Among names of one role, the lower is the better column (<c>amount</c> before <c>net</c>).</param>
public readonly record struct NamedRole(ColumnRole Role, int Weight, int Rank);

/// <summary>The names under which banks, cards, shops and clouds print their columns. A new language is a few words in this table.</summary>
internal static class ColumnNames
{
    public const int WholeName = 1_000;

    // Within a role the best column comes first; "~" marks the end of a compound word (Buchungsbetrag).
    private static readonly (ColumnRole Role, string Names)[] Table =
    [
        (ColumnRole.Date, """
            transaction date, date of transaction, trans date, tran date, txn date, purchase date, date, datum, fecha, umsatzdatum, belegdatum, kaufdatum,
            transaktionsdatum, transaktionsdag, transactiedatum, date operation, date de l operation, date d operation, date de transaction, date transaction,
            fecha operacion, fecha de operacion, fecha de la operacion, fecha transaccion, data operazione, data transazione, data transacao, data operacji, data transakcji, tranzakcio datuma,
            거래일시, 거래일자, 거래일, 이용일시, 이용일자, 이용일, 승인일시, 승인일자, 승인일, 사용일, 날짜, 일자, 일시, 取引日, お取引日, ご利用日, 利用日, 利用年月日, 取扱日付, 日付, 年月日, 交易日期, 交易时间, 日期,
            charge date, invoice date, bill date, billing date, issue date, usage date, usage date time, usage start date, usage start time, charge period start, line item usage start date, order date, payment date,
            created, created at, created date, created on, created utc, timestamp, date time, datetime, dato, dag, data, data do lancamento, data da compra, data movimento, date processed, completed date, completion date, started date, finished on,
            tarih, islem tarihi, дата, дата операции, datum obchodu, tapahtumapaiva, paivamaara, ~datum
            """),
        (ColumnRole.PostedDate, """
            posting date, posted date, post date, date posted, posted, booking date, booked date, buchungstag, buchungsdatum, buchung, date comptable, date de comptabilisation,
            fecha contable, fecha de contabilizacion, data contabile, data registrazione, boekdatum, boekingsdatum, bokforingsdag, bokforingsdatum, bokford, data ksiegowania, data lancamento, clearing date, settlement date,
            매입일, 매입일자, 처리일, 記帳日, 計上日, 勘定日, processing date, entry date, konyveles datuma, datum zauctovani, kirjauspaiva, bogfort
            """),
        (ColumnRole.ValueDate, """
            value date, valutadatum, wertstellung, wertstellungstag, wertstellungsdatum, wert, valuta, date de valeur, date valeur, fecha valor, fecha de valor, f valor, data valuta, rentedatum, valor, erteknap,
            起算日, valutadato, data waluty, effective date, interest date, arvopaiva
            """),
        (ColumnRole.PeriodStart, """
            period start, billing period start, billing period start date, service period start, start of billing cycle, billing cycle start, cycle start, service start, start date, usage period start,
            leistungszeitraum von, zeitraum von, debut de periode, inicio del periodo, bill billing period start date, line item usage start
            """),
        (ColumnRole.PeriodEnd, """
            period end, billing period end, billing period end date, service period end, end of billing cycle, billing cycle end, cycle end, service end, end date, usage end date, usage period end, usage end time,
            leistungszeitraum bis, zeitraum bis, fin de periode, fin del periodo, charge period end, bill billing period end date, line item usage end date
            """),
        (ColumnRole.Amount, """
            amount, transaction amount, betrag, umsatz, umsatz in, betrag in, montant, montant de l operation, importe, monto, importo, bedrag, kwota, kwota operacji, kwota transakcji, belopp, belob, belop, osszeg, tranzakcio osszege, castka,
            sum, summa, tutar, сумма, 거래금액, 이용금액, 승인금액, 사용금액, 결제금액, 청구금액, 금액, 取引金額, 利用金額, ご利用金額, お支払金額, 支払金額, 請求金額, 金額, 交易金额, 金额,
            gross, gross amount, brutto, bruttobetrag, total, total amount, total owed, amount owed, total price, total charged, net total, grand total, order total, order amount, amount charged, charged amount, billed amount, billing amount, amount paid, paid amount, payment amount, amount due, total paid,
            cost, billed cost, cost in billing currency, pre tax cost, unblended cost, line item unblended cost, total cost, charge amount, charges, charge, valor, value, net amount, net, netto, local amount,
            maara, belob i, ~betrag, ~umsatz, ~bedrag
            """),
        (ColumnRole.Debit, """
            debit, debits, debit amount, amount debit, withdrawal, withdrawals, ut fra konto, ut av konto, withdrawal amount, withdrawal amt, money out, paid out, amount out, outflow, spent, out, debit amt, lastschrift, lastschriften, soll, belastung, belastungen, ausgang, ausgaben, ausgabe, debito, debitos, debe, cargo, cargos,
            adeudo, adeudos, retiro, retiros, gastos, salidas, sortie, sorties, depenses, addebito, addebiti, uscite, dare, af, uitgaven, afschrijving, 출금, 출금액, 출금금액, 찾으신금액, 지급액, 지급금액, お引出し, お引き出し, 引出金額,
            出金, 出金額, お支払い金額, 支払い金額, 支出, uttag, ut, obciazenia, wydatki, terheles, расход, vydaje, meno
            """),
        (ColumnRole.Credit, """
            credit, credits, credit amount, amount credit, deposit, deposits, deposit amount, deposit amt, inn pa konto, inn, innskudd, money in, paid in, amount in, inflow, received, in, credit amt, haben, gutschrift, gutschriften, eingang, einnahmen, einnahme, credito, creditos, haber, abono, abonos,
            ingreso, ingresos, entradas, entree, entrees, recettes, accredito, accrediti, entrate, avere, bij, inkomsten, bijschrijving, 입금, 입금액, 입금금액, 맡기신금액, お預入れ, お預け入れ, 預入金額, 預かり金額, お預り金額, 入金, 入金額, 収入,
            insattning, uznania, wplywy, jovairas, приход, prijmy, tulo
            """),
        (ColumnRole.Balance, """
            balance, running balance, running bal, bal, closing balance, account balance, available balance, current balance, ledger balance, balance after, saldo, kontostand, solde, saldo contable, saldo nach buchung, saldo na transactie,
            resulting balance, 잔액, 거래후잔액, 거래 후 잔액, 残高, 差引残高, お取引後残高, 余额, egyenleg, zustatek, saldo po operacji, saldo po transakcji, остаток, bakiye, saldot, ~saldo, ~balance
            """),
        (ColumnRole.OtherAmount, """
            fee, fees, fee amount, commission, amount refunded, refunded amount, refunded, refund, refund amount, amount reversed, shipping, shipping refund, shipping and handling, tip, tip amount, discount, discount amount, promotion, subtotal, converted amount, converted amount refunded,
            disputed amount, gift, limit, credit limit, points, cashback, rewards, cost center, cost centre, effective cost, amortized cost, blended cost, list cost, contracted cost, cost in usd, cost in pricing currency, payg cost, minimum payment,
            gebuhr, gebuhren, entgelt, frais, comision, comisiones, commissione, kosten, fee in, 수수료, 手数料, 포인트, 할인, 적립, 割引, 부가세, 봉사료, prix
            """),
        (ColumnRole.Tax, "tax, vat, sales tax, tax amount, vat amount, mwst, ust, umsatzsteuer, steuer, tva, iva, btw, 세금, 부가가치세, 消費税, 税額, gst, hst"),
        (ColumnRole.Quantity, "quantity, qty, menge, anzahl, quantite, cantidad, quantita, aantal, usage quantity, usage amount, consumed quantity, line item usage amount, 수량, 数量, units"),
        (ColumnRole.UnitPrice, "unit price, price, rate, unit cost, price per unit, resource rate, einzelpreis, prix unitaire, precio unitario, prezzo unitario, stukprijs, 단가, 単価, payg price, effective price, line item unblended rate, list unit price"),
        (ColumnRole.OriginalAmount, """
            original amount, foreign amount, foreign spend amount, foreign currency amount, amount in foreign currency, amount foreign currency, amount original currency, original transaction amount, source amount, originalbetrag, fremdwahrungsbetrag, betrag fremdwahrung, betrag in fremdwahrung,
            betrag ursprung, ursprunglicher betrag, montant d origine, montant en devise, montant devise, importe original, importe divisa, importe en divisa, importo originale, importo in valuta, 현지금액, 현지이용금액, 해외이용금액, 現地通貨額, 現地利用額, 外貨金額,
            local currency amount, transaction currency amount
            """),
        (ColumnRole.ExchangeRate, "exchange rate, fx rate, conversion rate, umrechnungskurs, wechselkurs, kurs, devisenkurs, taux de change, taux, cours, tipo de cambio, cambio, tasso di cambio, wisselkoers, koers, 환율, 換算レート, 為替レート, arfolyam"),
        (ColumnRole.Currency, """
            currency, ccy, cur, curr, currency code, billing currency, billing currency code, transaction currency code, account currency, wahrung, wahrungskennzeichen, whg, devise, monnaie, monn, moneda, divisa, valuta, munt, muntsoort, waluta, devizanem, mena, mena uctu, moeda, валюта,
            통화, 통화코드, 통화구분, 通貨, 币种, ~wahrung, ~currency, para birimi
            """),
        (ColumnRole.OriginalCurrency, """
            original currency, foreign currency, source currency, local currency, transaction currency, original transaction currency, original currency code, foreign currency code, converted currency, originalwahrung, fremdwahrung, wahrung ursprung, devise d origine, divisa original, valuta originale,
            tranzakcio devizaneme, 현지통화, 現地通貨, 外貨
            """),
        (ColumnRole.Direction, """
            debit credit, debit or credit, credit debit, credit debit indicator, debit credit indicator, dr cr, cr dr, cd indicator, credit or debit, drcr, sign, direction, soll haben, soll haben kennzeichen, sh, s h, kennzeichen, af bij, bij af, bevetel kiadas, sens, signo, naturaleza, transaction type, type, txn type,
            입출금구분, 입출금, 거래구분, 구분, 入払区分, 入出金, 入出金区分, 収支, tipo, tipo movimiento, tipo de movimiento, art, umsatzart, mutatiesoort, kind, transaction kind, movement type, 收支
            """),
        (ColumnRole.Status, """
            status, state, transaction status, payment status, order status, booking status, buchungsstatus, estado, statut, etat, stato, info, seller message, outcome, 상태, 승인상태, 처리상태, 취소여부, 매입상태, 状態, 状況, ステータス, durum, статус, stav
            """),
        (ColumnRole.Category, "category, charge category, bill category, charge type, kategorie, categorie, categoria, 업종, 분류, カテゴリ, service category, meter category, expense category"),
        (ColumnRole.Payee, """
            merchant, merchant name, payee, payee name, vendor, vendor name, supplier, developer, app developer, partner neve, counterparty, counterparty name, beneficiary, beneficiary name, beneficiary remitter, recipient, recipient name, to name, name, company, seller, seller name, shop name,
            empfanger, zahlungsempfanger, zahlungsempfanger in, auftraggeber empfanger, auftraggeber zahlungsempfanger, beguenstigter zahlungspflichtiger, begunstigter zahlungspflichtiger, begunstigter auftraggeber, name zahlungsbeteiligter, name des partners, handler, haendler, partnername, zahlungspartner,
            beneficiaire, tiers, commercant, marchand, nom du tiers, nom, beneficiario, comercio, establecimiento, estabelecimento, titulo, nombre comercio, esercente, naam tegenpartij, tegenpartij, naam omschrijving, naam, tegenrekening naam, mottagare, kontrahent, nazwa kontrahenta, nadawca odbiorca, odbiorca,
            nazev protistrany, nazev protiuctu, 가맹점명, 가맹점, 이용가맹점, 이용가맹점명, 이용처, 사용처, 이용하신곳, 거래처, 받는분, 보낸분 받는분, 의뢰인 수취인, 利用店名, ご利用店名, 利用店名商品名, 加盟店名, 利用先, ご利用先, 取引先, お取引先, 支払先, 店名, 商户, 交易对方, 对方,
            supplier found, app name, app, app charge name, publisher name, provider name, provider, service provider name, invoice issuer name, invoice issuer, appears on your statement as, store name, saaja maksaja
            """),
        (ColumnRole.Description, """
            description, label, transaction description, transaction details, details, item description, line item description, charge description, charge name, description 1, narrative, narration, particulars, memo, original description, extended details, statement descriptor, beschreibung, verwendungszweck, buchungstext,
            umsatztext, text, vorgang verwendungszweck, transaktion, leistungsbeschreibung, libelle, libelle operation, libelle de l operation, designation, concepto, concepto ampliado, descripcion, descricao, descripcion ampliada, historico, lancamento, detalle, movimiento, causale, descrizione, descrizione operazione, omschrijving, omschrijving 1, mededelingen, mededeling, tekst, opis, opis operacji, tytul, kozlemeny,
            popis, poznamka, beskrivning, beskrivelse, forklaring, 적요, 내용, 거래내용, 거래내역, 기재내용, 메모, 비고, 摘要内容, 摘要, 内容, お取引内容, 取引内容, 品名, 備考, product, product name, item, items, title, service, service name, meter name, line item line item description, resource, charge, note, notes, remarks, remark, subject,
            description 2, description 3, aciklama, назначение платежа, описание, selite, viesti, informacje dodatkowe, vorgang
            """),
        (ColumnRole.Reference, """
            reference, transaction id, transaction reference, transaction ref, reference number, ref no, ref, transaction number, payment id, order id, order number, authorization code, auth code, approval code, approval number, charge id, id, unique id, confirmation, check number, cheque number, check or slip,
            kundenreferenz, end to end referenz, referenz, referenznummer, reference operation, numero de transaction, n de transaction, referencia, numero de operacion, riferimento, kenmerk, transactiereferentie, betalingskenmerk, numer referencyjny, megbizas azonosito, 승인번호, 거래번호, 取引番号, 伝票番号, 承認番号, 参照番号, 订单号
            """),
        (ColumnRole.InvoiceNumber, """
            bill number, bill no, bill, bill id, invoice number, invoice no, invoice id, invoice, bill invoice id, rechnungsnummer, rechnungsnr, rechnung, numero de facture, n facture, facture, numero de factura, factura, numero fattura, fattura, factuurnummer, factuur, 청구서번호, 請求書番号, faktura, cislo faktury
            """),
        (ColumnRole.Card, """
            card number, card no, card, card last 4, card last4, last 4, last 4 digits, card ending, kartennummer, karte, kreditkarte, numero de carte, carte, numero de tarjeta, tarjeta, numero carta, carta, kaartnummer, kaart, karta, kartyaszam, card member, payment method, payment source, payment instrument,
            payment source type, card brand, zahlungsart, zahlungsmittel, moyen de paiement, medio de pago, 카드번호, 이용카드, 카드명, 카드, カード番号, 利用カード, カード, 支払方法, ご利用カード
            """),
        (ColumnRole.BankAccount, "auftragskonto, account number, account no, account name, account, bank account, iban, konto, kontonummer, konto nr, numero de compte, compte, cuenta, numero de cuenta, conto, rekening, rekeningnummer, szamlaszam, cislo uctu, rachunek, 계좌번호, 계좌, 口座番号, 口座, funding account, produit"),
        (ColumnRole.CustomerAccount, """
            subscription name, subscription id, subscription guid, abonnement guid, linked account name, linked account id, line item usage account name, line item usage account id, usage account id, sub account name, sub account id, account id, billing account id, billing account name, customer id, customer number, kundennummer, workspace,
            organization, project id, project name, project, team, shop, store, shop domain, my shopify domain, advertiser account, campaign account, 고객번호, お客様番号, 계정
            """),
        (ColumnRole.Plan, "plan, plan name, subscription plan, tier, tarif, formule, abonnement, sku, service tier, 요금제, プラン"),
        (ColumnRole.Product, "product code, part number, item code, sku id, meter id, article number, artikelnummer, line item product code, product sku"),
    ];

    // Words that mean something else inside a longer name: "billing account name", "invoice section", "instance id".
    private static readonly FrozenSet<string> WholeNamesOnly = FrozenSet.ToFrozenSet((
        "name label to nom naam text id in out ut af bij item items title service info type state art value valor charge charges price rate units plan store shop app card carte carta karte karta project team sum net data dag dia posted total " +
        "invoice bill rechnung facture factura fattura factuur faktura konto compte cuenta conto account company product subject note notes kind sign ref cost fee fees tax limit gift tip points refund refunded received spent created " +
        "inn titulo provider seller recipient vendor merchant meno nombre dare avere debe haber soll haben sens status bal vat iva ust tva btw cur mena kurs cours cambio taux wert tier sku art organization resource sh").Split(' '));

    private static readonly FrozenDictionary<string, NamedRole[]> ByName = Table
        .SelectMany(entry => Names(entry.Names).Where(name => name[0] != '~').Select((name, rank) => (Name: StatementWords.Fold(name), Role: new NamedRole(entry.Role, WholeName + name.Length, rank))))
        .GroupBy(entry => entry.Name)
        .ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.Role).ToArray());

    // Chinese, Japanese and Korean names are written without blanks: a known name may stand anywhere in a longer one.
    private static readonly string[] Unspaced = [.. ByName.Keys.Where(name => name[0] > '\u2E80' && name.Length > 1).OrderByDescending(name => name.Length)];

    private static readonly (string Ending, NamedRole Role)[] Compounds =
        [.. Table.SelectMany(entry => Names(entry.Names).Select((name, rank) => (name, rank)).Where(entry => entry.name[0] == '~')
            .Select(compound => (compound.name[1..], new NamedRole(entry.Role, compound.name.Length, compound.rank))))];

    /// <summary>The roles a column's name speaks for, the surest first; none for a name we do not know.</summary>
    public static IReadOnlyList<NamedRole> RolesOf(string name)
    {
        var folded = StatementWords.Fold(name);
        if (folded.Length == 0)
        {
            return [];
        }

        if (ByName.TryGetValue(folded, out var whole))
        {
            return whole;
        }

        if (CurrencyText.CodesOf(name.Trim()).Count > 0)
        {
            return [new(ColumnRole.Amount, 1, 0)];
        }

        var words = folded.Split(' ');
        var found = new List<NamedRole>();
        for (var from = 0; from < words.Length; from++)
        {
            for (var to = Math.Min(words.Length, from + 5); to > from; to--)
            {
                var part = string.Join(' ', words[from..to]);
                if (!WholeNamesOnly.Contains(part) && ByName.TryGetValue(part, out var roles))
                {
                    found.AddRange(roles.Select(role => role with { Weight = part.Length }));
                }
            }

            found.AddRange(Compounds.Where(compound => words[from].EndsWith(compound.Ending, StringComparison.Ordinal)).Select(compound => compound.Role));
        }

        if (found.Count == 0 && folded.Any(c => c > '\u2E80') && Unspaced.FirstOrDefault(name => folded.Contains(name, StringComparison.Ordinal)) is { } unspaced)
        {
            return [.. ByName[unspaced].Select(role => role with { Weight = unspaced.Length })];
        }

        return [.. found.OrderByDescending(role => role.Weight).ThenBy(role => role.Rank).DistinctBy(role => role.Role)];
    }

    private static string[] Names(string list) => list.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
