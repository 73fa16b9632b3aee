using LeakWatch.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace LeakWatch.Tests.Data;

/// <summary>A migration that the release before this one could not live beside is refused, and so is a model that drifted from its migrations.</summary>
public sealed class MigrationReviewTests
{
    public static TheoryData<string, MigrationOperation> Refused => new()
    {
        { "drops the table", new DropTableOperation { Name = "findings" } },
        { "drops findings.title", new DropColumnOperation { Table = "findings", Name = "title" } },
        { "renames the table", new RenameTableOperation { Name = "findings", NewName = "leaks" } },
        { "renames findings.title", new RenameColumnOperation { Table = "findings", Name = "title", NewName = "heading" } },
        { "changes the type", new AlterColumnOperation { Table = "findings", Name = "amount", ColumnType = "text", OldColumn = { ColumnType = "numeric" } } },
        { "not null", new AlterColumnOperation { Table = "findings", Name = "account", ColumnType = "text", IsNullable = false, OldColumn = { ColumnType = "text", IsNullable = true } } },
        { "without a default", new AddColumnOperation { Table = "findings", Name = "new", IsNullable = false } },
        { "rewrites the table", new AddColumnOperation { Table = "findings", Name = "new", IsNullable = false, ComputedColumnSql = "1" } },
        { "blocks writes", new CreateIndexOperation { Table = "findings", Name = "ix", Columns = ["title"] } },
        { "cannot be made again", new SqlOperation { Sql = "create index concurrently ix on leakwatch.findings (title)", SuppressTransaction = true } },
        { "blocks writes", new SqlOperation { Sql = "create index concurrently if not exists ix on leakwatch.findings (title)" } },
        { "under a lock", new AddForeignKeyOperation { Table = "findings", Name = "fk", Columns = ["shop_id"] } },
        { "drops or renames", new SqlOperation { Sql = "alter table leakwatch.findings drop column title" } },
        { "in batches", new SqlOperation { Sql = "update leakwatch.findings set title = ''" } },
    };

    public static TheoryData<MigrationOperation> Allowed => new()
    {
        new CreateTableOperation { Name = "actions" },
        new AddColumnOperation { Table = "findings", Name = "new", IsNullable = true },
        new AddColumnOperation { Table = "findings", Name = "new", IsNullable = false, DefaultValue = 0 },
        new SqlOperation { Sql = "create index concurrently if not exists ix on leakwatch.findings (title)", SuppressTransaction = true },
        new SqlOperation { Sql = "grant select on leakwatch.findings to leakwatch_app" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_takes_away_or_blocks_is_refused(string reason, MigrationOperation operation) =>
        Assert.Contains(reason, Assert.Single(MigrationReview.Of("20270101000000_Later", [operation]).Refusals), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Allowed))]
    public void What_only_adds_passes(MigrationOperation operation) => Assert.Empty(MigrationReview.Of("20270101000000_Later", [operation]).Refusals);

    [Fact]
    public void An_index_on_a_table_that_the_same_migration_makes_blocks_nobody() =>
        Assert.Empty(MigrationReview.Of("20270101000000_Later", [new CreateTableOperation { Name = "actions" }, new CreateIndexOperation { Table = "actions", Name = "ix", Columns = ["id"] }]).Refusals);

    [Fact]
    public async Task Every_migration_of_this_release_passes_and_the_model_has_not_drifted()
    {
        await using var db = new DesignTimeDb().CreateDbContext([]);

        Assert.All(MigrationReview.Of(db), migration => Assert.Empty(migration.Refusals));
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
