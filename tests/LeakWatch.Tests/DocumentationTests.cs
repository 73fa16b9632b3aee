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

    [GeneratedRegex(@"\]\((?<target>[^):#]+)(#[^)]*)?\)", RegexOptions.NonBacktracking)]
    private static partial Regex RelativeLink();
}
