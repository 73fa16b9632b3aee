using System.Text.Json;
using LeakWatch.Http;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Http;

/// <summary>Vectors of Shopify's own libraries, and what others would send.</summary>
public sealed class SessionTokenTests
{
    private const string Fixed =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL3Rlc3Qtc2hvcC5teXNob3BpZnkuY29tL2FkbWluIiwiZGVzdCI6Imh0dHBzOi8vdGVzdC1zaG9wLm15c2hvcGlmeS5jb20i"
        + "LCJhdWQiOiJ0ZXN0X2tleSIsInN1YiI6IjEiLCJleHAiOjE3MDAwMDAwNjAsIm5iZiI6MTcwMDAwMDAwMCwiaWF0IjoxNzAwMDAwMDAwLCJqdGkiOiI0MzIxIiwic2lkIjoiYWJjMTIzIn0"
        + ".BbScn8Uod8Q3Auhua-sJHY8gai8rabVdnkp7q8t4Cn4";

    private const string Domain = "test-shop.myshopify.com";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Theory]
    [InlineData(1_699_999_990)]
    [InlineData(1_700_000_000)]
    [InlineData(1_700_000_060)]
    [InlineData(1_700_000_070)] // ten seconds of skew
    public void The_fixed_token_is_valid_in_its_minute(long second) =>
        Assert.Equal(new ShopifySessionToken(Domain, "1"), Verify(Fixed, DateTimeOffset.FromUnixTimeSeconds(second)));

    [Theory]
    [InlineData(1_699_999_989)]
    [InlineData(1_700_000_071)]
    public void The_fixed_token_is_invalid_before_and_after(long second) => Assert.Null(Verify(Fixed, DateTimeOffset.FromUnixTimeSeconds(second)));

    [Fact]
    public void A_long_lived_token_whose_nbf_lies_far_back_is_valid()
    {
        var token = SessionTokens.Write(With(("exp", Now.AddSeconds(3600).ToUnixTimeSeconds()), ("nbf", 1234L), ("iat", 1234L)));

        Assert.Equal("1", Verify(token)?.User);
    }

    [Theory]
    [InlineData("aud", "\"other_key\"")]
    [InlineData("aud", "[\"test_key\"]")]
    [InlineData("aud", null)]
    [InlineData("iss", "\"https://other-shop.myshopify.com/admin\"")]
    [InlineData("iss", "\"https://test-shop.myshopify.com\"")]
    [InlineData("iss", null)]
    [InlineData("dest", "\"https://evil.com\"")]
    [InlineData("dest", "\"https://test-shop.myshopify.com.evil.com\"")]
    [InlineData("dest", "\"https://evil.com?.myshopify.com\"")]
    [InlineData("dest", "\"https://test-shop.myshopify.com\\n\"")]
    [InlineData("dest", "\"https://test-shop.myshopify.com/admin\"")]
    [InlineData("dest", "\"http://test-shop.myshopify.com\"")]
    [InlineData("dest", "\"https://-invalid.myshopify.com\"")]
    [InlineData("dest", "\"https://test-shop.myshopify.io\"")]
    [InlineData("dest", "\"\"")]
    [InlineData("sub", "\"\"")]
    [InlineData("sub", "1")]
    [InlineData("sub", null)]
    [InlineData("exp", "1699999940")]
    [InlineData("exp", "\"1700000060\"")]
    [InlineData("exp", "1e400")]
    [InlineData("exp", "99999999999999999")]
    [InlineData("exp", null)]
    [InlineData("nbf", "1700000060")]
    [InlineData("nbf", null)]
    [InlineData("iat", "1700000060")]
    public void A_claim_that_is_not_right_makes_the_token_invalid(string claim, string? json)
    {
        var claims = SessionTokens.Claims(Domain, Now);
        claims.Remove(claim);
        var members = claims.Select(pair => $"\"{pair.Key}\":{JsonSerializer.Serialize(pair.Value)}").Concat(json is null ? [] : [$"\"{claim}\":{json}"]);
        var signed = $"{SessionTokens.Encode("""{"alg":"HS256","typ":"JWT"}""")}.{SessionTokens.Encode("{" + string.Join(',', members) + "}")}";

        Assert.Null(Verify(SessionTokens.Sign(signed, SessionTokens.Secret)));
    }

    [Fact]
    public void Issuer_and_destination_of_another_shop_are_not_ours_even_when_they_agree_with_each_other()
    {
        var token = SessionTokens.Write(SessionTokens.Claims("evil.example.com", Now));

        Assert.Null(Verify(token));
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT"}""")]
    [InlineData("""{"alg":"RS256","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS512","typ":"JWT"}""")]
    [InlineData("""{"alg":"hs256","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256","alg":"none"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWE"}""")]
    [InlineData("""{"alg":"HS256","crit":["exp"]}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""HS256""")]
    public void Only_HS256_is_spoken(string header) => Assert.Null(Verify(SessionTokens.Write(SessionTokens.Claims(Domain, Now), header: header)));

    [Fact]
    public void A_changed_payload_a_wrong_secret_and_a_missing_signature_are_seen()
    {
        var parts = Fixed.Split('.');
        var tampered = $"{parts[0]}.{SessionTokens.Encode(JsonSerializer.Serialize(SessionTokens.Claims("other.myshopify.com", Now)))}.{parts[2]}";

        Assert.Null(Verify(tampered));
        Assert.Null(Verify(SessionTokens.Write(SessionTokens.Claims(Domain, Now), secret: "wrong")));
        Assert.Null(Verify($"{parts[0]}.{parts[1]}."));
        Assert.Null(Verify($"{parts[0]}.{parts[1]}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not_a_valid_token")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("....")]
    [InlineData("\u0000.\u0000.\u0000")]
    public void What_is_no_token_is_no_token(string text) => Assert.Null(Verify(text));

    [Fact]
    public void A_token_longer_than_any_is_not_even_looked_at() => Assert.Null(Verify(Fixed + new string('A', 1_000_000)));

    [Fact]
    public void A_secret_that_was_rotated_is_accepted_for_a_while()
    {
        var token = SessionTokens.Write(SessionTokens.Claims(Domain, Now), secret: SessionTokens.PreviousSecret);

        Assert.NotNull(Verify(token));
        Assert.Null(ShopifySessionToken.Verify(token, SessionTokens.ClientId, [SessionTokens.Secret], Now));
    }

    private static Dictionary<string, object> With(params (string Claim, object Value)[] changes)
    {
        var claims = SessionTokens.Claims(Domain, Now);
        foreach (var (claim, value) in changes)
        {
            claims[claim] = value;
        }

        return claims;
    }

    private static ShopifySessionToken? Verify(string token, DateTimeOffset? at = null) =>
        ShopifySessionToken.Verify(token, SessionTokens.ClientId, [SessionTokens.Secret, SessionTokens.PreviousSecret], at ?? Now);
}
