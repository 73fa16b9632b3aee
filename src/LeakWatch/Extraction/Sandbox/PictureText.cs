namespace LeakWatch.Extraction.Sandbox;

/// <summary>A grey picture of a page → words: the right size, way up and language are found by trying the cheap ones first.</summary>
internal sealed class PictureText(Tesseract tesseract)
{
    // Tesseract is trained on letters about this high (capitals, in pixels); it copes with half and with double.
    private const double GoodHeight = 30;
    private const double SmallestHeight = 17;
    private const double LargestHeight = 70;

    /// <summary>Latin languages by words that invoices use. Their accents matter to names, not to amounts: English has read the rest.</summary>
    private static readonly (string Language, string[] Words)[] Latin =
    [
        ("deu", ["rechnung", "betrag", "mwst", "ust", "datum", "und", "gesamt", "netto", "summe", "steuer", "straße", "strasse", "für", "fur", "ihre", "zahlbar", "menge", "preis", "gmbh"]),
        ("fra", ["facture", "montant", "tva", "prix", "quantité", "quantite", "et", "ttc", "ht", "adresse", "rue", "échéance", "client", "euros", "merci", "siret", "le", "de", "du", "les"]),
        ("spa", ["factura", "importe", "iva", "fecha", "cantidad", "precio", "calle", "y", "cliente", "gracias", "nif", "cif", "el", "de", "del", "los", "recibo"]),
    ];

    /// <summary>What to try where English fails, or reads a currency of theirs and little else, and the script of a short text is not recognised.</summary>
    private static readonly (string Language, char Currency)[] OtherAlphabets = [("jpn", '¥'), ("kor", '₩')];

    public string Failure => tesseract.Failure;

    /// <returns>Words in pixels of <paramref name="picture"/> as turned by the second value (degrees clockwise); null when OCR failed.</returns>
    public (Recognition Text, int Turn)? Read(GreyPicture picture, TimeSpan limit)
    {
        var latin = tesseract.Languages.Contains("eng") ? "eng" : tesseract.Languages.FirstOrDefault(language => language is not "osd");
        if (latin is null)
        {
            return null;
        }

        var orientation = tesseract.Orientation(picture, limit);
        var alphabet = AlphabetOf(orientation?.Script) is { } named ? Installed(named) : null;
        if (BestView(picture, alphabet ?? latin, limit) is not (var view, var text))
        {
            return null;
        }

        var turn = text.IsDoubtful && orientation is { Turn: not 0, Confidence: > 1 } ? orientation.Value.Turn : 0;
        if (turn != 0)
        {
            view = view with { Picture = view.Picture.Turned(turn) };
            text = Read(view, alphabet ?? latin, limit) ?? Recognition.Nothing;
        }

        // The script of a short text is often mistaken: then each other alphabet has its turn.
        string[] others = alphabet is not null ? [latin] : [.. OtherAlphabets.Where(other => tesseract.Languages.Contains(other.Language) && (text.IsDoubtful || text.Words.Any(word => word.Text.Contains(other.Currency)))).Select(other => other.Language)];
        var won = alphabet ?? latin;
        foreach (var language in others)
        {
            var other = Better(text, Read(view, language, limit));
            (text, won) = (other, ReferenceEquals(other, text) ? won : language);
        }

        if (LatinLanguage(text) is { } european)
        {
            var accented = Better(text, Read(view, $"{european}+{latin}", limit), 0.97);
            (text, won) = (accented, ReferenceEquals(accented, text) ? won : $"{european}+{latin}");
        }

        return (Rescaled(view, text, won, limit), turn);
    }

    /// <summary>
    /// Ruled lines disturb OCR, but wiping them can take letters along; on grey paper either rule of what is ink loses words that the
    /// other finds. The view in which most is read wins.
    /// </summary>
    private (View View, Recognition Text)? BestView(GreyPicture picture, string language, TimeSpan limit)
    {
        List<GreyPicture> pictures = PictureCleaning.WithoutRules(picture) is { } wiped ? [picture, wiped] : [picture];
        InkRule[] inks = PictureCleaning.IsClean(picture) ? [InkRule.Page] : [InkRule.Page, InkRule.Surroundings];
        return pictures.SelectMany(_ => inks, (variant, ink) => new View(variant, ink))
            .Select(view => (View: view, Text: Read(view, language, limit)))
            .Where(read => read.Text is not null)
            .Select(read => ((View, Recognition)?)(read.View, read.Text!))
            .MaxBy(read => read!.Value.Item2.Worth);
    }

    private Recognition? Read(View view, string language, TimeSpan limit) => tesseract.Read(view.Picture, language, view.Ink, limit);

    /// <summary>Letters of a bad size are read once more at a good one.</summary>
    private Recognition Rescaled(View view, Recognition text, string language, TimeSpan limit)
    {
        // Tesseract is sure of the small letters that it reads and silent about the rows that it leaves out.
        if (text.WordHeight is 0 or (> SmallestHeight and < LargestHeight) || (text.WordHeight >= LargestHeight && text.Confidence > 92))
        {
            return text;
        }

        var scale = Math.Clamp(GoodHeight / text.WordHeight, 0.3, 3);
        var scaled = view with { Picture = view.Picture.Scaled(scale) };
        return Read(scaled, language, limit) is not { } again ? text : Better(text, new(
            [.. again.Words.Select(word => word with
            {
                Left = word.Left / scale, Top = word.Top / scale, Right = word.Right / scale, Bottom = word.Bottom / scale,
                Baseline = word.Baseline / scale, Size = word.Size / scale,
            })],
            again.Confidence, again.WordHeight / scale));
    }

    private static string? AlphabetOf(string? script) => script switch
    {
        "Korean" or "Hangul" => "kor",
        "Japanese" or "Hiragana" or "Katakana" or "Han" => "jpn",
        _ => null,
    };

    private string? Installed(string language) => tesseract.Languages.Contains(language) ? language : null;

    private string? LatinLanguage(Recognition text)
    {
        var words = text.Words.Select(word => word.Text.Trim('.', ',', ':', ';').ToLowerInvariant()).Where(word => word.Length > 0).ToLookup(word => word);
        var best = Latin.Select(entry => (entry.Language, Score: entry.Words.Count(words.Contains))).MaxBy(entry => entry.Score);
        return best.Score >= 4 ? Installed(best.Language) : null;
    }

    private static Recognition Better(Recognition one, Recognition? other, double bonus = 1) =>
        other is not null && other.Worth > one.Worth * bonus ? other : one;

    /// <param name="Ink">What counts as ink in it.</param>
    private readonly record struct View(GreyPicture Picture, InkRule Ink);
}
