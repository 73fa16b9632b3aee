namespace LeakWatch.Extraction.Sandbox;

/// <summary>Takes away what OCR stumbles over and no reader would miss: the dark frame around a page, and the ruled lines of its tables.</summary>
internal static class PictureCleaning
{
    private const byte White = 255;
    private const byte Dark = 70;
    private const byte Ink = 150;
    private const byte Paper = 225;
    private const double ShareOfPaper = 0.6;

    // Of a row or column at the edge.
    private const double ShareOfFrame = 0.97;

    // In shares of the page's shorter side: a letter is never this long, a rule seldom thicker than this.
    private const double ShortestRule = 0.06;
    private const double ThickestRule = 0.006;

    /// <summary>Paints the frame white, in place.</summary>
    public static void WhitenFrame(GreyPicture picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var (left, right) = (Edge(0, 1, width, IsDarkColumn), width - 1 - Edge(width - 1, -1, width, IsDarkColumn));
        var (top, bottom) = (Edge(0, 1, height, IsDarkRow), height - 1 - Edge(height - 1, -1, height, IsDarkRow));

        // A picture that is dark all over is no page in a frame.
        if (right - left < width / 4 || bottom - top < height / 4)
        {
            return;
        }

        for (var y = 0; y < height; y++)
        {
            var row = picture.Pixels.AsSpan(y * width, width);
            if (y < top || y > bottom)
            {
                row.Fill(White);
            }
            else
            {
                row[..left].Fill(White);
                row[(right + 1)..].Fill(White);
            }
        }

        bool IsDarkColumn(int x) => CountBelow(Dark, picture, x, width, height) >= ShareOfFrame * height;
        bool IsDarkRow(int y) => CountBelow(Dark, picture, y * width, 1, width) >= ShareOfFrame * width;
    }

    /// <summary>Pixels of the longer side of all that is not blank margin.</summary>
    public static int ContentSide(GreyPicture picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var across = width - Edge(0, 1, width, IsBlankColumn) - Edge(width - 1, -1, width, IsBlankColumn);
        var down = height - Edge(0, 1, height, IsBlankRow) - Edge(height - 1, -1, height, IsBlankRow);
        return Math.Max(Math.Max(across, down), 1);

        bool IsBlankColumn(int x) => CountBelow(Paper, picture, x, width, height) == 0;
        bool IsBlankRow(int y) => CountBelow(Paper, picture, y * width, 1, width) == 0;
    }

    /// <summary>Ink on even white, not a photo of paper.</summary>
    public static bool IsClean(GreyPicture picture) => picture.Pixels.Length - CountBelow(Paper, picture, 0, 1, picture.Pixels.Length) > ShareOfPaper * picture.Pixels.Length;

    private static int CountBelow(byte shade, GreyPicture picture, int start, int step, int count)
    {
        var below = 0;
        for (var index = 0; index < count; index++)
        {
            below += picture.Pixels[start + (index * step)] < shade ? 1 : 0;
        }

        return below;
    }

    /// <returns>How many rows or columns at an edge belong to it.</returns>
    private static int Edge(int start, int step, int length, Func<int, bool> isPartOfIt)
    {
        var count = 0;
        while (count < length && isPartOfIt(start + (count * step)))
        {
            count++;
        }

        return count;
    }

    /// <returns>The picture without its long thin strokes, in which letters that touch them keep their own ink; null when it has none.</returns>
    public static GreyPicture? WithoutRules(GreyPicture picture)
    {
        var side = Math.Min(picture.Width, picture.Height);
        var (shortest, thickest) = (Math.Max((int)(ShortestRule * side), 40), Math.Max((int)(ThickestRule * side), 4));
        var wiped = new List<(int Start, int Step, int Length)>();
        FindRules(picture, picture.Height, picture.Width, picture.Width, 1, shortest, thickest, wiped);
        FindRules(picture, picture.Width, picture.Height, 1, picture.Width, shortest, thickest, wiped);
        if (wiped.Count == 0)
        {
            return null;
        }

        var pixels = picture.Pixels.ToArray();
        foreach (var (start, step, length) in wiped)
        {
            for (var index = 0; index < length; index++)
            {
                pixels[start + (index * step)] = White;
            }
        }

        return new(picture.Width, picture.Height, pixels);
    }

    /// <param name="across">From one line to the next, in the array.</param>
    /// <param name="along">From one pixel of a line to the next, in the array.</param>
    private static void FindRules(
        GreyPicture picture, int lines, int length, int across, int along, int shortest, int thickest, List<(int Start, int Step, int Length)> wiped)
    {
        var pixels = picture.Pixels;
        for (var line = 0; line < lines; line++)
        {
            var run = 0;
            for (var index = 0; index <= length; index++)
            {
                if (index < length && pixels[(line * across) + (index * along)] < Ink)
                {
                    run++;
                    continue;
                }

                if (run >= shortest)
                {
                    WipeWhereThin(line, index - run, run);
                }

                run = 0;
            }
        }

        void WipeWhereThin(int line, int from, int count)
        {
            for (var index = from; index < from + count; index++)
            {
                var above = Thickness(line, index, -1);
                var below = Thickness(line, index, 1);
                if (above + below - 1 <= thickest)
                {
                    // The grey seam that smoothing leaves on both sides goes too.
                    wiped.Add(((Math.Max(line - above, 0) * across) + (index * along), across, Math.Min(above + below + 1, lines - Math.Max(line - above, 0))));
                }
            }
        }

        int Thickness(int line, int index, int step)
        {
            var count = 0;
            while (count <= thickest && line + (count * step) is var next && next >= 0 && next < lines && pixels[(next * across) + (index * along)] < Ink)
            {
                count++;
            }

            return count;
        }
    }
}
