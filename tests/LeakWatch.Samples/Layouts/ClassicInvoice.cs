namespace LeakWatch.Samples.Layouts;

/// <summary>A ruled table under two address blocks: what most accounting programs print. Credit notes use it too.</summary>
internal static class ClassicInvoice
{
    public static byte[] Render(Bill bill)
    {
        var vendor = bill.Vendor;
        var isCredit = bill.Total < 0;
        using var paper = new Paper(Typeface.Helvetica);
        paper.Ink(vendor.Colour.Red, vendor.Colour.Green, vendor.Colour.Blue)
            .Text(Paper.Left, 66, vendor.Name, 18, strong: true)
            .TextTo(Paper.Right, 66, isCredit ? "CREDIT NOTE" : "INVOICE", 18, strong: true)
            .BlackInk()
            .Text(Paper.Left, 84, vendor.LegalName)
            .Text(Paper.Left, 96, vendor.Address)
            .Text(Paper.Left, 108, vendor.City)
            .Text(Paper.Left, 120, vendor.Email);

        double y = 84;
        foreach (var (label, value) in Facts(bill, isCredit))
        {
            paper.Text(370, y, label).TextTo(Paper.Right, y, value, strong: true);
            y += 13;
        }

        paper.Text(Paper.Left, 172, "Bill to", 8).Text(Paper.Left, 185, DemoStore.Name, strong: true)
            .Text(Paper.Left, 197, DemoStore.Address).Text(Paper.Left, 209, DemoStore.City);
        if (bill.Account is { } account)
        {
            paper.Text(Paper.Left, 221, "Account: " + account);
        }

        y = Table(paper, bill, 258);
        y = Totals(paper, bill, y, isCredit);
        foreach (var note in bill.Notes)
        {
            paper.Text(Paper.Left, y, note);
            y += 14;
        }

        return paper.ToPdf();
    }

    private static IEnumerable<(string Label, string Value)> Facts(Bill bill, bool isCredit)
    {
        yield return (isCredit ? "Credit note no." : "Invoice no.", bill.Number);
        yield return (isCredit ? "Credit date" : "Invoice date", Print.Long(bill.Date));
        if (bill.Due is { } due)
        {
            yield return ("Due date", Print.Long(due));
        }

        if (bill is { PeriodStart: { } start, PeriodLastDay: { } last })
        {
            yield return ("Billing period", $"{Print.Short(start)} - {Print.Short(last)}");
        }

        if (bill.CreditFor is { } number)
        {
            yield return ("For invoice", number);
        }
    }

    private static double Table(Paper paper, Bill bill, double y)
    {
        paper.Band(y - 12, 18, (243, 244, 246))
            .Text(Paper.Left + 4, y, "Description", strong: true).TextTo(370, y, "Qty", strong: true)
            .TextTo(450, y, "Unit price", strong: true).TextTo(Paper.Right - 4, y, "Amount", strong: true);
        foreach (var line in bill.Lines)
        {
            y += 20;
            paper.Text(Paper.Left + 4, y, line.Description).TextTo(370, y, Print.Quantity(line.Quantity))
                .TextTo(450, y, Print.Dollars(line.UnitPrice)).TextTo(Paper.Right - 4, y, Print.Dollars(line.Amount))
                .Rule(y + 6);
        }

        return y + 28;
    }

    private static double Totals(Paper paper, Bill bill, double y, bool isCredit)
    {
        paper.Text(370, y, "Subtotal").TextTo(Paper.Right - 4, y, Print.Dollars(bill.Subtotal));
        if (bill.Vendor.TaxPercent > 0)
        {
            y += 15;
            paper.Text(370, y, $"Sales tax ({bill.Vendor.TaxPercent:0.##}%)").TextTo(Paper.Right - 4, y, Print.Dollars(bill.Tax));
        }

        y += 19;
        paper.Text(370, y, isCredit ? "Total credit (USD)" : "Total (USD)", 11, strong: true).TextTo(Paper.Right - 4, y, Print.Dollars(bill.Total), 11, strong: true);
        if (bill.PaidWith is { } card)
        {
            y += 34;
            paper.Text(Paper.Left, y, $"Paid with {card}" + (bill.PaymentReference is { } reference ? $", payment reference {reference}" : ""));
        }

        return y + 22;
    }
}
