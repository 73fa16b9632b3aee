namespace LeakWatch.Hosting;

/// <summary>Every variable that LeakWatch knows; the deployment guide's names are a contract. <c>./lw configuration</c> writes the docs from it.</summary>
internal static class ConfigurationVariables
{
    private static readonly HostRole[] Services = [HostRole.Api, HostRole.Worker];
    private static readonly HostRole[] Everybody = [HostRole.Api, HostRole.Worker, HostRole.Migrate];

    public static IReadOnlyList<VariableGroup> Groups { get; } =
    [
        new("common",
        [
            new("NODE_ENV", "production, staging or development. For api and worker; pnpm install and next build run without it.") { Example = "production", Default = "development" },
            new("DATABASE_URL", "The login of api and worker: owns nothing, no BYPASSRLS. Supabase: Connect, Transaction pooler.")
            {
                NeededBy = Everybody, IsNeededEverywhere = true, IsSecret = true, Example = "postgresql://leakwatch:PASSWORD@HOST:6543/postgres",
            },
            new("DATABASE_MIGRATE_URL", "The owner, for migrate alone; never through a pooler. Supabase: Connect, Direct connection.")
            {
                IsSecret = true, Example = "postgresql://postgres:PASSWORD@HOST:5432/postgres", Without = "migrate uses DATABASE_URL.",
            },
            new("REDIS_URL", "The queue. Upstash: the database's page, rediss.")
            {
                NeededBy = Services, IsSecret = true, Example = "rediss://default:PASSWORD@HOST:6379", Without = "In development the queue is kept in Postgres.",
            },
            new("LW_ENCRYPTION_KEY_32B", "32 random bytes in base64.") { NeededBy = Services, IsSecret = true, Example = "the output of: openssl rand -base64 32" },
            new("LW_ENCRYPTION_KEY_PREVIOUS_32B", "The key before the last rotation.") { IsSecret = true, IsNotYet = true },
            new("LW_BASE_URL", "Where people find the web. For ./lw up only where a Next server of this machine stands before it (./lw web dev: http://127.0.0.1:3000).") { NeededBy = Services, Example = "https://app.leakwatch.io", Default = "http://127.0.0.1:4000" },
            new("API_ORIGIN", "web → api: the rewrites of the Next server go there. Read by next.config.ts.") { Example = "https://leakwatch-api.fly.dev", Default = "http://127.0.0.1:4000" },
        ]),
        new("Shopify: the app's page in the Dev Dashboard, Settings, Credentials",
        [
            new("SHOPIFY_API_KEY", "The client id of the app.") { NeededBy = [HostRole.Api] },
            new("SHOPIFY_API_SECRET", "The client secret of the app.") { NeededBy = [HostRole.Api], IsSecret = true },
            new("SHOPIFY_API_SECRET_PREVIOUS", "The secret before a rotation: still accepted for a while.") { IsSecret = true },
            new("SHOPIFY_SCOPES", "read_… scopes, comma-separated.") { IsNotYet = true },
            new("SHOPIFY_APP_URL", "The address of the embedded app.") { Example = "https://app.leakwatch.io", IsNotYet = true },
            new("SHOPIFY_WEBHOOK_SECRET", "Signs webhooks.") { IsSecret = true, Without = "SHOPIFY_API_SECRET signs them.", IsNotYet = true },
        ]),
        new("Cloudflare R2: R2, Manage API tokens; a token for this bucket alone",
        [
            new("R2_ENDPOINT", "The address of the account, without the bucket.")
            {
                NeededBy = Services, Example = "https://ACCOUNT.r2.cloudflarestorage.com", Without = "In development, with none of the four set, files lie on this machine's disk.",
            },
            new("R2_ACCESS_KEY_ID", "Of the token.") { NeededBy = Services },
            new("R2_SECRET_ACCESS_KEY", "Of the token.") { NeededBy = Services, IsSecret = true },
            new("R2_BUCKET", "A private bucket.") { NeededBy = Services, Example = "leakwatch-prod" },
            new("R2_PUBLIC_BASE_URL", "Stays unset: the bucket is private.") { IsNotYet = true },
        ]),
        new("OpenAI: platform.openai.com, API keys",
        [
            new("OPENAI_API_KEY", "The account that is asked about documents which could not be read with certainty.") { IsSecret = true, Without = "No language model is asked." },
            new("OPENAI_MODEL_NORMALIZE", "The small model that reads invoices; it must support structured outputs.") { Default = "gpt-4o-mini" },
            new("OPENAI_MODEL_WRITE", "The big model that polishes drafts of e-mails.") { Default = "gpt-4o" },
            new("OPENAI_MAX_RETRIES", "Tries after the first, 0 to 10.") { Default = "3" },
            new("OPENAI_BASE_URL", "Another service that speaks its protocol, up to and including /v1.") { Default = "https://api.openai.com/v1" },
        ]),
        new("Mailgun: Sending, Domain settings",
        [
            new("MAILGUN_API_KEY", "The sending key. A worker with OPS_EMAIL needs it in staging and production, where staging has the sandbox's.")
            {
                IsSecret = true, Without = "Mail lies in the folder outbox beside the files.",
            },
            new("MAILGUN_DOMAIN", "The domain that mail is sent from.") { Example = "actions.leakwatch.io" },
            new("MAILGUN_WEBHOOK_SIGNING_KEY", "Signs events and inbound mail.") { IsSecret = true, IsNotYet = true },
            new("MAIL_FROM", "The sender.") { Example = "LeakWatch Actions <actions@leakwatch.io>" },
            new("MAILGUN_BASE_URL", "Where the account is; https://api.eu.mailgun.net in the EU.") { Default = "https://api.mailgun.net" },
        ]),
        new("Sentry: a project each, Client keys",
        [
            new("SENTRY_DSN_WEB", "The web's project: errors of pages. On Vercel for next build; for the api where it serves the exported web.") { Without = "They go nowhere." },
            new("SENTRY_DSN_API", "The api's project: bugs, and times of requests.") { Without = "They stand in the log alone." },
            new("SENTRY_DSN_WORKER", "The worker's project: jobs that failed for good, times of jobs, schedules, alerts.") { Without = "They stand in the log alone." },
            new("SENTRY_SAMPLE_RATE", "Of the errors of api and worker, above 0 to 1.") { Default = "1" },
            new("SENTRY_TRACES_SAMPLE_RATE", "Of the requests and jobs whose times are told, 0 to 1.") { Default = "0.1" },
        ]),
        new("operation",
        [
            new("LW_WORKER_CONCURRENCY", "Documents that one worker reads at once, 1 to 64.") { Default = "2" },
            new("LW_REQUESTS_PER_SECOND", "Requests of one organisation that one api process answers a second, 1 to 100000; ten times as many may come at once.") { Default = "30" },
            new("LW_PORT", "The api's port.") { Default = "4000" },
            new("LW_OPERATIONS_PORT", "The operators' port, which listens on loopback only.") { Default = "4001" },
            new("LW_LISTEN", "Who reaches the api's port: any, or loopback for this machine alone.") { Default = "any in staging and production, loopback in development" },
            new("LW_FILES_FOLDER", "Where files lie without an object store.") { Without = "A folder of this machine's data." },
            new("LW_WEB_FOLDER", "The exported web that the api serves; ./lw up sets it.") { Without = "The web is elsewhere." },
            new("ECB_BASE_URL", "Another place that serves the ECB's files of exchange rates.") { Without = "The ECB's own in staging and production; in development no rates are fetched." },
            new("OTEL_EXPORTER_OTLP_ENDPOINT", "A collector of metrics and traces: OTLP over HTTP, unless OTEL_EXPORTER_OTLP_PROTOCOL says grpc. The other standard OTEL_ variables hold too.")
            {
                Example = "an address such as http://127.0.0.1:4318", Without = "Nothing is collected.",
            },
            new("OPS_EMAIL", "Who gets the worker's alerts; several separated by commas.") { Example = "operations@example.com", Without = "Alerts are log lines." },
            new("OPS_SLACK_WEBHOOK_URL", "A channel that gets the same alerts. Slack: Apps, Incoming webhooks.") { IsSecret = true, Example = "the address that Slack shows, https://hooks.slack.com/services/…" },
        ]),
    ];

    /// <exception cref="InvalidOperationException">A name that is read without being explained.</exception>
    public static Variable Of(string name) =>
        Groups.SelectMany(group => group.Variables).FirstOrDefault(variable => variable.Name == name)
            ?? throw new InvalidOperationException($"The variable {name} is not among those that are explained.");
}
