using LeakWatch.Configuration;
using LeakWatch.Observability;

namespace LeakWatch.Commands.Doctor;

/// <summary>The secrets of this environment: what other people's libraries say may repeat one.</summary>
internal sealed class KnownSecrets(IReadOnlyDictionary<string, string> environment)
{
    /// <summary>Shorter ones would take words out of sentences.</summary>
    private const int Shortest = 6;

    private readonly List<string> values =
    [
        .. ConfigurationVariables.Groups.SelectMany(group => group.Variables).Where(variable => variable.IsSecret)
            .Select(variable => environment.GetValueOrDefault(variable.Name)?.Trim()).OfType<string>()
            .SelectMany(value => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.UserInfo.Split(':') is [.., var password] ? new[] { value, password, Uri.UnescapeDataString(password) } : [value])
            .Where(value => value.Length >= Shortest).OrderByDescending(value => value.Length),
    ];

    public string Hide(string text) => Redaction.Of(values.Aggregate(text, (shown, value) => shown.Replace(value, Redaction.Mark, StringComparison.Ordinal)));
}
