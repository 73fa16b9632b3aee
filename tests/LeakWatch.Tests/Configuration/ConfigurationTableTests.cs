using System.Text.RegularExpressions;
using LeakWatch.Commands;
using LeakWatch.Configuration;

namespace LeakWatch.Tests.Configuration;

public sealed partial class ConfigurationTableTests
{
    [Fact]
    public void What_the_repository_says_about_variables_is_what_the_program_reads()
    {
        Assert.True(ConfigurationTable.Markdown() == Read(ConfigurationCommand.Page), $"{ConfigurationCommand.Page} is not what the program reads: run ./lw configuration and look at the difference.");
        Assert.True(ConfigurationTable.EnvironmentExample() == Read(ConfigurationCommand.Example), $"{ConfigurationCommand.Example} is not what the program reads: run ./lw configuration and look at the difference.");
    }

    [Fact]
    public void A_variable_is_explained_once_in_sentences_and_a_secret_has_no_default()
    {
        var variables = ConfigurationVariables.Groups.SelectMany(group => group.Variables).ToList();

        Assert.Equal(variables.Count, variables.Select(variable => variable.Name).Distinct().Count());
        Assert.All(variables, variable => Assert.EndsWith(".", variable.Meaning, StringComparison.Ordinal));
        Assert.All(variables.Where(variable => variable.IsSecret), variable => Assert.Null(variable.Default));
        Assert.All(variables.Where(variable => variable.Name.Contains("SECRET", StringComparison.Ordinal) || variable.Name.EndsWith("_API_KEY", StringComparison.Ordinal) && variable.Name != "SHOPIFY_API_KEY"), variable => Assert.True(variable.IsSecret, variable.Name));
    }

    [Fact]
    public void What_a_workflow_takes_from_GitHub_is_set_there_and_nothing_else_is()
    {
        var taken = Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github/workflows"))
            .SelectMany(file => FromGitHub().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value).Where(name => name != "GITHUB_TOKEN");

        Assert.Equal(taken.Distinct().Order(StringComparer.Ordinal), SetIn(Place.GitHubSecret));
    }

    [Fact]
    public void What_the_file_of_Fly_sets_is_said_to_be_set_there()
    {
        var files = Directory.EnumerateFiles(Repository.Root, "fly*.toml")
            .SelectMany(file => FlyEnvironment().Match(File.ReadAllText(file)).Groups["name"].Captures)
            .Select(capture => capture.Value);

        Assert.Equal(files.Distinct().Order(StringComparer.Ordinal), SetIn(Place.FlyFile));
    }

    [Fact]
    public void What_the_web_reads_is_set_on_Vercel_or_by_it()
    {
        // The rest is of the export and of tests, which Vercel does not build.
        string[] others = ["LW_EXPORT", "LW_NEXT_FOLDER", "NEXT_PUBLIC_SHOPIFY_API_KEY", "NODE_ENV"];
        var read = Directory.EnumerateFiles(Path.Combine(Repository.Root, "web/src"), "*.ts*", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "web/next.config.ts"))
            .SelectMany(file => FromEnvironment().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value);

        Assert.Equal(read.Except(others).Order(StringComparer.Ordinal), SetIn(Place.VercelSettings, Place.Vercel, Place.Workflow));
    }

    private static IEnumerable<string> SetIn(params Place[] places) =>
        ConfigurationVariables.Groups.SelectMany(group => group.Variables)
            .Where(variable => variable.SetIn.Intersect(places).Any())
            .Select(variable => variable.Name).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:secrets|vars)\.([A-Z0-9_]+)")]
    private static partial Regex FromGitHub();

    [GeneratedRegex(@"(?m)^\[env\]\n(?:[ \t]*(?:#.*|(?<name>[A-Z0-9_]+) *=.*)?\n)+")]
    private static partial Regex FlyEnvironment();

    [GeneratedRegex(@"process\.env\.([A-Z0-9_]+)")]
    private static partial Regex FromEnvironment();

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");
}
