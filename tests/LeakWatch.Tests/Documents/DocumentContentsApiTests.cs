using System.Net;
using LeakWatch.Data;
using LeakWatch.Invoices;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Documents;

/// <summary>What a document says, and what a person says it really says.</summary>
public sealed class DocumentContentsApiTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    [Fact]
    public async Task Pages_are_lines_with_their_places()
    {
        var (document, _) = await shop.AddDocumentAsync();
        await shop.AddPageAsync(document, "Invoice A-1", "Total 50.00 USD");

        var page = await shop.GetAsync($"documents/{document}/pages/1");
        using var none = await shop.Http.GetAsync(shop.Path($"documents/{document}/pages/2"), Token);

        Assert.Equal(["Invoice A-1", "Total 50.00 USD"], page["lines"]!.AsArray().Select(line => (string)line!["text"]!));
        Assert.Equal((2, 0.1), ((int)page["lines"]![1]!["number"]!, (double)page["lines"]![1]!["box"]!["y"]!));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Rows_of_a_table_are_paged_and_can_begin_where_evidence_points()
    {
        var (document, _) = await shop.AddDocumentAsync("card.csv");
        await shop.AddRowsAsync(document, "Date,Text,Amount\n" + string.Concat(Enumerable.Range(1, 9).Select(row => $"2026-01-0{row},\"Row\n{row}\",{row}.00\n")));

        var first = await shop.GetAsync($"documents/{document}/rows?limit=6");
        var rest = await shop.GetAsync($"documents/{document}/rows?limit=6&cursor={first["nextCursor"]}");
        var near = await shop.GetAsync($"documents/{document}/rows?from=4&limit=1");

        Assert.Equal([1, 2, 4, 6, 8, 10, 12, 14, 16, 18], first["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(row => (int)row!["row"]!));
        Assert.Equal(["2026-01-02", "Row\n2", "2.00"], near["items"]![0]!["cells"]!.AsArray().Select(cell => (string)cell!));
    }

    [Fact]
    public async Task A_correction_counts_recomputes_the_proof_and_survives_another_reading()
    {
        var (document, version) = await shop.AddDocumentAsync(invoices: [ApiShop.Invoice(total: 60m)]);
        using var before = await shop.Http.GetAsync(shop.Path($"documents/{document}"), Token);

        using var corrected = await shop.SendAsync(HttpMethod.Patch, shop.Path($"documents/{document}/invoices/0"),
            new { corrections = new[] { new { field = "invoice.totalAmount", value = "50.00" } } }, ("If-Match", before.Headers.ETag!.ToString()));

        var invoice = (await ApiShop.ReadAsync(corrected))["invoices"]![0]!;
        Assert.Equal(("50.00", "HOLDS"), ((string?)invoice["invoice"]!["invoice"]!["totalAmount"], (string?)invoice["invoice"]!["quality"]!["proof"]!["total"]!["state"]));
        Assert.Equal(["invoice.totalAmount"], invoice["correctedFields"]!.AsArray().Select(field => (string)field!));
        Assert.Equal("DetectLeaks", await shop.AskAsync(db => db.Jobs.Select(job => job.Name).SingleAsync(Token)));
        Assert.Equal("invoice.corrected", await shop.AskAsync(db => db.AuditEntries.Where(entry => entry.SubjectId == document).Select(entry => entry.Action).SingleAsync(Token)));

        await using (var unit = await shop.Server.Tenants.BeginAsync(shop.OrganizationId, Token))
        {
            await InvoiceRows.SaveAsync(unit, await unit.Db.DocumentVersions.SingleAsync(one => one.Id == version, Token), [ApiShop.Invoice(total: 60m)], Token);
            await unit.CommitAsync(Token);
        }

        Assert.Equal(50m, await shop.AskAsync(db => db.Invoices.Select(one => one.TotalAmount).SingleAsync(Token)));
    }

    [Fact]
    public async Task A_correction_of_what_has_changed_meanwhile_is_refused()
    {
        var (document, _) = await shop.AddDocumentAsync(invoices: [ApiShop.Invoice()]);
        using var before = await shop.Http.GetAsync(shop.Path($"documents/{document}"), Token);
        var tag = ("If-Match", before.Headers.ETag!.ToString());
        var body = new { corrections = new[] { new { field = "account", value = "workspace-1" } } };
        await shop.SendAsync(HttpMethod.Patch, shop.Path($"documents/{document}/invoices/0"), body, tag);

        using var second = await shop.SendAsync(HttpMethod.Patch, shop.Path($"documents/{document}/invoices/0"), body, tag);

        await Problem.AssertAsync(second, HttpStatusCode.PreconditionFailed, "CONFLICT");
    }

    [Theory]
    [InlineData("invoice.colour", "red")]
    [InlineData("source.sha256", "x")]
    [InlineData("invoice.totalAmount", "fifty")]
    [InlineData("invoice.invoiceDate", "2026-02-30")]
    [InlineData("invoice.kind", "BILL")]
    [InlineData("invoice.kind", null)]
    [InlineData("lineItems.L9.amount", "1.00")]
    [InlineData("invoice.currency", "us dollars")]
    [InlineData("invoice.totalAmount", "100000000000000.00")]
    [InlineData("lineItems.L1.amount", "-100000000000000.00")]
    [InlineData("lineItems.L1.quantity", "100000000000000")]
    public async Task A_correction_that_cannot_be_changes_nothing(string field, string? value)
    {
        var (document, _) = await shop.AddDocumentAsync(invoices: [ApiShop.Invoice()]);

        using var refused = await shop.SendAsync(HttpMethod.Patch, shop.Path($"documents/{document}/invoices/0"), new { corrections = new[] { new { field, value } } });

        await Problem.AssertAsync(refused, HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        Assert.Equal(0, await shop.AskAsync(db => db.Corrections.CountAsync(Token)));
    }

    [Fact]
    public async Task A_correction_that_is_null_is_refused_by_its_place()
    {
        var (document, _) = await shop.AddDocumentAsync(invoices: [ApiShop.Invoice()]);

        using var refused = await shop.SendAsync(HttpMethod.Patch, shop.Path($"documents/{document}/invoices/0"), new { corrections = new object?[] { null } });

        await Problem.AssertAsync(refused, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "corrections");
    }

    [Fact]
    public async Task A_document_that_is_being_read_cannot_be_corrected()
    {
        var (document, version) = await shop.AddDocumentAsync(invoices: [ApiShop.Invoice()]);
        await shop.RunInTransactionAsync(db => db.DocumentVersions.Where(one => one.Id == version).ExecuteUpdateAsync(one => one.SetProperty(it => it.State, DocumentState.Normalizing), Token));

        using var refused = await shop.SendAsync(HttpMethod.Patch, shop.Path($"documents/{document}/invoices/0"), new { corrections = new[] { new { field = "account", value = "x" } } });

        await Problem.AssertAsync(refused, HttpStatusCode.Conflict, "CONFLICT");
    }
}
