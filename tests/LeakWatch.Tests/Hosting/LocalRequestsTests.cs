using LeakWatch.Http;
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
        Assert.Equal(isAllowed, new LocalRequests(Own, null).AreAllowed(Request(method, origin).HttpContext));

    [Theory]
    [InlineData("http://127.0.0.1:3000", true)]
    [InlineData("http://127.0.0.1:4000", true)]
    [InlineData("http://127.0.0.1:5000", false)]
    public void Changes_come_from_the_web_that_stands_before_us_too(string origin, bool isAllowed) =>
        Assert.Equal(isAllowed, new LocalRequests(NextServer, null).AreAllowed(Request("POST", origin).HttpContext));

    [Theory]
    [InlineData("api", "172.18.0.7", true)]
    [InlineData("127.0.0.1", "192.168.1.4", true)]
    [InlineData("localhost", "::ffff:10.1.2.3", true)]
    [InlineData("api", "fd00::7", true)]
    [InlineData("web", "172.18.0.7", false)]
    [InlineData("api", "172.32.0.1", false)]
    [InlineData("api", "203.0.113.9", false)]
    [InlineData("api", "2001:db8::1", false)]
    public void In_a_development_network_neighbours_are_answered_by_the_name_they_know_and_strangers_are_not(string host, string peer, bool isAllowed)
    {
        var request = Request("GET", "");
        request.Host = new(host, 4000);
        request.HttpContext.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(peer);

        Assert.Equal(isAllowed, new LocalRequests(NextServer, "api").AreAllowed(request.HttpContext));
    }

    [Fact]
    public void Another_name_of_this_machine_is_not_answered()
    {
        var request = Request("GET", "");
        request.Host = new("rebound.example", 4000);

        Assert.False(new LocalRequests(Own, null).AreAllowed(request.HttpContext));
    }

    private static HttpRequest Request(string method, string origin)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Scheme, request.Host) = (method, "http", new("127.0.0.1", 4000));
        request.Headers.Origin = origin;
        return request;
    }
}
