using System.Diagnostics;
using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Staging;

/// <summary>The built Next server in front of a rehearsal's api, and a browser that looks at it: web/tests/staging.</summary>
internal static class StagingPages
{
    /// <param name="commit">The one that the web was built from, as <c>LW_RELEASE</c> says in a deployment.</param>
    public static async Task LookAsync(Uri api, string dsn, string commit, CancellationToken cancellationToken)
    {
        var web = Path.Combine(Repository.Root, "web");
        var start = new ProcessStartInfo("node", ["node_modules/@playwright/test/cli.js", "test", "--reporter=line"])
        {
            WorkingDirectory = web,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LW_TESTS"] = "staging";
        start.Environment["LW_STAGING_API"] = api.GetLeftPart(UriPartial.Authority);
        start.Environment["LW_STAGING_SHOP"] = StagingStore.Domain;
        start.Environment["LW_STAGING_SENTRY"] = dsn;
        start.Environment["LW_STAGING_COMMIT"] = commit;
        start.Environment["SHOPIFY_API_KEY"] = SessionTokens.ClientId;
        start.Environment["SHOPIFY_API_SECRET"] = SessionTokens.Secret;
        using var browser = Process.Start(start)!;
        browser.StandardInput.Close();
        await using var ending = cancellationToken.Register(() => browser.Kill(entireProcessTree: true));
        var (output, errors) = (
            browser.StandardOutput.ReadToEndAsync(CancellationToken.None),
            browser.StandardError.ReadToEndAsync(CancellationToken.None)
        );
        await browser.WaitForExitAsync(CancellationToken.None);
        if (browser.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"The browser did not see what it should:\n{await output}\n{await errors}"
            );
        }
    }
}
