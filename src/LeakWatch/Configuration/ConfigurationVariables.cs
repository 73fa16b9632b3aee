namespace LeakWatch.Configuration;

/// <summary>Every variable that LeakWatch knows; the deployment guide's names are a contract. <c>./lw configuration</c> writes the docs from it.</summary>
internal static class ConfigurationVariables
{
    private static readonly HostRole[] Services = [HostRole.Api, HostRole.Worker];
    private static readonly HostRole[] Everybody = [HostRole.Api, HostRole.Worker, HostRole.Migrate];

    public static IReadOnlyList<VariableGroup> Groups { get; } =
    [
        new("common",
        [
            new("NODE_ENV",
                "production, staging or development. For api and worker; pnpm install and next build run "
                + "without it.")
            {
                SetIn = [Place.FlyFile], Example = "production", Default = "development",
            },
            new("DATABASE_URL",
                "The login of api and worker: owns nothing, no BYPASSRLS. Supabase: Connect, Transaction pooler "
                + "(port 6543), with the login leakwatch.PROJECTREF.")
            {
                NeededBy = Everybody, IsNeededEverywhere = true, IsSecret = true,
                Example = "postgresql://leakwatch.PROJECTREF:PASSWORD@aws-0-REGION.pooler.supabase.com:6543/postgres",
            },
            new("DATABASE_MIGRATE_URL",
                "The owner, for migrate alone; never through a pooler in transaction mode. Supabase: Connect, "
                + "Direct connection, which is IPv6: Fly has it, GitHub and many home networks do not.")
            {
                IsSecret = true, Example = "postgresql://postgres:PASSWORD@db.PROJECTREF.supabase.co:5432/postgres",
                Without = "migrate uses DATABASE_URL.",
            },
            new("REDIS_URL", "The queue. Upstash: the database's page, rediss.")
            {
                NeededBy = Services, IsSecret = true, Example = "rediss://default:PASSWORD@HOST:6379",
                Without = "In development the queue is kept in Postgres.",
            },
            new("LW_ENCRYPTION_KEY_32B", "32 random bytes in base64.")
            {
                NeededBy = Services, IsSecret = true, Example = "the output of: openssl rand -base64 32",
            },
            new("LW_ENCRYPTION_KEY_PREVIOUS_32B", "The key before the last rotation.")
            {
                IsSecret = true, IsReserved = true,
            },
            new("LW_BASE_URL",
                "Where people find the web. For ./lw up only where a Next server of this machine stands before it "
                + "(./lw web dev: http://127.0.0.1:3000).")
            {
                NeededBy = Services, Example = "https://app.leakwatch.io", Default = "http://127.0.0.1:4000",
            },
            new("API_ORIGIN", "web → api: the rewrites of the Next server go there. Read by next.config.ts.")
            {
                SetIn = [Place.VercelSettings], Example = "https://leakwatch-api.fly.dev",
                Default = "http://127.0.0.1:4000",
            },
        ]),
        new("Shopify: the app's page in the Dev Dashboard, Settings, Credentials",
        [
            new("SHOPIFY_API_KEY", "The client id of the app.")
            {
                Check = ValueChecks.Key, SetIn = [Place.FlySecret, Place.VercelSettings], NeededBy = [HostRole.Api],
            },
            new("SHOPIFY_API_SECRET", "The client secret of the app.")
            {
                Check = ValueChecks.Key, NeededBy = [HostRole.Api], IsSecret = true,
            },
            new("SHOPIFY_API_SECRET_PREVIOUS", "The secret before a rotation: still accepted for a while.")
            {
                Check = ValueChecks.Key, IsSecret = true,
            },
            new("SHOPIFY_SCOPES", "read_… scopes, comma-separated.") { IsReserved = true },
            new("SHOPIFY_APP_URL", "The address of the embedded app.")
            {
                Check = ValueChecks.WebAddress, Example = "https://app.leakwatch.io", IsReserved = true,
            },
            new("SHOPIFY_WEBHOOK_SECRET", "Signs webhooks.")
            {
                Check = ValueChecks.Key, IsSecret = true, Without = "SHOPIFY_API_SECRET signs them.", IsReserved = true,
            },
        ]),
        new("Cloudflare R2: R2, Manage API tokens; a token for this bucket alone",
        [
            new("R2_ENDPOINT", "The address of the account, without the bucket.")
            {
                NeededBy = Services, Example = "https://ACCOUNT.r2.cloudflarestorage.com",
                Without = "In development, with none of the four set, files lie on this machine's disk.",
            },
            new("R2_ACCESS_KEY_ID", "Of the token.") { Check = ValueChecks.Key, NeededBy = Services },
            new("R2_SECRET_ACCESS_KEY", "Of the token.")
            {
                Check = ValueChecks.Key, NeededBy = Services, IsSecret = true,
            },
            new("R2_BUCKET", "A private bucket.") { NeededBy = Services, Example = "leakwatch-prod" },
            new("R2_PUBLIC_BASE_URL", "Stays unset: the bucket is private.")
            {
                Check = ValueChecks.WebAddress, SetIn = [], IsReserved = true,
            },
        ]),
        new("OpenAI: platform.openai.com, API keys",
        [
            new("OPENAI_API_KEY", "The account that is asked about documents which could not be read with certainty.")
            {
                Check = ValueChecks.Key, IsSecret = true, Without = "No language model is asked.",
            },
            new("OPENAI_MODEL_NORMALIZE", "The small model that reads invoices; it must support structured outputs.")
            {
                Check = ValueChecks.Model, Default = "gpt-4o-mini",
            },
            new("OPENAI_MODEL_WRITE", "The big model that polishes drafts of e-mails.")
            {
                Check = ValueChecks.Model, Default = "gpt-4o",
            },
            new("OPENAI_MAX_RETRIES", "Tries after the first, 0 to 10.") { Default = "3" },
            new("OPENAI_BASE_URL", "Another service that speaks its protocol, up to and including /v1.")
            {
                SetIn = [], Default = "https://api.openai.com/v1",
            },
        ]),
        new("Mailgun: Sending, Domain settings",
        [
            new("MAILGUN_API_KEY",
                "The sending key. A worker with OPS_EMAIL needs it in staging and production, where staging has the "
                + "sandbox's.")
            {
                Check = ValueChecks.Key, IsSecret = true, Without = "Mail lies in the folder outbox beside the files.",
            },
            new("MAILGUN_DOMAIN", "The domain that mail is sent from.")
            {
                Check = ValueChecks.Domain, Example = "actions.leakwatch.io",
            },
            new("MAILGUN_WEBHOOK_SIGNING_KEY", "Signs events and inbound mail.")
            {
                Check = ValueChecks.Key, IsSecret = true, IsReserved = true,
            },
            new("MAIL_FROM", "The sender.")
            {
                Check = ValueChecks.Sender, Example = "LeakWatch Actions <actions@leakwatch.io>",
            },
            new("MAILGUN_BASE_URL", "Where the account is; https://api.eu.mailgun.net in the EU.")
            {
                Check = ValueChecks.WebAddress, Default = "https://api.mailgun.net",
            },
        ]),
        new("Development",
        [
            new("SMTP_URL",
                "Mail by SMTP where there is no Mailgun: the catcher of a development environment. smtps elsewhere.")
            {
                IsSecret = true, Example = "smtps://USER:PASSWORD@HOST:465",
                Without = "Mail goes by Mailgun, or lies as files in outbox.",
            },
            new("LW_DEVELOPMENT_SIGN_IN",
                "Every visitor from a private network is the owner of the demo store; its value is the host name by "
                + "which the web passes requests on. Refused unless NODE_ENV is development.")
            {
                Example = "api", Without = "One signs in by Shopify.",
            },
        ]),
        new("Sentry: a project each, Client keys",
        [
            new("SENTRY_DSN_WEB",
                "The web's project: errors of pages. For next build; for the api only where it serves the exported "
                + "web.")
            {
                SetIn = [Place.VercelSettings], Without = "They go nowhere.",
            },
            new("SENTRY_DSN_API", "The api's project: bugs, and times of requests.")
            {
                Without = "They stand in the log alone.",
            },
            new("SENTRY_DSN_WORKER",
                "The worker's project: jobs that failed for good, times of jobs, schedules, alerts.")
            {
                Without = "They stand in the log alone.",
            },
            new("SENTRY_SAMPLE_RATE", "Of the errors of api and worker, above 0 to 1.") { Default = "1" },
            new("SENTRY_TRACES_SAMPLE_RATE", "Of the requests and jobs whose times are told, 0 to 1.")
            {
                Default = "0.1",
            },
        ]),
        new("operation",
        [
            new("LW_WORKER_CONCURRENCY", "Documents that one worker reads at once, 1 to 64.")
            {
                SetIn = [Place.FlyFile], Default = "2",
            },
            new("LW_REQUESTS_PER_SECOND",
                "Requests of one organisation that one api process answers a second, 1 to 100000; ten times as many "
                + "may come at once.")
            {
                Default = "30",
            },
            new("LW_PORT", "The api's port.") { SetIn = [], Default = "4000" },
            new("LW_OPERATIONS_PORT", "The operators' port: dashboard of the queue, jobs that stopped.")
            {
                SetIn = [], Default = "4001",
            },
            new("LW_OPERATIONS_TOKEN",
                "Whoever uses the operators' port sends it: as a bearer token, or in a browser as the password of "
                + "any name. At least 32 characters.")
            {
                IsSecret = true, Example = "the output of: openssl rand -hex 32",
                Without = "The operators' port is on loopback only, where nobody has to send anything.",
            },
            new("LW_OPERATIONS_HOST",
                "A name or an address of this machine where the operators' port listens beside loopback. Needs "
                + "LW_OPERATIONS_TOKEN.")
            {
                SetIn = [],
                Default =
                    "fly-local-6pn on Fly where there is a token, which is what fly proxy reaches; elsewhere "
                    + "loopback only",
            },
            new("LW_LISTEN", "Who reaches the api's port: any, or loopback for this machine alone.")
            {
                SetIn = [], Default = "any in staging and production, loopback in development",
            },
            new("LW_FILES_FOLDER", "Where files lie without an object store.")
            {
                SetIn = [], Without = "A folder of this machine's data.",
            },
            new("LW_WEB_FOLDER", "The exported web that the api serves; ./lw up sets it.")
            {
                SetIn = [], Without = "The web is elsewhere.",
            },
            new("ECB_BASE_URL", "Another place that serves the ECB's files of exchange rates.")
            {
                SetIn = [], Without = "The ECB's own in staging and production; in development no rates are fetched.",
            },
            new("OTEL_EXPORTER_OTLP_ENDPOINT",
                "A collector of metrics and traces: OTLP over HTTP, unless OTEL_EXPORTER_OTLP_PROTOCOL says grpc. "
                + "The other standard OTEL_ variables hold too.")
            {
                Example = "an address such as http://127.0.0.1:4318", Without = "Nothing is collected.",
            },
            new("OPS_EMAIL", "Who gets the worker's alerts; several separated by commas.")
            {
                Example = "operations@example.com", Without = "Alerts are log lines.",
            },
            new("OPS_SLACK_WEBHOOK_URL", "A channel that gets the same alerts. Slack: Apps, Incoming webhooks.")
            {
                IsSecret = true, Example = "the address that Slack shows, https://hooks.slack.com/services/…",
            },
        ]),
        new("deployment: read by .github/workflows, or set by the hosts themselves",
        [
            new("FLY_API_TOKEN", "Deploys the app of its environment: fly tokens create deploy --app APP.")
            {
                SetIn = [Place.GitHubSecret], IsSecret = true,
            },
            new("VERCEL_TOKEN", "Deploys the web. Vercel: Account settings, Tokens.")
            {
                SetIn = [Place.GitHubSecret], IsSecret = true,
            },
            new("VERCEL_ORG_ID", "Whose project it is. Vercel: the team's settings, Team ID.")
            {
                SetIn = [Place.GitHubSecret],
            },
            new("VERCEL_PROJECT_ID", "Vercel: the project's settings, Project ID.") { SetIn = [Place.GitHubSecret] },
            new("VERCEL_ENV", "The environment as Sentry's events of pages name it.") { SetIn = [Place.Vercel] },
            new("LW_RELEASE", "The commit, as Sentry's events of pages name the release.") { SetIn = [Place.Workflow] },
            new("FLY_APP_NAME", "Says that this is a machine of Fly's, see LW_OPERATIONS_HOST.")
            {
                SetIn = [Place.Fly],
            },
        ]),
    ];

    /// <exception cref="InvalidOperationException">A name that is read without being explained.</exception>
    public static Variable Of(string name) =>
        Groups.SelectMany(group => group.Variables).FirstOrDefault(variable => variable.Name == name)
            ?? throw new InvalidOperationException($"The variable {name} is not among those that are explained.");
}
