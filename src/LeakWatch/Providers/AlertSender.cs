namespace LeakWatch.Providers;

/// <param name="Name">Which deployment an alert is about, as operators know it: <c>LeakWatch production</c>.</param>
internal sealed record AlertSender(string Name);
