using LeakWatch.Observability;

namespace LeakWatch.Tests.Observability;

/// <summary>No credential of ours or of a vendor's gets into a log, in whatever sentence it stands.</summary>
public sealed class RedactionTests
{
    [Theory]
    [InlineData("Authorization: Bearer abc.def-123456", "abc.def")]
    [InlineData("header authorization=Basic dXNlcjpwYXNzd29yZA==", "dXNlcjpw")]
    [InlineData("Cookie: session=0123456789", "0123456789")]
    [InlineData("asked with bearer abcdefgh12345678", "abcdefgh12345678")]
    [InlineData("session token eyJhbGciOiJIUzI1NiJ9.eyJkZXN0IjoieCJ9.c2ln", "eyJkZXN0")]
    [InlineData("X-Shopify-Access-Token: shpat_0123456789abcdef", "0123456789abcdef")]
    [InlineData("app secret shpss_0123456789abcdef", "shpss_")]
    [InlineData("key sk-proj-0123456789abcdef0123", "sk-proj")]
    [InlineData("mailgun key-0123456789abcdef0123456789abcdef", "key-0123")]
    [InlineData("postgresql://leakwatch:hunter2@db.example:5432/leakwatch", "hunter2")]
    [InlineData("rediss://default:AX%2Fy@redis.example:6379", "AX%2Fy")]
    [InlineData("Host=db;Username=leakwatch;Password=hunter2;Database=x", "hunter2")]
    [InlineData("PUT https://bucket.example/incoming/1?X-Amz-Signature=abcdef&X-Amz-Credential=id", "abcdef")]
    [InlineData("GET /files?X-Amz-Signature=abcdef failed", "abcdef")]
    [InlineData("https://app.example/r?t=0123456789", "0123456789")]
    [InlineData("POST client_secret=hush&code=1", "hush")]
    [InlineData("POST https://hooks.slack.com/services/T0/B0/hushhush answered 404", "hushhush")]
    public void A_credential_never_shows(string line, string secret) => Assert.DoesNotContain(secret, Redaction.Of(line), StringComparison.Ordinal);

    [Theory]
    [InlineData("PUT https://bucket.example/incoming/1?X-Amz-Signature=abcdef", "https://bucket.example/incoming/1")]
    [InlineData("rediss://default:secret@redis.example:6379 is down", "redis.example:6379 is down")]
    [InlineData("Invoice A-1 of 3 February 2026: 49.00 USD", "Invoice A-1 of 3 February 2026: 49.00 USD")]
    public void What_tells_where_it_went_wrong_stays(string line, string kept) => Assert.Contains(kept, Redaction.Of(line), StringComparison.Ordinal);

    [Theory]
    [InlineData("Authorization")]
    [InlineData("access_token")]
    [InlineData("Excerpt")]
    [InlineData("body")]
    public void A_value_under_a_secret_name_is_left_out(string name) => Assert.True(Redaction.IsSecret(name));

    [Fact]
    public void A_document_does_not_fit_into_a_line() => Assert.True(Redaction.Of(new string('a', 100_000)).Length < 5_000);
}
