using Microsoft.EntityFrameworkCore.Migrations;

namespace LeakWatch.Data;

/// <summary>
/// The only work that crosses tenants, as functions in the database: owned by a role that nobody logs in as, with a fixed
/// search path. The current text of each is one file in <c>Data/Sql</c>; a release that changes one edits the file and
/// applies it again in a migration of its own.
/// </summary>
internal static class SystemFunctions
{
    private const string Folder = "LeakWatch.Data.Sql.";

    /// <summary>Every function, by its name.</summary>
    public static IEnumerable<string> All =>
        typeof(SystemFunctions)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".sql".Length])
            .Order(StringComparer.Ordinal);

    /// <summary>Creates or replaces these functions as their files say.</summary>
    public static void Apply(MigrationBuilder migration, params IEnumerable<string> names)
    {
        migration.Sql(RowLevelSecurity.CreateRoles);
        migration.Sql("grant create on schema leakwatch to leakwatch_system;");
        foreach (var name in names)
        {
            migration.Sql(Read(name));
        }

        migration.Sql("revoke create on schema leakwatch from leakwatch_system;");
        migration.Sql(RowLevelSecurity.LeaveSystemRole);
    }

    private static string Read(string name)
    {
        using var stream =
            typeof(SystemFunctions).Assembly.GetManifestResourceStream(Folder + name + ".sql")
            ?? throw new InvalidOperationException($"Data/Sql has no file for the function {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
