using System.Diagnostics;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Deployment;

/// <summary>Files for hosts, as the hosts' own clients and schemas read them (tests/vendor-tools says which versions).</summary>
public sealed class VendorToolsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            Add("compose", ".", "compose*.yaml");
            Add("cors", "ops/r2", "cors.*.json");
            Add("fly", ".", "fly*.toml");
            Add("lifecycle", "ops/r2", "lifecycle*.json");
            Add("shopify", ".", "shopify.app*.toml");
            Add("vercel", "web", "vercel.json");
            Add("workflow", ".github/workflows", "*.yml");
            return files;

            void Add(string kind, string folder, string pattern)
            {
                foreach (
                    var file in Directory
                        .EnumerateFiles(Path.Combine(Repository.Root, folder), pattern)
                        .Order(StringComparer.Ordinal)
                )
                {
                    files.Add(kind, Path.GetRelativePath(Repository.Root, file));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Its_vendor_has_nothing_against_it(string kind, string file) =>
        Assert.Equal("", await FindingsAsync(kind, Path.Combine(Repository.Root, file)));

    [Theory]
    [InlineData("compose", "compose.yaml", "healthcheck:", "healthchek:", "healthchek")]
    [InlineData("cors", "ops/r2/cors.staging.json", "\"origins\"", "\"orgins\"", "(no origins)")]
    [InlineData("cors", "ops/r2/cors.staging.json", "\"rules\"", "\"CORSRules\"", "AWS S3 CORS configuration format")]
    [InlineData("fly", "fly.toml", "release_command", "relase_command", "relase_command")]
    [InlineData("fly", "fly.toml", "internal_port = 4000", "internal_port = \"4000\"", "must be integer")]
    [InlineData("lifecycle", "ops/r2/lifecycle.json", "\"prefix\"", "\"prefx\"", "does not list incoming/")]
    [InlineData("shopify", "shopify.app.toml", "application_url", "aplication_url", "aplication_url")]
    [InlineData("shopify", "shopify.app.toml", "embedded = true", "embedded = \"true\"", "embedded")]
    [InlineData("vercel", "web/vercel.json", "installCommand", "installComand", "installComand")]
    [InlineData("vercel", "web/vercel.json", "\"framework\": \"nextjs\"", "\"cleanUrls\": 5", "boolean")]
    [InlineData("workflow", ".github/workflows/check.yml", "runs-on:", "run-on:", "run-on")]
    [InlineData(
        "workflow",
        ".github/workflows/deploy.yml",
        "secrets.FLY_API_TOKEN",
        "secret.FLY_API_TOKEN",
        "undefined variable \"secret\""
    )]
    public async Task A_slip_in_it_is_found(string kind, string file, string right, string wrong, string finding)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, file), Token);
        Assert.Contains(right, text, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        var copy = folder.Write(Path.GetFileName(file), text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(finding, await FindingsAsync(kind, copy), StringComparison.Ordinal);
    }

    private static async Task<string> FindingsAsync(string kind, string file)
    {
        var start = new ProcessStartInfo(
            "node",
            [Path.Combine(Repository.Root, "tests/vendor-tools/check.mjs"), kind, file]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(Token);
        var findings = await node.StandardOutput.ReadToEndAsync(Token);
        await node.WaitForExitAsync(Token);
        Assert.True(
            node.ExitCode is 0 or 1 && (node.ExitCode == 0) == (findings.Length == 0),
            $"check.mjs did not come to its end; ./lw setup installs it. {await errors}"
        );
        return findings;
    }
}
