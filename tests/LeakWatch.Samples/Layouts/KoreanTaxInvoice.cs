namespace LeakWatch.Samples.Layouts;

/// <summary>전자세금계산서: two parties side by side, supply value and tax in their own columns.</summary>
internal static class KoreanTaxInvoice
{
    public static byte[] Render(Bill bill)
    {
        var vendor = bill.Vendor;
        using var paper = new Paper(Typeface.Nanum);
        paper.Text(222, 64, "전자세금계산서", 18).TextTo(Paper.Right, 64, "승인번호 " + bill.Number, 8)
            .Frame(Paper.Left, 84, 246, 96).Frame(Paper.Left + 253, 84, 246, 96)
            .Text(Paper.Left + 8, 100, "공급자", 8).Text(Paper.Left + 8, 116, "등록번호 " + vendor.TaxId).Text(Paper.Left + 8, 131, "상호 " + vendor.LegalName)
            .Text(Paper.Left + 8, 146, "주소 " + vendor.Address).Text(Paper.Left + 8, 161, "이메일 " + vendor.Email)
            .Text(Paper.Left + 261, 100, "공급받는자", 8).Text(Paper.Left + 261, 116, "상호 " + DemoStore.Name).Text(Paper.Left + 261, 131, "주소 " + DemoStore.Address)
            .Text(Paper.Left, 206, $"작성일자 {Print.Iso(bill.Date)}").Text(220, 206, $"이용기간 {Print.Iso(bill.PeriodStart!.Value)} ~ {Print.Iso(bill.PeriodLastDay!.Value)}")
            .Band(222, 18, (229, 231, 235))
            .Text(Paper.Left + 6, 235, "품목").TextTo(320, 235, "수량").TextTo(390, 235, "단가").TextTo(465, 235, "공급가액").TextTo(Paper.Right - 6, 235, "세액");

        double y = 256;
        foreach (var line in bill.Lines)
        {
            var tax = Math.Round(line.Amount * vendor.TaxPercent / 100, 0);
            paper.Text(Paper.Left + 6, y, line.Description).TextTo(320, y, Print.Quantity(line.Quantity)).TextTo(390, y, Print.Won(line.UnitPrice))
                .TextTo(465, y, Print.Won(line.Amount)).TextTo(Paper.Right - 6, y, Print.Won(tax)).Rule(y + 7);
            y += 22;
        }

        return paper
            .Text(330, y + 12, "공급가액").TextTo(Paper.Right - 6, y + 12, Print.Won(bill.Subtotal) + "원")
            .Text(330, y + 28, $"부가세 ({vendor.TaxPercent:0}%)").TextTo(Paper.Right - 6, y + 28, Print.Won(bill.Tax) + "원")
            .Text(330, y + 48, "합계금액", 11).TextTo(Paper.Right - 6, y + 48, Print.Won(bill.Total) + "원", 11)
            .Text(Paper.Left, y + 80, "이 금액을 영수함. 결제수단: " + bill.PaidWith)
            .ToPdf();
    }
}
