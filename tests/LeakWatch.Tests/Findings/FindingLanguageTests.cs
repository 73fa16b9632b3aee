using System.Net;
using LeakWatch.Core.Findings;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Findings;

/// <summary>In which language a finding is told, and what is kept for that.</summary>
public sealed class FindingLanguageTests(PostgresService postgres, ApiService api) : ApiShopTests(postgres, api)
{
    [Theory]
    [InlineData(null, "en", "Klaviyo billed \"Pro\" once, 50.00 USD")]
    [InlineData("fr, ja;q=0.5", "en", "Klaviyo billed \"Pro\" once, 50.00 USD")]
    [InlineData("en-GB, ko;q=0.9", "en", "Klaviyo billed \"Pro\" once, 50.00 USD")]
    [InlineData("fr, ko-KR;q=0.8, en;q=0.7", "ko", "Klaviyo에서 “Pro” 항목을 한 번 청구했습니다(US$50.00)")]
    public async Task A_finding_speaks_the_language_of_its_reader(string? accepted, string language, string title)
    {
        var id = await shop.AddFindingAsync();
        (string, string)[] wanted = accepted is null ? [] : [("Accept-Language", accepted)];

        using var list = await shop.SendAsync(HttpMethod.Get, shop.Path("findings"), null, wanted);
        using var one = await shop.SendAsync(HttpMethod.Get, shop.Path($"findings/{id}"), null, wanted);

        Assert.Equal([title, title], [(string?)(await ApiShop.ReadAsync(list))["items"]![0]!["title"], (string?)(await ApiShop.ReadAsync(one))["title"]]);
        Assert.All([list, one], answer => Assert.Equal((language, true), (string.Join(',', answer.Content.Headers.ContentLanguage), answer.Headers.Vary.Contains("Accept-Language"))));
    }

    [Fact]
    public async Task What_a_person_decides_is_told_in_their_language_with_their_own_words()
    {
        var id = await shop.AddFindingAsync();

        using var dismissed = await shop.PostAsync($"findings/{id}/dismiss", new { reason = "OTHER", note = "우리가 합의했습니다." }, ("Accept-Language", "ko"));
        using var again = await shop.PostAsync($"findings/{id}/dismiss", new { reason = "OTHER", note = "x" }, ("Accept-Language", "ko"));

        Assert.Equal("제외했습니다. 우리가 합의했습니다.", (string?)(await ApiShop.ReadAsync(dismissed))["stateSentence"]);
        Assert.Equal("Dismissed. 우리가 합의했습니다.", (string?)(await shop.GetAsync($"findings/{id}"))["stateSentence"]);
        Assert.Equal((HttpStatusCode.Conflict, "en"), (again.StatusCode, Assert.Single(again.Content.Headers.ContentLanguage)));
    }

    [Fact]
    public async Task A_question_and_its_answers_are_asked_in_Korean()
    {
        var id = await shop.AddFindingAsync(verdict: Verdict.Review, answers: [new(AnswerId.SameCompany, $"Yes, it is {"Klaviyo"}", AnswerEffect.Nothing)]);

        using var one = await shop.SendAsync(HttpMethod.Get, shop.Path($"findings/{id}"), null, ("Accept-Language", "ko"));

        var view = await ApiShop.ReadAsync(one);
        Assert.Equal(("Klaviyo, Klaviyo Inc의 두 이름은 같은 회사입니까?", "예, Klaviyo입니다"), ((string?)view["question"], (string?)view["answers"]![0]!["label"]));
    }

    [Fact]
    public async Task The_answer_in_another_language_is_not_the_one_that_the_reader_has()
    {
        var id = await shop.AddFindingAsync();
        using var english = await shop.Http.GetAsync(shop.Path($"findings/{id}"), Token);

        using var korean = await shop.SendAsync(HttpMethod.Get, shop.Path($"findings/{id}"), null, ("If-None-Match", english.Headers.ETag!.ToString()), ("Accept-Language", "ko"));

        Assert.Equal(HttpStatusCode.OK, korean.StatusCode);
    }

    /// <summary>It writes the title and the content, and does not know of what they are made.</summary>
    [Fact]
    public async Task A_row_that_an_earlier_release_wrote_last_is_read_as_it_stands()
    {
        var id = await shop.AddFindingAsync();
        await shop.RunInTransactionAsync(db => db.Database.ExecuteSqlAsync(
            $$"""update leakwatch.findings set title = 'Told anew', content = jsonb_set(content - 'sentences', '{finding,title}', '"Told anew"') where id = {{id}}""", Token));

        using var list = await shop.SendAsync(HttpMethod.Get, shop.Path("findings"), null, ("Accept-Language", "ko"));
        using var one = await shop.SendAsync(HttpMethod.Get, shop.Path($"findings/{id}"), null, ("Accept-Language", "ko"));

        var view = await ApiShop.ReadAsync(one);
        Assert.Equal(["Told anew", "Told anew"], [(string?)(await ApiShop.ReadAsync(list))["items"]![0]!["title"], (string?)view["title"]]);
        Assert.Equal("문서에서 발견했습니다.", (string?)view["stateSentence"]);
    }
}
