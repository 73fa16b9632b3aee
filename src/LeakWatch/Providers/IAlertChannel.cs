using LeakWatch.Core.Operations;

namespace LeakWatch.Providers;

/// <summary>A way to the people who run the service.</summary>
internal interface IAlertChannel
{
    /// <summary>Stands in the database while a notice has not gone this way.</summary>
    string Name { get; }

    /// <exception cref="VendorUnavailableException">It did not arrive; it is told again later.</exception>
    Task SendAsync(AlertNotice notice, CancellationToken cancellationToken);
}
