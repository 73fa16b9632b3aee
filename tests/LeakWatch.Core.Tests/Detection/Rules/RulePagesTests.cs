using System.Globalization;
using System.Text.RegularExpressions;
using LeakWatch.Core.Findings;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Detection.Rules;

/// <summary>A rule that people are to trust has a page that says what it does.</summary>
public sealed partial class RulePagesTests
{
    private static readonly string Rules = Path.Combine(Root(AppContext.BaseDirectory), "docs", "rules");

    public static TheoryData<LeakType> Types => [.. Enum.GetValues<LeakType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_rule_has_its_page(LeakType type)
    {
        var page = Path.Combine(Rules, Kebab(type) + ".md");

        Assert.True(File.Exists(page), $"{type} has no page: write {page}.");
        var text = File.ReadAllText(page);
        Assert.All(
            [
                "**Says:**",
                "**Fires when:**",
                "**Is not a leak:**",
                "**Amount:**",
                "**Evidence:**",
                "**Confidence:**",
                "**Known false alarms:**",
                "**Where the numbers come from:**",
                "**Code:**",
                "**Tests:**",
            ],
            heading => Assert.Contains(heading, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_page_states_the_confidence_that_the_policy_has(LeakType type)
    {
        var text = File.ReadAllText(Path.Combine(Rules, Kebab(type) + ".md"));

        Assert.All(
            BaseConfidence.Matches(text),
            stated => Assert.Equal(
                DetectionPolicy.BaseConfidence(type, Enum.Parse<Verdict>(stated.Groups["verdict"].Value, ignoreCase: true)),
                int.Parse(stated.Groups["base"].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_page_has_its_rule() =>
        Assert.Equal(
            Enum.GetValues<LeakType>().Select(Kebab).Append("README").Order(StringComparer.Ordinal),
            Directory.GetFiles(Rules, "*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order(StringComparer.Ordinal));

    private static string Kebab(LeakType type) => WordStart.Replace(type.ToString(), "-").ToLowerInvariant();

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "LeakWatch.slnx")) ? folder : Root(
            Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository."));

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart { get; }

    [GeneratedRegex(@"\b(?<verdict>LEAK|WATCH|REVIEW) (?<base>\d{2})\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BaseConfidence { get; }
}
