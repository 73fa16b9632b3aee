namespace LeakWatch.Core.Invoices.Reading;

/// <summary>Puts what was found together as one normalised invoice, with its proof and what is missing.</summary>
internal sealed class InvoiceAssembly(
    PageReading reading, InvoiceSource source, InvoiceKind kind, Totals totals, List<LineDraft> drafts, Found<string>? number, Found<DateText>? date, IReadOnlyList<Term> terms)
{
    private readonly Dictionary<string, Evidence> evidence = new(StringComparer.Ordinal);
    private readonly Found<PeriodText>? period = DateFinder.Period(reading);
    private readonly List<string> missing = [];
    private readonly List<string> warnings = [.. reading.Document.Warnings];

    public NormalizedInvoice Build()
    {
        var found = CurrencyFinder.Find(reading, totals);
        var currency = Field("invoice.currency", found);
        if (found is { Score: CurrencyScores.Unsure })
        {
            missing.Add("invoice.currency");
            warnings.Add($"The symbol of the amounts is used by several countries; {currency} is only the likeliest.");
        }

        var isCredit = kind is InvoiceKind.CreditNote;
        var lines = Lines(currency, isCredit, out var areMade);
        var header = Header(currency, isCredit, lines);
        var invoice = new NormalizedInvoice
        {
            Source = source,
            Vendor = Vendor(),
            Account = Field("account", NumberFinder.Account(reading)),
            Invoice = header,
            LineItems = lines,
            Terms = terms,
        };
        return invoice with { Quality = QualityOf(invoice, areMade), FieldEvidence = evidence };
    }

    private bool IsCharge => kind is InvoiceKind.Invoice or InvoiceKind.Receipt or InvoiceKind.CreditNote or InvoiceKind.Statement;

    private InvoiceVendor Vendor()
    {
        var name = Field("vendor.name", VendorFinder.Find(reading));
        return new()
        {
            Name = name,
            CanonicalName = VendorName.Trading(name),
            SupportEmail = Field("vendor.supportEmail", Contacts.SupportEmail(reading)),
            Website = Field("vendor.website", Contacts.Website(reading)),
            TaxId = Field("vendor.taxId", Contacts.TaxId(reading)),
        };
    }

    private InvoiceHeader Header(string? currency, bool isCredit, List<LineItem> lines)
    {
        var due = DateFinder.DueDate(reading);
        var (start, end) = (period?.Value.Start, period?.Value.End);
        if (period is null && lines.Where(line => line.PeriodStart is not null).Select(line => (line.PeriodStart, line.PeriodEnd, line.Evidence)).DistinctBy(line => (line.PeriodStart, line.PeriodEnd)).ToList() is [var only]
            && DateText.Find(only.Evidence.Excerpt, reading.Order) is not null)
        {
            (start, end) = (only.PeriodStart, only.PeriodEnd);
            evidence["invoice.billingPeriodStart"] = evidence["invoice.billingPeriodEnd"] = only.Evidence;
        }
        else if (period is { } found)
        {
            evidence["invoice.billingPeriodStart"] = evidence["invoice.billingPeriodEnd"] = found.Evidence;
        }

        if (date is { Value.IsAmbiguous: true })
        {
            warnings.Add($"The date \"{date.Value.Evidence.Excerpt}\" can be read day first or month first; it was read day first.");
        }

        return new()
        {
            Kind = kind,
            InvoiceNumber = Field("invoice.invoiceNumber", number),
            InvoiceDate = Date("invoice.invoiceDate", date) ?? reading.Document.Mail?.WrittenOn,
            DueDate = Date("invoice.dueDate", due),
            BillingPeriodStart = start,
            BillingPeriodEnd = end,
            Currency = currency,
            SubtotalAmount = Amount("invoice.subtotalAmount", totals.Subtotal, isCredit),
            TaxAmount = Amount("invoice.taxAmount", totals.Tax, isCredit),
            DiscountAmount = Amount("invoice.discountAmount", totals.Discount, false) is { } discount ? Math.Abs(discount) : null,
            TotalAmount = Amount("invoice.totalAmount", totals.Total, isCredit),
            AmountDue = Amount("invoice.amountDue", totals.AmountDue, false),
            PaymentMethodHint = Payment("invoice.paymentMethodHint", Label.PaymentMethod),
            PaymentReference = Reference(),
            Settlement = SettlementFinder.Of(reading),
            RelatedInvoiceNumber = Field("invoice.relatedInvoiceNumber", NumberFinder.Related(reading, number?.Value)),
        };
    }

    private List<LineItem> Lines(string? currency, bool isCredit, out bool areMade)
    {
        areMade = false;
        var lines = new List<LineItem>(drafts.Count);
        foreach (var draft in drafts)
        {
            lines.Add(LineItemBuilder.Build(reading, draft, lines.Count + 1, currency, isCredit, period?.Value));
        }

        if (lines.Count == 0 && IsCharge && totals.Total is { } total)
        {
            // A charge has at least one line: where the page shows none that can be told apart, the total's own row stands for it.
            areMade = true;
            var net = totals.Subtotal ?? total;
            lines.Add(new()
            {
                LineId = "L1",
                Type = isCredit ? LineItemType.Credit : LineItemType.Charge,
                Description = net.Evidence.Excerpt,
                Amount = Signed(net.Value, isCredit),
                Currency = currency,
                Evidence = net.Evidence,
            });
        }

        return lines;
    }

    private Quality QualityOf(NormalizedInvoice invoice, bool areMade)
    {
        var header = invoice.Invoice;
        if (IsCharge)
        {
            NoteMissing("vendor.name", invoice.Vendor.Name);
            NoteMissing("invoice.invoiceDate", header.InvoiceDate);
            NoteMissing("invoice.totalAmount", header.TotalAmount);
            NoteMissing("invoice.currency", header.Currency);
            if (header.TaxAmount is null && SumLabel.PrintsTax(reading))
            {
                missing.Add("invoice.taxAmount");
            }

            if (kind is InvoiceKind.Invoice or InvoiceKind.CreditNote)
            {
                NoteMissing("invoice.invoiceNumber", header.InvoiceNumber);
            }
        }

        var proof = InvoiceProof.Of(invoice, totals.OtherCharges);
        if (areMade)
        {
            warnings.Add("The lines could not be told apart; one line stands for the whole document.");
            proof = proof with { LinesSum = ProofCheck.Unknown };
            missing.Add("lineItems");
        }

        if (header.Currency is { } currency && CurrencyFinder.IsMixed(reading, currency))
        {
            warnings.Add("Amounts of more than one currency stand on the page.");
        }

        var unproved = proof.Fails ? ConfidenceScores.ProofFails : proof.Holds ? 0 : ConfidenceScores.ProofUnknown;
        var confidence = ConfidenceScores.Whole
            - (ConfidenceScores.Missing * missing.Count)
            - (ConfidenceScores.Warning * warnings.Count)
            - unproved
            - (reading.Text.Kind is EvidenceKind.ImageOcrLine ? ConfidenceScores.Picture : 0);
        confidence = Math.Max(ConfidenceScores.Lowest, confidence);
        return new() { Confidence = confidence, MissingFields = missing, Warnings = warnings, Proof = proof };
    }

    private void NoteMissing(string name, object? value)
    {
        if (value is null)
        {
            missing.Add(name);
        }
    }

    private string? Payment(string path, Label label)
    {
        var value = FieldFinder.Values(reading, label).FirstOrDefault(value => value.LabelOpensCell && value.Text.Length is > 1 and <= 60 && (value.HasColon || value.Placement is not Placement.Inline || value.LabelCell.Text.Length < 60));
        if (value is null)
        {
            return null;
        }

        evidence[path] = NumberFinder.EvidenceOf(reading, value);
        return value.Text.Split(',')[0].Trim();
    }

    private string? Reference()
    {
        foreach (var value in FieldFinder.Values(reading, Label.PaymentReference))
        {
            var word = value.Text.Split(' ')[0].Trim(',', ';', '.', ')', '(');
            if (word.Length is >= 4 and <= 60 && word.Any(char.IsAsciiDigit) && value.Cell.Dates.Count == 0)
            {
                evidence["invoice.paymentReference"] = NumberFinder.EvidenceOf(reading, value);
                return word;
            }
        }

        return null;
    }

    private string? Field(string path, Found<string>? found)
    {
        if (found is { } field)
        {
            evidence[path] = field.Evidence;
        }

        return found?.Value;
    }

    private DateOnly? Date(string path, Found<DateText>? found)
    {
        if (found is { } field)
        {
            evidence[path] = field.Evidence;
        }

        return found?.Value.Date;
    }

    private decimal? Amount(string path, Sum? sum, bool isCredit)
    {
        if (sum is not null)
        {
            evidence[path] = sum.Evidence;
        }

        return sum is null ? null : Signed(sum.Value, isCredit);
    }

    private static decimal Signed(decimal value, bool isCredit) => isCredit ? -Math.Abs(value) : value;
}
