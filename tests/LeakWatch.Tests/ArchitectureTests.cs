using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using LeakWatch.Core;
using LeakWatch.Documents;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace LeakWatch.Tests;

public sealed class ArchitectureTests
{
    private static readonly Architecture Product =
        new ArchLoader().LoadAssemblies(typeof(DocumentReader).Assembly, typeof(Money).Assembly).Build();

    [Theory]
    [InlineData("LeakWatch.Documents", "LeakWatch.Hosting")]
    [InlineData("LeakWatch.Documents", "LeakWatch.Leaks")]
    [InlineData("LeakWatch.Leaks", "LeakWatch.Hosting")]
    [InlineData("LeakWatch.Documents", "LeakWatch.Vendors.(Local|ObjectStore|OpenAi)")]
    [InlineData("LeakWatch.Vendors", "LeakWatch.(Hosting|Documents|Data)")]
    [InlineData("LeakWatch.Core.Invoices.Reading", "LeakWatch.Core.Invoices.LanguageModel")]
    [InlineData("LeakWatch.Core.Invoices", "LeakWatch.Core.Leaks")]
    [InlineData("LeakWatch.Core.Documents", "LeakWatch.Core.Leaks")]
    [InlineData("LeakWatch.Core.Ledger", "LeakWatch.Core.Leaks.Rules")]
    public void Dependencies_point_one_way(string from, string to)
    {
        var rule = Types().That().ResideInNamespaceMatching($"^{from}($|\\.)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($"^{to}($|\\.)"))
            .WithoutRequiringPositiveResults();

        Assert.True(rule.HasNoViolations(Product), string.Join('\n', rule.Evaluate(Product).Where(result => !result.Passed).Select(result => result.Description)));
    }
}
