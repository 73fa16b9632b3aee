using System.Globalization;
using System.Text;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>What tesseract made of a page.</summary>
/// <param name="Confidence">Mean of the words, by their letters; 0 for none.</param>
/// <param name="WordHeight">Median height in pixels of words it is sure about; 0 for none.</param>
internal sealed record Recognition(IReadOnlyList<PlacedWord> Words, double Confidence, double WordHeight)
{
    private const double ShareOfDoubtful = 0.25;

    public static Recognition Nothing { get; } = new([], 0, 0);

    /// <summary>Share of the letters that tesseract did not believe in, those that were left out for it included.</summary>
    public double DoubtfulShare { get; init; }

    /// <summary>Whether much of it is probably wrong: another alphabet, or a page on its side.</summary>
    public bool IsDoubtful => Words.Count == 0 || DoubtfulShare >= ShareOfDoubtful;

    /// <summary>Letters that are probably right; a syllable or ideograph says as much as two Latin letters.</summary>
    public double Worth => Words.Sum(word => word.Text.Sum(letter => letter < '\u1100' ? 1 : 2) * Math.Max((word.Confidence ?? 0) - 40, 0) / 60);
}

/// <summary>What tesseract takes for ink: its <c>thresholding_method</c>.</summary>
internal enum InkRule
{
    /// <summary>Darker than one shade for the whole page (Otsu).</summary>
    Page = 0,

    /// <summary>Darker than its surroundings (Sauvola): photos have shadows.</summary>
    Surroundings = 2,
}

/// <summary>The tesseract command: one process for each picture and language, one thread each.</summary>
internal sealed class Tesseract(string program, string? tessdata)
{
    private const string Scripts = "osd";
    private IReadOnlySet<string>? languages;

    public IReadOnlySet<string> Languages => languages ??= ListLanguages();

    public string Failure { get; private set; } = "";

    /// <param name="language">As tesseract writes it: <c>eng</c>, <c>deu+eng</c>.</param>
    public Recognition? Read(GreyPicture picture, string language, InkRule ink, TimeSpan limit)
    {
        // psm 3: it finds the blocks itself. psm 6 loses ruled tables.
        string[] arguments = ["stdin", "stdout", "-l", language, "--psm", "3", "--dpi", "300", "-c", string.Create(CultureInfo.InvariantCulture, $"thresholding_method={(int)ink}"), "tsv"];
        var output = OcrProcess.Run(program, arguments, picture.ToPgm(), limit, tessdata, out var reason);
        Failure = reason;
        return output is null ? null : TesseractTable.Read(Encoding.UTF8.GetString(output), language);
    }

    /// <summary>Which way the picture is turned, and its script.</summary>
    /// <returns>Degrees to turn it clockwise; null when there is too little text to tell.</returns>
    public (int Turn, string Script, double Confidence)? Orientation(GreyPicture picture, TimeSpan limit)
    {
        if (!Languages.Contains(Scripts) || OcrProcess.Run(program, ["stdin", "stdout", "--psm", "0", "--dpi", "300"], picture.ToPgm(), limit, tessdata, out _) is not { } output)
        {
            return null;
        }

        var answers = Encoding.UTF8.GetString(output).Split('\n')
            .Select(line => line.Split(':', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].Trim(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First()[1].Trim(), StringComparer.Ordinal);
        return answers.TryGetValue("Rotate", out var rotate) && int.TryParse(rotate, CultureInfo.InvariantCulture, out var turn)
            ? (turn, answers.GetValueOrDefault("Script", ""), Number("Orientation confidence"))
            : null;

        double Number(string name) => double.TryParse(answers.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private HashSet<string> ListLanguages()
    {
        var output = OcrProcess.Run(program, ["--list-langs"], default, TimeSpan.FromSeconds(10), tessdata, out var reason);
        Failure = reason;
        return output is null ? [] : [.. Encoding.UTF8.GetString(output).Split('\n').Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0)];
    }
}
