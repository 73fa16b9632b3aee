using LeakWatch.Core.Operations;

namespace LeakWatch.Core.Tests.Operations;

public sealed class AlertRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_quiet_service_tells_nothing() => Assert.Empty(AlertRules.Decide(new(), [], Now));

    [Theory]
    [InlineData(100, 5, false)] // exactly 5 %
    [InlineData(100, 6, true)]
    [InlineData(19, 19, false)] // too few to prove a rate
    [InlineData(20, 2, true)]
    public void Jobs_fail_when_more_than_five_percent_of_at_least_twenty_attempts_did(long all, long failed, bool told) =>
        Assert.Equal(told, Told(new() { Jobs = new(all, failed) }).Contains((AlertKind.JobFailures, AlertChange.Began)));

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void The_queue_lags_when_a_shop_waits_longer_than_five_minutes(int seconds, bool told) =>
        Assert.Equal(told, Told(new() { QueueLag = TimeSpan.FromSeconds(seconds) }).Contains((AlertKind.QueueLag, AlertChange.Began)));

    [Theory]
    [InlineData(300, false)] // most outages end by themselves within minutes
    [InlineData(301, true)]
    public void Work_that_has_waited_for_an_outage_longer_than_five_minutes_is_told(int seconds, bool told)
    {
        var seen = new Observation { Outages = [("STORE_UNAVAILABLE", TimeSpan.FromSeconds(seconds)), ("VENDOR_UNAVAILABLE", TimeSpan.FromSeconds(2))] };

        Assert.Equal(told, Told(seen).Contains((AlertKind.Outage, AlertChange.Began)));
    }

    [Fact]
    public void An_outage_is_told_with_what_is_down_and_for_how_long() => Assert.Equal(
        "Jobs have waited for 6 minutes: STORE_UNAVAILABLE.",
        Assert.Single(AlertRules.Decide(new() { Outages = [("STORE_UNAVAILABLE", TimeSpan.FromMinutes(6))] }, [], Now)).Notice.Text);

    [Fact]
    public void One_dead_job_is_told() => Assert.Equal([(AlertKind.DeadJobs, AlertChange.Began)], Told(new() { DeadJobs = 1 }));

    [Fact]
    public void A_missed_schedule_is_told_by_its_name() =>
        Assert.Equal("Due and not done: ExchangeRates.", Assert.Single(AlertRules.Decide(new() { MissedSchedules = ["ExchangeRates"] }, [], Now)).Notice.Text);

    [Theory]
    [InlineData(100, 10, 0, true)]
    [InlineData(100, 9, 0, false)] // fewer than ten prove nothing
    [InlineData(200, 10, 0, false)] // 5 %
    [InlineData(100, 12, 40, true)] // exactly three times what is usual
    [InlineData(100, 12, 41, false)]
    public void Requests_fail_when_it_is_a_spike(long all, long failed, long usualOfThousand, bool told) =>
        Assert.Equal(told, Told(new() { Requests = new(all, failed), UsualRequests = new(1000, usualOfThousand) }).Contains((AlertKind.ErrorRate, AlertChange.Began)));

    [Fact]
    public void An_alert_that_goes_on_is_not_told_again()
    {
        var seen = new Observation { DeadJobs = 3 };

        Assert.Empty(AlertRules.Decide(seen, [On(AlertKind.DeadJobs, 3)], Now));
    }

    [Fact]
    public void It_is_told_again_when_it_has_doubled()
    {
        Assert.Equal([(AlertKind.DeadJobs, AlertChange.Worsened)], Told(new() { DeadJobs = 6 }, On(AlertKind.DeadJobs, 3)));
        Assert.Empty(Told(new() { DeadJobs = 5 }, On(AlertKind.DeadJobs, 3)));
    }

    [Theory]
    [InlineData(24 * 60, true)]
    [InlineData(24 * 60 - 1, false)]
    public void It_is_told_again_a_day_after_it_was_last_told(int minutes, bool told)
    {
        var known = On(AlertKind.JobFailures, 0.06m) with { Since = Now.AddDays(-9), NotifiedAt = Now.AddMinutes(-minutes) };

        Assert.Equal(told ? [(AlertKind.JobFailures, AlertChange.GoesOn)] : [], Told(new() { Jobs = new(100, 6) }, known));
        Assert.Equal(told ? [(AlertKind.JobFailures, AlertChange.GoesOn)] : [], Told(new() { Jobs = new(100, 4) }, known)); // between its thresholds it goes on as well
    }

    [Fact]
    public void What_was_told_is_what_the_next_look_compares_with()
    {
        var began = On(AlertKind.DeadJobs, 3);
        var worse = Assert.Single(AlertRules.Decide(new() { DeadJobs = 6 }, [began], Now)).State;

        Assert.Equal(began with { NotifiedValue = 6, NotifiedAt = Now }, worse);
        Assert.Empty(AlertRules.Decide(new() { DeadJobs = 6 }, [worse], Now.AddMinutes(1)));
    }

    [Fact]
    public void The_recovery_is_told_once_with_how_long_it_was()
    {
        var step = Assert.Single(AlertRules.Decide(new(), [On(AlertKind.QueueLag, 400) with { Since = Now.AddMinutes(-95) }], Now));

        Assert.Equal("RECOVERED the queue lags", step.Notice.Title);
        Assert.Equal("No shop waits for a worker. It was on for 95 minutes.", step.Notice.Text);
        Assert.Equal((false, Now), (step.State.IsOn, step.State.Since));
        Assert.Empty(AlertRules.Decide(new(), [step.State], Now.AddMinutes(1)));
    }

    [Fact]
    public void A_figure_between_its_two_thresholds_changes_nothing()
    {
        var seen = new Observation { Jobs = new(1000, 26), QueueLag = TimeSpan.FromSeconds(60), Requests = new(1000, 21) };

        Assert.Empty(AlertRules.Decide(seen, [], Now));
        Assert.Empty(AlertRules.Decide(seen, [On(AlertKind.JobFailures, 0.06m), On(AlertKind.QueueLag, 301), On(AlertKind.ErrorRate, 0.06m)], Now));
    }

    [Fact]
    public void It_ends_at_the_lower_one() =>
        Assert.Equal(
            [(AlertKind.JobFailures, AlertChange.Ended), (AlertKind.QueueLag, AlertChange.Ended), (AlertKind.ErrorRate, AlertChange.Ended)],
            Told(new() { Jobs = new(1000, 25), QueueLag = TimeSpan.FromSeconds(59), Requests = new(1000, 20) }, On(AlertKind.JobFailures, 0.06m), On(AlertKind.QueueLag, 301), On(AlertKind.ErrorRate, 0.06m)));

    [Fact]
    public void A_failure_rate_ends_when_nothing_runs_any_more() =>
        Assert.Equal([(AlertKind.JobFailures, AlertChange.Ended)], Told(new() { Jobs = new(3, 3) }, On(AlertKind.JobFailures, 0.5m)));

    [Fact]
    public void What_ended_may_begin_again() =>
        Assert.Equal([(AlertKind.DeadJobs, AlertChange.Began)], Told(new() { DeadJobs = 1 }, On(AlertKind.DeadJobs, 0) with { IsOn = false }));

    [Fact]
    public void Alerts_do_not_hide_each_other() =>
        Assert.Equal(
            [(AlertKind.JobFailures, AlertChange.Began), (AlertKind.QueueLag, AlertChange.Ended), (AlertKind.DeadJobs, AlertChange.Began)],
            Told(new() { Jobs = new(20, 20), DeadJobs = 2 }, On(AlertKind.QueueLag, 400)));

    private static KnownAlert On(AlertKind kind, decimal figure) => new(kind, IsOn: true, Now.AddMinutes(-30), Now.AddMinutes(-30), figure);

    private static List<(AlertKind Kind, AlertChange Change)> Told(Observation seen, params KnownAlert[] known) =>
        [.. AlertRules.Decide(seen, known, Now).Select(step => (step.Notice.Kind, step.Notice.Change))];
}
