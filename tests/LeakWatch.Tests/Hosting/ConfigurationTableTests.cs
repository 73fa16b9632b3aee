using LeakWatch.Hosting;

namespace LeakWatch.Tests.Hosting;

public sealed class ConfigurationTableTests
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

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");
}
