using System.Net;
using System.Text.Json.Nodes;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Data;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Findings;

public sealed class FindingsApiTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    private static readonly AnswerOption[] Companies =
    [
        new(AnswerId.SameCompany, $"It is the same company", AnswerEffect.Nothing), new(AnswerId.OtherCompany, $"It is another", AnswerEffect.Leak),
        new(AnswerId.EndedOn, $"It ended on…", AnswerEffect.Leak, Asks: AnswerInput.Date),
    ];

    [Fact]
    public async Task The_list_shows_open_findings_with_the_most_money_first_and_amounts_as_decimal_strings()
    {
        var ids = await shop.AddFindingsAsync(10m, 1200.50m, 49m);
        await shop.PostAsync($"findings/{ids[2]}/dismiss", new { reason = "NOT_A_LEAK" });

        var list = await shop.GetAsync("findings");

        Assert.Equal([ids[1], ids[0]], IdsOf(list));
        Assert.Equal(("1200.50", "OPEN", "DUPLICATE_CHARGE"), ((string?)list["items"]![0]!["amount"], (string?)list["items"]![0]!["state"], (string?)list["items"]![0]!["type"]));
        Assert.Null((string?)list["nextCursor"]);
    }

    [Theory]
    [InlineData("AMOUNT")]
    [InlineData("NEWEST")]
    [InlineData("DEADLINE")]
    public async Task Pages_hold_every_finding_once_while_others_are_added(string sort)
    {
        for (var index = 0; index < 7; index++)
        {
            await shop.AddFindingAsync(amount: index % 3, deadline: index % 2 == 0 ? new DateOnly(2026, 4, 1 + index) : null);
        }

        var all = IdsOf(await shop.GetAsync($"findings?sort={sort}"));

        var paged = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await shop.GetAsync($"findings?sort={sort}&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            paged.AddRange(IdsOf(page));
            cursor = (string?)page["nextCursor"];
            await shop.AddFindingAsync(amount: 1000m, deadline: new DateOnly(2026, 3, 2));
        }
        while (cursor is not null && paged.Count < 50);

        Assert.Equal(all, paged.Where(all.Contains));
        Assert.Equal(paged.Count, paged.Distinct().Count());
    }

    [Fact]
    public async Task Deadlines_come_soonest_first_and_findings_without_one_last()
    {
        var without = await shop.AddFindingAsync();
        var late = await shop.AddFindingAsync(deadline: new DateOnly(2026, 5, 1));
        var soon = await shop.AddFindingAsync(deadline: new DateOnly(2026, 3, 5));

        Assert.Equal([soon, late, without], IdsOf(await shop.GetAsync("findings?sort=DEADLINE")));
    }

    [Theory]
    [InlineData("type=TRIAL_TO_PAID", "trial")]
    [InlineData("verdict=WATCH", "watch")]
    [InlineData("verdict=WATCH&verdict=REVIEW", "watch review")]
    [InlineData("vendor=Loox", "loox")]
    [InlineData("minimumAmount=100.00", "trial")]
    [InlineData("status=RESOLVED", "resolved")]
    [InlineData("status=RESOLVED&status=OPEN&verdict=LEAK", "trial loox resolved")]
    public async Task Filters_narrow_the_list(string query, string expected)
    {
        var names = new Dictionary<Guid, string>
        {
            [await shop.AddFindingAsync(LeakType.TrialToPaid, amount: 100m)] = "trial",
            [await shop.AddFindingAsync(verdict: Verdict.Watch, amount: 90m)] = "watch",
            [await shop.AddFindingAsync(verdict: Verdict.Review, amount: 80m)] = "review",
            [await shop.AddFindingAsync(vendor: "Loox", amount: 70m)] = "loox",
        };
        var resolved = await shop.AddFindingAsync(amount: 60m);
        names[resolved] = "resolved";
        await shop.PostAsync($"findings/{resolved}/resolve", new { });

        Assert.Equal(expected, string.Join(' ', IdsOf(await shop.GetAsync($"findings?{query}")).Select(id => names[id])));
    }

    [Theory]
    [InlineData("status=open", "status")]
    [InlineData("status=1", "status")]
    [InlineData("sort=SIZE", "sort")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("minimumAmount=ten", "minimumAmount")]
    [InlineData("cursor=not-a-cursor", "cursor")]
    [InlineData("cursor=QU1PVU5UH3gfeA", "cursor")]
    public async Task A_wrong_query_is_a_validation_error_that_names_the_field(string query, string field)
    {
        using var answer = await shop.Http.GetAsync(shop.Path($"findings?{query}"), Token);

        await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "VALIDATION_ERROR", field);
    }

    [Fact]
    public async Task A_finding_says_everything_and_its_evidence_leads_to_the_document()
    {
        var (document, version) = await shop.AddDocumentAsync();
        var id = await shop.AddFindingAsync(evidenceVersion: version);

        var finding = await shop.GetAsync($"findings/{id}");

        Assert.Equal(("50", "Two invoices, one month.", "FOUND"), ((string?)finding["amount"], (string?)finding["summary"], (string?)finding["stateReason"]));
        var evidence = finding["evidence"]![0]!;
        Assert.Equal((document, version, "PDF_TEXT_SPAN", 0.2), ((Guid)evidence["documentId"]!, (Guid)evidence["documentVersionId"]!, (string?)evidence["kind"], (double)evidence["pointer"]!["box"]!["y"]!));
    }

    [Fact]
    public async Task A_finding_leads_to_its_vendor_while_the_ledger_knows_it()
    {
        var id = await shop.AddFindingAsync();
        var name = (string)(await shop.GetAsync($"findings/{id}"))["vendor"]!;
        Assert.Null((string?)(await shop.GetAsync($"findings/{id}"))["vendorKey"]);

        await shop.AddVendorAsync("its-key", name, 60m);

        Assert.Equal("its-key", (string?)(await shop.GetAsync($"findings/{id}"))["vendorKey"]);
    }

    [Fact]
    public async Task Only_what_a_proof_resolved_counts_as_confirmed()
    {
        var ids = await shop.AddFindingsAsync(10m, 20m, 30m);
        await shop.RunInTransactionAsync(db => db.Findings.Where(finding => finding.Id == ids[0])
            .ExecuteUpdateAsync(set => set.SetProperty(finding => finding.State, FindingState.Resolved).SetProperty(finding => finding.StateReason, StateReason.Credited), Token));

        await shop.PostAsync($"findings/{ids[1]}/resolve", new { });

        var confirmed = (await shop.GetAsync("summary"))["confirmed"]!.AsArray();
        Assert.Equal(("10.00", 1), ((string?)Assert.Single(confirmed)!["amount"], (int?)confirmed[0]!["count"]));
    }

    [Fact]
    public async Task Evidence_of_a_deleted_document_keeps_its_words_and_loses_its_link()
    {
        var (document, version) = await shop.AddDocumentAsync();
        var id = await shop.AddFindingAsync(evidenceVersion: version);
        await shop.SendAsync(HttpMethod.Delete, shop.Path($"documents/{document}"));

        var evidence = (await shop.GetAsync($"findings/{id}"))["evidence"]![0]!;

        Assert.Null((string?)evidence["documentId"]);
        Assert.Equal("Total 50.00 USD", (string?)evidence["excerpt"]);
    }

    [Fact]
    public async Task A_finding_that_has_not_changed_is_not_sent_again()
    {
        var id = await shop.AddFindingAsync();
        using var first = await shop.Http.GetAsync(shop.Path($"findings/{id}"), Token);

        using var same = await shop.SendAsync(HttpMethod.Get, shop.Path($"findings/{id}"), null, ("If-None-Match", first.Headers.ETag!.ToString()));
        await shop.PostAsync($"findings/{id}/resolve", new { note = "paid back" });
        using var changed = await shop.SendAsync(HttpMethod.Get, shop.Path($"findings/{id}"), null, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, changed.StatusCode));
    }

    [Fact]
    public async Task A_dismissal_is_told_to_the_summary_and_the_audit_log_and_can_be_taken_back()
    {
        var id = await shop.AddFindingAsync();

        using var dismissed = await shop.PostAsync($"findings/{id}/dismiss", new { reason = "OTHER", note = "We agreed on it." }, ("X-Request-Id", "request-of-a-test"));

        var view = await ApiShop.ReadAsync(dismissed);
        Assert.Equal(("DISMISSED", "OTHER", "Dismissed. We agreed on it."), ((string?)view["state"], (string?)view["stateReason"], (string?)view["stateSentence"]));
        Assert.Empty((await shop.GetAsync("summary"))["topFindings"]!.AsArray());
        var entry = await shop.AskAsync(db => db.AuditEntries.SingleAsync(row => row.SubjectId == id, Token));
        Assert.Equal(("finding.dismissed", "shopify:1", "request-of-a-test", shop.ShopId), (entry.Action, entry.Actor, entry.RequestId, entry.ShopId));

        using var reopened = await shop.PostAsync($"findings/{id}/reopen");
        Assert.Equal("REOPENED", (string?)(await ApiShop.ReadAsync(reopened))["state"]);
        Assert.Equal([id.ToString()], (await shop.GetAsync("summary"))["topFindings"]!.AsArray().Select(one => (string)one!));
    }

    [Fact]
    public async Task Closing_twice_is_a_conflict_and_dismissing_without_a_reason_of_the_list_is_refused()
    {
        var id = await shop.AddFindingAsync();

        using var wrong = await shop.PostAsync($"findings/{id}/dismiss", new { reason = "CREDITED" });
        using var silent = await shop.PostAsync($"findings/{id}/dismiss", new { reason = "OTHER" });
        using var first = await shop.PostAsync($"findings/{id}/resolve", new { });
        using var second = await shop.PostAsync($"findings/{id}/dismiss", new { reason = "NORMAL" });

        await Problem.AssertAsync(wrong, HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        await Problem.AssertAsync(silent, HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await Problem.AssertAsync(second, HttpStatusCode.Conflict, "CONFLICT");
    }

    [Fact]
    public async Task A_remembered_dismissal_is_a_rule_that_the_shop_sees_and_detection_runs_for_it()
    {
        var id = await shop.AddFindingAsync(LeakType.TrialToPaid, vendor: "Loox");

        using var dismissed = await shop.PostAsync($"findings/{id}/dismiss", new { reason = "NORMAL", remember = true });

        Assert.Equal(HttpStatusCode.OK, dismissed.StatusCode);
        var rule = (await shop.GetAsync("facts?kind=WANTED"))["items"]!.AsArray().Single()!;
        Assert.Equal(("Loox", "TRIAL_TO_PAID"), ((string?)rule["wanted"]!["vendor"], (string?)rule["wanted"]!["type"]));
        Assert.Equal("DetectLeaks", await shop.AskAsync(db => db.Jobs.Select(job => job.Name).SingleAsync(Token)));
    }

    [Fact]
    public async Task A_document_in_doubt_cannot_be_made_a_rule_and_then_stays_open()
    {
        var id = await shop.AddFindingAsync(LeakType.InvoiceMath, Verdict.Review);

        using var refused = await shop.PostAsync($"findings/{id}/dismiss", new { reason = "NORMAL", remember = true });

        await Problem.AssertAsync(refused, HttpStatusCode.Conflict, "CONFLICT");
        Assert.Equal("OPEN", (string?)(await shop.GetAsync($"findings/{id}"))["state"]);
        Assert.Empty((await shop.GetAsync("facts"))["items"]!.AsArray());
    }

    [Fact]
    public async Task An_answer_is_kept_for_detection_and_one_that_settles_it_resolves_the_finding()
    {
        var claim = await shop.AddFindingAsync(verdict: Verdict.Review, answers: Companies);
        var settled = await shop.AddFindingAsync(verdict: Verdict.Review, answers: Companies);

        using var leads = await shop.PostAsync($"findings/{claim}/answer", new { answer = "ENDED_ON", on = "2026-02-01" });
        using var ends = await shop.PostAsync($"findings/{settled}/answer", new { answer = "SAME_COMPANY" });

        var open = await ApiShop.ReadAsync(leads);
        Assert.Equal(("OPEN", "2026-02-01"), ((string?)open["state"], (string?)open["givenAnswers"]![0]!["on"]));
        Assert.Equal(("RESOLVED", "ANSWERED"), await StateOfAsync(ends));
        Assert.Equal(1, await shop.AskAsync(db => db.Jobs.CountAsync(job => job.Name == "DetectLeaks", Token)));
    }

    [Theory]
    [InlineData("""{"answer":"ENDED_ON"}""")]
    [InlineData("""{"answer":"CHOSEN"}""")]
    [InlineData("""{"answer":"ENDED_ON","on":"1066-10-14"}""")]
    public async Task An_answer_that_the_question_does_not_offer_is_refused(string body)
    {
        var id = await shop.AddFindingAsync(verdict: Verdict.Review, answers: Companies);

        using var refused = await shop.PostAsync($"findings/{id}/answer", JsonNode.Parse(body));

        await Problem.AssertAsync(refused, HttpStatusCode.BadRequest, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task Many_are_dismissed_at_once_and_each_refusal_is_named()
    {
        var ids = await shop.AddFindingsAsync(1m, 2m, 3m);
        await shop.PostAsync($"findings/{ids[1]}/resolve", new { });
        var stranger = Guid.CreateVersion7();

        using var answer = await shop.PostAsync("findings/dismiss", new { findingIds = new[] { ids[0], ids[1], ids[2], stranger, ids[0] }, reason = "TOO_SMALL" });

        var result = await ApiShop.ReadAsync(answer);
        Assert.Equal([ids[0], ids[2]], result["dismissed"]!.AsArray().Select(id => (Guid)id!).Order());
        Assert.Equal([(ids[1], "CONFLICT"), (stranger, "NOT_FOUND")], result["refused"]!.AsArray().Select(one => ((Guid)one!["findingId"]!, (string)one["code"]!)).Order());
    }

    [Fact]
    public async Task Counts_tell_of_all_findings_by_state_verdict_and_type()
    {
        await shop.AddFindingsAsync(1m, 2m);
        var watched = await shop.AddFindingAsync(LeakType.PriceIncrease, Verdict.Watch);
        await shop.PostAsync($"findings/{watched}/resolve", new { });

        var counts = (await shop.GetAsync("findings?limit=1"))["counts"]!.AsArray();

        Assert.Equal(
            [("OPEN", "LEAK", "DUPLICATE_CHARGE", 2), ("RESOLVED", "WATCH", "PRICE_INCREASE", 1)],
            counts.Select(count => ((string)count!["state"]!, (string)count["verdict"]!, (string)count["type"]!, (int)count["count"]!)));
    }

    [Fact]
    public async Task Two_people_who_close_findings_at_the_same_time_leave_a_summary_that_knows_both()
    {
        var ids = await shop.AddFindingsAsync([.. Enumerable.Range(1, 12).Select(amount => (decimal)amount)]);

        await Task.WhenAll(ids.Take(10).Select(id => shop.PostAsync($"findings/{id}/resolve", new { })));

        Assert.Equal(2, (int)(await shop.GetAsync("findings"))["counts"]!.AsArray().Single(count => (string)count!["state"]! == "OPEN")!["count"]!);
    }

    private static List<Guid> IdsOf(JsonObject list) => [.. list["items"]!.AsArray().Select(item => (Guid)item!["id"]!)];

    private static async Task<(string?, string?)> StateOfAsync(HttpResponseMessage answer)
    {
        var view = await ApiShop.ReadAsync(answer);
        return ((string?)view["state"], (string?)view["stateReason"]);
    }
}
