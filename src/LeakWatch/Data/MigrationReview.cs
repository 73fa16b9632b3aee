using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace LeakWatch.Data;

/// <summary>What a migration is to the release that is still running: it adds, moves rows, or takes away.</summary>
internal enum MigrationStage { Expand, Backfill, Contract }

/// <param name="Refusals">Why the release before this one could not work beside it; empty when it can.</param>
internal sealed record ReviewedMigration(string Id, MigrationStage Stage, IReadOnlyList<string> Refusals);

/// <summary>Backward compatible first, as a rule that runs: what takes away, blocks or moves many rows at once is refused unless a reviewer said why it may.</summary>
internal static partial class MigrationReview
{
    /// <summary>The first release has nobody beside it.</summary>
    private static readonly HashSet<string> First = ["Initial"];

    /// <summary>Migrations that a reviewer let pass: the name, and the earlier release that stopped using what they take away.</summary>
    private static readonly Dictionary<string, string> Excepted = [];

    private const string HowToIndex = "make it by SQL: create index concurrently if not exists, with suppressTransaction, in a migration of its own";

    /// <summary>In the order in which they are applied.</summary>
    public static IReadOnlyList<ReviewedMigration> Of(LeakWatchDb db)
    {
        var assembly = db.GetService<IMigrationsAssembly>();
        return [.. assembly.Migrations.OrderBy(migration => migration.Key, StringComparer.Ordinal).Select(migration =>
            Of(migration.Key, assembly.CreateMigration(migration.Value, db.Database.ProviderName!).UpOperations))];
    }

    /// <param name="id">As in the history: a time, an underscore and its name.</param>
    public static ReviewedMigration Of(string id, IReadOnlyList<MigrationOperation> operations)
    {
        var name = id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
        var created = operations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        var stage = operations.Any(TakesAway) ? MigrationStage.Contract : operations.OfType<SqlOperation>().Any(sql => MovesRows().IsMatch(sql.Sql)) ? MigrationStage.Backfill : MigrationStage.Expand;
        return new(id, stage, First.Contains(name) || Excepted.ContainsKey(name) ? [] : [.. operations.Select(operation => Why(operation, created)).OfType<string>()]);
    }

    private static bool TakesAway(MigrationOperation operation) =>
        operation is DropTableOperation or DropColumnOperation or RenameTableOperation or RenameColumnOperation or DropSchemaOperation || (operation is SqlOperation sql && Drops().IsMatch(sql.Sql));

    /// <param name="created">Tables that the same migration makes: nobody has rows or readers there.</param>
    private static string? Why(MigrationOperation operation, HashSet<string> created) => operation switch
    {
        DropTableOperation drop => $"it drops the table {drop.Name}",
        DropColumnOperation drop => $"it drops {drop.Table}.{drop.Name}",
        RenameTableOperation rename => $"it renames the table {rename.Name}",
        RenameColumnOperation rename => $"it renames {rename.Table}.{rename.Name}",
        AlterColumnOperation alter when alter.ColumnType != alter.OldColumn.ColumnType => $"it changes the type of {alter.Table}.{alter.Name}",
        AlterColumnOperation { IsNullable: false, OldColumn.IsNullable: true } alter => $"it makes {alter.Table}.{alter.Name} not null",
        AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null, ComputedColumnSql: null } add when !created.Contains(add.Table) => $"it adds {add.Table}.{add.Name}, not null and without a default",
        AddColumnOperation { ComputedColumnSql: not null } add when !created.Contains(add.Table) => $"it adds the computed {add.Table}.{add.Name}, which rewrites the table under a lock",
        // Killed between the index and the history, the operation would fail for ever; the statement does not.
        CreateIndexOperation index when !created.Contains(index.Table) => $"it makes the index {index.Name} and blocks writes meanwhile, or cannot be made again; {HowToIndex}",
        AddForeignKeyOperation key when !created.Contains(key.Table) => $"it makes the constraint {key.Name} and checks every row under a lock; add it not valid, validate later",
        AddCheckConstraintOperation check when !created.Contains(check.Table) => $"it makes the constraint {check.Name} and checks every row under a lock; add it not valid, validate later",
        AddUniqueConstraintOperation unique when !created.Contains(unique.Table) => $"it makes the constraint {unique.Name} under a lock",
        SqlOperation sql when Drops().IsMatch(sql.Sql) => "its SQL drops or renames something",
        SqlOperation sql when MakesIndex().IsMatch(sql.Sql) && !(sql.SuppressTransaction && MakesIndexAgain().IsMatch(sql.Sql)) => $"its SQL makes an index that blocks writes, or cannot be made again; {HowToIndex}",
        SqlOperation sql when MovesRows().IsMatch(sql.Sql) && !sql.Sql.Contains("limit", StringComparison.OrdinalIgnoreCase) => "its SQL changes every row at once; do it in batches",
        _ => null,
    };

    [GeneratedRegex(@"\b(?:drop\s+(?:table|column|schema|policy|constraint)|rename\s+(?:to|column))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Drops();

    [GeneratedRegex(@"\bcreate\s+(?:unique\s+)?index\b", RegexOptions.IgnoreCase)]
    private static partial Regex MakesIndex();

    [GeneratedRegex(@"\bcreate\s+(?:unique\s+)?index\s+concurrently\s+if\s+not\s+exists\b", RegexOptions.IgnoreCase)]
    private static partial Regex MakesIndexAgain();

    [GeneratedRegex(@"(?:^|;)\s*(?:update|delete\s+from)\s+leakwatch\.", RegexOptions.IgnoreCase)]
    private static partial Regex MovesRows();
}
