using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>What came back: a credit that names an invoice settles it or a part of it; the others wait for the charge they fit.</summary>
internal static class CreditMatching
{
    /// <summary>A refund reaches the card so many days after its credit note at most.</summary>
    private const int RefundDays = 45;

    private const int DaysBefore = 10;

    public static void Settle(VendorLedger ledger, ExchangeTable rates)
    {
        var numbers = Numbers(ledger);
        var hasUnnumbered = ledger.Documents.Any(document => document is { Role: DocumentRole.Charge, CopyOf: null, Number.Length: 0 });
        var foreign = new ForeignRefunds(ledger, rates);
        var credits = new List<CreditEntry>();
        foreach (var document in ledger.Documents)
        {
            if (document.ReconciledAs is not null)
            {
                continue;
            }

            if (document.Role is DocumentRole.Credit)
            {
                credits.Add(EntryOf(document, numbers, hasUnnumbered, foreign.OriginalOf(document)));
            }
            else if (document.Role is DocumentRole.Charge)
            {
                credits.AddRange(LinesOf(document));
            }
        }

        ledger.Credits = WithoutRefundRows(ledger, credits);
        foreach (var credit in ledger.Credits)
        {
            if (numbers.TryGetValue(credit.Names, out var charges))
            {
                SettleNamed(ledger, credit, charges);
            }
        }
    }

    private static Dictionary<string, List<LedgerDocument>> Numbers(VendorLedger ledger)
    {
        var numbers = new Dictionary<string, List<LedgerDocument>>(StringComparer.Ordinal);
        foreach (var document in ledger.Documents)
        {
            if (document is { Role: DocumentRole.Charge, CopyOf: null, Number.Length: > 0 })
            {
                if (!numbers.TryGetValue(document.Number, out var same))
                {
                    numbers[document.Number] = same = [];
                }

                same.Add(document);
            }
        }

        return numbers;
    }

    private static CreditEntry EntryOf(LedgerDocument document, Dictionary<string, List<LedgerDocument>> numbers, bool hasUnnumbered, (string Currency, decimal Amount) original)
    {
        var named = LedgerDocument.NumberKey(document.Header.RelatedInvoiceNumber);
        if (named.Length == 0)
        {
            // "Credit for UR-60442": the number stands in the line or the notes.
            var words = document.Invoice.LineItems.SelectMany(line => LedgerDocument.WordsOf(line.Description)).Concat(LedgerDocument.WordsOf(document.Header.Notes));
            named = words.FirstOrDefault(word => word.Length >= LedgerDocument.ShortestReference && numbers.ContainsKey(word)) ?? "";
        }

        // A number that nobody has may be that of a charge whose number was not read.
        if (named.Length > 0 && !numbers.ContainsKey(named) && hasUnnumbered)
        {
            named = "";
        }

        return new()
        {
            Document = document,
            Date = document.Date,
            Amount = Math.Abs(original.Amount),
            Currency = original.Currency,
            Names = named,
            Line = document.Invoice.LineItems.FirstOrDefault(line => line.Type is not LineItemType.Tax),
        };
    }

    /// <summary>Negative lines inside an invoice, such as unused time: they lower its total, and settle a charge of before.</summary>
    private static IEnumerable<CreditEntry> LinesOf(LedgerDocument document)
    {
        foreach (var line in document.Invoice.LineItems)
        {
            if (line.Amount is { } amount and < 0m && line.Type is LineItemType.Credit or LineItemType.Refund or LineItemType.Charge)
            {
                yield return new() { Document = document, Date = document.Date, Amount = -amount, Currency = document.Currency ?? "", Line = line };
            }
        }
    }

    /// <summary>A refund on the card is the payment of a credit note, not a second credit.</summary>
    /// <param name="credits">Sorted by date.</param>
    private static List<CreditEntry> WithoutRefundRows(VendorLedger ledger, List<CreditEntry> credits)
    {
        var notes = new Dictionary<(string, decimal), Queue<CreditEntry>>();
        foreach (var note in credits.Where(credit => credit.Document.Header.Kind is not InvoiceKind.Statement))
        {
            if (!notes.TryGetValue((note.Currency, note.Amount), out var equal))
            {
                notes[(note.Currency, note.Amount)] = equal = new();
            }

            equal.Enqueue(note);
        }

        return credits.FindAll(row =>
        {
            if (row.Document.Header.Kind is not InvoiceKind.Statement || !notes.TryGetValue((row.Currency, row.Amount), out var equal))
            {
                return true;
            }

            // Rows come in the order of time: a note that is too old for this one is too old for all that follow.
            while (equal.TryPeek(out var old) && row.Date.DayNumber - old.Date.DayNumber > RefundDays)
            {
                equal.Dequeue();
            }

            if (!equal.TryPeek(out var note) || row.Date.DayNumber - note.Date.DayNumber < -DaysBefore)
            {
                return true;
            }

            equal.Dequeue();
            ledger.Reconcile(row.Document, "STATEMENT_ROW", $"{row.Document.Describe()} is the payment of the credit {note.Document.Describe()}: one credit.", note.Document);
            return false;
        });
    }

    private static void SettleNamed(VendorLedger ledger, CreditEntry credit, List<LedgerDocument> charges)
    {
        var rest = credit.Amount;
        foreach (var charge in charges.Where(charge => charge.Currency == credit.Currency))
        {
            var open = charge.Total - charge.Credited;
            var part = Math.Min(rest, open);
            if (part <= 0m)
            {
                continue;
            }

            rest -= part;
            charge.Credited += part;
            if (part == open)
            {
                ledger.Reconcile(charge, "CREDITED", $"{credit.Document.Describe()} credits all of {charge.Describe()}.", credit.Document);
            }
            else
            {
                ledger.Explain("CREDITED", $"{credit.Document.Describe()} credits {new Money(part, credit.Currency)} of {charge.Describe()}.", credit.Document, charge);
            }
        }
    }
}
