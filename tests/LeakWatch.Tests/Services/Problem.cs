using System.Net;

namespace LeakWatch.Tests.Services;

/// <summary>The envelope in which every refusal comes.</summary>
internal static class Problem
{
    /// <param name="field">Must be among <c>errors</c>; null: not looked at.</param>
    public static async Task AssertAsync(HttpResponseMessage answer, HttpStatusCode status, string code, string? field = null)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.ToString());
        var problem = await ApiShop.ReadAsync(answer);
        Assert.Equal((code, (int)status), ((string?)problem["code"], (int)problem["status"]!));
        Assert.Equal(answer.Headers.GetValues("X-Request-Id").Single(), (string?)problem["traceId"]);
        Assert.NotEmpty((string?)problem["title"] ?? "");
        if (field is not null)
        {
            Assert.Contains(field, problem["errors"]!.AsObject().Select(error => error.Key));
        }
    }
}
