using LeakWatch.Platform;
using Microsoft.AspNetCore.Http;

namespace LeakWatch.Tests.Hosting;

/// <summary>On one machine nobody signs in, so it is the origin that says who asks.</summary>
public sealed class LocalRequestsTests
{
    private static readonly Uri Own = new("http://127.0.0.1:4000");
    private static readonly Uri NextServer = new("http://127.0.0.1:3000");

    [Theory]
    [InlineData("POST", "http://127.0.0.1:4000", true)]
    [InlineData("POST", "http://127.0.0.1:3000", false)]
    [InlineData("POST", "https://evil.example", false)]
    [InlineData("POST", "", false)]
    [InlineData("GET", "https://evil.example", true)]
    public void Changes_come_from_our_own_pages(string method, string origin, bool isAllowed) =>
        Assert.Equal(isAllowed, LocalRequests.AreAllowed(Request(method, origin), Own));

    [Theory]
    [InlineData("http://127.0.0.1:3000", true)]
    [InlineData("http://127.0.0.1:4000", true)]
    [InlineData("http://127.0.0.1:5000", false)]
    public void Changes_come_from_the_web_that_stands_before_us_too(string origin, bool isAllowed) =>
        Assert.Equal(isAllowed, LocalRequests.AreAllowed(Request("POST", origin), NextServer));

    [Fact]
    public void Another_name_of_this_machine_is_not_answered()
    {
        var request = Request("GET", "");
        request.Host = new("rebound.example", 4000);

        Assert.False(LocalRequests.AreAllowed(request, Own));
    }

    private static HttpRequest Request(string method, string origin)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Scheme, request.Host) = (method, "http", new("127.0.0.1", 4000));
        request.Headers.Origin = origin;
        return request;
    }
}
