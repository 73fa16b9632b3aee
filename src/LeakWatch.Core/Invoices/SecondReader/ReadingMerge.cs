using LeakWatch.Core.Invoices.Reading;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>
/// Puts the two readings together. What was read without a model and is proven stays; the model fills what is missing, and its sums and lines
/// count only where they add up. The result is taken only when it is better: a better proof, or as good a one with fewer missing fields.
/// </summary>
internal sealed class ReadingMerge
{
    private readonly PageReading reading;
    private readonly InvoiceSource source;
    private readonly NormalizedInvoice? printed;
    private readonly CheckedAnswer answer;
    private readonly InvoiceKind kind;
    private readonly HeaderMerge header;
    private readonly bool hasOwnLines;

    /// <param name="printed">What was read without a model; null when that found no invoice.</param>
    public ReadingMerge(PageReading reading, InvoiceSource source, NormalizedInvoice? printed, CheckedAnswer answer)
    {
        (this.reading, this.source, this.printed, this.answer) = (reading, source, printed, answer);
        kind = printed?.Invoice.Kind ?? answer.Kind;
        header = new(printed, answer);
        hasOwnLines = printed is not null && !printed.Quality.MissingFields.Contains("lineItems");
    }

    private bool IsCredit => kind is InvoiceKind.CreditNote;

    /// <returns>The better reading; null when the one without a model stands.</returns>
    public NormalizedInvoice? Better()
    {
        var best = Candidates().Where(candidate => candidate.IsAdmissible).OrderByDescending(candidate => candidate.Rank).ThenBy(candidate => candidate.Missing.Count).FirstOrDefault();
        if (best is null || (printed is not null && !IsBetter(best)))
        {
            return null;
        }

        return Finished(best);
    }

    /// <summary>Header fields that the picture seems to show and nothing confirms: left empty, named as missing, and told to the user.</summary>
    public NormalizedInvoice WithQuestions(NormalizedInvoice invoice)
    {
        var open = answer.Unconfirmed.Where(field => HeaderMerge.IsEmpty(invoice, field.Key)).ToList();
        return open.Count == 0 ? invoice : invoice with
        {
            Quality = invoice.Quality with
            {
                MissingFields = [.. invoice.Quality.MissingFields.Union(open.Select(field => field.Key))],
                Warnings = [.. invoice.Quality.Warnings, .. open.Select(field => $"The picture seems to show {field.Key} \"{field.Value}\", which the recognised text does not hold: please check it.")],
            },
        };
    }

    private bool IsBetter(Candidate candidate)
    {
        var (rank, missing) = (RankOf(ProofOf(printed!)), printed!.Quality.MissingFields.Count);
        return candidate.Rank > rank || (candidate.Rank == rank && candidate.Missing.Count < missing);
    }

    private IEnumerable<Candidate> Candidates()
    {
        if (printed is not null)
        {
            yield return Of(Sums.Own, useOwnLines: true);
        }

        // A line that stands for the whole document adds up to anything.
        if (hasOwnLines)
        {
            yield return Of(Sums.Filled, useOwnLines: true);
            if (ProofOf(printed!).Holds)
            {
                yield break;
            }

            yield return Of(Sums.Models, useOwnLines: true);
        }

        yield return Of(Sums.Filled, useOwnLines: false);
        yield return Of(Sums.Models, useOwnLines: false);
    }

    private Candidate Of(Sums sums, bool useOwnLines)
    {
        var (merged, used) = header.Merge(kind, sums);
        var currency = merged.Invoice.Currency;
        var lines = useOwnLines ? [.. printed!.LineItems.Select(line => line with { Currency = header.CurrencyIsNew ? currency : line.Currency })] : LinesOf(currency);
        var invoice = new NormalizedInvoice
        {
            Source = source,
            Vendor = merged.Vendor,
            Account = merged.Account,
            Invoice = merged.Invoice,
            LineItems = lines,
            Terms = printed?.Terms ?? [],
            FieldEvidence = merged.Evidence,
        };
        // Other charges between subtotal and total are known to the first reading alone: its proof stands as long as its numbers do.
        var proof = useOwnLines && sums is Sums.Own ? ProofOf(printed!) : InvoiceProof.Of(invoice);
        return new(invoice, proof, MissingOf(invoice, useOwnLines), IsAdmissible(invoice, proof, sums, useOwnLines), useOwnLines ? used : [.. used, "lineItems"]);
    }

    // A number of a model counts only inside a sum that holds; one that replaces a printed total needs both sums.
    private bool IsAdmissible(NormalizedInvoice invoice, Proof proof, Sums sums, bool useOwnLines)
    {
        if (useOwnLines && sums is Sums.Own)
        {
            return true;
        }

        var linesHold = proof.LinesSum.State is ProofState.Holds;
        var replacesTotal = printed?.Invoice.TotalAmount is { } total && total != invoice.Invoice.TotalAmount;
        return proof.Holds
            && (linesHold || useOwnLines)
            && (!replacesTotal || (linesHold && proof.Total.State is ProofState.Holds))
            && (printed is not null || invoice is { Vendor.Name: not null, Invoice: { TotalAmount: not null, Currency: not null } });
    }

    private List<LineItem> LinesOf(string? currency)
    {
        var period = answer.Period is { Value: var (start, end) } ? new PeriodText(start, end, 0, 0, false) : (PeriodText?)null;
        var lines = new List<LineItem>(answer.Lines.Count);
        foreach (var line in answer.Lines)
        {
            var item = LineItemBuilder.Build(reading, line.Draft, lines.Count + 1, currency, IsCredit, period);
            var type = IsCredit && line.Type is LineItemType.Charge ? item.Type : line.Type;
            lines.Add(item with
            {
                Type = type,
                Amount = type is LineItemType.Discount or LineItemType.Credit or LineItemType.Refund ? -Math.Abs(item.Amount ?? 0m) : item.Amount,
                PlanName = item.PlanName ?? line.PlanName,
                PeriodStart = item.PeriodStart ?? line.Period?.Start,
                PeriodEnd = item.PeriodEnd ?? line.Period?.End,
            });
        }

        return lines;
    }

    private List<string> MissingOf(NormalizedInvoice invoice, bool useOwnLines)
    {
        var missing = new List<string>();
        foreach (var (path, value) in new (string, object?)[]
        {
            ("vendor.name", invoice.Vendor.Name), ("invoice.invoiceDate", invoice.Invoice.InvoiceDate), ("invoice.totalAmount", invoice.Invoice.TotalAmount),
            ("invoice.currency", header.IsCurrencySure ? invoice.Invoice.Currency : null), ("lineItems", useOwnLines && !hasOwnLines ? null : invoice.LineItems),
            ("invoice.invoiceNumber", kind is InvoiceKind.Receipt ? "" : invoice.Invoice.InvoiceNumber),
        })
        {
            if (value is null)
            {
                missing.Add(path);
            }
        }

        return missing;
    }

    private NormalizedInvoice Finished(Candidate best)
    {
        string[] warnings =
        [
            .. printed?.Quality.Warnings ?? reading.Document.Warnings,
            .. best.Used.Count > 0 ? [$"Read with the help of a language model, and checked against the document: {string.Join(", ", best.Used)}."] : Array.Empty<string>(),
            .. answer.Discarded.Count > 0 ? [$"Parts of the language model's answer that the document does not print were thrown away: {string.Join("; ", answer.Discarded.Take(10))}."] : Array.Empty<string>(),
            .. best.Used.Contains("invoice.invoiceDate") && answer.InvoiceDate is { Value.IsAmbiguous: true } ? ["The invoice's date can be read day first or month first."] : Array.Empty<string>(),
        ];
        var proof = best.Proof;
        var confidence = 90 - (15 * best.Missing.Count) - (5 * (printed?.Quality.Warnings.Count ?? 0)) - (proof.Fails ? 25 : proof.Holds ? 0 : 15) - (reading.Text.Kind is EvidenceKind.ImageOcrLine ? 10 : 0);
        return best.Invoice with
        {
            Quality = new()
            {
                Confidence = Math.Clamp(confidence, 5, 100),
                MissingFields = best.Missing,
                Warnings = warnings,
                Method = printed is null ? ReadingMethod.Llm : ReadingMethod.Hybrid,
                Proof = proof,
            },
        };
    }

    private static Proof ProofOf(NormalizedInvoice invoice) => invoice.Quality.Proof ?? InvoiceProof.Of(invoice);

    private static int RankOf(Proof proof) => proof.Fails ? 0 : proof.Holds ? 2 : 1;

    private sealed record Candidate(NormalizedInvoice Invoice, Proof Proof, List<string> Missing, bool IsAdmissible, IReadOnlyList<string> Used)
    {
        public int Rank => RankOf(Proof);
    }
}
