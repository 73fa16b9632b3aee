using System.Globalization;
using System.Text;

namespace LeakWatch.Core.Text;

/// <summary>Words with numbered gaps, <c>{0} renews on {1}</c>; a brace of the words themselves is written twice.</summary>
public static class SentenceTemplate
{
    /// <summary>The words with a gap after each but the last.</summary>
    internal static string Of(string?[] words)
    {
        var template = new StringBuilder(words[0]?.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        for (var gap = 1; gap < words.Length; gap++)
        {
            template.Append(CultureInfo.InvariantCulture, $"{{{gap - 1}}}");
            template.Append(words[gap]?.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }

        return template.ToString();
    }

    /// <summary>The words, and the gap that follows them; null at the end, and after a brace that is one of the words.</summary>
    /// <exception cref="FormatException">A brace is open, or holds no number.</exception>
    public static IEnumerable<(string Words, int? Gap)> Parts(string template)
    {
        var start = 0;
        while (start < template.Length)
        {
            var brace = template.AsSpan(start).IndexOfAny('{', '}');
            if (brace < 0)
            {
                break;
            }

            brace += start;
            if (brace + 1 < template.Length && template[brace + 1] == template[brace])
            {
                yield return (template[start..(brace + 1)], null);
                start = brace + 2;
                continue;
            }

            var end = template.IndexOf('}', brace);
            if (template[brace] == '}' || end < 0 || !int.TryParse(template.AsSpan(brace + 1, end - brace - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var gap))
            {
                throw new FormatException($"The braces of \"{template}\" are not gaps.");
            }

            yield return (template[start..brace], gap);
            start = end + 1;
        }

        if (start < template.Length)
        {
            yield return (template[start..], null);
        }
    }
}
