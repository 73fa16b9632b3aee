using System.Text.RegularExpressions;

namespace LeakWatch.Tests;

public sealed partial class DocumentationTests
{
    private static readonly string Root = Repository.Root;

    public static TheoryData<string> Pages() =>
        [.. Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal)];

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
    public void Every_file_that_operators_are_sent_to_exists(string page) =>
        Assert.All(NamedFile().Matches(Read(page)).Select(file => file.Groups["file"].Value), file => Assert.True(Path.Exists(Path.Combine(Root, file)), file));

    [Fact]
    public void Every_test_that_the_guide_names_exists()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)!).ToHashSet(StringComparer.Ordinal);

        Assert.All(NamedTest().Matches(Read("docs/guide.md")).Select(test => test.Groups["test"].Value), test => Assert.Contains(test, tests));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    [GeneratedRegex(@"(?m)^\s*- (?<line>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex GuideLine();

    [GeneratedRegex(@"(?m)^\| (?<line>[^|-][^|]*?) \|", RegexOptions.NonBacktracking)]
    private static partial Regex GuideRow();

    [GeneratedRegex(@"`(?<file>(?:src|ops|docs|web|tests|\.github)/[^`*\s]+|(?:fly\.toml|Dockerfile|compose\.yaml|\.env\.example))`", RegexOptions.NonBacktracking)]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"\./lw test (?<test>[A-Za-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\]\((?<target>[^):#]+)(#[^)]*)?\)", RegexOptions.NonBacktracking)]
    private static partial Regex RelativeLink();
}
