using System.Runtime.InteropServices;
using System.Text;
using SkiaSharp;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>A grey picture of a page, one byte a pixel, rows without padding.</summary>
internal sealed record GreyPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>PGM: what tesseract reads with the least work.</summary>
    public byte[] ToPgm() => [.. Encoding.ASCII.GetBytes($"P5\n{Width} {Height}\n255\n"), .. Pixels];

    private const int JpegQuality = 85;

    public byte[] ToJpeg()
    {
        using var bitmap = ToBitmap();
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return data.ToArray();
    }

    /// <returns>Null when the bytes are no PGM of eight bits.</returns>
    public static GreyPicture? FromPgm(byte[] bytes)
    {
        var fields = new int[3];
        var (position, field) = (2, 0);
        if (bytes is not [(byte)'P', (byte)'5', ..])
        {
            return null;
        }

        for (; field < fields.Length && position < bytes.Length; position++)
        {
            if (char.IsAsciiDigit((char)bytes[position]))
            {
                fields[field] = (fields[field] * 10) + bytes[position] - '0';
            }
            else if (position > 2 && char.IsAsciiDigit((char)bytes[position - 1]))
            {
                field++;
            }
        }

        return fields is [var width, var height, 255] && (long)width * height is > 0 and var size && size <= bytes.Length - position
            ? new(width, height, bytes[position..(position + (int)size)])
            : null;
    }

    /// <summary>Nothing but one shade, give or take what compression does.</summary>
    public bool IsBlank
    {
        get
        {
            var (lightest, darkest) = (byte.MinValue, byte.MaxValue);
            foreach (var pixel in Pixels)
            {
                lightest = Math.Max(lightest, pixel);
                darkest = Math.Min(darkest, pixel);
            }

            return lightest - darkest < 24;
        }
    }

    /// <param name="degrees">Clockwise: 0, 90, 180 or 270.</param>
    public GreyPicture Turned(int degrees)
    {
        if (degrees is not (90 or 180 or 270))
        {
            return this;
        }

        var (width, height) = degrees == 180 ? (Width, Height) : (Height, Width);
        var turned = new byte[Pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = degrees switch { 90 => (y, Height - 1 - x), 180 => (Width - 1 - x, Height - 1 - y), _ => (Width - 1 - y, x) };
                turned[(y * width) + x] = Pixels[(fromY * Width) + fromX];
            }
        }

        return new(width, height, turned);
    }

    public GreyPicture Scaled(double scale)
    {
        var (width, height) = (Math.Max((int)Math.Round(Width * scale), 1), Math.Max((int)Math.Round(Height * scale), 1));
        using var from = ToBitmap();
        using var to = from.Resize(
            new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque),
            scale < 1 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.Mitchell));
        return to is null ? this : Of(to);
    }

    /// <param name="bitmap">Of eight grey bits a pixel.</param>
    public static GreyPicture Of(SKBitmap bitmap)
    {
        var pixels = new byte[bitmap.Width * bitmap.Height];
        var rows = bitmap.GetPixelSpan();
        for (var y = 0; y < bitmap.Height; y++)
        {
            rows.Slice(y * bitmap.RowBytes, bitmap.Width).CopyTo(pixels.AsSpan(y * bitmap.Width));
        }

        return new(bitmap.Width, bitmap.Height, pixels);
    }

    private SKBitmap ToBitmap()
    {
        var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque));
        for (var y = 0; y < Height; y++)
        {
            Marshal.Copy(Pixels, y * Width, bitmap.GetPixels() + (y * bitmap.RowBytes), Width);
        }

        return bitmap;
    }
}
