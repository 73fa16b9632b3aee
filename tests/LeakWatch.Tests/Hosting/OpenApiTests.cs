using System.Text.Json.Nodes;
using LeakWatch.Hosting;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Hosting;

public sealed class OpenApiTests(PostgresService postgres, ApiService api)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_in_the_repository_is_that_of_this_api()
    {
        var described = await ApiDescription.WriteAsync((await api.StartedAsync(postgres)).Services, Token);

        Assert.True(described == await File.ReadAllTextAsync(Path.Combine(Repository.Root, "openapi.json"), Token), "openapi.json is not what the API is: run ./lw openapi and look at the difference.");
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_says_what_goes_wrong()
    {
        var document = await DocumentAsync();

        Assert.StartsWith("3.1", (string?)document["openapi"], StringComparison.Ordinal);
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(one => one.Key is "get" or "post" or "put" or "patch" or "delete").Select(one => (Path: path.Key, Operation: one.Value!))).ToList();
        Assert.All(operations, one => Assert.True(one.Operation["operationId"] is not null && one.Operation["summary"] is not null, one.Path));
        Assert.All(operations.Where(one => one.Path.StartsWith("/v1", StringComparison.Ordinal)), one => Assert.True(one.Operation["responses"]!["default"] is not null && one.Operation["security"] is not null, one.Path));
    }

    [Fact]
    public async Task Amounts_are_decimal_strings_and_enums_are_words()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.AsObject();

        var item = schemas["FindingListItem"]!["properties"]!;
        Assert.Equal("decimal", (string?)item["amountInShopCurrency"]!["format"]);
        Assert.Equal("string", (string?)item["amountInShopCurrency"]!["type"]);
        Assert.Contains("POST_CANCELLATION", schemas["LeakType"]!["enum"]!.AsArray().Select(word => (string)word!));
        Assert.DoesNotContain(schemas.SelectMany(schema => schema.Value!["enum"]?.AsArray() ?? []), word => ((string?)word)?.Any(char.IsLower) ?? false);
    }

    private async Task<JsonObject> DocumentAsync() => JsonNode.Parse(await ApiDescription.WriteAsync((await api.StartedAsync(postgres)).Services, Token))!.AsObject();
}
