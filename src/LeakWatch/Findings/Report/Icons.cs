using LeakWatch.Core.Findings;

namespace LeakWatch.Findings.Report;

/// <summary>Lucide outlines (ISC licence, https://lucide.dev), 16 px: a verdict is told by shape and word, never by colour alone.</summary>
internal static class Icons
{
    public static Html Of(Verdict verdict) => verdict switch
    {
        Verdict.Leak => Droplet,
        Verdict.Review => Question,
        Verdict.Watch => Eye,
    };

    public static Html Droplet { get; } = Icon("""<path d="M12 22a7 7 0 0 0 7-7c0-2-1-3.9-3-5.5s-3.5-4-4-6.5c-.5 2.5-2 4.9-4 6.5C6 11.1 5 13 5 15a7 7 0 0 0 7 7z"/>""");

    public static Html Question { get; } = Icon("""<circle cx="12" cy="12" r="10"/><path d="M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3"/><path d="M12 17h.01"/>""");

    public static Html Eye { get; } = Icon("""<path d="M2.06 12.35a1 1 0 0 1 0-.7 10.75 10.75 0 0 1 19.88 0 1 1 0 0 1 0 .7 10.75 10.75 0 0 1-19.88 0"/><circle cx="12" cy="12" r="3"/>""");

    public static Html Clock { get; } = Icon("""<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>""");

    public static Html Check { get; } = Icon("""<path d="M20 6 9 17l-5-5"/>""");

    public static Html Cross { get; } = Icon("""<path d="M18 6 6 18M6 6l12 12"/>""");

    public static Html File { get; } = Icon("""<path d="M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7Z"/><path d="M14 2v4a2 2 0 0 0 2 2h4M16 13H8M16 17H8M10 9H8"/>""");

    private static Html Icon(string paths) => new(
        $"""<svg class="icon" viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{paths}</svg>""");
}
