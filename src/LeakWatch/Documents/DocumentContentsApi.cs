using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using LeakWatch.Core.Invoices.Statements;
using LeakWatch.Core.Serialization;
using LeakWatch.Data;
using LeakWatch.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Documents;

/// <summary>What a document says: its text by page or row, its invoices, and a person's corrections of them.</summary>
internal static class DocumentContentsApi
{
    /// <summary>A statement of 20 MB is parsed from its beginning for each page of rows; more at once would be felt by others.</summary>
    private static readonly SemaphoreSlim Parsing = new(2);

    public static void MapDocumentContents(this RouteGroupBuilder documents)
    {
        documents.MapGet("/{documentId:guid}/pages/{page:int:min(1)}", GetPage).WithName("getDocumentPage").WithSummary("The text of a page, line by line with its place.");
        documents.MapGet("/{documentId:guid}/rows", ListRows).WithName("listDocumentRows").WithSummary("The rows of a delimited document, in its order.");
        documents.MapGet("/{documentId:guid}/invoices", ListInvoices).WithName("listDocumentInvoices").WithSummary("The invoices of the current version, in the document's order.");
        documents.MapPatch("/{documentId:guid}/invoices/{position:int:min(0)}", CorrectInvoice).RequireStoreTeam().WithName("correctInvoice")
            .WithSummary("Corrects fields of an invoice; its proof is computed anew and detection looks again. Takes the document's ETag as If-Match.");
    }

    private static async Task<Results<Ok<PageView>, ProblemHttpResult>> GetPage(
        Guid shopId, Guid documentId, int page, Guid? versionId, Caller caller, TenantDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.OpenToRead(caller.OrganizationId);
        if (await DocumentQuery.VersionAsync(db, shopId, documentId, versionId, cancellationToken) is not { } version
            || await db.ExtractedPages.AsNoTracking().SingleOrDefaultAsync(one => one.DocumentVersionId == version.Id && one.Number == page, cancellationToken) is not { } text)
        {
            return TypedResults.Problem(ErrorResults.NotFound);
        }

        var origin = await db.ExtractedTexts.Where(one => one.Id == version.Id).Select(one => one.Origin).SingleAsync(cancellationToken);
        var lines = JsonSerializer.Deserialize(text.Lines, CoreJson.Default.IReadOnlyListTextLine)!;
        return TypedResults.Ok(new PageView(text.Number, version.PageCount ?? 1, text.Width, text.Height, origin, [.. lines.Select(LineView.Of)]));
    }

    private static async Task<Results<Ok<Page<RowView>>, ProblemHttpResult>> ListRows(
        Guid shopId, Guid documentId, [AsParameters] RowsQuery query, Caller caller, TenantDatabase database, CancellationToken cancellationToken)
    {
        if (!TryCursor(query.Cursor, out var after))
        {
            return TypedResults.Problem(Paging.NoCursor);
        }

        var from = Math.Max(after + 1, query.From ?? 1);
        await Parsing.WaitAsync(cancellationToken);
        try
        {
            var text = await database.ReadAsync(caller.OrganizationId, async db =>
                await DocumentQuery.VersionAsync(db, shopId, documentId, query.VersionId, cancellationToken) is { } version
                    ? await db.ExtractedTexts.AsNoTracking().Where(one => one.Id == version.Id).Select(one => one.DelimitedText).SingleOrDefaultAsync(cancellationToken)
                    : null);
            if (text is null)
            {
                return TypedResults.Problem(ErrorResults.NotFound);
            }

            var size = query.Limit ?? Paging.DefaultLimit;
            var rows = DelimitedRows.Read(text, TableDialect.Detect(text)).SkipWhile(row => row.Line < from).Take(size + 1).ToList();
            return TypedResults.Ok(Page<RowView>.Of(rows, size, row => new RowView(row.Line, row.Cells), row => Paging.Write(row.Line.ToString(CultureInfo.InvariantCulture))));
        }
        finally
        {
            Parsing.Release();
        }
    }

    private static async Task<Results<Ok<Page<InvoiceView>>, ProblemHttpResult>> ListInvoices(
        Guid shopId, Guid documentId, [AsParameters] PageQuery query, Caller caller, TenantDatabase database, CancellationToken cancellationToken)
    {
        if (!TryCursor(query.Cursor, out var after))
        {
            return TypedResults.Problem(Paging.NoCursor);
        }

        await using var db = database.OpenToRead(caller.OrganizationId);
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(one => one.ShopId == shopId && one.Id == documentId && one.DeletedAt == null, cancellationToken);
        if (document is null)
        {
            return TypedResults.Problem(ErrorResults.NotFound);
        }

        var invoices = document.CurrentVersionId is { } version
            ? await InvoiceView.ListAsync(db, version, query.Cursor is null ? 0 : after + 1, query.Size + 1, cancellationToken)
            : [];
        return TypedResults.Ok(Page<InvoiceView>.Of(invoices, query.Size, invoice => invoice, invoice => Paging.Write(invoice.Position.ToString(CultureInfo.InvariantCulture))));
    }

    private static async Task<Results<OkWithETag<DocumentView>, ProblemHttpResult>> CorrectInvoice(
        Guid shopId, Guid documentId, int position, CorrectInvoiceRequest request, HttpContext context, Caller caller, InvoiceEditing editing, CancellationToken cancellationToken)
    {
        if (request.Corrections.Any(one => one is null))
        {
            return TypedResults.Problem(ErrorResults.Invalid("corrections", "A correction is null."));
        }

        var corrected = await editing.CorrectAsync(context, caller, shopId, documentId, position, [.. request.Corrections.Select(one => new Core.Invoices.InvoiceCorrection(one.Field, one.Value))], cancellationToken);
        return corrected.IsOk ? new OkWithETag<DocumentView>(corrected.Value) : TypedResults.Problem(corrected.Error);
    }

    private static bool TryCursor(string? cursor, out int after)
    {
        after = 0;
        var read = Paging.Read(cursor, parts: 1);
        return read.IsOk && (read.Value is null || (int.TryParse(read.Value[0], NumberStyles.None, CultureInfo.InvariantCulture, out after) && after < int.MaxValue - 1));
    }
}

/// <param name="From">Begins with this row; for the place that evidence points to.</param>
public sealed record RowsQuery(
    Guid? VersionId, [property: Range(1, int.MaxValue)] int? From, [property: StringLength(Paging.LongestCursor)] string? Cursor, [property: Range(1, Paging.MaximumLimit)] int? Limit);

public sealed record CorrectInvoiceRequest([property: MinLength(1), MaxLength(50)] IReadOnlyList<CorrectionRequest> Corrections);

/// <param name="Field">Path in schema 1.0, such as <c>invoice.totalAmount</c> or <c>lineItems.L1.amount</c>.</param>
/// <param name="Value">As the schema writes it; null when the document does not say it.</param>
public sealed record CorrectionRequest([property: StringLength(150)] string Field, [property: StringLength(300)] string? Value);
