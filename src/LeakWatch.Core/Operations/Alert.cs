namespace LeakWatch.Core.Operations;

public enum AlertKind { JobFailures, QueueLag, DeadJobs, MissedSchedules, ErrorRate, Outage }

public enum AlertChange
{
    Began,

    /// <summary>It goes on, and has become much worse.</summary>
    Worsened,

    /// <summary>It goes on, and was last told long ago.</summary>
    GoesOn,

    Ended,
}

/// <summary>What is known of an alert between two looks.</summary>
/// <param name="Since">When it began, or ended.</param>
/// <param name="NotifiedAt">When operators last got a notice of it.</param>
/// <param name="NotifiedValue">The figure of that notice.</param>
public sealed record KnownAlert(AlertKind Kind, bool IsOn, DateTimeOffset Since, DateTimeOffset NotifiedAt, decimal NotifiedValue);

/// <summary>One message to operators. Figures and names only: nothing of a merchant's documents.</summary>
/// <param name="Text">What is seen, and for how long.</param>
public sealed record AlertNotice(AlertKind Kind, AlertChange Change, string Text, DateTimeOffset Since)
{
    /// <summary>The subject of a mail, the head of a message.</summary>
    public string Title => Change switch
    {
        AlertChange.Began => $"ALERT {Subject}",
        AlertChange.Worsened => $"WORSE {Subject}",
        AlertChange.GoesOn => $"STILL {Subject}",
        AlertChange.Ended => $"RECOVERED {Subject}",
    };

    private string Subject => Kind switch
    {
        AlertKind.JobFailures => "jobs fail",
        AlertKind.QueueLag => "the queue lags",
        AlertKind.DeadJobs => "jobs are dead",
        AlertKind.MissedSchedules => "a schedule was missed",
        AlertKind.ErrorRate => "requests fail",
        AlertKind.Outage => "work waits for an outage",
    };
}

/// <summary>What is to be kept of an alert, and what is to be told.</summary>
public sealed record AlertStep(KnownAlert State, AlertNotice Notice);
