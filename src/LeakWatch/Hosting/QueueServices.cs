using LeakWatch.Findings;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Redis.StackExchange;
using LeakWatch.Configuration;
using LeakWatch.Documents;
using LeakWatch.DailyRates;
using LeakWatch.Extraction;
using LeakWatch.Jobs;
using LeakWatch.Observability;
using LeakWatch.Operations;
using LeakWatch.Providers.Ecb;
using LeakWatch.Providers.OpenAi;
using Npgsql;
using StackExchange.Redis;

namespace LeakWatch.Hosting;

/// <summary>Hangfire: on Redis where there is one, else in Postgres. It is told when to run what; what there is to do stands in our own table.</summary>
internal static class QueueServices
{
    /// <summary>Longer than any job: a claim, not the queue, says that a worker is gone.</summary>
    private static readonly TimeSpan Invisibility = TimeSpan.FromHours(1);

    /// <summary>Of finished entries, which nobody needs but to look at.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(6);

    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(20);

    public static void AddJobQueue(this IServiceCollection services, Settings settings)
    {
        // Ours before Hangfire's, which is whatever the process made last: two hosts in one process would share it.
        services.AddSingleton(provider => StorageOf(provider, settings));
        services.AddHangfire((provider, hangfire) =>
        {
            hangfire.UseLogProvider(new QueueLogs(provider.GetRequiredService<ILoggerFactory>()));
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            hangfire.UseStorage(provider.GetRequiredService<JobStorage>());

            // Both only cost commands: figures of the day for the dashboard, and a culture that no job of ours reads.
            foreach (var filter in GlobalJobFilters.Filters.Where(filter => filter.Instance is StatisticsHistoryAttribute or CaptureCultureAttribute or AutomaticRetryAttribute).ToList())
            {
                GlobalJobFilters.Filters.Remove(filter.Instance);
            }
        });
        if (settings.Redis is { } options)
        {
            services.AddSingleton(_ => ConnectionMultiplexer.Connect(options));
        }

        services.AddSingleton<IJobQueue, HangfireQueue>();
        services.AddSingleton<Pipeline>();
        services.AddSingleton<WorkerProbes>();
    }

    public static void AddWorker(this IServiceCollection services, Settings settings)
    {
        // Nothing of ours is scheduled in Hangfire, so its own rounds may be rare: each of them has a price.
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = settings.WorkerConcurrency;
            server.Queues = Pipeline.Queues;
            server.ShutdownTimeout = Shutdown;
            server.SchedulePollingInterval = TimeSpan.FromMinutes(5);
            server.HeartbeatInterval = TimeSpan.FromMinutes(2);
            server.ServerCheckInterval = TimeSpan.FromMinutes(10);
            server.ServerTimeout = TimeSpan.FromMinutes(20);
            server.CancellationCheckInterval = TimeSpan.FromMinutes(1);
        });
        services.AddOpenAi(settings.LanguageModel);
        services.AddSingleton(new WorkerIdentity(settings.WorkerConcurrency) { Release = Release.Version });
        services.AddSingleton<SecondReading>();
        services.AddKeyedScoped<IJob, ProcessDocumentJob>(Pipeline.Process.Name);
        services.AddKeyedScoped<IJob, DetectLeaksJob>(Pipeline.Detect.Name);
        services.AddHostedService<WorkerLoop>();
        services.AddSingleton<Schedules>();
        services.AddHostedService<ExpiredRows>();
        services.AddWatcher(settings);
        if (settings.ExchangeRatesUrl is { } exchangeRates)
        {
            services.AddEcbExchangeRates(exchangeRates);
            services.AddHostedService<ExchangeRateUpdates>();
        }

        services.AddSingleton(_ => new DocumentExtractor(
            ReaderCommand.OfThisExecutable(), InstalledTools.Find(), ReadingBudget.Shared, ReadingBudget.Alone, settings.WorkerConcurrency));
    }

    private static JobStorage StorageOf(IServiceProvider provider, Settings settings)
    {
        if (settings.Redis is { } redis)
        {
            return new QuietRedisStorage(provider.GetRequiredService<ConnectionMultiplexer>(), new RedisStorageOptions
            {
                Prefix = "{leakwatch}:",
                Db = redis.DefaultDatabase ?? 0,
                InvisibilityTimeout = Invisibility,
                // A worker is woken by a message; this is for one that was missed, which the reconciler sends again long before.
                FetchTimeout = TimeSpan.FromMinutes(15),
                SucceededListSize = 100,
                DeletedListSize = 100,
            });
        }

        var options = new PostgreSqlStorageOptions
        {
            SchemaName = "hangfire",
            PrepareSchemaIfNecessary = false,
            EnableLongPolling = true,
            QueuePollInterval = TimeSpan.FromSeconds(5),
            InvisibilityTimeout = Invisibility,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(QueueConnection(settings.DatabaseConnection), options), options);
    }

    private static string QueueConnection(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "leakwatch-queue", NoResetOnClose = false }.ConnectionString;
}
