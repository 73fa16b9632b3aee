using LeakWatch.Core;

namespace LeakWatch.Providers;

/// <summary>Sends mail in our name.</summary>
internal interface IMailer
{
    /// <returns>The message's id at whoever carries it, or MAIL_REFUSED: it will not be sent, however often it is tried.</returns>
    /// <exception cref="VendorUnavailableException">It was not taken now; it may be tried again.</exception>
    Task<Result<string>> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <param name="To">One address, or several separated by commas.</param>
/// <param name="Text">Plain text.</param>
internal sealed record OutgoingMail(string To, string Subject, string Text);
