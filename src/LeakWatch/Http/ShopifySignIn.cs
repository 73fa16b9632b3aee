using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using LeakWatch.Configuration;
using LeakWatch.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeakWatch.Http;

/// <summary>Which organisation a Shopify store belongs to, asked of the database at most once in a while.</summary>
internal sealed class ShopifyShops(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>So long may a store that has just uninstalled us still look at its data.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (Guid Organization, Guid Shop, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    /// <returns>Null for a store that is not here.</returns>
    public async Task<(Guid Organization, Guid Shop)?> FindAsync(string domain, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(domain, out var shop) && shop.Until > now)
        {
            return (shop.Organization, shop.Shop);
        }

        await using var unit = await SystemUnit.BeginAsync(source, cancellationToken);
        await using var question = new NpgsqlCommand("select organization_id, shop_id from leakwatch.shop_of_domain($1)", unit.Connection) { Parameters = { new() { Value = domain } } };
        await using var answer = await question.ExecuteReaderAsync(cancellationToken);
        if (!await answer.ReadAsync(cancellationToken))
        {
            known.TryRemove(domain, out _);
            return null;
        }

        known[domain] = (answer.GetGuid(0), answer.GetGuid(1), now + KeptFor);
        return (answer.GetGuid(0), answer.GetGuid(1));
    }
}

/// <summary>Signs in by Shopify's session token. Whatever is wrong, the answer is the same, and asks App Bridge to try once more with a new token.</summary>
internal sealed class ShopifySignIn(
    ShopifyShops shops, Settings settings, TimeProvider time, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Shopify";

    public const string RetryHeader = "X-Shopify-Retry-Invalid-Session-Request";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var authorization = Request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || settings is not { ShopifyApiKey: { } clientId, ShopifyApiSecret: { } secret })
        {
            return AuthenticateResult.NoResult();
        }

        string[] secrets = settings.ShopifyApiSecretPrevious is { } previous ? [secret, previous] : [secret];
        return ShopifySessionToken.Verify(authorization[Bearer.Length..], clientId, secrets, time.GetUtcNow()) is { } token
            && await shops.FindAsync(token.Shop, Context.RequestAborted) is var (organization, shop)
            ? AuthenticateResult.Success(new(new Caller(organization, $"shopify:{token.User}", Role.Member, shop).ToPrincipal(Name), Name))
            : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        Response.Headers[RetryHeader] = "1";
        return Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized);
    }
}
