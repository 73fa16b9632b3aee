using System.Text.Encodings.Web;
using LeakWatch.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LeakWatch.Platform;

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

/// <summary>No other page may act through the visitor's browser: Host is this machine, and unsafe methods come from our own origin, or from the web in front of us.</summary>
internal static class LocalRequests
{
    private static readonly string[] Hosts = ["127.0.0.1", "localhost"];

    /// <param name="web">Where the browser finds the pages: ours, or those of a Next server that passes /v1 on.</param>
    public static bool AreAllowed(HttpRequest request, Uri web)
    {
        if (!Hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
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
}
