namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What a printed label announces.</summary>
internal enum Label
{
    InvoiceNumber, RelatedNumber, OtherNumber, AccountNumber, TaxId, Contact,
    InvoiceDate, Date, DueDate, OtherDate, Period, PeriodStart, PeriodEnd,
    Subtotal, Tax, TaxBase, Discount, Charge, Total, GrandTotal, AmountDue, AmountPaid, PreviousBalance, NoMoney,
    Currency, PaymentMethod, PaymentReference, Seller, PayableTo, Customer, OtherParty,
}

/// <summary>Labels of numbers, dates and parties by language: English, German, French, Spanish, Korean, Japanese, and a little Dutch, Italian, Portuguese, Nordic.</summary>
internal static class Labels
{
    public static LabelTable<Label> All { get; } = Money(Parties(Dates(Numbers(new()))));

    private static LabelTable<Label> Numbers(LabelTable<Label> table) => table
        .Add(Label.InvoiceNumber,
            "청구번호|청구 번호|sale no|sale number|sales no|sales invoice no|sales invoice number|vat invoice no|vat invoice number|invoice receipt number|doc no|doc number|commercial invoice no|numero da nota|numero da nfs e|numero nota|numero del documento|numero do documento|numero del documento|dokumentnr|laskunro|cislo faktury|faktura c|szamla sorszama|szamlaszam|numar factura|seria si numarul|tax invoice id|sales receipt no|invoice number|invoice no|invoice nr|invoice num|invoice id|invoice #|invoice|inv no|inv #|inv number|invoice reference|invoice ref|bill number|bill no|bill #|bill id",
            "tax invoice no|tax invoice number|tax invoice|document number|document no|document id|receipt number|receipt no|receipt #|receipt id|receipt|billing number|voucher no",
            "stornorechnung|stornorechnung nr|korrekturrechnung nr|korrekturrechnung|schlussrechnung|schlussrechnung nr|abschlagsrechnung|abschlagsrechnung nr|teilrechnung|honorarrechnung|debit note no|debit note|folio no|folio number|bill",
            "credit note number|credit note no|credit note #|credit note|credit memo number|credit memo no|credit memo|statement number|statement no|transaction receipt no|your invoice",
            "rechnungsnummer|rechnungsnr|rechnungs nr|rechnung nr|rechnung nummer|rechnung #|rechnung|re nr|belegnummer|beleg nr|belegnr|rechnungs id|gutschriftsnummer|gutschrift nr|gutschrift",
            "rechnungskorrektur nr|rechnungskorrektur|handelsrechnung nr|handelsrechnung|quittungsnummer|quittung nr|bon nr|bonnummer|dokumentnummer|rechnungs nummer|kassenbon nr",
            "numero de facture|numero facture|no de facture|no facture|n facture|n de facture|facture no|facture n|facture numero|facture|reference facture|reference de facture|ref facture",
            "numero d avoir|avoir no|avoir n|numero de recu|recu no|no de recu|ticket no|numero de document|facture #|votre facture",
            "numero de factura|n de factura|no de factura|factura no|factura n|factura numero|factura|num factura|n factura|numero factura|factura #|numero de recibo|recibo no|recibo n|nota de credito no|folio|numero de documento",
            "청구서 번호|청구서번호|송장 번호|송장번호|인보이스 번호|인보이스번호|계산서 번호|계산서번호|영수증 번호|영수증번호|영수번호|승인번호|문서번호|문서 번호|일련번호|거래번호|거래 번호|세금계산서 번호|명세서 번호",
            "請求書番号|請求番号|請求no|請求書no|領収書番号|領収書no|領収番号|インボイス番号|伝票番号|伝票no|レシート番号|レシートno|納品書番号|文書番号|発行番号|管理番号|請求書 no",
            "factuurnummer|factuur nr|factuurnr|factuur nummer|factuur|bonnummer|numero fattura|fattura n|fattura nr|fattura no|fattura|n fattura|numero da fatura|fatura no|fatura n|fatura|fakturanummer|fakturanr|fakturanro|faktura nr|faktura",
            "laskun numero|laskun nro|laskunumero|lasku nro|nota fiscal no|numero documento|kvittonummer|numer faktury|faktura vat nr")
        .Add(Label.RelatedNumber,
            "original invoice number|original invoice no|original invoice|related invoice|invoice reference number|applies to invoice|credit for invoice|against invoice|refers to invoice|for invoice|reference invoice|ref invoice|credited invoice",
            "ursprungsbeleg nr|ursprungsrechnung|ursprungliche rechnung|ursprungliche rechnungsnummer|zu rechnung|zu rechnung nr|zur rechnung|bezug auf rechnung|bezogen auf rechnung|originalrechnung",
            "n de facture associee|no de facture associee|facture associee|facture d origine|sur facture|facture initiale|annule la facture|concernant la facture|relatif a la facture",
            "factura original|factura rectificada|factura relacionada|rectifica la factura|referente a la factura|원 청구서 번호|원본 청구서|원 세금계산서|당초 승인번호|원 거래번호|元請求書番号|元請求書|対象請求書|原請求書番号|対象請求書番号")
        .Add(Label.OtherNumber,
            "order number|order no|order id|order #|order|purchase order|purchase order no|purchase order number|p o number|po number|po no|po #|p o no|p o #|po|quote no|quote number|quotation no|reference|ref|ref no|reference no|reference number|our ref|your ref|your reference|our reference",
            "contract number|contract no|project|job|job no|serial number|serial no|serienummer|sales order|delivery note no|delivery note|packing slip no|tracking number|tracking no|batch|cheque no|check no|check #|table|table no|server|cashier|register|store|store no|terminal|salesperson|sales person|requisitioner|shipped via|f o b point|terms|item no|item code|sku|booking id|confirmation number|ticket",
            "your order|your order no|your po|license key|license number|vehicle|registration|case no|dossier|quote|estimate no|estimate #|proposal no|trans|tran|trn|chk|check",
            "auftragsnummer|auftrag|auftrags nr|auftragsnr|bestellnummer|bestell nr|bestellnr|bestellung|ihre bestellung|ihre auftragsnummer|lieferschein|lieferschein nr|lieferscheinnummer|vertragsnummer|vertrag nr|angebotsnummer|angebot nr|projekt|projektnummer|referenz|ihre referenz|unsere referenz|reklamationsnummer|ihr zeichen|unser zeichen|vorgang|vorgangsnummer|lief nr|art nr|artikelnummer|tisch|kasse|bediener",
            "numero de commande|n de commande|no de commande|commande no|commande n|commande|bon de commande|n bon de commande|n bon de vente|n bon de livraison|n bon de reception|reference|votre reference|notre reference|n contrat|numero de contrat|no de contrat|contrat no|devis no|numero de devis|bon de livraison|reference interne|ref projet|dossier|table no|caisse",
            "numero de pedido|n de pedido|pedido|pedido no|orden de compra|no de pedido|referencia|su referencia|nuestra referencia|contrato no|numero de contrato|presupuesto no|albaran|albaran no|mesa|caja",
            "주문번호|주문 번호|발주번호|발주 번호|계약번호|계약 번호|견적번호|견적 번호|참조번호|참조 번호|예약번호|접수번호|운송장번호",
            "注文番号|発注番号|ご注文番号|契約番号|見積番号|見積書番号|お問い合わせ番号|参照番号|予約番号|受注番号|登録番号|レジ|担当|担当者",
            "ordernummer|bestelnummer|uw referentie|ons kenmerk|numero ordine|ordine|ordine n|numero do pedido|tilausnumero|viitenumero|ref nr|ordrenummer|bestellningsnummer|viite")
        .Add(Label.AccountNumber,
            "customer number|customer no|customer id|customer #|customer code|account number|account no|account id|account #|account|client number|client no|client id|client code|member id|membership number|subscriber id|workspace|workspace id|workspace name|store url|shop|shop domain|store domain|store name|team|organization id|tenant id|subscription id|user id|domain|billing account|billing id|billing account id|your customer number|policy number|licensee",
            "kundennummer|kunden nr|kundennr|kunden nummer|ihre kundennummer|kundenkonto|ihre nummer|debitor|debitorennummer|mitgliedsnummer|kunden id|vertragskonto|vertragskontonummer|arbeitsbereich",
            "numero de client|numero client|n de client|n client|no client|no de client|code client|compte client|reference client|identifiant client|ref client|votre numero de client|espace de travail",
            "numero de cliente|n de cliente|n cliente|no cliente|no de cliente|codigo de cliente|codigo cliente|cod cliente|cuenta|numero de cuenta|id de cliente|espacio de trabajo",
            "고객번호|고객 번호|고객코드|회원번호|회원 번호|계정|계정 id|계정번호|고객 id|워크스페이스|가입번호|도메인|お客様番号|お客様コード|顧客番号|顧客id|会員番号|アカウント|アカウントid|アカウント番号|ワークスペース|ご契約番号|得意先コード|契約id",
            "klantnummer|klantnr|debiteurnummer|relatienummer|codice cliente|numero cliente|cod cliente|n cliente|asiakasnumero|asiakasnro|kundenummer|kundnummer|kundnr|numero do cliente")
        .Add(Label.TaxId,
            "cnpj cpf|cpf cnpj|nif cif|dic|ico|oib|adoszam|vergi no|vkn|regon|vat reg number|gstin uin|pan no|pan|company no|company number|registration number|reg no|company reg no|tax reg no|sales tax no|mva nr|foretaksnr|org no|organization number|vat tin|ust idnr nr|vat number|vat no|vat reg no|vat registration no|vat registration number|vat id|vat id no|vat reg|vat|tax id|tax no|tax number|tax registration number|tax identification number|ein|gst no|gst number|gstin|gst reg no|abn|acn|gst hst no|business number|tin|fein|company tax id|seller tax id|vat identifier|vat registration|trn|uen",
            "ust idnr|ust id nr|ust id|ust idnummer|umsatzsteuer id|umsatzsteuer identifikationsnummer|ust ident nr|steuernummer|steuer nr|st nr|stnr|steuernr|uid|uid nr|uid nummer|mwst nr|ust identnr|ust identifikationsnummer",
            "n tva|no tva|numero tva|numero de tva|n de tva|tva intracommunautaire|n tva intracommunautaire|tva intra|n tva intra|siret|siren|siren siret|rcs|ape|naf|code ape|cif|nif|nif cif|cif nif|rfc|nit|cuit|ruc|rut|id fiscal|numero de iva|n iva|vat nif",
            "사업자등록번호|사업자번호|사업자 등록번호|사업자 번호|등록번호|登録番号|適格請求書発行事業者登録番号|法人番号|事業者登録番号",
            "btw nummer|btw nr|btw id|btw|kvk|kvk nummer|partita iva|p iva|piva|codice fiscale|nipc|contribuinte|cnpj|cpf|y tunnus|alv nro|org nr|orgnr|organisationsnummer|momsnr|cvr|cvr nr|nip|customer tax id")
        .Add(Label.Contact,
            "phone|tel|telephone|fax|mobile|email|e mail|website|web|url|contact|iban|bic|swift|swift code|sort code|routing number|routing no|bank|bank name|account name|account holder|bank account|sort|bsb|ach|home page|gln|phone no|fon|bank account number|iban no|giro no",
            "telefon|telefax|handy|mobil|internet|homepage|bankverbindung|kontonummer|kontonr|konto|blz|bankname|kontoinhaber|geschaftsfuhrer|handelsregister|hrb|hra|registergericht|amtsgericht|iban nr|sitz|sitz der gesellschaft|telephone|telecopie|courriel|site|banque|rib|telefono|movil|correo|correo electronico|sitio web|banco",
            "전화|전화번호|연락처|팩스|이메일|홈페이지|계좌번호|예금주|은행|대표자|대표|대표자명|성명|업태|종목|사업장|사업장 주소|사업장주소|주소|電話|電話番号|電話 fax|ファックス|メール|振込先|口座番号|口座名義|銀行名|銀行|支店名|住所|telefoon|rekeningnummer|bankrekening|telefone|puh|tilinumero|pankki|saajan tilinumero");

    private static LabelTable<Label> Dates(LabelTable<Label> table) => table
        .Add(Label.InvoiceDate,
            "invoice payment date|sale date|date of sale|sales date|fakturadag|udstedelsesdato|utstedelsesdato|data documento|data do documento|datum vystaveni|szamla kelte|kiallitas datuma|fatura tarihi|data e hora de emissao|data hora emissao|data facturii|data emiterii|receipt issued|laskutuspaiva|fakturadatum|faktureringsdato|fakturadato|tax invoice date|bill issue date|invoice date|date of invoice|invoiced on|invoice issue date|issue date|date of issue|issued|issued on|issued at|date issued|bill date|billing date|billed on|invoice created|created|created on|receipt date|date of receipt|tax date|tax point|credit note date|statement date|document date|posting date|date paid|paid on|payment date|transaction date|purchase date|charge date|date charged|invoice dated|dated|bill issued|tax point date|delv date",
            "rechnungsdatum|datum der rechnung|ausstellungsdatum|belegdatum|rechnung vom|ausgestellt am|rechnungs datum|liefer und rechnungsdatum|rechnungs und lieferdatum|zahlungsdatum|gutschriftsdatum|bezahlt am|kaufdatum|rechnungsdatum leistungsdatum|rechnungsdatum lieferdatum|rechnungsdatum entspricht leistungsdatum",
            "date de facture|date de la facture|date facture|date d emission|date de facturation|facture du|emise le|emis le|date du document|date de paiement|date d achat|date d etablissement|paye le|facturation le|date de l avoir",
            "fecha de factura|fecha factura|fecha de la factura|fecha de emision|fecha emision|fecha de expedicion|fecha expedicion|fecha de facturacion|emitida el|emitido el|fecha de pago|fecha de compra|fecha del documento",
            "청구일|청구일자|발행일|발행일자|작성일자|작성일|발급일|발급일자|거래일|거래일자|거래일시|결제일|결제일자|결제일시|청구 일자|발행 일자|송장 날짜|인보이스 날짜|영수일|영수일자|판매일|승인일시|거래 일시|결제 일시|작성 일자|결제 날짜|발행 날짜|청구서 날짜",
            "請求日|発行日|ご請求日|請求書発行日|請求年月日|発行年月日|領収日|領収年月日|取引日|ご利用日|お支払日|支払日|お買上日|購入日|ご購入日|作成日|取引日時|お取引日|決済日|ご注文日時",
            "factuurdatum|datum factuur|data fattura|data emissione|data di emissione|data da fatura|data de emissao|fakturadatum|fakturadato|laskun paivays|laskun pvm|paivays|paivamaara|data wystawienia")
        .Add(Label.Date, "date|datum|fecha|날짜|일자|일시|日付|data|dato|pvm|date time")
        .Add(Label.DueDate,
            "betalingsfrist|betalingsdato|forfald|betales senest|sista betalningsdag|betalas senast|erapvm|maksupaiva|scadentei|data scadentei|splatnost|datum splatnosti|fizetesi hatarido|son odeme tarihi|vade tarihi|data limite|vencimento em|termin zaplaty|dato for betaling|due by date|fallig zum|fallig bis|due date|date due|payment due date|payment due|due on|due by|due|payable by|pay by|pay before|payment due by|payable on or before|please pay by|please remit until|please remit by|to be paid by|payment deadline|invoice due|invoice due date|due date payment|payable until|terms date|auto pay date|payment date due",
            "fallig am|falligkeit|falligkeitsdatum|fallig|zahlbar bis|zahlungsziel|zahlbar bis zum|bitte uberweisen sie bis zum|zahlungsfrist|zu zahlen bis|falligkeitstermin|zahlungstermin|zahlung bis|zahlbar bis spatestens|netto bis|spatestens bis|faelligkeit|faellig am|zahlungsfalligkeit",
            "date d echeance|echeance|date limite de paiement|a payer avant le|a regler avant le|payable au plus tard le|date echeance|a payer avant|date limite|a regler le|reglement avant le|echeance le|date de reglement",
            "fecha de vencimiento|vencimiento|fecha vencimiento|fecha limite de pago|pagar antes de|pagar antes del|vence el|vence|fecha limite|fecha de vto",
            "납부기한|지급기한|결제기한|만기일|납기일|지급일|납부 기한|결제 기한|입금기한|지불기한|납부마감일|결제 예정일|지급 기한|납입기한|지불 기한|만기 일자",
            "支払期限|お支払期限|支払期日|お支払期日|振込期限|お振込期限|ご入金期日|入金期日|お支払い期限|支払い期限|支払い期日|納付期限|引落日|お支払い期日|引き落とし日|口座振替日",
            "vervaldatum|te betalen voor|uiterste betaaldatum|betalen voor|vervaldag|scadenza|data scadenza|data di scadenza|scadenza pagamento|data de vencimento|vencimento|data vencimento|data limite de pagamento|pagar ate|pagamento ate|uiterlijk te betalen op|betaaldatum|betalingstermijn tot|total amount due on|amount due on|total due on|payment is due on|is due by|due date for payment|forfallodatum|forfallodag|forfaldsdato|erapaiva|termin platnosci")
        .Add(Label.OtherDate,
            "order date|ordered on|delivery date|date of delivery|ship date|shipped on|shipping date|supply date|date of supply|service date|date of service|print date|printed on|valid until|expiry date|expires|expires on|expiration date|check in|check out|arrival|departure|refunded on|delivered on|next billing date|next invoice date|next payment date|renewal date|renews on|coll date|shipment date|date de livraison|contract date|trial ends|po date|date of birth|quote date|last payment|next charge",
            "lieferdatum|leistungsdatum|liefer bzw leistungsdatum|liefer und leistungsdatum|bestelldatum|bestell datum|auftragsdatum|lieferschein datum|lieferscheindatum|druckdatum|gultig bis|nachste abrechnung|vertragsbeginn|datum der lieferung|datum der leistung|nachste zahlung|skonto bis|leistungsdatum lieferdatum|versanddatum|angebotsdatum",
            "date de commande|date de prestation|date de livraison|date de la commande|date de vente|valable jusqu au|prochaine facture|prochaine echeance|date de facture associee|date de la prestation|imprime le|prochain prelevement|date d impression",
            "fecha de pedido|fecha pedido|fecha de entrega|fecha entrega|fecha de operacion|fecha operacion|valido hasta|proxima factura|fecha de servicio|proximo pago|fecha de impresion",
            "주문일|주문일자|배송일|납품일|공급일자|공급일|출력일|인쇄일|유효기간|다음 결제일|다음 청구일|갱신일|견적일|주문 일자|입금일|注文日|ご注文日|納品日|出荷日|発送日|有効期限|次回請求日|次回更新日|印刷日|見積日|契約日|受注日|配送日|次回お支払日",
            "besteldatum|orderdatum|leverdatum|data ordine|data consegna|data do pedido|toimituspaiva|leveransdatum|data sprzedazy")
        .Add(Label.Period,
            "billing period|service period|invoice period|period|subscription period|usage period|period of service|statement period|billing cycle|for the period|period covered|billed period|charge period|subscription term|coverage period|service dates|dates of service|billing month|for billing period|for period|term of service|service term|for the billing period|this invoice is for the billing period|for the month of|coverage|services rendered",
            "abrechnungszeitraum|leistungszeitraum|zeitraum|rechnungszeitraum|lieferzeitraum|nutzungszeitraum|abrechnungsperiode|leistungsmonat|abrechnungsmonat|abonnementzeitraum|fur den zeitraum|fur den zeitraum vom|versicherungszeitraum|vertragszeitraum|abrechnungszeitraum vom|leistungszeitraum vom|abozeitraum|laufzeit|mietzeitraum",
            "periode de facturation|periode|periode de service|periode facturee|periode d abonnement|periode concernee|pour la periode|pour la periode du|periode de prestation|periode de|mois de facturation|periode de consommation",
            "periodo de facturacion|periodo|periodo de servicio|periodo facturado|periodo de suscripcion|periodo de consumo|mes de facturacion|periodo de liquidacion|por el periodo",
            "이용기간|서비스 기간|청구기간|사용기간|이용 기간|청구 기간|사용 기간|구독 기간|구독기간|서비스기간|결제 기간|정산기간|정산 기간|대상기간|이용월|청구월|이용 월|과금 기간|이용년월",
            "ご利用期間|利用期間|請求期間|対象期間|サービス期間|契約期間|ご請求期間|提供期間|期間|対象月|利用月|ご利用月|利用年月|課金期間|請求対象期間|サービス提供期間|サブスクリプション期間|ご利用年月|ご契約期間|請求対象月",
            "summary for|usage for|charges for|subscription for|vos abonnements|votre abonnement|abonnements|periode du|periode de|usage period|cobertura|periodo de referencia|competencia|periodo facturado|mese di riferimento|periodo di riferimento|factuurperiode|periode van|facturatieperiode|periodo di fatturazione|periodo de faturacao|periodo de faturamento|laskutuskausi|faktureringsperiod")
        .Add(Label.PeriodStart, "period start|period from|service start|start date|billing start date|billing period start|service start date|date de debut de prestation|date de debut|date debut|debut de periode|debut de la periode|leistungsbeginn|periodenbeginn|startdatum|fecha de inicio|inicio del periodo|fecha inicio|시작일|이용 시작일|서비스 시작일|開始日|利用開始日")
        .Add(Label.PeriodEnd, "period end|period to|service end|end date|billing end date|billing period end|service end date|date de fin de prestation|date de fin|date fin|fin de periode|fin de la periode|leistungsende|periodenende|enddatum|fecha de fin|fin del periodo|fecha fin|종료일|이용 종료일|서비스 종료일|終了日|利用終了日");

    private static LabelTable<Label> Parties(LabelTable<Label> table) => table
        .Add(Label.Seller,
            "prestador de servicos|prestador do servico|emissor|nome razao social|denominazione|ragione sociale|cedente prestatore|selger|saelger|saljare|myyja|dodavatel|elado|satici|datos del emisor|datos de la empresa|furnizor|datos del proveedor|datos del vendedor|sold and invoiced by|your supplier|from|seller|vendor|supplier|issued by|invoice from|sold by|billed by|service provider|merchant|provider|merchant name|seller name|invoiced by|your provider|company name|biller|payee|supplier name|vendor name|bill from|publisher|developer|merchant of record",
            "verkaufer|rechnungssteller|rechnungsersteller|lieferant|anbieter|absender|aussteller|leistungserbringer|auftragnehmer|firma|verkauft durch|verkauft von|vendeur|fournisseur|prestataire|emetteur|emis par|vendu par|societe|emisor|proveedor|vendedor|vendido por|emitido por|prestador|razon social",
            "법인명|상호 법인명|공급자|판매자|발행자|공급자 상호|상호|상호명|판매자 상호|가맹점명|가맹점|업체명|회사명|사업자명|공급자명|판매처|발행처|매장명|発行元|発行者|販売者|請求元|販売元|店舗名|事業者名|加盟店名|店名|提供元|会社名|事業者",
            "verkoper|leverancier|afzender|venditore|fornitore|emittente|cedente|fornecedor|emitente|saaja|mottagare|sprzedawca|van")
        .Add(Label.PayableTo,
            "payable to|make checks payable to|make all checks payable to|make cheques payable to|make all cheques payable to|all payment to be made in favor of|in favor of|in favour of|remit payment to|beneficiary|beneficiary name|payment to|payments to|account name|remit to|please remit to|bank account name|kontoinhaber|zahlungsempfanger|begunstigter|beneficiaire|titulaire|titulaire du compte|beneficiario|titular|titular de la cuenta|a l ordre de|예금주|입금처|口座名義|お振込先|振込先名義|account holder|tenaamstelling|intestatario")
        .Add(Label.Customer,
            "service for|tomador de servicos|tomador do servico|tomador|cessionario committente|odberatel|vevo|alici|bill recipient|ordered by|kober|kjoper|kopare|ostaja|client details|cumparator|invoice for|account holder name|billed customer|sold to party|bill to party|bill to|billed to|billing to|invoice to|invoiced to|sold to|customer|customer name|client|client name|buyer|attn|attention|billing address|bill to address|buyer name|to|prepared for|issued to|guest name|guest|recipient|purchaser|charge to|customer address|customer details|customer details name|billing details|bill to name|for|company|your details|member name|account name holder|paid by|tenant",
            "rechnungsempfanger|kunde|kundenname|kaufer|leistungsempfanger|kaufer leistungsempfanger|auftraggeber|rechnungsadresse|rechnung an|rechnungsanschrift|empfanger|an|herrn|herr|frau|besteller|zahler",
            "client|facture a|adresse de facturation|destinataire|acheteur|adresse du client|adresse client|facturer a|nom du client|le client|a l attention de|factures a|pour|cliente|facturar a|facturado a|datos del cliente|comprador|direccion de facturacion|destinatario|datos de facturacion|nombre del cliente|cobrar a|para",
            "공급받는자|청구처|고객명|구매자|수신|받는분|고객|고객사|주문자|공급받는 자|귀하|貴社|請求先|ご請求先|お客様名|お客様|宛先|宛名|購入者|ご契約者|ご契約者名|顧客名|請求先名|お届け先",
            "klant|aan|factuuradres|koper|intestato a|spett le|spettabile|cessionario|fatturato a|comprador|faturado a|asiakas|maksaja|kund|kunde navn|nabywca|betaler|maksajan nimi ja osoite")
        .Add(Label.OtherParty,
            "ship to|shipped to|deliver to|delivery address|shipping address|service address|ship from|delivery to|shipping details|delivered to|place of supply|ship to address|registered office|corporate office|carrier|account manager",
            "lieferadresse|lieferanschrift|warenempfanger|lieferung an|versandadresse|steuervertreter|adresse de livraison|livraison|livrer a|representant fiscal|direccion de envio|direccion de entrega|enviar a|배송지|배송 주소|배송지 주소|받는 사람|配送先|納品先|送付先|送り先|bezorgadres|afleveradres|indirizzo di consegna|luogo di consegna|endereco de entrega")
        .Add(Label.Currency, "currency|invoice currency|billing currency|all amounts in|amounts in|all prices in|amounts shown in|wahrung|rechnungswahrung|betrage in|alle betrage in|devise|monnaie|montants en|montants exprimes en|moneda|divisa|importes en|통화|통화 단위|단위|通貨|単位|valuta|moeda")
        .Add(Label.PaymentMethod, "payment method|paid with|paid by card|paid via|payment type|method of payment|payment mode|mode of payment|charged to|card type|paid through|payment instrument|tender|zahlungsart|zahlungsmethode|zahlungsweise|bezahlt mit|bezahlt per|zahlart|moyen de paiement|mode de paiement|mode de reglement|paye par|reglement|moyen de reglement|forma de pago|metodo de pago|medio de pago|pagado con|결제수단|결제 수단|결제방법|결제 방법|지불 방법|카드종류|결제카드|支払方法|お支払方法|お支払い方法|決済方法|支払い方法|ご利用カード|betaalmethode|betaalwijze|metodo di pagamento|modalita di pagamento|forma de pagamento")
        .Add(Label.PaymentReference, "payment reference|payment id|transaction id|transaction number|transaction no|transaction reference|payment intent|authorization code|auth code|approval code|charge id|remittance reference|zahlungsreferenz|verwendungszweck|transaktionsnummer|transaktions id|reference de paiement|reference du paiement|id de transaction|numero de transaction|reference avis de paiement|referencia de pago|id de transaccion|numero de transaccion|codigo de autorizacion|결제번호|거래 id|결제 id|승인 번호|카드 승인번호|決済id|取引番号|取引id|承認番号|決済番号|betalingskenmerk|transactienummer|viitenumero mainittava maksaessa");

    private static LabelTable<Label> Money(LabelTable<Label> table) => MoneyLabels.AddTo(table);
}
