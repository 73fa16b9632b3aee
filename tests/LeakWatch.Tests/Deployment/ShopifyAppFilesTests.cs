using Tomlyn;
using Tomlyn.Model;

namespace LeakWatch.Tests.Deployment;

/// <summary>What Shopify is told about the app is well-formed, asks for nothing too much, and says the same as the hosts' files.</summary>
public sealed class ShopifyAppFilesTests
{
    public static TheoryData<string, string, string> Files => new()
    {
        { "shopify.app.toml", "leakwatch-api.fly.dev", "https://app.leakwatch.io/app" },
        { "shopify.app.staging.toml", "leakwatch-api-staging.fly.dev", "https://staging.leakwatch.io/app" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_app_is_embedded_asks_for_no_scope_and_is_installed_by_Shopify(string file, string api, string web)
    {
        var app = Read(file);

        Assert.Equal((web, true), ((string)app["application_url"], (bool)app["embedded"]));
        Assert.Equal("", (string)Table(app, "access_scopes")["scopes"]);
        Assert.False((bool)Table(app, "access_scopes")["use_legacy_install_flow"]);
        Assert.NotEmpty(api);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Webhooks_go_to_the_api_of_the_environment_and_all_three_of_compliance_are_there(string file, string api, string web)
    {
        var webhooks = Table(Read(file), "webhooks");
        var subscriptions = ((TomlTableArray)webhooks["subscriptions"]).ToList();

        Assert.Equal("2026-10", (string)webhooks["api_version"]);
        Assert.All(subscriptions, subscription => Assert.StartsWith($"https://{api}/v1/shopify/", (string)subscription["uri"], StringComparison.Ordinal));
        Assert.Equal(["customers/data_request", "customers/redact", "shop/redact"], Topics(subscriptions, "compliance_topics"));
        Assert.Equal(["app/scopes_update", "app/uninstalled", "app_subscriptions/update", "shop/update"], Topics(subscriptions, "topics"));
        Assert.NotEmpty(web);
    }

    [Fact]
    public void Staging_is_another_app_with_the_same_shape()
    {
        var (production, staging) = (Read("shopify.app.toml"), Read("shopify.app.staging.toml"));

        Assert.Equal(production.Keys, staging.Keys);
        Assert.NotEqual((string)production["handle"], (string)staging["handle"]);
    }

    private static TomlTable Read(string file) => TomlSerializer.Deserialize<TomlTable>(File.ReadAllText(Path.Combine(Repository.Root, file)))!;

    private static TomlTable Table(TomlTable app, string name) => (TomlTable)app[name];

    private static IEnumerable<string> Topics(List<TomlTable> subscriptions, string name) =>
        subscriptions.Where(subscription => subscription.ContainsKey(name)).SelectMany(subscription => ((TomlArray)subscription[name]).Cast<string>()).Order(StringComparer.Ordinal);
}
