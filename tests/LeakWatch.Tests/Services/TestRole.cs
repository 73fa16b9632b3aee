using System.Security.Claims;
using System.Text.Encodings.Web;
using LeakWatch.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeakWatch.Tests.Services;

/// <summary>Signs in by Shopify's token as the product does, and then as another role where the test's header names one: the ways to those roles come later.</summary>
internal sealed class TestRole(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Header = "Test-Role";

    private const string Name = "TestRole";

    public static void Add(IServiceCollection services) => services
        .AddAuthentication(authentication => authentication.DefaultScheme = Name)
        .AddScheme<AuthenticationSchemeOptions, TestRole>(Name, null);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var result = await Context.AuthenticateAsync(ShopifySignIn.Name);
        if (result is { Succeeded: true, Principal: { } user } && Request.Headers[Header].ToString() is { Length: > 0 } role)
        {
            var identity = new ClaimsIdentity(user.Claims.Where(claim => claim.Type != ClaimTypes.Role).Append(new(ClaimTypes.Role, role)), Name);
            return AuthenticateResult.Success(new(new(identity), Name));
        }

        return result;
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Context.ChallengeAsync(ShopifySignIn.Name);
}
