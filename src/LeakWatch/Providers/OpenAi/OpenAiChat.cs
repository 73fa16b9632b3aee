using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using LeakWatch.Core;
using OpenAI;
using OpenAI.Chat;

namespace LeakWatch.Providers.OpenAi;

/// <summary>
/// Chat completions with our own patience. The SDK would retry its own time limit and a spent quota; here each try has one limit, and only what
/// may pass is tried again: 408, 409, 429, 5xx, a lost connection, an answer that is no completion. Logs say codes and counts, never text.
/// </summary>
internal sealed partial class OpenAiChat(OpenAiOptions options, TimeProvider time, ILogger<OpenAiChat> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    // Asked to wait longer than this, a worker has better things to do.
    private static readonly TimeSpan LongestWaitAskedFor = TimeSpan.FromSeconds(60);

    private readonly OpenAIClient client = new(new ApiKeyCredential(options.ApiKey), new()
    {
        Endpoint = options.BaseUrl,
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        NetworkTimeout = Timeout.InfiniteTimeSpan,
        ClientLoggingOptions = new() { EnableLogging = false },
    });

    /// <returns>The completion; <c>LLM_UNAVAILABLE</c> when it stays away or the account is not good for it.</returns>
    public async Task<Result<ChatCompletion>> CompleteAsync(string model, List<ChatMessage> messages, ChatCompletionOptions completion, CancellationToken cancellationToken)
    {
        var chat = client.GetChatClient(model);
        for (var tried = 1; ; tried++)
        {
            var (answer, failure) = await TryAsync(chat, messages, completion, cancellationToken);
            if (answer is not null)
            {
                return answer;
            }

            var wait = failure!.Wait ?? Backoff(tried);
            if (!failure.MayPass || tried > options.MaxRetries || wait > LongestWaitAskedFor)
            {
                Log.GaveUp(logger, model, failure.What, tried);
                return Unavailable(failure);
            }

            Log.TriesAgain(logger, model, failure.What, tried, wait.TotalSeconds);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<(ChatCompletion? Answer, Failure? Failure)> TryAsync(ChatClient chat, List<ChatMessage> messages, ChatCompletionOptions completion, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.TryLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            ChatCompletion answer = await chat.CompleteChatAsync(messages, completion, either.Token);
            // An empty list of choices shows only when it is asked for.
            _ = answer.FinishReason;
            return (answer, null);
        }
        catch (ClientResultException refused)
        {
            return (null, OpenAiFailure.Of(refused, time.GetUtcNow()));
        }
        catch (Exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, new($"no answer within {options.TryLimit.TotalSeconds:0} s", true, null));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return (null, new("the connection failed", true, null));
        }
        catch (Exception odd) when (odd is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or NullReferenceException)
        {
            return (null, new("the answer is no completion", true, null));
        }
    }

    // Half of it by chance, so that workers that failed together do not come back together.
    private static TimeSpan Backoff(int tried)
    {
        var most = Math.Min(LongestWait.TotalSeconds, FirstWait.TotalSeconds * Math.Pow(2, tried - 1));
        return TimeSpan.FromSeconds((most / 2) + (Random.Shared.NextDouble() * most / 2));
    }

    private static Error Unavailable(Failure failure) => new(ErrorKind.Conflict, "LLM_UNAVAILABLE", $"The language model is not available ({failure.What}). What was read without it stands.");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Model}: {Failure} at try {Tried}; next try in {Seconds:0.0} s.")]
        public static partial void TriesAgain(ILogger logger, string model, string failure, int tried, double seconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Model}: {Failure}; given up after {Tried} tries.")]
        public static partial void GaveUp(ILogger logger, string model, string failure, int tried);
    }
}

/// <param name="What">For logs and people: a status and a code of OpenAI's, never text of ours or theirs.</param>
/// <param name="MayPass">Trying again can help.</param>
/// <param name="Wait">What the answer asked for.</param>
internal sealed record Failure(string What, bool MayPass, TimeSpan? Wait);
