using LeakWatch.Core;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Invoices.SecondReader;
using LeakWatch.Providers;

namespace LeakWatch.Documents;

/// <summary>
/// Asks the second reader about a document: at most one call and one repair. Between two transactions: the caller loads what is kept and what was
/// spent, and saves what comes back. Whatever fails here, the reading made without it stands.
/// </summary>
internal sealed partial class SecondReading(ISecondReader reader, TimeProvider time, ILogger<SecondReading> logger)
{
    /// <summary>Pages of a scan that may be shown: the sums are on the first or the last, and each picture costs.</summary>
    public const int MaxPictures = 3;

    /// <summary>Whether a model would be asked about this scan and may see it.</summary>
    public bool WantsPictures(ExtractedDocument document, IReadOnlyList<NormalizedInvoice> printed, SecondReaderSettings settings) =>
        SecondReaderRequest.WantsPictures(document, printed, settings, reader.Model);

    /// <summary>What would be asked, and under which key an answer may be kept already.</summary>
    /// <param name="printed">What was read without a model.</param>
    /// <returns>Null when there is nothing to ask: then nothing leaves, and nothing is to be saved.</returns>
    public SecondReaderRequest? Prepare(
        ExtractedDocument document, IReadOnlyList<NormalizedInvoice> printed, InvoiceSource source, SecondReaderSettings settings, IReadOnlyList<PagePicture>? pictures = null) =>
        SecondReaderRequest.Prepare(document, printed, source, settings, reader.Model, pictures);

    /// <param name="keptAnswer">The answer kept under the request's key in the same organisation within <see cref="Invoices.SecondReadingRows.KeepAnswers"/>; null when there is none.</param>
    /// <param name="spent">The organisation's use of this UTC day.</param>
    /// <returns>Invoices and receipt to save, an answer to keep, and in the receipt the use to count.</returns>
    public async Task<SecondReaderResult> ReadAsync(SecondReaderRequest request, string? keptAnswer, DailySpending spent, CancellationToken cancellationToken)
    {
        // An answer that was kept follows the schema of its day; one that does not any more is asked for anew.
        if (keptAnswer is not null && request.Apply(keptAnswer, CallsMade.Kept, time.GetUtcNow()) is { IsOk: true, Value: var kept })
        {
            return kept with { AnswerToKeep = null };
        }

        if (request.Budget.Refuses(request.Question, spent, request.Model) is { } refused)
        {
            return Ended(request, SecondReadingOutcome.BudgetExceeded, refused, CallsMade.None);
        }

        var first = await AskAsync(request, request.Question, CallsMade.Made(0, default), cancellationToken);
        return first.Result ?? await RepairAsync(request, first.Calls, first.Broken!, spent, cancellationToken);
    }

    private async Task<SecondReaderResult> RepairAsync(SecondReaderRequest request, CallsMade calls, BrokenAnswer broken, DailySpending spent, CancellationToken cancellationToken)
    {
        var question = request.Question with { Broken = broken };
        var cost = ModelPrices.Of(request.Model)?.CostOf(calls.Usage) ?? 0m;
        if (request.Budget.Refuses(question, new(spent.Dollars + cost, spent.Tokens + calls.Usage.Total), request.Model) is not null)
        {
            return Ended(request, SecondReadingOutcome.SchemaInvalid, new(ErrorKind.Invalid, "NORMALIZATION_SCHEMA_INVALID", broken.Fault), calls);
        }

        var second = await AskAsync(request, question, calls, cancellationToken);
        return second.Result ?? Ended(
            request, SecondReadingOutcome.RepairFailed, new(ErrorKind.Invalid, "NORMALIZATION_REPAIR_FAILED", $"{broken.Fault} So does the repaired one. What was read without it stands."), second.Calls);
    }

    /// <returns>A result, or the answer that broke the schema.</returns>
    private async Task<(SecondReaderResult? Result, BrokenAnswer? Broken, CallsMade Calls)> AskAsync(
        SecondReaderRequest request, ModelQuestion question, CallsMade before, CancellationToken cancellationToken)
    {
        var asked = await reader.AskAsync(question, cancellationToken);
        if (asked is not { IsOk: true, Value: var reply })
        {
            return (Ended(request, SecondReadingOutcome.Unavailable, asked.Error!, before), null, before);
        }

        var calls = CallsMade.Made(before.Answered + 1, before.Usage + reply.Usage);
        switch (reply.Ending)
        {
            case ReplyEnding.Declined:
                return (Ended(request, SecondReadingOutcome.Declined, null, calls), null, calls);
            case ReplyEnding.CutOff:
                return (Ended(request, SecondReadingOutcome.CutOff, null, calls), null, calls);
        }

        var applied = request.Apply(reply.Text, calls, time.GetUtcNow());
        if (applied.IsOk)
        {
            Log.Ended(logger, applied.Value.Receipt.Outcome, request.Model, calls.Answered, calls.Usage.Input, calls.Usage.Output);
            return (applied.Value, null, calls);
        }

        return (null, new(reply.Text, applied.Error.Message), calls);
    }

    private SecondReaderResult Ended(SecondReaderRequest request, SecondReadingOutcome outcome, Error? error, CallsMade calls)
    {
        Log.Ended(logger, outcome, request.Model, calls.Answered, calls.Usage.Input, calls.Usage.Output);
        return request.Without(outcome, error, calls, time.GetUtcNow());
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Second reading {Outcome} by {Model}: {Calls} calls, {InputTokens} tokens in, {OutputTokens} out.")]
        public static partial void Ended(ILogger logger, SecondReadingOutcome outcome, string model, int calls, long inputTokens, long outputTokens);
    }
}
