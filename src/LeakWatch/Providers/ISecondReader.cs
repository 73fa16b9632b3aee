using LeakWatch.Core;
using LeakWatch.Core.Invoices.SecondReader;

namespace LeakWatch.Providers;

/// <summary>Reads what the deterministic reader could not prove. It is only asked; what it says is held against the document by others.</summary>
internal interface ISecondReader
{
    /// <summary>Who would be asked; part of the key of kept answers. Null: nobody is set up, and the deterministic reading stands.</summary>
    string? Model { get; }

    /// <summary>One call, tried again where that helps. Never inside a database transaction: it may take minutes.</summary>
    /// <returns>The reply, whatever it says; <c>LLM_UNAVAILABLE</c> when none is to be had now.</returns>
    Task<Result<ModelReply>> AskAsync(ModelQuestion question, CancellationToken cancellationToken);
}
