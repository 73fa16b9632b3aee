namespace LeakWatch.Core.Invoices.SecondReader;

/// <summary>All that a language model is asked in one call: nothing else leaves.</summary>
/// <param name="Instructions">Ours. The document is never part of it.</param>
/// <param name="Document">The masked, reduced document between delimiters: data.</param>
/// <param name="SchemaName">Letters, digits, <c>_</c> and <c>-</c>.</param>
/// <param name="Schema">JSON Schema as strict structured output demands: every member required, no additional ones.</param>
/// <param name="MaxOutputTokens">An answer that would be longer is cut off.</param>
public sealed record ModelQuestion(string Instructions, string Document, string SchemaName, string Schema, int MaxOutputTokens)
{
    /// <summary>Pages as pictures: only where the organisation allows it, for nothing in a picture can be hidden.</summary>
    public IReadOnlyList<PagePicture> Pictures { get; init; } = [];

    /// <summary>An answer that broke the schema, to be given again; null for the first call.</summary>
    public BrokenAnswer? Broken { get; init; }
}

/// <param name="Page">From 1.</param>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
public sealed record PagePicture(int Page, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <param name="Fault">What is wrong with it, without any of its text.</param>
public sealed record BrokenAnswer(string Text, string Fault);

/// <param name="Text">Empty when the model declined.</param>
/// <param name="Model">As the vendor names what answered; often dated: <c>gpt-4o-mini-2024-07-18</c>.</param>
public sealed record ModelReply(string Text, ReplyEnding Ending, TokenUsage Usage, string Model);

/// <summary>Declined: a refusal or a content filter. CutOff: the answer reached its limit of tokens.</summary>
public enum ReplyEnding { Complete, Declined, CutOff }

/// <param name="Input">Including <paramref name="Cached"/>.</param>
/// <param name="Cached">Input the vendor had seen shortly before and sells cheaper.</param>
/// <param name="Output">Including reasoning.</param>
public readonly record struct TokenUsage(long Input, long Cached, long Output)
{
    public long Total => Input + Output;

    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => new(left.Input + right.Input, left.Cached + right.Cached, left.Output + right.Output);

    public static TokenUsage Add(TokenUsage left, TokenUsage right) => left + right;
}
