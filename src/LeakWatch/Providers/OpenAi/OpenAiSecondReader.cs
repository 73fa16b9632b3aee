using LeakWatch.Core;
using LeakWatch.Core.Invoices.SecondReader;
using OpenAI.Chat;

namespace LeakWatch.Providers.OpenAi;

/// <summary>The second reader as one chat completion with a strict schema.</summary>
internal sealed class OpenAiSecondReader(OpenAiChat chat, OpenAiOptions options) : ISecondReader
{
    public string? Model => options.NormalizeModel;

    public async Task<Result<ModelReply>> AskAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        var asked = await chat.CompleteAsync(options.NormalizeModel, MessagesOf(question), OptionsOf(question), cancellationToken);
        return asked.Then<ModelReply>(completion => ReplyOf(completion));
    }

    private static List<ChatMessage> MessagesOf(ModelQuestion question)
    {
        List<ChatMessageContentPart> document = [ChatMessageContentPart.CreateTextPart(question.Document)];
        foreach (var picture in question.Pictures)
        {
            document.Add(ChatMessageContentPart.CreateTextPart($"Page {picture.Page} as a picture:"));
            document.Add(ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(picture.Bytes), picture.MediaType, ChatImageDetailLevel.High));
        }

        List<ChatMessage> messages = [new SystemChatMessage(question.Instructions), new UserChatMessage(document)];
        if (question.Broken is { } broken)
        {
            messages.Add(new AssistantChatMessage(broken.Text));
            messages.Add(new UserChatMessage($"{broken.Fault} Give the whole answer again, and nothing but JSON that follows the schema."));
        }

        return messages;
    }

    private ChatCompletionOptions OptionsOf(ModelQuestion question) => new()
    {
        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(question.SchemaName, BinaryData.FromString(question.Schema), jsonSchemaIsStrict: true),
        MaxOutputTokenCount = question.MaxOutputTokens,
        Temperature = ModelPrices.Of(options.NormalizeModel) is { TakesTemperature: true } ? 0f : null,
        // Accounts may keep completions by default; an invoice is none of their business.
        StoredOutputEnabled = false,
    };

    private static ModelReply ReplyOf(ChatCompletion completion)
    {
        var text = string.Concat(completion.Content.Select(part => part.Text));
        var ending = !string.IsNullOrEmpty(completion.Refusal) || completion.FinishReason is ChatFinishReason.ContentFilter ? ReplyEnding.Declined
            : completion.FinishReason is ChatFinishReason.Length ? ReplyEnding.CutOff
            : ReplyEnding.Complete;
        return new(text, ending, UsageOf(completion.Usage), completion.Model);
    }

    private static TokenUsage UsageOf(ChatTokenUsage? usage) =>
        usage is null ? default : new(usage.InputTokenCount, usage.InputTokenDetails?.CachedTokenCount ?? 0, usage.OutputTokenCount);
}
