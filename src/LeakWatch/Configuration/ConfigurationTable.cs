using System.Globalization;
using System.Text;

namespace LeakWatch.Configuration;

/// <summary>What people read about the configuration: the table in the docs, and .env.example.</summary>
internal static class ConfigurationTable
{
    public static string Markdown()
    {
        var page = new StringBuilder("""
            # Configuration

            Written by `./lw configuration` from what the program reads; a test compares. What is needed and missing, or malformed, stops the start with exit code 3
            and one message that names every problem; `leakwatch doctor` then talks to what is configured. Values of secrets are never printed.

            "Needed by" is meant for staging and production. In development only `DATABASE_URL` is needed, and `./lw up` needs nothing at all.

            "Set in" says where a deployment has it: as a secret of the Fly app (`fly secrets import --app APP < FILE`,
            one `NAME=VALUE` a line), in `fly.toml` and `fly.staging.toml`, in the Vercel project's settings (Environment
            Variables), or as a secret of the GitHub environment that the workflows deploy to. What a host or a workflow
            sets by itself is set by nobody else. An empty cell: a deployment leaves it unset.

            Supabase has two addresses, and each has its task. Api and worker (`DATABASE_URL`) take the pooled one in
            transaction mode, `….pooler.supabase.com:6543`, with the limited login, whose name there is
            `leakwatch.PROJECTREF`. `migrate` (`DATABASE_MIGRATE_URL`) takes the direct one,
            `db.PROJECTREF.supabase.co:5432`, as the owner; it is IPv6, which Fly's machines have. From a network without
            IPv6 the pooler's session mode, `….pooler.supabase.com:5432` with the login `postgres.PROJECTREF`, does for
            `migrate` too. `leakwatch doctor` warns where they are the wrong way round.

            Certificates of Redis, the bucket and vendors are checked, and no variable turns that off; `SSL_CERT_FILE` or `SSL_CERT_DIR` name an authority of your own. In staging and production the
            addresses of Redis and the bucket must be encrypted, and Postgres is spoken to encrypted; `?sslmode=verify-full&sslrootcert=FILE` also checks whose server it is.

            """);
        foreach (var group in ConfigurationVariables.Groups)
        {
            page.Append("\n## ").Append(char.ToUpperInvariant(group.Title[0])).Append(group.Title.AsSpan(1))
                .Append("\n| variable | what it is | needed by | set in | without it |\n")
                .Append("| --- | --- | --- | --- | --- |\n");
            foreach (var variable in group.Variables)
            {
                var name = $"`{variable.Name}`{(variable.IsSecret ? " (secret)" : "")}";
                string[] cells = [name, What(variable), NeededBy(variable), SetIn(variable), Without(variable)];
                page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
            }
        }

        return page.ToString();
    }

    public static string EnvironmentExample()
    {
        var file = new StringBuilder("""
            # Every variable of LeakWatch. Copy to .env (which git ignores) for compose.
            # Where a deployment sets each (Fly, Vercel, GitHub): docs/operations/configuration.md.
            # Without any of them, ./lw up runs everything on one machine. A line marked "not yet" belongs to a feature that is still to come.
            # Written by ./lw configuration; docs/operations/configuration.md has the same as a table.

            """);
        foreach (var group in ConfigurationVariables.Groups)
        {
            if (!group.Variables.Any(IsOursToSet))
            {
                continue;
            }

            file.Append(CultureInfo.InvariantCulture, $"\n# --- {group.Title}\n");
            foreach (var variable in group.Variables.Where(IsOursToSet))
            {
                var isSentence = variable.Example?.Contains(' ', StringComparison.Ordinal) is true && !variable.Example.Contains('@', StringComparison.Ordinal);
                file.Append(CultureInfo.InvariantCulture, $"# {(variable.IsReserved ? "not yet: " : "")}{variable.Meaning}{(isSentence ? $" It is {variable.Example}." : "")}{(variable.Without is { } without ? $" Unset: {without}" : "")}\n");
                file.Append(CultureInfo.InvariantCulture, $"{variable.Name}={(isSentence ? "" : Value(variable))}\n");
            }
        }

        return file.ToString();
    }

    private static string? Value(Variable variable) =>
        variable.Name == "NODE_ENV" ? variable.Default : variable.Example ?? (variable.Default?.Contains(' ', StringComparison.Ordinal) is true ? null : variable.Default);

    private static string What(Variable variable) =>
        $"{(variable.IsReserved ? "Not yet: " : "")}{variable.Meaning}{(variable.Example is null ? "" : $" Looks like `{variable.Example}`")}".Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Not what workflows alone read, and not what a host sets.</summary>
    private static bool IsOursToSet(Variable variable) =>
        variable.SetIn.Count == 0
        || variable.SetIn.Any(place => place is Place.FlySecret or Place.FlyFile or Place.VercelSettings);

    private static string SetIn(Variable variable) => string.Join(", ", variable.SetIn.Select(place => place switch
    {
        Place.FlySecret => "Fly secret",
        Place.FlyFile => "fly.toml",
        Place.Fly => "Fly itself",
        Place.VercelSettings => "Vercel",
        Place.Vercel => "Vercel itself",
        Place.GitHubSecret => "GitHub secret",
        Place.Workflow => "the workflow itself",
    }));

    private static string NeededBy(Variable variable) => string.Join(", ", variable.NeededBy.Select(role => role.ToString().ToLowerInvariant()));

    private static string Without(Variable variable) => string.Join(' ', new[] { variable.Default is null ? null : variable.Default.Contains(' ', StringComparison.Ordinal) ? variable.Default : $"`{variable.Default}`", variable.Without }.OfType<string>());
}
