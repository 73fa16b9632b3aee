using System.Globalization;

namespace LeakWatch.Core.Operations;

/// <summary>Which alerts begin, go on and end, given what is seen and what is known.</summary>
public static class AlertRules
{
    /// <returns>A step for each alert of which there is something to tell; the others stay as they are.</returns>
    public static IReadOnlyList<AlertStep> Decide(Observation seen, IReadOnlyList<KnownAlert> known, DateTimeOffset now) =>
    [
        .. Figures(seen)
            .Select(figure => Step(figure, known.SingleOrDefault(alert => alert.Kind == figure.Kind), now))
            .OfType<AlertStep>(),
    ];

    private static AlertStep? Step(Figure figure, KnownAlert? known, DateTimeOffset now)
    {
        AlertChange? change = (known is { IsOn: true }, figure.Level) switch
        {
            (false, Level.Bad) => AlertChange.Began,
            (true, Level.Calm) => AlertChange.Ended,
            (true, Level.Bad) when figure.Value >= known!.NotifiedValue * AlertPolicy.WorseTimes => AlertChange.Worsened,
            (true, _) when now - known!.NotifiedAt >= AlertPolicy.RemindAfter => AlertChange.GoesOn,
            _ => null,
        };
        if (change is not { } told)
        {
            return null;
        }

        var since = told is AlertChange.Began or AlertChange.Ended ? now : known!.Since;
        var text = told is AlertChange.Ended ? $"{figure.Text} It was on for {Duration(now - known!.Since)}." : figure.Text;
        return new(new(figure.Kind, told is not AlertChange.Ended, since, now, figure.Value), new(figure.Kind, told, text, since));
    }

    private static IEnumerable<Figure> Figures(Observation seen)
    {
        yield return JobFailures(seen.Jobs);
        yield return QueueLag(seen.QueueLag);
        yield return new(AlertKind.DeadJobs, seen.DeadJobs > 0 ? Level.Bad : Level.Calm, seen.DeadJobs, seen.DeadJobs switch
        {
            0 => "No job is dead.",
            1 => "1 job has failed for good and waits for a person.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{seen.DeadJobs} jobs have failed for good and wait for a person."),
        });
        yield return new(AlertKind.MissedSchedules, seen.MissedSchedules.Count > 0 ? Level.Bad : Level.Calm, seen.MissedSchedules.Count, seen.MissedSchedules.Count == 0
            ? "Every schedule was kept."
            : $"Due and not done: {string.Join(", ", seen.MissedSchedules.Order(StringComparer.Ordinal))}.");
        yield return ErrorRate(seen.Requests, seen.UsualRequests);
        yield return Outages(seen.Outages);
    }

    private static Figure JobFailures(Tries jobs)
    {
        var level = jobs.All >= AlertPolicy.MinAttempts && jobs.FailedShare > AlertPolicy.JobFailedShare ? Level.Bad
            : jobs.FailedShare <= AlertPolicy.JobCalmShare || jobs.All < AlertPolicy.MinAttempts ? Level.Calm
            : Level.Between;
        return new(AlertKind.JobFailures, level, jobs.FailedShare,
            string.Create(CultureInfo.InvariantCulture, $"{jobs.Failed} of {jobs.All} attempts at jobs failed in {Duration(AlertPolicy.JobWindow)} ({Percent(jobs.FailedShare)})."));
    }

    private static Figure Outages(IReadOnlyList<(string Code, TimeSpan Lasted)> outages)
    {
        if (outages.Count == 0)
        {
            return new(AlertKind.Outage, Level.Calm, 0, "No job waits for an outage.");
        }

        var longest = outages.Max(outage => outage.Lasted);
        var codes = string.Join(", ", outages.Select(outage => outage.Code).Order(StringComparer.Ordinal));
        return new(
            AlertKind.Outage,
            longest > AlertPolicy.LongOutage ? Level.Bad : Level.Between,
            (decimal)Math.Round(longest.TotalSeconds),
            $"Jobs have waited for {Duration(longest)}: {codes}.");
    }

    private static Figure QueueLag(TimeSpan lag) => new(
        AlertKind.QueueLag,
        lag > AlertPolicy.LongLag ? Level.Bad : lag < AlertPolicy.CalmLag ? Level.Calm : Level.Between,
        (decimal)Math.Round(lag.TotalSeconds),
        lag < AlertPolicy.CalmLag ? "No shop waits for a worker." : $"A shop has waited for a worker for {Duration(lag)}.");

    /// <remarks>A service that always fails one request in ten has no spike; it had its alert when that began.</remarks>
    private static Figure ErrorRate(Tries requests, Tries usual)
    {
        var isSpike = requests.Failed >= AlertPolicy.MinFailedRequests
            && requests.FailedShare > AlertPolicy.RequestFailedShare
            && requests.FailedShare >= usual.FailedShare * AlertPolicy.SpikeTimes;
        return new(AlertKind.ErrorRate, isSpike ? Level.Bad : requests.FailedShare <= AlertPolicy.RequestCalmShare ? Level.Calm : Level.Between, requests.FailedShare,
            string.Create(CultureInfo.InvariantCulture,
                $"{requests.Failed} of {requests.All} requests failed in {Duration(AlertPolicy.RequestWindow)} ({Percent(requests.FailedShare)}); in the hour before it was {Percent(usual.FailedShare)}."));
    }

    private static string Percent(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    private static string Duration(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalMinutes: < 2 } => "a minute",
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} minutes"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} days"),
    };

    private enum Level { Calm, Between, Bad }

    /// <param name="Value">Grows as it gets worse.</param>
    private sealed record Figure(AlertKind Kind, Level Level, decimal Value, string Text);
}
