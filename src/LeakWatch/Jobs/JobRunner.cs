using System.Diagnostics.CodeAnalysis;
using Hangfire;
using LeakWatch.Core;
using LeakWatch.Data;
using LeakWatch.Observability;
using LeakWatch.Providers;

namespace LeakWatch.Jobs;

/// <summary>The one method the queue calls. Claims the row, runs the handler, settles the row.</summary>
internal sealed partial class JobRunner(
    TenantDatabase database, Pipeline pipeline, IServiceScopeFactory scopes, WorkerIdentity worker, IHostApplicationLifetime lifetime, Counters tallies, IErrorReports reports,
    WorkerProbes probes, TimeProvider time, ILogger<JobRunner> logger)
{
    /// <summary>While the database is down, nothing can be written of it.</summary>
    private static readonly TimeSpan RecordEvery = TimeSpan.FromSeconds(1);

    /// <remarks>The signature is in the queue of the release before: it never changes.</remarks>
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(string envelope, CancellationToken cancellationToken)
    {
        worker.Take();
        try
        {
            await RunEnvelopeAsync(envelope, cancellationToken);
        }
        finally
        {
            worker.JobFinished();
        }
    }

    private async Task RunEnvelopeAsync(string envelope, CancellationToken cancellationToken)
    {
        if (JobEnvelope.Read(envelope) is not { } job)
        {
            await RunProbeAsync(envelope, cancellationToken);
            return;
        }

        using var scope = logger.BeginScope(job.LogScope());
        if (pipeline.KindOf(job) is not { } kind)
        {
            await using var unit = await database.BeginAsync(job.OrganizationId, cancellationToken);
            await JobStore.ParkAsync(unit, job, cancellationToken);
            await unit.CommitAsync(cancellationToken);
            Log.Parked(logger, job.Name, job.Version);
            return;
        }

        await RunAsync(job, kind, cancellationToken);
        await pipeline.AnnounceAsync(job.OrganizationId, job.ShopId, cancellationToken);
    }

    private async Task RunProbeAsync(string envelope, CancellationToken cancellationToken)
    {
        if (ProbeEnvelope.Read(envelope) is not { } probe)
        {
            Log.NoEnvelope(logger);
            return;
        }

        await probes.AnswerAsync(probe.Probe, worker.Id, worker.Release, cancellationToken);
        Log.ProbeDone(logger);
    }

    private async Task RunAsync(JobEnvelope job, JobKind kind, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(job, kind, cancellationToken) is not { } run)
        {
            return;
        }

        worker.Running[run.JobId] = true;
        try
        {
            await RunClaimedAsync(run, kind, cancellationToken);
        }
        finally
        {
            worker.Running.TryRemove(run.JobId, out _);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a handler throws is that job's failure; the worker goes on.")]
    private async Task RunClaimedAsync(JobRun run, JobKind kind, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        limit.CancelAfter(kind.TimeLimit);
        await using var services = scopes.CreateAsyncScope();
        using var attempt = new MeasuredAttempt(run, tallies, reports);
        var handler = services.ServiceProvider.GetRequiredKeyedService<IJob>(kind.Name);
        try
        {
            // A worker that died in the last attempt left the row to the next claim: that one only says so.
            if (run.Attempt > kind.Attempts)
            {
                attempt.Outcome = await GiveUpAsync(run, handler, null);
                return;
            }

            await handler.RunAsync(run, limit.Token);
            await using var unit = await run.BeginAsync(CancellationToken.None);
            await JobStore.FinishAsync(unit, run.JobId, CancellationToken.None);
            if (run.OutageFor is not null)
            {
                await JobStore.EndOutageAsync(unit, run.Envelope.ShopId, CancellationToken.None);
            }

            await unit.CommitAsync(CancellationToken.None);
            attempt.Outcome = AttemptOutcome.Done;
            Log.Done(logger, kind.Name, run.Attempt, attempt.Elapsed);
        }
        catch (ClaimLostException)
        {
            Log.ClaimLost(logger, kind.Name);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested || cancellationToken.IsCancellationRequested)
        {
            await SettleAsync(run, unit => JobStore.ReleaseAsync(unit, run.JobId, CancellationToken.None));
            attempt.Outcome = AttemptOutcome.Released;
            Log.Released(logger, kind.Name);
        }
        catch (Exception exception) when (Outage.Of(exception) is not null)
        {
            attempt.Outcome = run.OutageFor >= Outage.Longest
                ? await GiveUpAsync(run, handler, exception)
                : await WaitOutAsync(run, Outage.Of(exception)!);
        }
        catch (Exception exception) when (run.Attempt >= kind.Attempts)
        {
            attempt.Outcome = await GiveUpAsync(run, handler, exception);
        }
        catch (Exception exception)
        {
            var pause = kind.PauseAfter(run.Attempt, Random.Shared.NextDouble());
            Log.Failed(logger, exception, kind.Name, run.Attempt, kind.Attempts, pause);
            var isOurs = await SettleAsync(run, unit => JobStore.PauseAsync(unit, run.JobId, pause, exception.GetType().Name, CancellationToken.None));
            attempt.Outcome = isOurs ? AttemptOutcome.Retry : AttemptOutcome.Lost;
        }
    }

    private async Task<JobRun?> ClaimAsync(JobEnvelope job, JobKind kind, CancellationToken cancellationToken)
    {
        await using var unit = await database.BeginAsync(job.OrganizationId, cancellationToken);
        var claim = await JobStore.ClaimAsync(unit, job.Ids.JobId, worker.Id, WorkerIdentity.Lease, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        if (claim is not var (attempt, outageFor))
        {
            Log.NotOurs(logger, kind.Name);
            return null;
        }

        return new(database, job, worker.Id, attempt, outageFor);
    }

    /// <summary>
    /// Until the database takes it: while that is down nobody else can claim the job, and once the claim has run out a
    /// later attempt finds the outage by itself.
    /// </summary>
    private async Task<AttemptOutcome> WaitOutAsync(JobRun run, Outage outage)
    {
        var pause = Outage.PauseAfter(run.OutageFor ?? TimeSpan.Zero, Random.Shared.NextDouble());
        Log.Waits(logger, run.Envelope.Name, outage.Code, outage.Reason, pause);
        while (true)
        {
            try
            {
                var isOurs = await SettleAsync(run, unit => JobStore.WaitOutAsync(unit, run.JobId, pause, outage.Code, outage.Reason, CancellationToken.None));
                return isOurs ? AttemptOutcome.WaitsForOutage : AttemptOutcome.Lost;
            }
            catch (Exception exception) when (Outage.Of(exception) is not null && !lifetime.ApplicationStopping.IsCancellationRequested)
            {
                await Task.Delay(RecordEvery, time, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<AttemptOutcome> GiveUpAsync(JobRun run, IJob handler, Exception? reason)
    {
        try
        {
            await handler.GiveUpAsync(run, reason, CancellationToken.None);
            if (await SettleAsync(run, unit => JobStore.MarkDeadAsync(unit, run.JobId, new Error(ErrorKind.Conflict, "JOB_FAILED",
                reason is null ? "Its worker ended again and again while it ran." : $"{reason.GetType().Name}: {reason.Message}"), CancellationToken.None)))
            {
                var failure = reason ?? new WorkerGoneException(run.Envelope.Name);
                Log.GaveUp(logger, failure, run.Envelope.Name, run.Attempt);
                reports.Report(failure, run.Tags());
                return AttemptOutcome.Failed;
            }
        }
        catch (ClaimLostException)
        {
            // Whoever has it now says how it ends.
        }

        Log.ClaimLost(logger, run.Envelope.Name);
        return AttemptOutcome.Lost;
    }

    /// <returns>False when somebody else has it now, and settles it.</returns>
    private static async Task<bool> SettleAsync(JobRun run, Func<TenantTransaction, Task> settle)
    {
        try
        {
            await using var unit = await run.BeginAsync(CancellationToken.None);
            await settle(unit);
            await unit.CommitAsync(CancellationToken.None);
            return true;
        }
        catch (ClaimLostException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The queue delivered something that is no job envelope; it was dropped.")]
        public static partial void NoEnvelope(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "A synthetic job ran: this worker is alive.")]
        public static partial void ProbeDone(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} version {Version} is not known to this release and was parked for a later one.")]
        public static partial void Parked(ILogger logger, string name, int version);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Name} is done at attempt {Attempt}, in {Elapsed}.")]
        public static partial void Done(ILogger logger, string name, int attempt, TimeSpan elapsed);

        [LoggerMessage(Level = LogLevel.Debug, Message = "{Name} is done or in other hands.")]
        public static partial void NotOurs(ILogger logger, string name);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} was taken over by another worker while it ran here.")]
        public static partial void ClaimLost(ILogger logger, string name);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Name} was put back: this worker shuts down.")]
        public static partial void Released(ILogger logger, string name);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} waits for an outage ({Code}: {Reason}); again in {Pause}.")]
        public static partial void Waits(ILogger logger, string name, string code, string reason, TimeSpan pause);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} failed, attempt {Attempt} of {Attempts}; again in {Pause}.")]
        public static partial void Failed(ILogger logger, Exception exception, string name, int attempt, int attempts, TimeSpan pause);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Name} failed for good after {Attempt} attempts.")]
        public static partial void GaveUp(ILogger logger, Exception exception, string name, int attempt);
    }
}

/// <summary>What a job failed of that nobody lived to tell.</summary>
internal sealed class WorkerGoneException(string job) : Exception($"The worker of {job} ended again and again while it ran.");
