using LeakWatch.Core;
using SkiaSharp;

namespace LeakWatch.Extraction.Sandbox;

/// <summary>PNG or JPEG bytes → a grey, upright picture of a size that OCR likes. Limits are checked on the header, before pixels cost memory.</summary>
internal static class PictureFile
{
    /// <summary>For the pixels as they are decoded: 24 megapixels in colour, 60 in grey, and JPEG of any size up to that by decoding it coarser.</summary>
    private const long DecodedBytes = 96_000_000;

    // A page of 794 × 1123 is A4 at 96 dpi, as browsers and screenshots make it; tesseract wants 200 to 300.
    private const int SmallSide = 1700;
    private const int GoodSide = 2300;
    private const int LargeSide = 3600;

    /// <summary>Enlarging a photo enlarges its grain.</summary>
    private const int GoodSideOfPhoto = 1900;
    private const double LargestUpscale = 3;

    /// <summary>Pixels of something that could hold a word.</summary>
    private const int SmallestSide = 16;

    public static Result<GreyPicture> Decode(byte[] bytes, string file)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return ReadingErrors.Corrupt(file);
        }

        var size = codec.Info;
        if ((long)size.Width * size.Height > ReadingLimits.Pixels)
        {
            return ReadingErrors.TooManyPixels(file, size.Width, size.Height, ReadingLimits.Pixels);
        }

        if (size.Width < SmallestSide || size.Height < SmallestSide)
        {
            return ReadingErrors.NoText(file);
        }

        // JPEG can be decoded at an eighth, a quarter or a half for less work; PNG answers with its full size.
        var scaled = codec.GetScaledDimensions(Math.Min((float)LargeSide / Math.Max(size.Width, size.Height), 1));
        var isGrey = size.ColorType is SKColorType.Gray8;
        var bytesPerPixel = isGrey ? 1 : 4;
        if ((long)scaled.Width * scaled.Height * bytesPerPixel > DecodedBytes)
        {
            return ReadingErrors.TooManyPixels(file, size.Width, size.Height, DecodedBytes / bytesPerPixel);
        }

        using var colours = new SKBitmap(isGrey
            ? new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Gray8, SKAlphaType.Opaque)
            : new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        return codec.GetPixels(colours.Info, colours.GetPixels()) switch
        {
            // The part that decodes may hold all that matters; what the rest held is grey.
            SKCodecResult.Success or SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput => Prepared(colours, codec.EncodedOrigin),
            _ => ReadingErrors.Corrupt(file),
        };
    }

    private static GreyPicture Prepared(SKBitmap colours, SKEncodedOrigin origin)
    {
        var picture = Upright(colours, origin);
        PictureCleaning.WhitenFrame(picture);
        var side = PictureCleaning.ContentSide(picture);
        var good = PictureCleaning.IsClean(picture) ? GoodSide : GoodSideOfPhoto;
        var scale = Math.Min(Math.Min((double)good / side, LargestUpscale), (double)LargeSide / Math.Max(picture.Width, picture.Height));
        return side < SmallSide && scale > 1 ? picture.Scaled(scale) : picture;
    }

    /// <summary>On white, grey, the way up that the camera noted, and not larger than needed: in one drawing.</summary>
    private static GreyPicture Upright(SKBitmap colours, SKEncodedOrigin origin)
    {
        var scale = Math.Min((double)LargeSide / Math.Max(colours.Width, colours.Height), 1);
        var (width, height) = ((int)(colours.Width * scale), (int)(colours.Height * scale));
        var isOnItsSide = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var info = new SKImageInfo(isOnItsSide ? height : width, isOnItsSide ? width : height, SKColorType.Gray8, SKAlphaType.Opaque);

        using var grey = new SKBitmap(info);
        using var canvas = new SKCanvas(grey);
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(ToUpright(origin, width, height));
        canvas.Scale((float)scale);
        using var image = SKImage.FromBitmap(colours);
        using var paint = new SKPaint();
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
        canvas.Flush();
        return GreyPicture.Of(grey);
    }

    /// <summary>EXIF orientation 1 to 8 as a matrix; width and height are those before turning.</summary>
    private static SKMatrix ToUpright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
