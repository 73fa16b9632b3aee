using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.LanguageModel;

namespace LeakWatch.Core.Tests.Invoices.LanguageModel;

/// <summary>From a document that was read badly, over an answer, to the invoice that is kept.</summary>
public sealed class SecondReaderRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    // The number stands behind a label no table of ours knows: the sums hold, the number is missing.
    private const string OddNumber = """
        Pinewood Forms, Inc.                                  INVOICE

        Docket mark: PF-2291                           Bill to
        Invoice date: March 4, 2026                    Tall Fern Supply LLC
        Due date: March 18, 2026                       9 Harbor Way
                                                       Portland, OR 97205

        Description                          Qty    Unit price      Amount
        Team plan (monthly)                    5        $20.00     $100.00
        Subtotal                                                   $100.00
        Sales tax (8 %)                                              $8.00
        Total USD                                                  $108.00
        """;

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
        var request = Request(Page, out _);
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
        var request = Request(OddNumber, out _);
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

        var taken = Applied(Request(UnreadPage, out _), complete);
        var refused = Applied(Request(UnreadPage, out _), Unread());

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

    [Fact]
    public void What_only_the_picture_shows_is_a_question_and_no_value()
    {
        var document = PrintedPage.Of(OddNumber) with { Origin = TextOrigin.Ocr };
        var picture = new PagePicture(1, "image/png", new byte[] { 1, 2, 3 });
        var request = SecondReaderRequest.Prepare(document, Read(document), Source, SecondReaderSettings.Default with { MayShowPictures = true }, "gpt-4o-mini", [picture])!;

        var result = Applied(request, Answer.Nothing.With("invoice.invoiceNumber", "PF-2297", "Docket mark: PF-2297", 2));

        var invoice = Assert.Single(result.Invoices);
        Assert.Equal(SecondReadingOutcome.ToConfirm, result.Receipt.Outcome);
        Assert.Null(invoice.Invoice.InvoiceNumber);
        Assert.Contains("invoice.invoiceNumber", invoice.Quality.MissingFields);
        Assert.Contains(invoice.Quality.Warnings, warning => warning.Contains("PF-2297", StringComparison.Ordinal));
        Assert.Equal(1, result.Receipt.Pictures);
    }

    [Fact]
    public void Pictures_stay_at_home_unless_the_organisation_allows_them()
    {
        var document = PrintedPage.Of(OddNumber) with { Origin = TextOrigin.Ocr };

        var request = SecondReaderRequest.Prepare(document, Read(document), Source, SecondReaderSettings.Default, "gpt-4o-mini", [new(1, "image/png", new byte[] { 1 })])!;

        Assert.Empty(request.Question.Pictures);
    }

    [Fact]
    public void Asks_nobody_when_switched_off_or_none_is_set_up()
    {
        var document = PrintedPage.Of(OddNumber);

        Assert.Null(SecondReaderRequest.Prepare(document, Read(document), Source, SecondReaderSettings.Default with { IsOn = false }, "gpt-4o-mini"));
        Assert.Null(SecondReaderRequest.Prepare(document, Read(document), Source, SecondReaderSettings.Default, null));
    }

    [Fact]
    public void The_key_of_kept_answers_depends_on_what_is_asked_and_of_whom()
    {
        var key = Request(OddNumber, out _).CacheKey;

        Assert.Equal(key, Request(OddNumber, out _).CacheKey);
        Assert.Equal(key, Request(OddNumber.Replace("Tall Fern Supply LLC", "Mossbank Paper LLC  ", StringComparison.Ordinal), out _).CacheKey);
        Assert.NotEqual(key, Request(OddNumber.Replace("PF-2291", "PF-2292", StringComparison.Ordinal), out _).CacheKey);
        Assert.NotEqual(key, Request(OddNumber, out _, "gpt-4o").CacheKey);
    }

    [Fact]
    public void The_receipt_says_what_left_and_what_it_cost_and_holds_none_of_it()
    {
        var request = Request(OddNumber, out _);

        var receipt = request.Apply(Answer.Nothing.With("invoice.invoiceNumber", "PF-2291", "Docket mark: PF-2291", 2).Json, CallsMade.Made(1, new(2_000, 1_000, 500)), Now).Value!.Receipt;

        Assert.Equal((true, false, 1, 0.000525m), (receipt.HasLeft, receipt.IsFromCache, receipt.Calls, receipt.CostDollars));
        Assert.Equal(request.Document.Lines.Count, receipt.Lines);
        Assert.Equal(64, receipt.TextSha256.Length);
        Assert.DoesNotContain("PF-2291", System.Text.Json.JsonSerializer.Serialize(receipt, CoreJson.Default.LanguageModelReceipt), StringComparison.Ordinal);
    }

    [Fact]
    public void A_kept_answer_costs_nothing_and_nothing_leaves()
    {
        var receipt = Request(OddNumber, out _).Apply(Answer.Nothing.Json, CallsMade.Kept, Now).Value!.Receipt;

        Assert.Equal((false, true, 0, 0m), (receipt.HasLeft, receipt.IsFromCache, receipt.Calls, receipt.CostDollars));
    }

    [Fact]
    public void The_cost_of_an_unknown_model_is_unknown_and_said_to_be()
    {
        var receipt = Request(OddNumber, out _, "some-other-model").Apply(Answer.Nothing.Json, CallsMade.Made(1, new(1, 0, 1)), Now).Value!.Receipt;

        Assert.Null(receipt.CostDollars);
        Assert.Contains("some-other-model", receipt.CostNote, StringComparison.Ordinal);
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

    private static InvoiceSource Source { get; } = new() { FileName = "a.pdf" };

    private static IReadOnlyList<NormalizedInvoice> Read(ExtractedDocument document) => InvoiceReader.Read(document, Source).Value!;

    private static SecondReaderRequest Request(string page, out IReadOnlyList<NormalizedInvoice> printed, string model = "gpt-4o-mini")
    {
        var document = PrintedPage.Of(page);
        printed = Read(document);
        var request = SecondReaderRequest.Prepare(document, printed, Source, SecondReaderSettings.Default, model);
        Assert.NotNull(request);
        return request;
    }

    private static (NormalizedInvoice Before, SecondReaderResult After) Apply(string page, Answer answer)
    {
        var request = Request(page, out var printed);
        return (Assert.Single(printed), Applied(request, answer));
    }

    private static SecondReaderResult Applied(SecondReaderRequest request, Answer answer)
    {
        var result = request.Apply(answer.Json, CallsMade.Made(1, default), Now);
        Assert.True(result.IsOk, result.Error?.Message);
        return result.Value;
    }
}
