using LeakWatch.Core;
using LeakWatch.Core.Invoices.SecondReader;

namespace LeakWatch.Providers.Local;

/// <summary>No vendor of language models is set up: the deterministic reader is the only one, and nothing leaves the machine.</summary>
internal sealed class NoSecondReader : ISecondReader
{
    public string? Model => null;

    public Task<Result<ModelReply>> AskAsync(ModelQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult<Result<ModelReply>>(new Error(ErrorKind.Conflict, "LLM_UNAVAILABLE", "No language model is set up: set OPENAI_API_KEY, or go on without."));
}
