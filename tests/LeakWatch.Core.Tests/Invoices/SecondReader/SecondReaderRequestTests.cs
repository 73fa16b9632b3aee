using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.SecondReader;
using static LeakWatch.Core.Tests.Invoices.SecondReader.Exchange;

namespace LeakWatch.Core.Tests.Invoices.SecondReader;

/// <summary>From a document that was read badly, over an answer, to the invoice that is kept.</summary>
public sealed class SecondReaderRequestTests
{
    // Two columns of prose: no table is found, so one line stands for the whole.
    private const string ProseLines = """
        Pinewood Forms, Inc.                                  INVOICE

        Invoice number: PF-2291                        Bill to
        Invoice date: March 4, 2026                    Tall Fern Supply LLC
                                                       9 Harbor Way

        For the team plan in March we bill USD 70.00 as agreed, and
        for the archive of your forms another USD 30.00 as every month.

        Subtotal                                               USD 100.00
        Tax                                                      USD 8.00
        Total                                                  USD 108.00
        """;

    [Fact]
    public void Fills_a_missing_field_and_keeps_what_was_proven()
    {
        var (before, result) = Apply(OddNumber, Answer.Nothing
            .With("invoice.invoiceNumber", "PF-2291", "Docket mark: PF-2291", 2)
            .With("invoice.totalAmount", "8.00", "Sales tax (8 %)   $8.00", 9));

        var invoice = Assert.Single(result.Invoices);
        Assert.Equal(SecondReadingOutcome.Taken, result.Receipt.Outcome);
        Assert.Equal("PF-2291", invoice.Invoice.InvoiceNumber);
        Assert.Equal((108m, 100m), (invoice.Invoice.TotalAmount, invoice.Invoice.SubtotalAmount));
        Assert.Equal(ReadingMethod.Hybrid, invoice.Quality.Method);
        Assert.Empty(invoice.Quality.MissingFields);
        Assert.Equal(["invoice.invoiceNumber"], before.Quality.MissingFields);
        Assert.True(invoice.Quality.Proof!.Holds);
    }

    [Fact]
    public void Points_a_filled_field_to_its_place()
    {
        var (_, result) = Apply(OddNumber, Answer.Nothing.With("invoice.invoiceNumber", "PF-2291", "Docket  mark: PF-2291", line: 40, page: 3));

        var evidence = result.Invoices[0].FieldEvidence!["invoice.invoiceNumber"];
        Assert.Equal((1, 2), (evidence.Pointer.Page, evidence.Pointer.LineStart));
        Assert.Equal("Docket mark: PF-2291", evidence.Excerpt);
        Assert.InRange(evidence.Pointer.Box!.Value.Width, 0.1, 0.3);
    }

    [Fact]
    public void Takes_lines_that_add_up_where_none_could_be_told_apart()
    {
        var (before, result) = Apply(ProseLines, Answer.Nothing
            .Line("team plan in March", "70.00", "For the team plan in March we bill USD 70.00", line: 6)
            .Line("archive of your forms", "30.00", "for the archive of your forms another USD 30.00", line: 7));

        var invoice = Assert.Single(result.Invoices);
        Assert.Contains("lineItems", before.Quality.MissingFields);
        Assert.Equal([70m, 30m], invoice.LineItems.Select(line => line.Amount!.Value));
        Assert.Equal(["USD", "USD"], invoice.LineItems.Select(line => line.Currency));
        Assert.Equal(ProofState.Holds, invoice.Quality.Proof!.LinesSum.State);
        Assert.Empty(invoice.Quality.MissingFields);
    }

    [Fact]
    public void Leaves_lines_that_do_not_add_up()
    {
        var (before, result) = Apply(ProseLines, Answer.Nothing.Line("team plan in March", "70.00", "For the team plan in March we bill USD 70.00", line: 6));

        Assert.Equal(SecondReadingOutcome.NotBetter, result.Receipt.Outcome);
        Assert.Same(before, Assert.Single(result.Invoices));
    }

    [Theory]
    [InlineData("9999.00", "Total USD $9999.00")] // neither is printed
    [InlineData("9999.00", "Total USD $108.00")] // the excerpt is, the amount is not
    [InlineData("08.00", "08.00")] // a part of a printed amount
    [InlineData("108.00", "Total USD $108.00 is due at once")] // more than is printed
    public void Throws_away_what_the_document_does_not_print(string amount, string excerpt)
    {
        var (_, result) = Apply(OddNumber, Answer.Nothing.With("invoice.invoiceNumber", "PF-2291", "Docket mark: PF-2291", 2).With("invoice.totalAmount", amount, excerpt, 10));

        Assert.Single(result.Receipt.Discarded, text => text.StartsWith("invoice.totalAmount: ", StringComparison.Ordinal));
        Assert.Contains(result.Invoices[0].Quality.Warnings, warning => warning.Contains("invoice.totalAmount", StringComparison.Ordinal));
        Assert.Equal(108m, result.Invoices[0].Invoice.TotalAmount);
    }

    [Theory]
    [InlineData("invoice.invoiceNumber", "2291", "Docket mark: PF-2291")] // part of a number
    [InlineData("invoice.invoiceNumber", "March 4, 2026", "Invoice date: March 4, 2026")] // a date is none
    [InlineData("invoice.invoiceNumber", "Portland", "Portland, OR 97205")] // a town is none
    [InlineData("invoice.invoiceNumber", "PF-1", "Docket mark: PF-2291")] // another one
    public void Believes_no_number_that_is_not_one(string path, string value, string excerpt)
    {
        var (before, result) = Apply(OddNumber, Answer.Nothing.With(path, value, excerpt, 2));

        Assert.Same(before, Assert.Single(result.Invoices));
        Assert.NotEmpty(result.Receipt.Discarded);
    }

    [Fact]
    public void Reads_placeholders_as_the_words_they_stand_for()
    {
        const string Page = """
            Pinewood Forms, Inc.                                  INVOICE

            Docket mark: PF-2291                           Bill to
            Invoice date: March 4, 2026                    Tall Fern Supply LLC
            Workspace: tallfern-eu                         9 Harbor Way

            Description                          Qty    Unit price      Amount
            Seats for Tall Fern Supply LLC         5        $20.00     $100.00
            Total USD                                                  $100.00
            """;
        var request = Request(Page);
        var masked = request.Document.Lines.Single(line => line.Text.StartsWith("Workspace", StringComparison.Ordinal)).Text;
        var account = masked[masked.IndexOf('⟦')..(masked.IndexOf('⟧') + 1)];

        var result = Applied(request, Answer.Nothing
            .With("invoice.invoiceNumber", "PF-2291", "Docket mark: PF-2291", 2)
            .With("account", account, $"Workspace: {account}", 4));

        Assert.Equal("tallfern-eu", result.Invoices[0].Account);
        Assert.DoesNotContain("tallfern", request.Question.Document, StringComparison.Ordinal);
    }

    [Fact]
    public void Never_takes_the_customer_for_the_vendor()
    {
        var request = Request(OddNumber);
        var customer = request.Document.Lines.First(line => line.Text.Contains("CUSTOMER", StringComparison.Ordinal)).Text;
        var placeholder = customer[customer.IndexOf('⟦')..(customer.IndexOf('⟧') + 1)];

        var result = Applied(request, Answer.Nothing.With("vendor.supportEmail", placeholder, placeholder, 3).With("vendor.name", placeholder, placeholder, 3));

        Assert.Equal(["vendor.name: it is the customer's", "vendor.supportEmail: it is the customer's"], result.Receipt.Discarded.Order());
    }

    [Fact]
    public void A_printed_total_gives_way_only_to_one_that_both_sums_prove()
    {
        const string Page = """
            Pinewood Forms, Inc.                                  INVOICE
            Invoice number: PF-2291
            Invoice date: March 4, 2026

            Description                                                 Amount
            Team plan                                                  $100.00
            Archive                                                     $20.00
            Total USD                                                  $108.00
            """;

        var (before, result) = Apply(Page, Answer.Nothing.With("invoice.totalAmount", "100.00", "$100.00", 4).Line("Archive", "20.00", "Archive   $20.00", line: 6));

        Assert.Same(before, Assert.Single(result.Invoices));
        Assert.Equal(SecondReadingOutcome.NotBetter, result.Receipt.Outcome);
    }

    [Fact]
    public void A_document_that_does_not_add_up_stays_as_printed()
    {
        var page = OddNumber.Replace("$108.00", "$109.00", StringComparison.Ordinal);

        var (_, result) = Apply(page, Answer.Nothing.With("invoice.invoiceNumber", "PF-2291", "Docket mark: PF-2291", 2).With("invoice.totalAmount", "108.00", "Total USD $109.00", 10));

        Assert.Equal(109m, result.Invoices[0].Invoice.TotalAmount);
        Assert.True(result.Invoices[0].Quality.Proof!.Fails);
        Assert.Equal("PF-2291", result.Invoices[0].Invoice.InvoiceNumber);
    }

    [Fact]
    public void An_invoice_that_only_the_model_saw_must_prove_itself()
    {
        var complete = Unread().With("invoice.subtotalAmount", "100.00", "Net worth 100.00", 4).With("invoice.taxAmount", "8.00", "Levy 8.00", 5).Line("Team plan", "100.00", "Team plan USD 100.00", line: 3);

        var taken = Applied(Request(UnreadPage), complete);
        var refused = Applied(Request(UnreadPage), Unread());

        Assert.Equal(SecondReadingOutcome.Taken, taken.Receipt.Outcome);
        Assert.Equal((ReadingMethod.Llm, 108m, "USD"), (taken.Invoices[0].Quality.Method, taken.Invoices[0].Invoice.TotalAmount, taken.Invoices[0].Invoice.Currency));
        Assert.Empty(refused.Invoices);
    }

    [Fact]
    public void No_invoice_is_an_answer()
    {
        var (before, result) = Apply(OddNumber, Answer.Nothing.Kind("NONE"));

        Assert.Equal(SecondReadingOutcome.NoInvoice, result.Receipt.Outcome);
        Assert.Same(before, Assert.Single(result.Invoices));
    }

    private const string UnreadPage = """
        Pinewood Forms, Inc.
        Rechnungsnummer unten, Summe unten
        Fatura mark PF-2291
        Team plan USD 100.00
        Net worth 100.00
        Levy 8.00
        Amount to settle now is USD 108.00 by transfer
        Total of all
        """;

    private static Answer Unread() => Answer.Nothing
        .With("vendor.name", "Pinewood Forms, Inc.", "Pinewood Forms, Inc.", 1)
        .With("invoice.invoiceNumber", "PF-2291", "Fatura mark PF-2291", 2)
        .With("invoice.currency", "USD", "USD 108.00", 6)
        .With("invoice.totalAmount", "108.00", "Amount to settle now is USD 108.00", 6);
}
