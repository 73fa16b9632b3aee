namespace LeakWatch.Extraction.Sandbox;

/// <summary>A word where the page shows it: points or pixels, origin top left, y downwards.</summary>
/// <param name="Baseline">The y the letters stand on; with skew taken out where the source knows it.</param>
/// <param name="Size">Font size in the same unit.</param>
internal readonly record struct PlacedWord(
    string Text, double Left, double Top, double Right, double Bottom, double Baseline, double Size, double? Confidence = null);
