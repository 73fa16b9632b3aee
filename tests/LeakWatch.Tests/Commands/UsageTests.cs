using LeakWatch.Commands;

namespace LeakWatch.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Without_a_command_it_teaches(params string[] args)
    {
        var (exitCode, output, error) = Run(args);

        Assert.Equal(0, exitCode);
        Assert.Contains("leakwatch scan ~/invoices", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public void A_misspelt_command_is_refused_with_the_one_that_was_meant()
    {
        var (exitCode, output, error) = Run("scna");

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains("Did you mean 'scan'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_one_line()
    {
        var (exitCode, output, _) = Run("--version");

        Assert.Equal(0, exitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
        Assert.Single(output.TrimEnd().Split('\n'));
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (Usage.Run(args, new Terminal(output, error, TimeProvider.System)), output.ToString(), error.ToString());
    }
}
