namespace LeakWatch.Core.Tests.Invoices.Statements;

public sealed class StatementColumnsTests
{
    [Theory]
    [InlineData("Date;Nom;Devise;Avant commission;Commission;Net\n2026-02-01;GLOW;EUR;-49,00;0,00;-49,00\n2026-02-02;Pia;EUR;90,00;-1,00;89,00", "2026-02-01:49.00 2026-02-02:-90.00")]
    [InlineData("Fecha,Nombre,Divisa,Bruto,Comisión,Neto\n2026-02-01,GLOW,EUR,-49.00,0.00,-49.00\n2026-02-02,Pia,EUR,90.00,-1.00,89.00", "2026-02-01:49.00 2026-02-02:-90.00")]
    [InlineData("Date,Who,Zorb,Fees,Net total\n2026-02-01,GLOW,-49.00,0.00,-49.00\n2026-02-02,Pia,90.00,-1.00,89.00", "2026-02-01:49.00 2026-02-02:-90.00")]
    [InlineData("Day,Who,Foo,Bar,Baz\n2026-02-01,GLOW,-49.00,0.00,-49.00\n2026-02-02,Pia,90.00,-1.00,89.00", "2026-02-01:49.00 2026-02-02:-90.00")] // names that nobody knows
    public void The_amount_is_the_gross_of_gross_fee_and_net(string table, string rows) => Assert.Equal(rows, Table.Rows(table));

    [Theory]
    [InlineData("Datum;Text;Lastschrift Ursprungsbetrag;Betrag\n01.02.2026;RETOURE;45,00;48,00\n02.02.2026;GLOW;;-49,00\n03.02.2026;TIDE;;-9,00", "2026-02-01:-48.00 2026-02-02:49.00 2026-02-03:9.00")]
    [InlineData("Date,Text,Amount (credit),Amount (debit),Amount\n2026-02-01,GLOW,,49.00,-49.00\n2026-02-02,LINDEN,90.00,,90.00", "2026-02-01:49.00 2026-02-02:-90.00")]
    [InlineData("Datum;Text;Betrag;Soll;Haben\n01.02.2026;GLOW;-49,00;-49,00;\n02.02.2026;LINDEN;90,00;;90,00", "2026-02-01:49.00 2026-02-02:-90.00")]
    [InlineData("Date,Text,Amount,Debit,Credit\n2026-02-01,GLOW,49.00,49.00,\n2026-02-02,LINDEN,90.00,,90.00", "2026-02-01:49.00 2026-02-02:-90.00")] // only the two columns say which way
    public void An_amount_with_a_sign_stands_before_its_parts(string table, string rows) => Assert.Equal(rows, Table.Rows(table));

    [Fact]
    public void A_row_without_the_first_date_has_the_next() =>
        Assert.Equal("2026-02-03:9.00 2026-02-04:5.00", Table.Rows("Started Date,Completed Date,Text,Amount,State\n2026-02-01,2026-02-03,GLOW,-9.00,COMPLETED\n2026-02-04,,TIDE,-5.00,PENDING"));

    [Fact]
    public void Each_currency_may_have_a_column_of_its_own()
    {
        var rows = Table.Read("Date,Text,CAD$,USD$\n2026-02-01,GLOW,-9.00,\n2026-02-02,TIDE,,-5.00,");

        Assert.Equal([(9m, "CAD"), (5m, "USD")], rows.Select(row => (row.Invoice.TotalAmount!.Value, row.Invoice.Currency!)));
    }

    [Theory]
    [InlineData("Date,Text,Debit,Credit\n2026-02-01,GLOW,R1 204.50,\n2026-02-02,LINDEN,,R90.00")]
    [InlineData("Date,Text,Amount\n2026-02-01,GLOW,-R1204.50\n2026-02-02,LINDEN,R90.00")]
    public void Rand_are_written_with_a_letter(string table) =>
        Assert.Equal([(1204.5m, "ZAR"), (-90m, "ZAR")], Table.Read(table).Select(row => (row.Invoice.TotalAmount!.Value, row.Invoice.Currency!)));

    [Fact]
    public void Delimiters_at_the_end_of_a_row_are_no_part_of_its_description() =>
        Assert.Equal("GLOW", Table.Read("Date,Text,Amount\n2026-02-01,GLOW,-9.00,,\n2026-02-02,GLOW,-9.00,,")[0].Vendor.Name);

    [Theory]
    [InlineData("Buy,2026-02-01,GLOW,3,20.00,0.00,-60.00,USD\nFee,2026-02-02,TIDE,1,9.00,0.00,-9.00,USD", "2026-02-01:60.00 2026-02-02:9.00")] // quantity, price, commission, amount
    public void Without_a_header_the_amount_is_the_number_with_a_sign(string table, string rows) => Assert.Equal(rows, Table.Rows(table));

    [Theory]
    [InlineData("交易创建时间,交易对方,金额（元）,收/支\n2026-02-01 10:00:00,GLOW,49.00,支出\n2026-02-02 10:00:00,LINDEN,90.00,收入")]
    [InlineData("Дата операции;Описание;Сумма операции\n01.02.2026 10:00:00;GLOW;-49,00\n02.02.2026 10:00:00;LINDEN;90,00")]
    [InlineData("Tarih;Açıklama;Borç;Alacak\n01.02.2026;GLOW;49,00;\n02.02.2026;LINDEN;;90,00")]
    [InlineData("Datum provedení;Název obchodníka;Částka\n01.02.2026;GLOW;-49,00\n02.02.2026;LINDEN;90,00")]
    [InlineData("Fecha;Descripción;Egresos;Ingresos\n01/02/2026;GLOW;49,00;\n02/02/2026;LINDEN;;90,00")]
    public void Knows_the_columns_of_more_languages(string table) =>
        Assert.Equal([("GLOW", 49m), ("LINDEN", -90m)], Table.Read(table).Select(row => (row.Vendor.Name!, row.Invoice.TotalAmount!.Value)));

    [Fact]
    public void The_number_of_an_account_names_nobody() =>
        Assert.Equal("GLOW", Table.Read("Date,Counterparty IBAN code,Text,Amount\n2026-02-01,DE02120300000000202051,GLOW,-9.00").Single().Vendor.Name);

    [Fact]
    public void A_line_that_has_neither_the_day_nor_the_amount_of_the_rows_is_no_transaction() =>
        Assert.Equal("2026-02-06:-90.00 2026-02-14:9.00", Table.Rows("settlement,deposit-date,total-amount,type,posted-date,text,amount\n1,2026-02-17,81.00,,,,\n1,,,Order,2026-02-06,Mug,90.00\n1,,,Fee,2026-02-14,Plan,-9.00"));

    [Theory]
    [InlineData("Text,Zorb,Value date,Amount\nGLOW,2026-02-03,2026-02-01,-9.00", "2026-02-03:9.00")] // the value date is known, the day beside it is not
    [InlineData("Tarih/Saat;Açıklama;Tutar*\n13/02/2026-10:11:12;GLOW;-9,00", "2026-02-13:9.00")]
    [InlineData("Date,Text,Billing amount,Transaction amount\n2026-02-01,GLOW,352.10,45.00", "2026-02-01:352.10")]
    [InlineData("Date,Product,Consumed quantity,ExtendedCost\n2026-02-01,Compute,24,0.2496", "2026-02-01:0.25")]
    [InlineData("2026-02-01,1200,,GLOW,8800\n2026-02-02,,5000,LINDEN,13800", "2026-02-01:1200.00 2026-02-02:-5000.00")] // whole numbers without a header
    [InlineData("Zorb,Velda,Tronq,Plimo,Graxe\n2026.02.03,GLOW,\"1,200\",,\"8,800\"\n2026.02.02,LINDEN,,\"5,000\",\"10,000\"\n2026.02.01,TIDE,300,,\"5,000\"", "2026-02-03:1200.00 2026-02-02:-5000.00 2026-02-01:300.00")] // a running balance proves whole numbers to be money
    public void Finds_the_day_and_the_amount(string table, string rows) => Assert.Equal(rows, Table.Rows(table));
}
