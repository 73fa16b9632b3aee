namespace LeakWatch.Samples.Layouts;

/// <summary>Eine Rechnung: net, value added tax and gross, a line for the company register below.</summary>
internal static class GermanInvoice
{
    public static byte[] Render(Bill bill)
    {
        var vendor = bill.Vendor;
        using var paper = new Paper(Typeface.Liberation);
        paper.Ink(vendor.Colour.Red, vendor.Colour.Green, vendor.Colour.Blue).TextTo(Paper.Right, 60, vendor.Name, 16, strong: true).BlackInk()
            .Text(Paper.Left, 116, $"{vendor.LegalName} · {vendor.Address} · {vendor.City}", 6.5).Rule(120, to: 300)
            .Text(Paper.Left, 136, DemoStore.Name).Text(Paper.Left, 149, DemoStore.Address).Text(Paper.Left, 162, DemoStore.City)
            .Text(Paper.Left, 226, "Rechnung", 15, strong: true);

        double y = 136;
        foreach (var (label, value) in new[]
        {
            ("Rechnungsnummer", bill.Number), ("Rechnungsdatum", Print.Dotted(bill.Date)), ("Kundennummer", bill.Account ?? ""),
            ("Leistungszeitraum", $"{Print.Dotted(bill.PeriodStart!.Value)} - {Print.Dotted(bill.PeriodLastDay!.Value)}"),
        })
        {
            paper.Text(340, y, label, 8.5).TextTo(Paper.Right, y, value, 8.5);
            y += 14;
        }

        y = 262;
        paper.Text(Paper.Left, y, "Pos.", 8.5, strong: true).Text(84, y, "Bezeichnung", 8.5, strong: true).TextTo(360, y, "Menge", 8.5, strong: true)
            .TextTo(450, y, "Einzelpreis", 8.5, strong: true).TextTo(Paper.Right, y, "Betrag", 8.5, strong: true).Rule(y + 6, thickness: 0.8);
        var position = 0;
        foreach (var line in bill.Lines)
        {
            y += 22;
            position++;
            paper.Text(Paper.Left, y, Print.Quantity(position)).Text(84, y, line.Description).TextTo(360, y, Print.Quantity(line.Quantity))
                .TextTo(450, y, Print.Euros(line.UnitPrice)).TextTo(Paper.Right, y, Print.Euros(line.Amount));
        }

        y += 14;
        paper.Rule(y, from: 300)
            .Text(300, y + 16, "Nettobetrag").TextTo(Paper.Right, y + 16, Print.Euros(bill.Subtotal))
            .Text(300, y + 31, $"zzgl. {vendor.TaxPercent:0} % USt.").TextTo(Paper.Right, y + 31, Print.Euros(bill.Tax))
            .Text(300, y + 50, "Rechnungsbetrag", 10.5, strong: true).TextTo(Paper.Right, y + 50, Print.Euros(bill.Total), 10.5, strong: true);
        y += 92;
        foreach (var note in bill.Notes.Append($"Der Betrag wurde am {Print.Dotted(bill.Date)} von Ihrer Kreditkarte ({bill.PaidWith}) abgebucht."))
        {
            paper.Text(Paper.Left, y, note);
            y += 15;
        }

        return paper.Rule(770).Text(Paper.Left, 784, $"{vendor.LegalName} · USt-IdNr. {vendor.TaxId} · {vendor.Email}", 7.5).ToPdf();
    }
}
