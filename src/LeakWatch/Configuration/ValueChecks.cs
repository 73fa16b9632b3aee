using MimeKit;

namespace LeakWatch.Configuration;

/// <summary>
/// What a variable's value must look like, whether or not its feature is on: a wrong value is wrong before that. Each
/// gives the rest of a sentence that begins with the variable's name and never repeats the value, or null.
/// </summary>
internal static class ValueChecks
{
    public static string? Key(string value) =>
        value.All(c => c is > ' ' and <= '~')
            ? null
            : "is not a key: it has a blank or another character that no key has; copy it again.";

    public static string? Model(string value) =>
        value.Any(char.IsWhiteSpace) ? "is not the name of a model: it has a blank; it looks like gpt-4o-mini" : null;

    /// <summary>Encrypted wherever it leaves the machine.</summary>
    public static string? WebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? null
            : "is not an https address; it looks like https://app.leakwatch.io";

    public static string? Domain(string value) =>
        Uri.CheckHostName(value) is UriHostNameType.Dns ? null : "is not a domain; it looks like actions.leakwatch.io";

    public static string? Sender(string value) =>
        MailboxAddress.TryParse(value, out var sender) && sender.Domain.Length > 0
            ? null
            : "is not a sender; it looks like LeakWatch Actions <actions@leakwatch.io>";
}

internal sealed partial class SettingsReading
{
    /// <summary>
    /// Of every variable, also of one that no role reads yet or whose feature is off. What is named already is not
    /// named twice.
    /// </summary>
    private void CheckValues()
    {
        foreach (var variable in ConfigurationVariables.Groups.SelectMany(group => group.Variables))
        {
            var isNamed = Problems.Any(problem => problem.StartsWith(variable.Name + " ", StringComparison.Ordinal));
            if (!isNamed && Value(variable.Name) is { } value && variable.Check(value) is { } wrong)
            {
                Problems.Add($"{variable.Name} {wrong}");
            }
        }
    }
}
