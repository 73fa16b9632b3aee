using System.Text.Json.Serialization;

namespace LeakWatch.Core.Documents;

/// <summary>A rectangle in fractions of the page, 0 to 1, origin top left.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    [JsonIgnore]
    public double Right => X + Width;

    [JsonIgnore]
    public double Bottom => Y + Height;

    public static Box Around(Box first, Box second)
    {
        var (x, y) = (Math.Min(first.X, second.X), Math.Min(first.Y, second.Y));
        return new(x, y, Math.Max(first.Right, second.Right) - x, Math.Max(first.Bottom, second.Bottom) - y);
    }
}
