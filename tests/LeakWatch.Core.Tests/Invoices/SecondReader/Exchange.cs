using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.SecondReader;

namespace LeakWatch.Core.Tests.Invoices.SecondReader;

/// <summary>A page, its reading, and the request that asks about it.</summary>
internal static class Exchange
{
    // The number stands behind a label no table of ours knows: the sums hold, the number is missing.
    public const string OddNumber = """
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

    public static DateTimeOffset Now { get; } = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    public static InvoiceSource Source { get; } = new() { FileName = "a.pdf" };

    public static IReadOnlyList<NormalizedInvoice> Read(ExtractedDocument document) => InvoiceReader.Read(document, Source).Value!;

    public static SecondReaderRequest Request(string page, string model = "gpt-4o-mini") => Request(page, out _, model);

    public static SecondReaderRequest Request(string page, out IReadOnlyList<NormalizedInvoice> printed, string model = "gpt-4o-mini")
    {
        var document = PrintedPage.Of(page);
        printed = Read(document);
        var request = SecondReaderRequest.Prepare(document, printed, Source, SecondReaderSettings.Default, model);
        Assert.NotNull(request);
        return request;
    }

    public static (NormalizedInvoice Before, SecondReaderResult After) Apply(string page, Answer answer)
    {
        var request = Request(page, out var printed);
        return (Assert.Single(printed), Applied(request, answer));
    }

    public static SecondReaderResult Applied(SecondReaderRequest request, Answer answer)
    {
        var result = request.Apply(answer.Json, CallsMade.Made(1, default), Now);
        Assert.True(result.IsOk, result.Error?.Message);
        return result.Value;
    }
}
