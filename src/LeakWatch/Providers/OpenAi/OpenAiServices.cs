using LeakWatch.Providers.Local;

namespace LeakWatch.Providers.OpenAi;

internal static class OpenAiServices
{
    /// <param name="options">Null when no key is set: nobody is asked then.</param>
    /// <exception cref="ArgumentException">The options cannot be used; the message names every problem.</exception>
    public static IServiceCollection AddOpenAi(this IServiceCollection services, OpenAiOptions? options)
    {
        if (options is null)
        {
            return services.AddSingleton<ISecondReader, NoSecondReader>();
        }

        return options.Problems().ToList() is { Count: > 0 } problems
            ? throw new ArgumentException(string.Join(' ', problems), nameof(options))
            : services.AddSingleton(options).AddSingleton<OpenAiChat>().AddSingleton<ISecondReader, OpenAiSecondReader>();
    }
}
