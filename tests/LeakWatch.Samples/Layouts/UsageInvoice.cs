namespace LeakWatch.Samples.Layouts;

/// <summary>A table-heavy bill: numbered lines with units and rates, a summary on top, a dark header.</summary>
internal static class UsageInvoice
{
    public static byte[] Render(Bill bill)
    {
        var vendor = bill.Vendor;
        using var paper = new Paper(Typeface.Helvetica);
        paper.Band(40, 54, vendor.Colour).Ink(255, 255, 255)
            .Text(Paper.Left + 12, 72, vendor.Name, 15, strong: true).TextTo(Paper.Right - 12, 72, "Tax invoice", 11)
            .BlackInk()
            .Text(Paper.Left, 116, $"{vendor.LegalName}, {vendor.Address}, {vendor.City}", 8)
            .Text(Paper.Left, 128, vendor.Email, 8);

        (string Label, string Value)[] facts =
        [
            ("Invoice #", bill.Number), ("Issued", Print.Iso(bill.Date)),
            ("Service period", $"{Print.Iso(bill.PeriodStart!.Value)} to {Print.Iso(bill.PeriodLastDay!.Value)}"), ("Workspace", bill.Account ?? ""),
        ];
        for (var index = 0; index < facts.Length; index++)
        {
            var x = Paper.Left + (index * 125);
            paper.Text(x, 158, facts[index].Label, 7.5).Text(x, 171, facts[index].Value, 8.5, strong: true);
        }

        paper.Text(Paper.Left, 204, "Customer: " + DemoStore.Name + ", " + DemoStore.Address + ", " + DemoStore.City, 8);
        var y = Table(paper, bill, 236);
        paper.Rule(y - 4, from: 340, thickness: 0.8)
            .Text(340, y + 10, "Subtotal").TextTo(Paper.Right - 6, y + 10, Print.Dollars(bill.Subtotal))
            .Text(340, y + 25, "Tax (0%)").TextTo(Paper.Right - 6, y + 25, Print.Dollars(0))
            .Text(340, y + 44, "Total USD", 10.5, strong: true).TextTo(Paper.Right - 6, y + 44, Print.Dollars(bill.Total), 10.5, strong: true)
            .Text(Paper.Left, y + 84, $"Charged to {bill.PaidWith} on {Print.Iso(bill.Date)} (ref {bill.PaymentReference}). No payment is due.", 8);
        return paper.ToPdf();
    }

    private static double Table(Paper paper, Bill bill, double y)
    {
        paper.Band(y - 12, 17, (229, 231, 235))
            .Text(Paper.Left + 6, y, "#", 8, strong: true).Text(Paper.Left + 28, y, "Item", 8, strong: true)
            .TextTo(360, y, "Units", 8, strong: true).TextTo(440, y, "Rate", 8, strong: true).TextTo(Paper.Right - 6, y, "Amount", 8, strong: true);
        var number = 0;
        foreach (var line in bill.Lines)
        {
            y += 17;
            number++;
            if (number % 2 == 0)
            {
                paper.Band(y - 12, 17, (249, 250, 251));
            }

            paper.Text(Paper.Left + 6, y, Print.Quantity(number), 8).Text(Paper.Left + 28, y, line.Description, 8)
                .TextTo(360, y, Print.Quantity(line.Quantity), 8).TextTo(440, y, Print.Dollars(line.UnitPrice), 8)
                .TextTo(Paper.Right - 6, y, Print.Dollars(line.Amount), 8);
        }

        return y + 18;
    }
}
