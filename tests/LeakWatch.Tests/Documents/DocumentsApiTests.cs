using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LeakWatch.Core;
using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Documents;

public sealed class DocumentsApiTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    private static readonly byte[] File = Encoding.ASCII.GetBytes("%PDF-1.4 not much of one");

    private static readonly Error Corrupt = new(ErrorKind.Invalid, "FILE_CORRUPT", "invoice.pdf is damaged.");

    [Fact]
    public async Task A_file_is_announced_uploaded_completed_and_can_be_fetched_again()
    {
        var (document, answer) = await AnnounceAsync(File);
        using var put = await UploadAsync(answer, File);
        using var completed = await shop.PostAsync($"documents/{document}/complete");
        using var again = await shop.PostAsync($"documents/{document}/complete");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.Accepted), (put.StatusCode, completed.StatusCode, again.StatusCode));
        Assert.Equal("UPLOADED", (string?)(await shop.GetAsync($"documents/{document}"))["state"]);
        Assert.Equal(1, await shop.AskAsync(db => db.Jobs.CountAsync(job => job.Name == "ProcessDocument", Token)));

        var download = await shop.GetAsync($"documents/{document}/download");
        using var fetched = await FetchAsync((string)download["url"]!);
        Assert.Equal(File, await fetched.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal("attachment", fetched.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task Completed_by_many_requests_at_once_it_is_one_job_and_is_copied_to_one_key()
    {
        var (document, answer) = await AnnounceAsync(File);
        using var put = await UploadAsync(answer, File);

        var completed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.PostAsync($"documents/{document}/complete")));

        Assert.All(completed, one => Assert.Equal(HttpStatusCode.Accepted, one.StatusCode));
        Assert.Equal(1, await shop.AskAsync(db => db.Jobs.CountAsync(Token)));
        Assert.Equal([DocumentState.Uploaded], await shop.AskAsync(db => db.DocumentVersions.Select(version => version.State).ToListAsync(Token)));
    }

    [Fact]
    public async Task Completing_without_an_upload_changes_nothing()
    {
        var (document, _) = await AnnounceAsync(File);

        using var completed = await shop.PostAsync($"documents/{document}/complete");

        await Problem.AssertAsync(completed, HttpStatusCode.BadRequest, "UPLOAD_MISSING");
        Assert.Equal("CREATED", (string?)(await shop.GetAsync($"documents/{document}"))["state"]);
        Assert.Equal(0, await shop.AskAsync(db => db.Jobs.CountAsync(Token)));
    }

    [Fact]
    public async Task Other_bytes_than_announced_never_reach_the_store()
    {
        var (document, answer) = await AnnounceAsync(File);

        using var put = await UploadAsync(answer, [.. File.Reverse()]);
        using var completed = await shop.PostAsync($"documents/{document}/complete");

        Assert.False(put.IsSuccessStatusCode);
        await Problem.AssertAsync(completed, HttpStatusCode.BadRequest, "UPLOAD_MISSING");
    }

    [Theory]
    [InlineData(0L, "VALIDATION_ERROR", HttpStatusCode.BadRequest)]
    [InlineData(-1L, "VALIDATION_ERROR", HttpStatusCode.BadRequest)]
    [InlineData((20L * 1024 * 1024) + 1, "FILE_TOO_LARGE", HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_file_of_a_wrong_size_is_refused_before_a_byte_is_uploaded(long size, string code, HttpStatusCode status)
    {
        using var answer = await shop.PostAsync("documents", new { fileName = "a.pdf", sizeBytes = size, sha256 = new string('a', 64) });

        await Problem.AssertAsync(answer, status, code);
        Assert.Equal(0, await shop.AskAsync(db => db.UsageCounters.CountAsync(Token)));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\invoice.pdf", "invoice.pdf")]
    [InlineData("in\u0000voice\u202Efdp.exe", null)]
    [InlineData("<script>alert(1)</script>.pdf", null)]
    [InlineData("송장 2026.pdf", "송장 2026.pdf")]
    public async Task Hostile_file_names_become_plain_ones(string name, string? expected)
    {
        using var answer = await shop.PostAsync("documents", new { fileName = name, sizeBytes = 3, sha256 = new string('a', 64) });

        var document = (Guid)(await ApiShop.ReadAsync(answer))["documentId"]!;
        var kept = (string)(await shop.GetAsync($"documents/{document}"))["fileName"]!;
        Assert.True(expected is null || kept == expected, kept);
        Assert.DoesNotContain(kept, character => char.IsControl(character) || character is '/' or '\\' or '\u202E');
    }

    [Fact]
    public async Task A_long_file_name_is_not_cut_within_a_character()
    {
        using var answer = await shop.PostAsync("documents", new { fileName = new string('a', 199) + "😀.pdf", sizeBytes = 3, sha256 = new string('a', 64) });

        var document = (Guid)(await ApiShop.ReadAsync(answer))["documentId"]!;
        Assert.Equal(new string('a', 199), (string?)(await shop.GetAsync($"documents/{document}"))["fileName"]);
    }

    [Theory]
    [InlineData("text/html\r\nX-Other: 1")]
    [InlineData("text/\u0000html")]
    [InlineData("송장")]
    [InlineData("")]
    public async Task A_content_type_that_no_header_can_carry_is_refused_and_counts_nothing(string contentType)
    {
        using var answer = await shop.PostAsync("documents", new { fileName = "a.pdf", contentType, sizeBytes = 3, sha256 = new string('a', 64) });

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "contentType");
        Assert.Equal(0, await shop.AskAsync(db => db.UsageCounters.CountAsync(Token)));
    }

    [Fact]
    public async Task A_body_in_an_encoding_that_nobody_knows_is_the_callers_mistake()
    {
        var body = new ByteArrayContent("{}"u8.ToArray()) { Headers = { { "Content-Type", "application/json; charset=nonsense" } } };

        using var answer = await shop.PostAsync("documents", body);

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "body");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(201)]
    public async Task A_page_of_no_rows_or_too_many_is_refused(int limit)
    {
        using var answer = await shop.Http.GetAsync(shop.Path($"documents?limit={limit}"), Token);

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "VALIDATION_ERROR", "limit");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"fileName":"a.pdf","sizeBytes":3,"sha256":"x"}}""")]
    [InlineData("""{"fileName":"a.pdf","sizeBytes":1e400,"sha256":"x"}""")]
    public async Task An_announcement_that_is_no_JSON_counts_nothing(string body)
    {
        using var answer = await shop.PostAsync("documents", new StringContent(body, null, "application/json"));

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        Assert.Equal((0, 0), await shop.AskAsync(async db => (await db.Documents.CountAsync(Token), await db.UsageCounters.CountAsync(Token))));
    }

    [Theory]
    [InlineData("""{"fileName":"","sizeBytes":3,"sha256":"x"}""", "fileName")]
    [InlineData("""{"fileName":"a.pdf","sizeBytes":"3","sha256":"x"}""", "sizeBytes")]
    [InlineData("""{"fileName":"a.pdf","sizeBytes":3}""", "sha256")]
    [InlineData("""{"fileName":"a.pdf","sizeBytes":3,"sha256":"x","documentId":"1"}""", "documentId")]
    public async Task A_wrong_announcement_names_its_field(string body, string field)
    {
        using var answer = await shop.PostAsync("documents", new StringContent(body, null, "application/json"));

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "VALIDATION_ERROR", field);
    }

    [Fact]
    public async Task The_list_is_newest_first_filtered_by_state_and_complete_page_by_page()
    {
        var documents = new List<Guid>();
        for (var index = 0; index < 5; index++)
        {
            documents.Add((await shop.AddDocumentAsync($"{index}.pdf", index == 2 ? version => version.Failed(Corrupt, DateTimeOffset.UnixEpoch) : null, null, index == 4 ? [ApiShop.Invoice(), ApiShop.Invoice("Loox")] : [])).Document);
        }

        var first = await shop.GetAsync("documents?limit=3");
        var second = await shop.GetAsync($"documents?limit=3&cursor={first["nextCursor"]}");
        var failed = await shop.GetAsync("documents?state=EXTRACTION_FAILED&state=REJECTED");

        // Two of one millisecond have no order but that of their ids.
        Assert.Equal(documents.OrderDescending(), IdsOf(first).Concat(IdsOf(second)));
        Assert.Null((string?)second["nextCursor"]);
        Assert.Equal([documents[2]], IdsOf(failed));
        Assert.Equal(("FILE_CORRUPT", "invoice.pdf is damaged."), ((string?)failed["items"]![0]!["error"]!["code"], (string?)failed["items"]![0]!["error"]!["message"]));
        Assert.Equal((2, "Klaviyo", "60.00"), ((int)first["items"]![0]!["invoiceCount"]!, (string?)first["items"]![0]!["firstInvoice"]!["vendorName"], (string?)first["items"]![0]!["firstInvoice"]!["totalAmount"]));
    }

    [Fact]
    public async Task A_document_shows_its_stages_versions_invoices_with_boxes_and_parts()
    {
        var (document, version) = await shop.AddDocumentAsync(invoices: [ApiShop.Invoice()]);
        var (part, _) = await shop.AddDocumentAsync("part.pdf", parent: document);

        var view = await shop.GetAsync($"documents/{document}");

        Assert.Equal(
            ["CREATED", "UPLOADED", "EXTRACTING", "EXTRACTED", "NORMALIZING", "NORMALIZED", "DONE"],
            view["versions"]![0]!["stages"]!.AsArray().Select(stage => (string)stage!["state"]!));
        Assert.Equal((version, 1), ((Guid)view["currentVersionId"]!, (int)view["invoiceCount"]!));
        var invoice = view["invoices"]![0]!["invoice"]!;
        Assert.Equal(("1.0", "60", "Klaviyo"), ((string?)invoice["schemaVersion"], (string?)invoice["invoice"]!["totalAmount"], (string?)invoice["vendor"]!["name"]));
        Assert.Equal(0.4, (double)invoice["lineItems"]![0]!["evidence"]!["pointer"]!["box"]!["y"]!);
        Assert.Equal([part], view["parts"]!.AsArray().Select(one => (Guid)one!["id"]!));
        Assert.Equal([part], IdsOf(await shop.GetAsync($"documents?parentDocumentId={document}")));
        Assert.DoesNotContain(part, IdsOf(await shop.GetAsync("documents")));
    }

    [Fact]
    public async Task A_document_says_what_of_it_left_the_house_and_the_day_what_that_cost()
    {
        var (document, version) = await shop.AddDocumentAsync();
        var now = TimeProvider.System.GetUtcNow();
        await shop.RunInTransactionAsync(db =>
        {
            db.Add(new LanguageModelReceiptRow
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = shop.OrganizationId,
                DocumentVersionId = version,
                Content = """
                    {"model":"gpt-4o-mini","promptVersion":"1","at":"2026-03-01T00:00:00+00:00","outcome":"TAKEN","calls":1,"hasLeft":true,"isFromCache":false,"textSha256":"x",
                     "characters":900,"lines":20,"linesLeft":3,"pictures":0,"hidden":{"EMAIL":2},"usage":{"input":700,"cached":0,"output":300},"costDollars":"0.0004"}
                    """,
                At = now,
            });
            db.Add(new UsageCounter { Id = Guid.CreateVersion7(), OrganizationId = shop.OrganizationId, Name = "llm.dollars", PeriodStart = DateOnly.FromDateTime(now.UtcDateTime), Amount = 0.25m });
            return Task.CompletedTask;
        });

        var receipt = (await shop.GetAsync($"documents/{document}"))["languageModelReceipts"]!.AsArray().Single()!;
        using var usage = await shop.Http.GetAsync("/v1/organization/usage", Token);

        Assert.Equal(("gpt-4o-mini", "TAKEN", "0.0004", 2), ((string?)receipt["model"], (string?)receipt["outcome"], (string?)receipt["costDollars"], (int)receipt["hidden"]!["EMAIL"]!));
        var model = (await ApiShop.ReadAsync(usage))["languageModel"]!;
        Assert.Equal(("0.25", "1.00"), ((string?)model["spentToday"], (string?)model["dailyBudget"]));
    }

    [Theory]
    [InlineData("extraction", "UPLOADED", "ProcessDocument")]
    [InlineData("normalization", "EXTRACTED", "ProcessDocument")]
    [InlineData("detection", "NORMALIZED", "DetectLeaks")]
    public async Task A_retry_begins_with_the_step_that_failed(string step, string state, string job)
    {
        var at = DateTimeOffset.UnixEpoch;
        var (document, _) = await shop.AddDocumentAsync(state: version =>
        {
            version.Uploaded("stored/x", at);
            if (step is not "extraction")
            {
                version.Extracted(at);
            }

            if (step is "detection")
            {
                version.Normalized(at);
            }

            version.Failed(Corrupt, at);
        });

        using var retried = await shop.PostAsync($"documents/{document}/retry");
        using var twice = await shop.PostAsync($"documents/{document}/retry");

        Assert.Equal(HttpStatusCode.Accepted, retried.StatusCode);
        await Problem.AssertAsync(twice, HttpStatusCode.Conflict, "CONFLICT");
        var view = await shop.GetAsync($"documents/{document}");
        Assert.Equal((state, null), ((string?)view["state"], (string?)view["error"]));
        Assert.Equal([job], await shop.AskAsync(db => db.Jobs.Select(one => one.Name).ToListAsync(Token)));
    }

    [Fact]
    public async Task A_rejected_upload_cannot_be_retried()
    {
        var (document, _) = await shop.AddDocumentAsync(state: version => version.Rejected(Corrupt, DateTimeOffset.UnixEpoch));

        using var answer = await shop.PostAsync($"documents/{document}/retry");

        await Problem.AssertAsync(answer, HttpStatusCode.Conflict, "CONFLICT");
    }

    [Fact]
    public async Task A_new_version_belongs_to_its_document_and_the_old_one_counts_until_it_is_read()
    {
        var (document, version) = await shop.AddDocumentAsync(invoices: [ApiShop.Invoice()]);

        using var answer = await shop.PostAsync("documents", new { fileName = "better.pdf", sizeBytes = 3, sha256 = new string('b', 64), documentId = document });

        Assert.Equal(document, (Guid)(await ApiShop.ReadAsync(answer))["documentId"]!);
        var view = await shop.GetAsync($"documents/{document}");
        Assert.Equal([2, 1], view["versions"]!.AsArray().Select(one => (int)one!["number"]!));
        Assert.Equal((version, "CREATED", 1), ((Guid)view["currentVersionId"]!, (string?)view["state"], view["invoices"]!.AsArray().Count));
    }

    [Fact]
    public async Task The_same_bytes_again_are_the_same_document()
    {
        var (document, version) = await shop.AddDocumentAsync();

        using var answer = await SendSameAsync(version);

        var view = await ApiShop.ReadAsync(answer);
        Assert.Equal((HttpStatusCode.OK, document, true), (answer.StatusCode, (Guid)view["documentId"]!, (bool)view["alreadyUploaded"]!));
    }

    [Fact]
    public async Task Bytes_that_a_later_version_replaced_are_new_again()
    {
        var (document, replaced) = await shop.AddDocumentAsync(invoices: [ApiShop.Invoice()]);
        await shop.AddVersionAsync(document, number: 2, state: ApiShop.Done);
        var (kept, still) = await shop.AddDocumentAsync(invoices: [ApiShop.Invoice()]);
        await shop.AddVersionAsync(kept, number: 2, state: version => version.Rejected(Corrupt, DateTimeOffset.UnixEpoch));

        using var again = await SendSameAsync(replaced);
        using var same = await SendSameAsync(still);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (again.StatusCode, same.StatusCode));
    }

    [Fact]
    public async Task Bytes_that_are_missing_in_the_store_are_uploaded_again()
    {
        var (_, version) = await shop.AddDocumentAsync(state: one =>
        {
            one.Uploaded("stored/x", DateTimeOffset.UnixEpoch);
            one.Failed(LeakWatch.Documents.DocumentErrors.Missing("invoice.pdf"), DateTimeOffset.UnixEpoch);
        });

        using var answer = await SendSameAsync(version);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SendSameAsync(Guid version) =>
        await shop.PostAsync("documents", new { fileName = "again.pdf", sizeBytes = 100, sha256 = await shop.AskAsync(db => db.DocumentVersions.Where(one => one.Id == version).Select(one => one.Sha256).SingleAsync(Token)) });

    [Fact]
    public async Task A_deleted_container_is_gone_with_its_parts_and_detection_looks_again()
    {
        var (document, _) = await shop.AddDocumentAsync("all.zip");
        var (part, _) = await shop.AddDocumentAsync("part.eml", parent: document);
        var (attachment, _) = await shop.AddDocumentAsync("invoice.pdf", parent: part);

        using var deleted = await shop.SendAsync(HttpMethod.Delete, shop.Path($"documents/{document}"));
        using var twice = await shop.SendAsync(HttpMethod.Delete, shop.Path($"documents/{document}"));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, twice.StatusCode));
        foreach (var id in new[] { document, part, attachment })
        {
            using var answer = await shop.Http.GetAsync(shop.Path($"documents/{id}"), Token);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal("DetectLeaks", await shop.AskAsync(db => db.Jobs.Select(job => job.Name).SingleAsync(Token)));
    }

    private static IEnumerable<Guid> IdsOf(JsonObject list) => list["items"]!.AsArray().Select(item => (Guid)item!["id"]!);

    private async Task<(Guid Document, JsonObject Answer)> AnnounceAsync(byte[] bytes)
    {
        using var answer = await shop.PostAsync("documents", new
        {
            fileName = "invoice.pdf",
            contentType = "application/pdf",
            sizeBytes = bytes.Length,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var view = await ApiShop.ReadAsync(answer);
        return ((Guid)view["documentId"]!, view);
    }

    private async Task<HttpResponseMessage> UploadAsync(JsonObject answer, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        foreach (var (name, value) in answer["upload"]!["headers"]!.AsObject())
        {
            content.Headers.TryAddWithoutValidation(name, (string?)value);
        }

        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var http = new HttpClient();
        return await http.PutAsync(Here((string)answer["upload"]!["url"]!), content, Token);
    }

    private async Task<HttpResponseMessage> FetchAsync(string url)
    {
        using var http = new HttpClient();
        return await http.GetAsync(Here(url), Token);
    }

    /// <summary>Signed addresses name the public host, which in a test is this machine.</summary>
    private Uri Here(string url) => new(shop.Server.Address, new Uri(url).PathAndQuery);
}
