using System.Text.RegularExpressions;

namespace LeakWatch.Tests;

public sealed partial class DocumentationTests
{
    private static readonly string Root = Repository.Root;

    public static TheoryData<string> Pages() => [.. PageNames()];

    private static IEnumerable<string> PageNames() =>
        Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal);

    public static TheoryData<string> OperatorsPages() => [.. PageNames().Where(page => page == "docs/guide.md" || page.StartsWith("docs/operations/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_to_a_file(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, page))!;

        var broken = RelativeLink().Matches(File.ReadAllText(Path.Combine(Root, page)))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !Path.Exists(Path.Combine(folder, target)));

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_line_of_the_deployment_guide_is_answered_in_its_order()
    {
        var asked = GuideLine().Matches(Read("docs/operations/deployment-guide.ko.md")).Select(line => line.Groups["line"].Value.Trim().Replace("|", "/", StringComparison.Ordinal));
        var answered = GuideRow().Matches(Read("docs/guide.md")).Select(row => row.Groups["line"].Value).Skip(1);

        Assert.Equal(asked, answered);
    }

    [Theory]
    [InlineData("docs/guide.md")]
    [InlineData("docs/operations/en/runbook.md")]
    [InlineData("docs/operations/ko/runbook.md")]
    [InlineData("docs/operations/en/cost.md")]
    [InlineData("docs/operations/ko/cost.md")]
    [InlineData("docs/operations/en/alerts.md")]
    [InlineData("docs/operations/ko/alerts.md")]
    public void Every_file_that_operators_are_sent_to_exists(string page) =>
        Assert.All(NamedFile().Matches(Read(page)).Select(file => file.Groups["file"].Value), file => Assert.True(Path.Exists(Path.Combine(Root, file)), file));

    [Fact]
    public void Every_file_of_the_table_of_behaviours_exists()
    {
        var files = BehaviourRow().Matches(Read("CONTRIBUTING.md")).Select(row => row.Groups["file"].Value).ToList();

        Assert.True(files.Count >= 20, $"The table has {files.Count} behaviours.");
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Root, file)), file));
    }

    [Theory]
    [MemberData(nameof(OperatorsPages))]
    public void Every_command_that_operators_are_told_to_give_exists(string page)
    {
        var (script, program) = (Read("lw"), Read("src/LeakWatch/Program.cs"));

        Assert.All(ScriptVerb().Matches(Read(page)).Select(verb => verb.Groups["verb"].Value).Where(verb => verb is not ("migrate" or "up")), verb => Assert.Matches($@"(?m)^  [a-z|-]*\b{verb}\b[a-z|-]*\)", script));
        Assert.All(ProgramVerb().Matches(Read(page)).Select(verb => verb.Groups["verb"].Value), verb => Assert.Contains($"[\"{verb}\"", program, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docs/guide.md")]
    [InlineData("docs/operations/en/cost.md")]
    [InlineData("docs/operations/ko/cost.md")]
    public void Every_test_that_is_named_exists(string page)
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)!).ToHashSet(StringComparer.Ordinal);

        Assert.All(NamedTest().Matches(Read(page)).Select(test => test.Groups["test"].Value), test => Assert.Contains(test, tests));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    [GeneratedRegex(@"(?m)^\s*- (?<line>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex GuideLine();

    [GeneratedRegex(@"(?m)^\| (?<line>[^|-][^|]*?) \|", RegexOptions.NonBacktracking)]
    private static partial Regex GuideRow();

    [GeneratedRegex(@"`(?<file>(?:src|ops|docs|web|tests|\.github)/[^`*\s]+|(?:fly\.toml|shopify\.app(?:\.staging)?\.toml|Dockerfile|compose\.yaml|\.env\.example))`", RegexOptions.NonBacktracking)]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"^\| [^|]+ \| `(?<file>src/[^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex BehaviourRow();

    [GeneratedRegex(@"\./lw (?<verb>[a-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex ScriptVerb();

    [GeneratedRegex(@"(?:`|'|/app/)leakwatch (?<verb>[a-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex ProgramVerb();

    [GeneratedRegex(@"\./lw test (?<test>[A-Za-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\]\((?<target>[^):#]+)(#[^)]*)?\)", RegexOptions.NonBacktracking)]
    private static partial Regex RelativeLink();
}
