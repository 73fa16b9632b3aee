using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LeakWatch.Tests.Deployment;

/// <summary>Files for hosts that are not here say the same as the code.</summary>
public sealed partial class DeploymentFilesTests
{
    [Fact]
    public void Every_variable_that_the_code_reads_is_explained()
    {
        var explained = Variables().Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(VariablesOfCode().Except(explained));
    }

    [Fact]
    public void A_variable_that_nothing_reads_yet_says_so()
    {
        var read = VariablesOfCode();

        Assert.Empty(Variables().Where(variable => !variable.IsReserved && !read.Contains(variable.Name)).Select(variable => variable.Name));
        Assert.Empty(Variables().Where(variable => variable.IsReserved && read.Contains(variable.Name)).Select(variable => variable.Name));
    }

    [Fact]
    public void Fly_runs_the_roles_that_the_program_has_on_the_port_that_it_listens_on()
    {
        var fly = Read("fly.toml");

        Assert.Contains("api = \"api\"", fly, StringComparison.Ordinal);
        Assert.Contains("worker = \"worker\"", fly, StringComparison.Ordinal);
        Assert.Contains("release_command = \"migrate\"", fly, StringComparison.Ordinal);
        Assert.Contains("internal_port = 4000", fly, StringComparison.Ordinal);
        Assert.Contains("kill_signal = \"SIGTERM\"", fly, StringComparison.Ordinal);
        Assert.Contains("path = \"/health/ready\"", fly, StringComparison.Ordinal);
        var program = Read("src/LeakWatch/Program.cs");
        Assert.All(["\"api\"", "\"worker\"", "\"migrate\""], verb => Assert.Contains($"[{verb}]", program, StringComparison.Ordinal));
    }

    [Fact]
    public void Fly_waits_longer_than_a_worker_needs_to_put_its_jobs_back()
    {
        var ours = int.Parse(ShutdownSeconds().Match(Read("src/LeakWatch/Hosting/ServiceHost.cs")).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var flys = int.Parse(KillSeconds().Match(Read("fly.toml")).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(flys > ours, $"{flys} s is not longer than {ours} s.");
    }

    [Fact]
    public void The_image_is_built_of_files_that_exist_and_as_the_script_builds()
    {
        var dockerfile = Read("Dockerfile");
        var sources = CopiedSources().Matches(dockerfile).SelectMany(copy => copy.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..^1]);

        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), source));
        Assert.Contains("-c Release -o /app --use-current-runtime --self-contained false -p:PublishReadyToRun=true -p:SourceRevisionId=$RELEASE", dockerfile, StringComparison.Ordinal);
        Assert.Contains("-c Release -o \"$published\" --use-current-runtime --self-contained false -p:PublishReadyToRun=true", Read("lw"), StringComparison.Ordinal);
        Assert.Matches("(?m)^USER app$", dockerfile);
    }

    [Fact]
    public void The_image_has_every_language_that_the_script_installs()
    {
        var dockerfile = Read("Dockerfile");

        Assert.All(OcrPackages().Matches(Read("lw")).Select(package => package.Value), package => Assert.Contains(package, dockerfile, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_bucket_throws_away_is_what_browsers_send_and_nobody_completed() =>
        Assert.Equal(
            LeakWatch.Providers.FileKeys.IncomingPrefix + "/",
            (string?)JsonNode.Parse(Read("ops/r2/lifecycle.json"))!["rules"]![0]!["conditions"]!["prefix"]);

    [Fact]
    public void A_deployment_brings_the_worker_before_the_api_and_a_rollback_the_api_before_the_worker()
    {
        Assert.Equal(["worker", "api"], GroupsOf("release.yml"));
        Assert.Equal(["api", "worker"], GroupsOf("rollback.yml"));
    }

    [Theory]
    [InlineData("check.yml")]
    [InlineData("deploy.yml")]
    [InlineData("release.yml")]
    [InlineData("rollback.yml")]
    public void A_workflow_may_only_read_the_repository_and_ends_in_time(string name)
    {
        var workflow = Read(".github/workflows/" + name);

        Assert.Matches("(?m)^permissions:\n  contents: read$", workflow);
        Assert.Equal(Jobs().Count(workflow), TimeLimits().Count(workflow));
        Assert.DoesNotContain("pull_request_target", workflow, StringComparison.Ordinal);
    }

    [Fact]
    public void Staging_and_production_differ_in_the_name_of_the_app_and_of_the_environment_alone()
    {
        string[] Lines(string file) => [.. Read(file).Split('\n').Where(line => !line.StartsWith('#'))];

        var differences = Lines("fly.toml").Zip(Lines("fly.staging.toml")).Where(pair => pair.First != pair.Second);

        Assert.Equal(
            [("app = \"leakwatch-api\"", "app = \"leakwatch-api-staging\""), ("NODE_ENV = \"production\"", "NODE_ENV = \"staging\"")],
            differences);
        Assert.Equal(Lines("fly.toml").Length, Lines("fly.staging.toml").Length);
    }

    [Fact]
    public void Production_waits_for_staging_and_runs_its_image()
    {
        var production = Read(".github/workflows/deploy.yml").Split("  production:")[1];

        Assert.Contains("needs: [image, staging]", production, StringComparison.Ordinal);
        Assert.Contains("image: ${{ needs.image.outputs.image }}", production, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_of_others_are_pinned_to_a_commit()
    {
        var uses = Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github/workflows")).SelectMany(file => Uses().Matches(File.ReadAllText(file)));

        Assert.All(uses.Select(use => use.Groups[1].Value), action => Assert.Matches("^(\\./.+|.+@[0-9a-f]{40})$", action));
    }

    private static List<string> GroupsOf(string workflow) => [.. ProcessGroups().Matches(Read(".github/workflows/" + workflow)).Select(group => group.Groups[1].Value)];

    /// <summary>Names in capitals that are read by the settings, the script's programs and the web's build.</summary>
    private static HashSet<string> VariablesOfCode()
    {
        var settings = Variable().Matches(Read("src/LeakWatch/Configuration/SettingsReading.cs") + Read("src/LeakWatch/Configuration/OperationsSettings.cs")).Select(match => match.Groups[1].Value);
        var web = WebVariable().Matches(Read("web/next.config.ts")).Select(match => match.Groups[1].Value).Where(name => name is not ("LW_EXPORT" or "LW_NEXT_FOLDER" or "VERCEL"));
        return settings.Concat(web).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, bool IsReserved)> Variables()
    {
        var comment = "";
        foreach (var line in Read(".env.example").Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                comment = line;
            }
            else if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var end)
            {
                yield return (line[..end], comment.StartsWith("# not yet", StringComparison.Ordinal));
                comment = "";
            }
        }
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    [GeneratedRegex("\"((?:NODE|DATABASE|REDIS|LW|SHOPIFY|R2|OPENAI|MAILGUN|MAIL|SENTRY|OPS|ECB|OTEL|SMTP)_[A-Z0-9_]+)\"")]
    private static partial Regex Variable();

    [GeneratedRegex(@"process\.env\.([A-Z0-9_]+)")]
    private static partial Regex WebVariable();

    [GeneratedRegex(@"Shutdown = TimeSpan\.FromSeconds\((\d+)\)")]
    private static partial Regex ShutdownSeconds();

    [GeneratedRegex("kill_timeout = \"(\\d+)s\"")]
    private static partial Regex KillSeconds();

    [GeneratedRegex("(?m)^COPY (?!--from)(.+)$")]
    private static partial Regex CopiedSources();

    [GeneratedRegex("tesseract-ocr-[a-z]{3}")]
    private static partial Regex OcrPackages();

    [GeneratedRegex(@"uses: (\S+)")]
    private static partial Regex Uses();

    [GeneratedRegex("--process-groups ([a-z]+)")]
    private static partial Regex ProcessGroups();

    [GeneratedRegex("(?m)^  [a-z]+:\n(?:    .*\n)*?    runs-on:")]
    private static partial Regex Jobs();

    [GeneratedRegex("(?m)^    timeout-minutes: \\d+$")]
    private static partial Regex TimeLimits();
}
