namespace LeakWatch.Samples.Layouts;

/// <summary>The airy receipt that card processors send for subscriptions: a big sentence, then the lines.</summary>
internal static class CardReceipt
{
    public static byte[] Render(Bill bill)
    {
        var vendor = bill.Vendor;
        using var paper = new Paper(Typeface.Liberation);
        paper.Text(Paper.Left, 62, "Receipt", 20, strong: true)
            .Ink(vendor.Colour.Red, vendor.Colour.Green, vendor.Colour.Blue).TextTo(Paper.Right, 62, vendor.Name, 14, strong: true).BlackInk()
            .Text(Paper.Left, 90, "Invoice number", strong: true).Text(160, 90, bill.Number)
            .Text(Paper.Left, 104, "Receipt number", strong: true).Text(160, 104, bill.PaymentReference ?? bill.Number)
            .Text(Paper.Left, 118, "Date paid", strong: true).Text(160, 118, Print.Long(bill.Date))
            .Text(Paper.Left, 132, "Payment method", strong: true).Text(160, 132, bill.PaidWith ?? "None")
            .Text(Paper.Left, 168, vendor.LegalName, strong: true).Text(300, 168, "Bill to", strong: true)
            .Text(Paper.Left, 181, vendor.Address).Text(300, 181, DemoStore.Name)
            .Text(Paper.Left, 194, vendor.City).Text(300, 194, DemoStore.Address)
            .Text(Paper.Left, 207, vendor.Email).Text(300, 207, DemoStore.City);
        if (bill.Account is { } account)
        {
            paper.Text(300, 220, "Workspace: " + account);
        }

        paper.Text(Paper.Left, 256, $"{Print.Dollars(bill.Total)} paid on {Print.Long(bill.Date)}", 16, strong: true)
            .Text(Paper.Left, 292, "Description", 8).TextTo(390, 292, "Qty", 8).TextTo(460, 292, "Unit price", 8).TextTo(Paper.Right, 292, "Amount", 8)
            .Rule(298, thickness: 0.8);

        double y = 316;
        foreach (var line in bill.Lines)
        {
            paper.Text(Paper.Left, y, line.Description).TextTo(390, y, Print.Quantity(line.Quantity))
                .TextTo(460, y, Print.Dollars(line.UnitPrice)).TextTo(Paper.Right, y, Print.Dollars(line.Amount));
            if (bill is { PeriodStart: { } start, PeriodLastDay: { } last })
            {
                y += 13;
                paper.Text(Paper.Left, y, $"{Print.Short(start)} - {Print.Short(last)}", 8);
            }

            y += 22;
        }

        foreach (var (label, amount) in new[] { ("Subtotal", bill.Subtotal), ("Total", bill.Total), ("Amount paid", bill.Total) })
        {
            paper.Rule(y - 12, from: 300).Text(300, y, label, strong: label == "Amount paid").TextTo(Paper.Right, y, Print.Dollars(amount), strong: label == "Amount paid");
            y += 20;
        }

        y += 20;
        foreach (var note in bill.Notes)
        {
            paper.Text(Paper.Left, y, note, 8.5);
            y += 14;
        }

        return paper.ToPdf();
    }
}
