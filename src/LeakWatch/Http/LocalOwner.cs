using System.Net;
using System.Text.Encodings.Web;
using LeakWatch.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LeakWatch.Http;

/// <summary>On one machine the visitor is the owner of its store. Known once <c>up</c> has made it; registered in local mode only.</summary>
internal sealed class LocalOwner
{
    public Guid? OrganizationId { get; set; }
}

/// <summary>Signs every request in as the local owner. What may ask at all is decided by <see cref="LocalRequests"/> before.</summary>
internal sealed class LocalOwnerHandler(LocalOwner owner, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "LocalOwner";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(owner.OrganizationId is { } organization
        ? AuthenticateResult.Success(new(new Caller(organization, "local-owner", Role.Owner, null).ToPrincipal(Name), Name))
        : AuthenticateResult.NoResult());
}

/// <summary>
/// Who may ask where every visitor is the owner. No other page may act through the visitor's browser: Host is this machine, and
/// unsafe methods come from our own origin, or from the web in front of us.
/// </summary>
/// <param name="web">Where the browser finds the pages: ours, or those of a Next server that passes /v1 on.</param>
/// <param name="developmentHost">
/// The name by which that Next server reaches us from another machine of a development network; null: it runs on this one.
/// </param>
internal sealed class LocalRequests(Uri web, string? developmentHost)
{
    private readonly string[] hosts = developmentHost is null ? ["127.0.0.1", "localhost"] : ["127.0.0.1", "localhost", developmentHost];

    public bool AreAllowed(HttpContext context)
    {
        var request = context.Request;
        if (!hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) || !IsNear(context.Connection.RemoteIpAddress))
        {
            return false;
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return true;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || origin.Equals(web.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Local mode listens on loopback alone; containers are asked from their own network.</summary>
    private bool IsNear(IPAddress? peer) => developmentHost is null || (peer is not null && IsPrivate(peer));

    /// <summary>RFC 1918 and 4193, and this machine.</summary>
    private static bool IsPrivate(IPAddress peer)
    {
        var address = peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
        return IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal || address.GetAddressBytes() switch
        {
            [10, _, _, _] or [172, >= 16 and <= 31, _, _] or [192, 168, _, _] => true,
            _ => false,
        };
    }
}
