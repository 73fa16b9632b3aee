using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.Statements;

namespace LeakWatch.Core.Tests.Invoices.Statements;

public sealed class StatementReaderTests
{
    [Fact]
    public void Gives_one_statement_invoice_for_each_row_with_its_row_as_evidence()
    {
        var invoices = Table.Read("Date,Description,Amount,Currency\n2026-02-01,GLOW REVIEWS 866-555-0101,-49.00,USD\n2026-02-03,MAILTIDE,-9.00,USD\n");

        Assert.Equal([InvoiceKind.Statement, InvoiceKind.Statement], invoices.Select(invoice => invoice.Invoice.Kind));
        var evidence = invoices[1].LineItems.Single().Evidence;
        Assert.Equal((EvidenceKind.CsvRow, 3, 3, "2026-02-03,MAILTIDE,-9.00,USD"), (evidence.Kind, evidence.Pointer.Row, evidence.Pointer.Column, evidence.Excerpt));
    }

    [Theory]
    [InlineData("Date,Description,Amount\n2026-02-01,GLOW,-49.00\n2026-02-02,SALARY LINDEN LTD,900.00")] // a bank
    [InlineData("Date,Description,Amount\n2026-02-01,GLOW,49.00\n2026-02-02,PAYMENT RECEIVED - THANK YOU,-900.00")] // a card
    [InlineData("Date,Description,Debit,Credit\n2026-02-01,GLOW,49.00,\n2026-02-02,LINDEN LTD,,900.00")]
    [InlineData("Date,Description,Debit,Credit\n2026-02-01,GLOW,-49.00,\n2026-02-02,LINDEN LTD,,900.00")]
    [InlineData("Date,Description,Money Out,Money In\n2026-02-01,GLOW,-49.00,\n2026-02-02,LINDEN LTD,,900.00\n2026-02-03,Card check,0.00,")] // zeros have no sign
    [InlineData("Datum;Omschrijving;Bedrag\n03-02-2026;GLOW;49,00-\n05-02-2026;LINDEN LTD;900,00+")]
    [InlineData("Date,Description,Amount,DR/CR\n2026-02-01,GLOW,49.00,DR\n2026-02-02,LINDEN LTD,900.00,CR")]
    [InlineData("Date,Description,Amount\n2026-02-01,GLOW,49.00 DR\n2026-02-02,LINDEN LTD,900.00 CR")]
    [InlineData("Date,Description,Amount\n2026-02-01,GLOW,49.00 DB\n2026-02-02,LINDEN LTD,900.00 CR")]
    [InlineData("Data;Descrição;Valor\n01/02/2026;GLOW;49,00 D\n02/02/2026;LINDEN LTD;900,00 C")]
    [InlineData("Datum;Text;Betrag\n01.02.2026;GLOW;49,00 S\n02.02.2026;LINDEN LTD;900,00 H")]
    [InlineData("Datum;Text;Betrag\n01.02.2026;GLOW;49,00-\n02.02.2026;LINDEN LTD;900,00+\nSumme;;851,00+")] // the sum has a sign too
    [InlineData("Date,Text,Transaction amount (debit),Transaction amount (credit)\n2026-02-01,GLOW,49.00,\n2026-02-02,LINDEN LTD,,900.00")]
    [InlineData("交易日期,对方户名,记账金额(收入),记账金额(支出)\n2026-02-01,GLOW,,49.00\n2026-02-02,LINDEN LTD,900.00,")]
    [InlineData("Date,Text,Withdrawal,Zorb\n2026-02-01,GLOW,49.00,\n2026-02-02,LINDEN LTD,,900.00")] // one side has a name nobody knows
    [InlineData("Trade date,Description,Quantity,Price,Net amount\n2026-02-01,GLOW,7,7.00,-49.00\n2026-02-02,LINDEN LTD,,,900.00\n2026-02-03,TIDE,1,5.00,-5.00")] // a broker
    [InlineData("2026-02-03,GLOW,600.00,-49.00\n2026-02-02,LINDEN LTD,-300.00,900.00\n2026-02-01,TIDE,-290.00,-10.00")] // the balance before each row, newest first
    [InlineData("Buchungstag;Empfänger;Umsatz;\n01.02.2026;GLOW;49,00;S\n02.02.2026;LINDEN LTD;900,00;H")] // the sign column has no name
    [InlineData("Datum;Naam / Omschrijving;Af Bij;Bedrag (EUR)\n20260201;GLOW;Af;49,00\n20260202;LINDEN LTD;Bij;900,00")]
    [InlineData("01 Feb 2026,GLOW,£49.00,,£951.00\n02 Feb 2026,LINDEN LTD,,£900.00,£1851.00\n03 Feb 2026,TIDE,£51.00,,£1800.00")] // only the balance says which column is which
    [InlineData("거래일시,적요,출금액,입금액,잔액\n2026.02.01 10:11:12,GLOW,49,0,951\n2026.02.02 09:00:00,LINDEN LTD,0,900,1851")]
    public void Tells_money_out_from_money_in(string table)
    {
        var lines = Table.Read(table).Take(2).Select(invoice => invoice.LineItems.Single()).ToList();

        Assert.Equal([(LineItemType.Charge, 49m), (LineItemType.Credit, -900m)], lines.Select(line => (line.Type, line.Amount!.Value)));
    }

    [Theory]
    [InlineData("Date,Description,Amount\n2026-02-01,GLOW,-49.00\n2026-02-05,GLOW,49.00")]
    [InlineData("Date,Description,Amount\n2026-02-01,TIDE,-9.00\n2026-02-05,Refund: GLOW,49.00")]
    public void Money_back_from_a_vendor_is_a_refund(string table) =>
        Assert.Equal((LineItemType.Refund, -49m), Table.Read(table)[1].LineItems.Select(line => (line.Type, line.Amount!.Value)).Single());

    [Fact]
    public void What_customers_paid_to_the_merchant_is_no_charge() =>
        Assert.Equal(LineItemType.Credit, Table.Read("id,Created,Description,Amount,Fee,Net,Currency,Customer Email,Captured\nch_1,2026-02-01,Order 5,25.00,1.03,23.97,usd,a@example.com,true")
            .Single().LineItems.Single().Type);

    [Theory]
    [InlineData("Date,Text,Amount\n13/02/2026,A,1.00\n03/02/2026,B,2.00", "2026-02-13", "2026-02-03")] // one day above twelve decides for all
    [InlineData("Date,Text,Amount\n02/13/2026,A,1.00\n02/03/2026,B,2.00", "2026-02-13", "2026-02-03")]
    [InlineData("Date,Text,Amount\n05/01/2026,A,1.00\n06/01/2026,B,2.00\n01/02/2026,C,3.00\n03/02/2026,D,3.00", "2026-01-05", "2026-01-06")] // sorted only with the day first
    [InlineData("Date,Text,Amount\n05/01/2026,A,$1.00\n05/02/2026,B,$2.00\n05/04/2026,C,$3.00\n05/07/2026,D,$3.00", "2026-05-01", "2026-05-02")] // a week rather than half a year
    [InlineData("利用日,利用店名,利用金額\n26/02/01,A,1000\n26/02/13,B,2000\n26/03/02,C,2000", "2026-02-01", "2026-02-13")]
    [InlineData("Date,Text,Amount\n20260201120000[0:GMT],A,1.00\n20260213120000[0:GMT],B,2.00", "2026-02-01", "2026-02-13")]
    public void Decides_day_and_month_by_the_whole_column(string table, string first, string second) =>
        Assert.Equal([first, second], Table.Read(table).Take(2).Select(invoice => invoice.Invoice.InvoiceDate!.Value.ToString("O", null)));

    [Theory]
    [InlineData("Datum;Text;Betrag\n01.02.2026;A;-1.234,56", "1234.56")]
    [InlineData("Date;Text;Amount\n2026-02-01;A;-1'234.56", "1234.56")]
    [InlineData("Datum,Text,Betrag\n01.02.2026,A,-12,99\n02.02.2026,B,-9,50", "12.99")] // a decimal comma between comma delimiters
    [InlineData("Date,Text,Amount\n2026-02-01,Paid to A, Inc,12.99", "12.99")] // a delimiter in an unquoted text
    [InlineData("Date,Text,Cost\n2026-02-01,A,4E-05", "0.00004")]
    [InlineData("Date,Text,Amount\n2026-02-01,A,(12.99)", "12.99")]
    [InlineData("Date,Text,Cost\n2026-02-01,A,0.075\n2026-02-01,A,1.250", "0.075")]
    public void Reads_amounts_as_the_file_writes_them(string table, string amount) =>
        Assert.Equal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Table.Read(table)[0].Invoice.TotalAmount);

    [Fact]
    public void Three_decimals_are_decimals_where_the_column_has_a_decimal_point() =>
        Assert.Equal([0.075m, 1.25m], Table.Read("Date,Text,Cost\n2026-02-01,A,0.075\n2026-02-01,A,1.250").Select(invoice => invoice.Invoice.TotalAmount!.Value));

    [Theory]
    [InlineData("Date,Text,Amount\n2026-02-01,Opening balance,100.00\n2026-02-02,GLOW,-49.00\n2026-02-28,Closing balance,51.00\nTotal,,51.00")]
    [InlineData("Kontoauszug;;\nKonto: DE00;;\nSaldo: 5,00 EUR;;\n\nBuchungstag;Empfänger;Betrag\n02.02.2026;GLOW;-49,00\nSumme;;-49,00")]
    [InlineData("Date,Text,Amount\n2026-02-02,GLOW,-49.00\nDate,Text,Amount\nPending,TIDE,-9.00")] // the header again, and a row without a day
    [InlineData("Transaction,,\nDate,Text,Amount\n2026-02-02,GLOW,-49.00")]
    [InlineData("Booking,Payee,Gross\nDate,Name,Amount\n2026-02-02,GLOW,-49.00")]
    public void Leaves_out_what_is_no_transaction(string table) =>
        Assert.Equal(49m, Assert.Single(Table.Read(table)).Invoice.TotalAmount);

    [Fact]
    public void A_transaction_whose_text_begins_like_a_balance_stays() =>
        Assert.Single(Table.Read("Date;Description;Débit;Crédit;Solde\n31.03.2026;Solde prix prestations;10.00;;990.00"));

    [Fact]
    public void Lines_of_stars_and_a_summary_do_not_hide_a_column_with_one_amount() =>
        Assert.Equal([49m, -900m], Table.Read("***,*****,****,****\nDate,Narration,Withdrawal Amt.,Deposit Amt.\n***,*****,****,****\n02/02/26,GLOW,49.00,\n13/02/26,LINDEN LTD,,900.00\n***,*****,****,****\nOpening,Dr Count,Debits,Credits")
            .Select(invoice => invoice.Invoice.TotalAmount!.Value));

    [Theory]
    [InlineData("Started Date,Completed Date,Description,Amount\n2026-02-01 10:00:00,2026-02-03 09:00:00,GLOW,-9.00", "2026-02-03")]
    [InlineData("Transaction Date,Post Date,Description,Amount\n2026-02-01,2026-02-03,GLOW,-9.00", "2026-02-01")]
    [InlineData("Bill #,Bill date,Charge category,Description,Amount,Currency,Charge date\nB1,2026-03-01,app_fee,Glow: Pro,9.00,USD,2026-02-14", "2026-02-14")]
    [InlineData("InvoiceDate,ProductName,UsageStartDate,UsageEndDate,UsageQuantity,TotalCost\n2026-03-03,Compute,2026-02-01,2026-02-28,5,9.00", "2026-03-03")]
    [InlineData("Invoice date,2026-03-03\nService description,Usage start date,Usage end date,Usage amount,Cost\nCompute,2026-02-01,2026-02-28,5,9.00", "2026-03-03")]
    [InlineData("Invoice date,2026-03-03\nService description,Usage date,Usage amount,Cost\nCompute,2026-02-11,5,9.00", "2026-02-11")]
    public void The_day_of_a_row_is_the_day_it_was_charged(string table, string date) =>
        Assert.Equal(date, Table.Read(table).Single().Invoice.InvoiceDate!.Value.ToString("O", null));

    [Fact]
    public void The_totals_of_a_clouds_bill_are_no_charges_beside_its_rows() =>
        Assert.Equal(9m, Assert.Single(Table.Read("RecordType,InvoiceDate,ProductName,ItemDescription,UsageQuantity,Credits,TotalCost\nLineItem,2026-03-03,Compute,$0.09 per hour,100,0.0,9.00\n"
            + "InvoiceTotal,2026-03-03,,Total for invoice 77,,0.0,9.00\nStatementTotal,2026-03-03,,Total statement amount for period 2026-02-01 - 2026-02-28,,0.0,9.00")).Invoice.TotalAmount);

    [Fact]
    public void A_price_phrase_names_no_vendor() =>
        Assert.Equal("Compute", Table.Read("InvoiceDate,ProductName,ItemDescription,UsageQuantity,TotalCost\n2026-03-03,Compute,$0.09 per hour,100,9.00").Single().Vendor.Name);

    [Theory]
    [InlineData("id,Type,Amount,Fee,Net,Currency,Created,Description\n1,charge,25.00,1.03,23.97,usd,2026-02-01,Order 5\n2,payout,-90.00,0.00,-90.00,usd,2026-02-02,STRIPE PAYOUT")]
    [InlineData("Date,Description,Amount,Currency\n2026-02-01,PAYOUT 11,90.00,USD\n2026-02-02,PAYOUT 12,90.00,USD")]
    [InlineData("Datum,Name,Typ,Brutto,Entgelt,Netto,Währung\n2026-02-01,Pia,Zahlung,90.00,-1.00,89.00,EUR\n2026-02-02,Pia,Rückzahlung,-90.00,0.00,-90.00,EUR")] // and what a customer gets back
    [InlineData("Payout Date,Status,Bank Reference,Total,Currency\n2026-02-01,paid,R1,90.00,USD\n2026-02-02,paid,R2,90.00,USD")]
    public void A_payout_to_the_merchants_own_bank_is_no_charge(string table) =>
        Assert.Equal((LineItemType.Credit, -90m), Table.Read(table)[1].LineItems.Select(line => (line.Type, line.Amount!.Value)).Single());

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", "2026-02-01")] // thirty days apart, and a month to its last day
    [InlineData("2026-01-15", "2026-02-14", "2026-02-14")]
    [InlineData("2026-01-15", "2026-02-15", "2026-02-15")]
    public void A_calendar_month_ends_on_its_last_day(string start, string end, string exclusive) =>
        Assert.Equal(exclusive, Table.Read($"Invoice date,Service,Usage start date,Usage end date,Quantity,Cost\n2026-03-03,Compute,{start},{end},5,9.00").Single().Invoice.BillingPeriodEnd!.Value.ToString("O", null));

    [Theory]
    [InlineData("Pending", Settlement.Pending)]
    [InlineData("Vorgemerkt", Settlement.Pending)]
    [InlineData("승인대기", Settlement.Pending)]
    [InlineData("DECLINED", Settlement.Declined)]
    [InlineData("Storniert", Settlement.Reversed)]
    [InlineData("취소", Settlement.Reversed)]
    [InlineData("Venter", Settlement.Pending)]
    [InlineData("NON CONTABILIZZATO", Settlement.Pending)]
    [InlineData("待处理", Settlement.Pending)]
    [InlineData("REVERTED", Settlement.Reversed)]
    [InlineData("Expired", Settlement.Reversed)]
    [InlineData("Completed", Settlement.Posted)]
    [InlineData("CONTABILIZZATO", Settlement.Posted)]
    public void Reads_the_state_of_a_row(string status, Settlement settlement) =>
        Assert.Equal(settlement, Table.Read($"Date,Merchant,Amount,Status\n2026-02-01,GLOW,49.00,{status}").Single().Invoice.Settlement);

    [Theory]
    [InlineData("취소일자", "2026-02-02", Settlement.Reversed)]
    [InlineData("취소여부", "Y", Settlement.Reversed)]
    [InlineData("Cancelled", "true", Settlement.Reversed)]
    [InlineData("Cancelled", "false", Settlement.Posted)]
    [InlineData("취소여부", "-", Settlement.Posted)]
    public void A_cancelled_row_is_reversed(string column, string cell, Settlement settlement) =>
        Assert.Equal(settlement, Table.Read($"Date,Merchant,Amount,{column}\n2026-02-01,GLOW,49.00,{cell}").Single().Invoice.Settlement);

    [Fact]
    public void Each_field_of_a_row_points_at_its_cell()
    {
        var evidence = Table.Read("Date,Merchant,Memo,Amount\n2026-02-01,GLOW,Growth,-49.00").Single().FieldEvidence!;

        Assert.Equal(
            [("invoice.invoiceDate", 2, 1, "2026-02-01"), ("invoice.totalAmount", 2, 4, "-49.00"), ("lineItems[0].description", 2, 2, "GLOW"), ("vendor.name", 2, 2, "GLOW")],
            evidence.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => (field.Key, field.Value.Pointer.Row!.Value, field.Value.Pointer.Column!.Value, field.Value.Excerpt)));
    }

    [Fact]
    public void A_day_that_stands_above_the_table_points_at_no_cell() =>
        Assert.DoesNotContain("invoice.invoiceDate", Table.Read("Invoice date,2026-03-03\nService description,Usage start date,Usage end date,Usage amount,Cost\nCompute,2026-02-01,2026-02-28,5,9.00").Single().FieldEvidence!.Keys);

    [Theory]
    [InlineData("Date,Text,Amount (EUR)\n2026-02-01,A,1.00", "EUR")]
    [InlineData("Date,Text,Amount\n2026-02-01,A,£1.00", "GBP")]
    [InlineData("Date,Text,Cost ($)\n2026-02-01,A,1.00", "USD")]
    [InlineData("Date,Text,Amount\n2026-02-01,A,-$1.00 CAD", "CAD")]
    [InlineData("Account currency,CHF\nDate,Text,Amount\n2026-02-01,A,1.00", "CHF")]
    [InlineData("Date,Text,Amount,Currency\n2026-02-01,A,1.00,cad", "CAD")]
    [InlineData("Fecha,Descripción,Retiros\n01/02/2026,A,$1.00", "MXN")] // in Spanish the sign is a peso's
    [InlineData("Date,Text,Amount\n2026-02-01,SKYHOST 9.95 USD 1 USD = 0.88 EUR,8.78", "EUR")]
    public void Finds_the_currency_where_the_file_prints_it(string table, string currency) =>
        Assert.Equal(currency, Table.Read(table).Single().Invoice.Currency);

    [Fact]
    public void A_currency_that_the_file_does_not_print_is_missing_and_not_invented()
    {
        var invoice = Table.Read("Date,Text,Amount\n2026-02-01,A,1.00").Single();

        Assert.Equal((null, "invoice.currency"), (invoice.Invoice.Currency, invoice.Quality.MissingFields.Single()));
    }

    [Theory]
    [InlineData("Date,Text,Amount,Original amount,Original currency,Exchange rate\n2026-02-01,PARCELWAVE,93.33,85.00,EUR,1.0980")]
    [InlineData("Date,Text,Amount\n2026-02-01,PARCELWAVE EUR 85.00 @ 1.0980,93.33")]
    public void Keeps_the_amount_before_conversion(string table) => Assert.Equal("EUR 85.00 at 1.0980", Table.Read(table).Single().Invoice.Notes);

    [Fact]
    public void Names_a_card_without_its_number() =>
        Assert.Equal("Card ending 4410", Table.Read("Card number: 4000 1234 5678 4410,,\nDate,Text,Amount\n2026-02-01,A,1.00").Single().Invoice.PaymentMethodHint);

    [Fact]
    public void A_period_that_ends_on_its_last_day_ends_on_the_next_one_here()
    {
        var invoice = Table.Read("Date,BillingPeriodStartDate,BillingPeriodEndDate,MeterCategory,MeterId,Cost,BillingCurrency\n02/03/2026,02/01/2026,02/28/2026,Storage,m1,1.25,USD").Single();

        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1), "Microsoft Azure"), (invoice.Invoice.BillingPeriodStart, invoice.Invoice.BillingPeriodEnd, invoice.Vendor.Name));
    }

    [Theory]
    [InlineData("date,temperature,place\n2026-02-01,1,Galway\n2026-02-02,-1,Galway")] // a day and a number, but no money
    [InlineData("Year,2024,2025\nTimber,\"2,666\",\"2,274\"")]
    [InlineData("first,last,city\nAda,Doe,\"Anytown, WW\"")]
    [InlineData("kitten,win")]
    public void Refuses_a_table_that_holds_no_charges(string table) =>
        Assert.Equal("NORMALIZATION_SCHEMA_INVALID", StatementReader.Read(table, Table.Source).Error?.Code);

    [Fact]
    public void Refuses_more_rows_than_a_statement_may_have()
    {
        var table = "Date,Text,Amount\n" + string.Concat(Enumerable.Repeat("2026-02-01,A,1.00\n", StatementReader.MaximumRows + 1));

        Assert.Equal((ErrorKind.LimitReached, "FILE_TOO_LARGE"), StatementReader.Read(table, Table.Source).Error is { } error ? (error.Kind, error.Code) : default);
    }

    [Theory]
    [InlineData("山田 様,4980-00**,カード\n2026/02/01,ＧＬＯＷ,1299,１,１,1299,\n2026/02/03,タイド,500,１,１,500,\n,,,,,1799,", 1299, 500)] // no header, no decimals, instalment counts
    [InlineData("\"Kind\",\"Transaction Date\",\"Description 1\",\"CAD$\",\"USD$\"\nVisa,2/13/2026,GLOW,-12.99,\nVisa,2/14/2026,TIDE,-5.00,", 12.99, 5)] // the column is called by its currency
    [InlineData("Konto;DE00\nSaldo;5,00;EUR\n\nBuchung;Valuta;Empfänger;Saldo;Währung;Betrag;Währung\n13.02.2026;14.02.2026;GLOW;5,00;EUR;-12,99;EUR\n12.02.2026;12.02.2026;TIDE;17,99;EUR;-5,00;EUR", 12.99, 5)]
    [InlineData("Posted,Merchant,What you paid\n\"Feb 1, 2026\",Glow,$12.99\n\"Feb 3, 2026\",Tide,$5.00", 12.99, 5)] // the amount column has a name nobody knows
    [InlineData("1\tEUR\t20260201\t100,00\t87,01\t20260201\t-12,99\tGlow\n1\tEUR\t20260202\t87,01\t82,01\t20260202\t-5,00\tTide\n1\tEUR\t20260203\t82,01\t75,01\t20260203\t-7,00\tWave", 12.99, 5)] // balances before and after
    public void Finds_the_amounts_where_the_header_does_not_name_them(string table, decimal first, decimal second) =>
        Assert.Equal([first, second], Table.Read(table).Take(2).Select(invoice => invoice.Invoice.TotalAmount!.Value));

    [Fact]
    public void A_processors_ledger_counts_what_came_in_as_positive() =>
        Assert.Equal([LineItemType.Credit, LineItemType.Charge], Table.Read("id,Type,Amount,Fee,Net,Currency,Created,Description\n1,charge,25.00,1.03,23.97,usd,2026-02-01,Order 5\n2,adjustment,-9.00,0.00,-9.00,usd,2026-02-02,Radar fee")
            .Select(invoice => invoice.LineItems.Single().Type));

    [Theory]
    [InlineData("Konto;DE00\nBank;X\nZeitraum;Januar\nSaldo;5,00;EUR\nSortierung;Datum\n\nBuchung;Valuta;Empfänger;Betrag\n13.02.2026;14.02.2026;GLOW;-12,99", true)]
    [InlineData("Dear customer,\n\nyour invoice of 13.02.2026, over 12,99 EUR, is attached; thank you.\n", false)]
    public void Knows_a_statement_from_prose(string text, bool isTable) => Assert.Equal(isTable, StatementReader.HasTransactionTable(text));

    [Fact]
    public void The_account_of_whom_was_paid_is_not_the_accounts_own() =>
        Assert.Null(Table.Read("Date,Payee,IBAN,Amount\n2026-02-01,A,DE02120300000000202051,-1.00\n2026-02-02,B,DE02500105170137075030,-1.00")[0].Invoice.PaymentMethodHint);
}
