namespace LeakWatch.Documents;

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

    public string Failure => tesseract.Failure;

    /// <returns>Words in pixels of <paramref name="picture"/> as turned by the second value (degrees clockwise); null when OCR failed.</returns>
    public (Recognition Text, int Turn)? Read(GreyPicture picture, TimeSpan limit)
    {
        PictureCleaning.WipeRules(picture);
        var first = tesseract.Languages.Contains("eng") ? "eng" : tesseract.Languages.FirstOrDefault(language => language is not "osd");
        if (first is null || tesseract.Read(picture, first, limit) is not { } text)
        {
            return null;
        }

        var turn = 0;
        if (text.IsDoubtful)
        {
            var orientation = tesseract.Orientation(picture, limit);
            turn = orientation is { Turn: not 0, Confidence: > 1 } ? orientation.Value.Turn : 0;
            picture = picture.Turned(turn);
            text = turn == 0 ? text : tesseract.Read(picture, first, limit) ?? Recognition.Nothing;
            text = LanguagesOf(orientation?.Script).Where(tesseract.Languages.Contains)
                .Aggregate(text, (best, language) => !best.IsDoubtful ? best : Better(best, tesseract.Read(picture, language, limit)));
        }

        if (LatinLanguage(text) is { } latin)
        {
            text = Better(text, tesseract.Read(picture, $"{latin}+{first}", limit), 0.97);
        }

        return (Rescaled(picture, text, first, limit), turn);
    }

    /// <summary>Letters of a bad size are read once more at a good one.</summary>
    private Recognition Rescaled(GreyPicture picture, Recognition text, string language, TimeSpan limit)
    {
        if (text.WordHeight is 0 or (> SmallestHeight and < LargestHeight) || text.Confidence > 92)
        {
            return text;
        }

        var scale = Math.Clamp(GoodHeight / text.WordHeight, 0.3, 3);
        var scaled = picture.Scaled(scale);
        return tesseract.Read(scaled, language, limit) is not { } again ? text : Better(text, new(
            [.. again.Words.Select(word => word with
            {
                Left = word.Left / scale, Top = word.Top / scale, Right = word.Right / scale, Bottom = word.Bottom / scale,
                Baseline = word.Baseline / scale, Size = word.Size / scale,
            })],
            again.Confidence, again.WordHeight / scale));
    }

    /// <summary>What to try where English fails. The script of a short text is often not recognised; then each other alphabet has its turn.</summary>
    private static string[] LanguagesOf(string? script) => script switch
    {
        "Korean" or "Hangul" => ["kor"],
        "Japanese" or "Hiragana" or "Katakana" => ["jpn"],
        _ => ["jpn", "kor"],
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
}
