using System.Security.Cryptography;
using System.Text;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices.Masking;

namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>What an organisation allows.</summary>
/// <param name="IsOn">False: no text of its documents leaves.</param>
/// <param name="MayShowPictures">Pages of scans may be sent as pictures, in which nothing can be hidden.</param>
/// <param name="MaxCharacters">Of masked text in one call.</param>
public sealed record SecondReaderSettings(bool IsOn, bool MayShowPictures, DailyBudget Budget, int MaxCharacters = ReducedDocument.MaxCharacters)
{
    public static SecondReaderSettings Default { get; } = new(true, false, DailyBudget.Default);
}

/// <summary>A document on its way to a second reader and back: masked and reduced before the call, checked and merged after it. Pure.</summary>
public sealed class SecondReaderRequest
{
    private readonly InvoiceSource source;
    private readonly IReadOnlyList<NormalizedInvoice> printed;
    private readonly ReducedDocument reduced;

    private SecondReaderRequest(MaskedDocument document, InvoiceSource source, IReadOnlyList<NormalizedInvoice> printed, SecondReaderSettings settings, IReadOnlyList<PagePicture> pictures, string model)
    {
        (Document, this.source, this.printed, Model, Budget) = (document, source, printed, model, settings.Budget);
        reduced = ReducedDocument.Of(document, settings.MaxCharacters);
        Question = Prompt.QuestionOf(reduced, pictures);
        TextSha256 = Hex(reduced.Text);
        CacheKey = Hex(string.Join('\u001f', [Prompt.Version, model, reduced.Text, .. pictures.Select(picture => $"{picture.Page} {Convert.ToHexStringLower(SHA256.HashData(picture.Bytes.Span))}")]));
    }

    public MaskedDocument Document { get; }

    public ModelQuestion Question { get; }

    public string Model { get; }

    public DailyBudget Budget { get; }

    /// <summary>
    /// SHA-256 of masked input, prompt version and model, lower-case hex. An answer kept under it answers the same question again, for 30 days,
    /// within one organisation only: another's answer must never be looked up.
    /// </summary>
    public string CacheKey { get; }

    internal string TextSha256 { get; }

    /// <param name="printed">What was read without a model.</param>
    /// <param name="model">Which one would be asked; null when none is set up.</param>
    /// <param name="pictures">Pages of a scan; used only where the organisation allows it.</param>
    /// <returns>Null when there is nothing to ask, or nobody: then the deterministic reading stands and nothing leaves.</returns>
    public static SecondReaderRequest? Prepare(
        ExtractedDocument document, IReadOnlyList<NormalizedInvoice> printed, InvoiceSource source, SecondReaderSettings settings, string? model, IReadOnlyList<PagePicture>? pictures = null)
    {
        return IsAsked(document, printed, settings, model) ? new(MaskedDocument.Of(document, printed), source, printed, settings, IsShown(document, settings) ? pictures ?? [] : [], model!) : null;
    }

    /// <summary>Whether <see cref="Prepare"/> would send pictures of the pages along, were they given to it.</summary>
    public static bool WantsPictures(ExtractedDocument document, IReadOnlyList<NormalizedInvoice> printed, SecondReaderSettings settings, string? model) =>
        IsShown(document, settings) && IsAsked(document, printed, settings, model);

    private static bool IsAsked(ExtractedDocument document, IReadOnlyList<NormalizedInvoice> printed, SecondReaderSettings settings, string? model) =>
        model is not null && settings.IsOn && SecondReaderNeed.For(document, printed);

    private static bool IsShown(ExtractedDocument document, SecondReaderSettings settings) => settings.MayShowPictures && document.Origin is TextOrigin.Ocr;

    /// <summary>Nothing was asked, or nothing usable came back: what was read without a model stands.</summary>
    public SecondReaderResult Without(SecondReadingOutcome outcome, Error? error, CallsMade calls, DateTimeOffset at) => new(printed, ReceiptOf(outcome, error, calls, at, []), null);

    /// <summary>Checks an answer that follows the schema, and takes of it what is proven.</summary>
    /// <param name="answer">The model's own JSON, placeholders included: fresh, or kept from before.</param>
    /// <returns>The invoices to keep; an error when the answer breaks the schema after all.</returns>
    public Result<SecondReaderResult> Apply(string answer, CallsMade calls, DateTimeOffset at) =>
        ModelAnswer.Parse(answer).Then<SecondReaderResult>(parsed => Applied(parsed, answer, calls, at));

    private SecondReaderResult Applied(ModelAnswer parsed, string answer, CallsMade calls, DateTimeOffset at)
    {
        if (AnswerCheck.Of(parsed, Document, Question.Pictures.Count > 0) is not { } check)
        {
            return new(printed, ReceiptOf(SecondReadingOutcome.NoInvoice, null, calls, at, []), Keepable(answer));
        }

        var own = printed is [var only] ? only : null;
        var merge = new ReadingMerge(Document.Reading, source, own, check);
        var better = merge.Better();
        var asked = (better ?? own) is { } invoice ? merge.WithQuestions(invoice) : null;
        var outcome = better is not null ? SecondReadingOutcome.Taken : !ReferenceEquals(asked, own) ? SecondReadingOutcome.ToConfirm : SecondReadingOutcome.NotBetter;
        return new(asked is null ? printed : [asked], ReceiptOf(outcome, null, calls, at, check.Discarded), Keepable(answer));
    }

    // Postgres keeps no JSON with a NUL in it, and no honest answer has one.
    private static string? Keepable(string answer) => answer.Contains("\\u0000", StringComparison.Ordinal) ? null : answer;

    private LanguageModelReceipt ReceiptOf(SecondReadingOutcome outcome, Error? error, CallsMade calls, DateTimeOffset at, IReadOnlyList<string> discarded)
    {
        var price = ModelPrices.Of(Model);
        return new()
        {
            Model = Model,
            PromptVersion = Prompt.Version,
            At = at,
            Outcome = outcome,
            ErrorCode = error?.Code,
            Calls = calls.Answered,
            HasLeft = calls.HasLeft,
            IsFromCache = calls.IsFromCache,
            TextSha256 = TextSha256,
            Characters = reduced.Text.Length,
            Lines = reduced.Lines,
            LinesLeft = reduced.Left,
            Pictures = Question.Pictures.Count,
            Hidden = Document.HiddenCounts,
            Usage = calls.Usage,
            CostDollars = calls.Answered == 0 ? 0m : price?.CostOf(calls.Usage),
            CostNote = price is null && calls.Answered > 0 ? $"The price of {Model} is not in our table of {ModelPrices.AsOf}: its cost is not counted, its tokens are." : null,
            Discarded = discarded,
        };
    }

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <param name="Answered">Calls that were answered and cost: 0, 1, or 2 with a repair.</param>
/// <param name="HasLeft">Text was sent, whether or not an answer came.</param>
public readonly record struct CallsMade(int Answered, TokenUsage Usage, bool HasLeft, bool IsFromCache)
{
    public static CallsMade None { get; }

    public static CallsMade Kept { get; } = new(0, default, false, true);

    public static CallsMade Made(int answered, TokenUsage usage) => new(answered, usage, true, false);
}

/// <param name="Invoices">What to store: the better reading, or the one without a model.</param>
/// <param name="AnswerToKeep">The answer to keep under the request's key; null when there is none worth it. Its private words are placeholders.</param>
public sealed record SecondReaderResult(IReadOnlyList<NormalizedInvoice> Invoices, LanguageModelReceipt Receipt, string? AnswerToKeep);
