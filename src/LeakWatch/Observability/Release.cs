using System.Reflection;

namespace LeakWatch.Observability;

/// <summary>Which build this is.</summary>
internal static class Release
{
    /// <summary><c>0.1.0+COMMIT</c>, without the commit where the build did not know it.</summary>
    public static string Version => typeof(Release).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>As those who collect errors know it: by the commit, which program, image and web share.</summary>
    public static string Name => $"leakwatch@{Version.Split('+')[^1]}";
}
