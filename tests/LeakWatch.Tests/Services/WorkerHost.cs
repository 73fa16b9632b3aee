using LeakWatch.Jobs;
using System.Globalization;
using LeakWatch.Configuration;
using LeakWatch.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace LeakWatch.Tests.Services;

/// <summary>A worker within the test, for what cannot be said to one in a process of its own: another clock, a store that fails, the same job twice.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private WorkerHost(WebApplication app) => this.app = app;

    public Uri OperationsAddress => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IServiceProvider Services => app.Services;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Not started: it runs what <see cref="RunAsync"/> is given, and looks for nothing itself.</summary>
    public static WorkerHost Build(TestDatabase database, string filesFolder, Action<IServiceCollection>? replace = null, int concurrency = 2, params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DATABASE_URL"] = database.LoginUrl,
            ["LW_FILES_FOLDER"] = filesFolder,
            ["LW_WORKER_CONCURRENCY"] = concurrency.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        var settings = Settings.Read(environment, HostRole.Worker);
        return new(ServiceHost.Build(settings.Value!, [HostRole.Worker], new(0, 0), services =>
        {
            // What listens to the log beside the console still does.
            services.AddLogging(logging => logging.AddFilter<ConsoleLoggerProvider>(null, LogLevel.None));
            replace?.Invoke(services);
        }));
    }

    public static async Task<WorkerHost> StartAsync(TestDatabase database, string filesFolder, Action<IServiceCollection>? replace = null, int concurrency = 2)
    {
        var host = Build(database, filesFolder, replace, concurrency);
        await host.app.StartAsync(Token);
        return host;
    }

    /// <summary>As the queue delivers it.</summary>
    public Task RunAsync(JobEnvelope job) => ActivatorUtilities.CreateInstance<JobRunner>(app.Services).RunAsync(job.Write(), Token);

    /// <summary>Until nothing is left to do: each job so many times at once, and with every round once more what was delivered before.</summary>
    public async Task RunAllAsync(WorkerShop shop, int copies = 1)
    {
        var delivered = new List<JobEnvelope>();
        while (await shop.AskAsync(db => db.Jobs.AsNoTracking().ToListAsync(Token)) is { Count: > 0 } jobs)
        {
            delivered.AddRange(jobs.Select(job => job.Envelope));
            await Task.WhenAll(delivered.SelectMany(job => Enumerable.Range(0, copies).Select(_ => RunAsync(job))));
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
