using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices.SecondReader;
using LeakWatch.Core.Serialization;
using static LeakWatch.Core.Tests.Invoices.SecondReader.Exchange;

namespace LeakWatch.Core.Tests.Invoices.SecondReader;

/// <summary>What may leave, under which key an answer is kept, and what the receipt says of it.</summary>
public sealed class SecondReaderReceiptTests
{
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
        var key = Request(OddNumber).CacheKey;

        Assert.Equal(key, Request(OddNumber).CacheKey);
        Assert.Equal(key, Request(OddNumber.Replace("Tall Fern Supply LLC", "Mossbank Paper LLC  ", StringComparison.Ordinal)).CacheKey);
        Assert.NotEqual(key, Request(OddNumber.Replace("PF-2291", "PF-2292", StringComparison.Ordinal)).CacheKey);
        Assert.NotEqual(key, Request(OddNumber, "gpt-4o").CacheKey);
    }

    [Fact]
    public void The_receipt_says_what_left_and_what_it_cost_and_holds_none_of_it()
    {
        var request = Request(OddNumber);

        var receipt = request.Apply(Answer.Nothing.With("invoice.invoiceNumber", "PF-2291", "Docket mark: PF-2291", 2).Json, CallsMade.Made(1, new(2_000, 1_000, 500)), Now).Value!.Receipt;

        Assert.Equal((true, false, 1, 0.000525m), (receipt.HasLeft, receipt.IsFromCache, receipt.Calls, receipt.CostDollars));
        Assert.Equal(request.Document.Lines.Count, receipt.Lines);
        Assert.Equal(64, receipt.TextSha256.Length);
        Assert.DoesNotContain("PF-2291", System.Text.Json.JsonSerializer.Serialize(receipt, CoreJson.Default.LanguageModelReceipt), StringComparison.Ordinal);
    }

    [Fact]
    public void A_kept_answer_costs_nothing_and_nothing_leaves()
    {
        var receipt = Request(OddNumber).Apply(Answer.Nothing.Json, CallsMade.Kept, Now).Value!.Receipt;

        Assert.Equal((false, true, 0, 0m), (receipt.HasLeft, receipt.IsFromCache, receipt.Calls, receipt.CostDollars));
    }

    [Fact]
    public void The_cost_of_an_unknown_model_is_unknown_and_said_to_be()
    {
        var receipt = Request(OddNumber, "some-other-model").Apply(Answer.Nothing.Json, CallsMade.Made(1, new(1, 0, 1)), Now).Value!.Receipt;

        Assert.Null(receipt.CostDollars);
        Assert.Contains("some-other-model", receipt.CostNote, StringComparison.Ordinal);
    }
}
