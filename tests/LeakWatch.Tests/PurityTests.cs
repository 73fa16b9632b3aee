using System.Reflection;
using LeakWatch.Core;

namespace LeakWatch.Tests;

public sealed class PurityTests
{
    private static readonly Assembly Core = typeof(Money).Assembly;

    [Fact]
    public void Core_references_only_the_runtime() =>
        Assert.All(Core.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
}
