namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What a document calls itself. The last one is none of ours: packing lists, delivery notes, reports, forms.</summary>
internal enum Title { Invoice, Receipt, CreditNote, Statement, Reminder, ProForma, Quote, Order, Contract, Notice, NoCharge }

/// <summary>Finds a document's title: a cell that is the title and little else, large, near the top.</summary>
internal static class DocumentTitle
{
    private static readonly LabelTable<Title> Words = new LabelTable<Title>()
        .Add(Title.Invoice,
            "invoice|tax invoice|bill|commercial invoice|sales invoice|vat invoice|billing invoice|invoice summary|rechnung|handelsrechnung|gebuhrenrechnung|beitragsrechnung|schlussrechnung|abschlagsrechnung|honorarrechnung|monatsrechnung|kostenrechnung",
            "facture|facture d acompte|note d honoraires|factura|factura simplificada|factura electronica|factura de venta|청구서|세금계산서|전자세금계산서|계산서|인보이스|이용요금 청구서|요금 청구서|송장|대금청구서|請求書|御請求書|ご請求書|適格請求書|利用料請求書|ご利用料金請求書|請求明細書",
            "factuur|fattura|fatura|lasku|faktura|nota fiscal|conta|arve|verkoopfactuur|e faktura|faktura vat|fattura elettronica|invoice tax invoice")
        .Add(Title.Receipt,
            "receipt|payment receipt|sales receipt|official receipt|cash receipt|guest receipt|order receipt|quittung|kassenbon|beleg|kassenbeleg|zahlungsbeleg|zahlungsbestatigung|bewirtungsbeleg|recu|ticket de caisse|recu de paiement|ticket|justificatif de paiement|recibo|ticket de compra|comprobante de pago|recibo de pago|factura recibo|영수증|간이영수증|현금영수증|결제 영수증|매출전표|신용카드 매출전표|카드매출전표|領収書|領収証|レシート|お買上げ票|kassabon|betalingsbewijs|ricevuta|scontrino|recibo de pagamento|kvitto|kvittering|kuitti|paragon fiskalny|e receipt|payment confirmation|transaction receipt|your receipt|purchase receipt")
        .Add(Title.CreditNote,
            "credit note|credit memo|credit invoice|refund receipt|refund note|tax credit note|credit adjustment note|adjustment note|gutschrift|rechnungskorrektur|stornorechnung|korrekturrechnung|rechnungsgutschrift|storno|avoir|facture d avoir|note de credit|nota de credito|factura rectificativa|abono|factura de abono|nota de abono|환불 영수증|환불영수증|수정세금계산서|대변전표|환불 내역서|크레딧 노트|환불 명세서|返金通知書|クレジットノート|返金明細書|赤伝票|返金領収書|訂正請求書|creditnota|creditfactuur|nota di credito|nota credito|hyvityslasku|kreditfaktura|kreditnota|refund confirmation|refund")
        .Add(Title.Statement,
            "statement|account statement|statement of account|monthly statement|billing statement|customer statement|bank statement|card statement|credit card statement|statement of accounts|kontoauszug|offene posten|offene posten liste|kontoubersicht|saldenliste|releve|releve de compte|releve de factures|releve bancaire|extrait de compte|estado de cuenta|extracto|extracto bancario|extracto de cuenta|거래내역서|거래 내역서|거래원장|잔액명세서|입출금내역|미수금 명세서|計算書|取引明細|取引明細書|利用明細書|残高明細|残高証明書|ご利用代金明細書|請求一覧|rekeningoverzicht|estratto conto|extrato|tiliote|kontoutdrag")
        .Add(Title.Reminder,
            "reminder|payment reminder|overdue notice|past due notice|final notice|overdue reminder|dunning letter|friendly reminder|overdue invoice notice|invoice reminder|zahlungserinnerung|mahnung|1 mahnung|2 mahnung|letzte mahnung|erinnerung|rappel|rappel de paiement|lettre de relance|relance|mise en demeure|recordatorio|recordatorio de pago|aviso de impago|requerimiento de pago|독촉장|납부 독촉|연체 안내|미납 안내|결제 독촉|입금 독촉|督促状|お支払いのお願い|催告書|支払催促|ご入金のお願い|再請求書|betalingsherinnering|herinnering|aanmaning|sollecito|sollecito di pagamento|lembrete de pagamento|maksumuistutus|past due reminder|second notice|payment overdue|overdue payment reminder")
        .Add(Title.ProForma, "pro forma invoice|proforma invoice|pro forma|proforma|proformarechnung|pro forma rechnung|facture pro forma|facture proforma|factura proforma|factura pro forma|견적 송장|프로포마 인보이스|見積送り状|プロフォーマインボイス|仮請求書|proforma factuur|fattura proforma|fattura pro forma|fatura proforma|vorkasserechnung|가청구서")
        .Add(Title.Quote,
            "quote|quotation|estimate|proposal|offer|price quote|sales quote|cost estimate|price offer|commercial offer|commercial proposal|angebot|kostenvoranschlag|preisangebot|devis|offre|offre de prix|proposition commerciale|offre commerciale|presupuesto|cotizacion|oferta|견적서|견적|제안서|見積書|御見積書|お見積書|見積|offerte|prijsopgave|preventivo|offerta|orcamento|tarjous|offert|tilbud|oferta cenowa")
        .Add(Title.Order,
            "purchase order|sales order|order confirmation|order form|work order|order acknowledgement|order summary|your order|auftragsbestatigung|bestellung|bestellbestatigung|bestellformular|auftrag|bon de commande|confirmation de commande|commande|orden de compra|pedido|confirmacion de pedido|hoja de pedido|발주서|주문서|주문 확인서|주문 확인|주문확인서|구매주문서|発注書|注文書|注文確認書|ご注文確認|注文請書|inkooporder|orderbevestiging|ordine di acquisto|conferma d ordine|ordem de compra|bekreftelse")
        .Add(Title.Contract,
            "contract|agreement|service agreement|subscription agreement|master services agreement|license agreement|terms of service|order form and agreement|master agreement|lease agreement|statement of work|vertrag|dienstleistungsvertrag|nutzungsvertrag|rahmenvertrag|servicevertrag|abonnementvertrag|lizenzvertrag|contrat|contrat de service|contrat de prestation|contrat d abonnement|contrato|contrato de servicios|contrato de suscripcion|계약서|서비스 계약서|이용계약서|용역계약서|이용 계약서|구독 계약서|契約書|サービス契約書|利用契約書|業務委託契約書|利用規約|overeenkomst|contratto|servicecontract|subscription terms|terms and conditions of service")
        .Add(Title.Notice,
            "notice|price change notice|renewal notice|cancellation confirmation|price increase notice|notice of price change|notice of renewal|renewal reminder|subscription renewal notice|cancellation notice|preisanpassung|kundigungsbestatigung|verlangerungshinweis|mitteilung|confirmation de resiliation|avis de renouvellement|avis de changement de prix|aviso de renovacion|confirmacion de cancelacion|confirmacion de baja|aviso de cambio de precio|해지 확인서|갱신 안내|요금 변경 안내|가격 인상 안내|해지 확인|가격 변경 안내|解約確認書|価格改定のお知らせ|更新のご案内|料金改定のお知らせ|解約完了のお知らせ|お知らせ|upcoming renewal|trial ending|your trial is ending")
        .Add(Title.NoCharge,
            "tax return|income tax return|individual income tax return|withholding certificate|packing list|packing slip|delivery note|delivery order|bill of lading|waybill|air waybill|shipping label|expense report|expense claim|expense reimbursement|travel expense report|time sheet|timesheet|remittance advice|payment advice|goods received note|certificate|w 9|form w 9|1099|tax return|payslip|pay stub|pay slip|inventory report|sales report|annual report|report|returns|return form|catalog|catalogue|price list|menu|resume|curriculum vitae|newsletter|balance sheet|income statement|profit and loss|cash flow statement|list of invoices|invoice list|invoice register|aged receivables|accounts receivable|accounts payable|journal|ledger|request for quotation|purchase requisition|medical record|prescription|insurance card|boarding pass|check list|checklist|invoices|receipts|lieferschein|packliste|reisekostenabrechnung|spesenabrechnung|lohnabrechnung|gehaltsabrechnung|stundenzettel|rechnungsliste|bericht|preisliste|frachtbrief|bon de livraison|note de frais|bulletin de paie|rapport|liste des factures|tarifs|lettre de voiture|albaran|nota de gastos|nomina|informe|listado de facturas|lista de precios|nota de entrega|carta de porte|납품서|거래명세서|거래명세표|지출결의서|급여명세서|보고서|지출보고서|경비보고서|배송명세서|입고확인서|납품확인서|出荷伝票|納品書|経費精算書|給与明細|報告書|送り状|検収書|価格表|出張旅費精算書|pakbon|vrachtbrief|declaratie|documento di trasporto|ddt|nota spese|guia de remessa|lahete|foljesedel|packsedel|avis d expedition|questionnaire|application form|registration form|survey");

    public static (Title Title, Row Row)? Find(PageReading reading)
    {
        (Title Title, Row Row, double Score)? best = null, charge = null;
        var typical = TypicalHeight(reading);
        foreach (var row in reading.Rows.TakeWhile(row => row.Page == 1))
        {
            foreach (var cell in row.Cells)
            {
                if (cell.Text.Length > 90 || Words.FindAll(cell.Folded) is not [var match, ..] matches)
                {
                    continue;
                }

                foreach (var title in matches.Take(2))
                {
                    var score = ScoreOf(cell, title, typical);
                    if (score > 0 && title.Meaning is Title.Invoice or Title.Receipt or Title.CreditNote && (charge is null || score > charge.Value.Score))
                    {
                        charge = (title.Meaning, row, score);
                    }

                    if (score > 0 && (best is null || score > best.Value.Score))
                    {
                        best = (title.Meaning, row, score);
                    }
                }
            }
        }

        // "Delivery note", "Order form" in the size of the text below a title of its own are fields of that invoice.
        if (best is { Title: Title.NoCharge or Title.Order } reference && charge is { } own && own.Row.Index < reference.Row.Index && own.Score > 0 && reference.Row.Height < 1.2 * typical)
        {
            best = own;
        }

        return best is var (found, at, _) ? (found, at) : null;
    }

    /// <summary>The cell's text without a title word at its start or end: "Example Web Services Invoice" → "Example Web Services".</summary>
    public static string WithoutTitle(Cell cell)
    {
        foreach (var match in Words.FindAll(cell.Folded))
        {
            if (match.Meaning is Title.Invoice or Title.Receipt or Title.CreditNote or Title.Statement && match.End == cell.Text.TrimEnd().Length && match.Start > 3)
            {
                return cell.Text[..match.Start].Trim(' ', '-', '–', '|', ':', '·');
            }
        }

        return cell.Text;
    }

    /// <summary>The cell is a title and nothing else but a number.</summary>
    public static bool IsTitle(Cell cell) =>
        Words.FindAll(cell.Folded) is [{ Start: <= 3 } match, ..] && cell.Folded[match.End..].Count(char.IsLetter) <= 6;

    private static readonly string[] Numbered = ["order", "reference", "ref", "account", "customer", "transaction", "confirmation", "case", "po", "bestellung", "commande", "pedido"];

    /// <summary>"Invoice CR-2026-77", "Quote No. Q-100", "Order #7781": the name and number of a document, which is nobody's.</summary>
    public static bool IsTitleWithNumber(string text)
    {
        // Of what has a number but is no title of ours. "Greenbean #1042" is a shop.
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var noun, ['#', .. { Length: > 0 } number]] && number.Any(char.IsAsciiDigit) && Array.IndexOf(Numbered, noun.ToLowerInvariant()) >= 0)
        {
            return true;
        }

        return Words.AtStart(FoldedText.Of(text), 0) is { } title && text[title.End..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 1 or 2 } rest
            && rest[^1].Any(char.IsAsciiDigit) && (rest.Length == 1 || FoldedText.Of(rest[0]).Trim() is "no" or "nr" or "n" or "n°" or "number" or "num" or "#" or "");
    }

    public static double TypicalHeight(PageReading reading)
    {
        var heights = reading.Rows.Where(row => row.Page == 1).Select(row => row.Height).Order().ToList();
        return heights.Count == 0 ? 0.01 : heights[heights.Count / 2];
    }

    private static double ScoreOf(Cell cell, LabelMatch<Title> title, double typical)
    {
        var others = cell.Folded.Remove(title.Start, title.Length).Count(char.IsLetter);
        var opens = cell.Folded.AsSpan(0, title.Start).IndexOfAnyInRange('a', 'z') < 0;
        var words = cell.Folded.AsSpan(title.Start, title.Length).Count(' ') + 1;
        var isAlone = others <= 2;
        if (!isAlone && !(opens && others <= 24) && !(others <= 24 && title.End == cell.Text.Length))
        {
            return 0;
        }

        var isLabel = cell.Text.AsSpan(title.End).TrimStart() is [':' or '：', ..];
        var size = Math.Min(3, cell.Row.Height / typical);
        // "Bill", "order", "ticket" and the like inside longer texts are usually no titles.
        var score = (isAlone ? 40 : opens ? 16 : 8) + (20 * (size - 1)) + (20 * (1 - cell.Row.Box.Y)) + (6 * words) - (isLabel && !isAlone ? 8 : 0)
            + (cell.Text.AsSpan(title.Start, title.Length).IndexOfAnyInRange('a', 'z') < 0 ? 8 : 0);
        // "Order 5512", "Delivery note: 77" are references, unless the line is set as large as a title is.
        if (title.Meaning is Title.Order or Title.NoCharge or Title.Contract && (!isAlone || isLabel || (words == 1 && cell.Text.Any(char.IsAsciiDigit))) && !(opens && others <= 4 && !isLabel && size > 1.3))
        {
            return 0;
        }

        score -= cell.Row.Box.Y > 0.5 ? 18 : 0;
        return score;
    }
}
