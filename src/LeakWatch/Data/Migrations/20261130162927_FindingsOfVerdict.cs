using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeakWatch.Data.Migrations
{
    /// <summary>The findings of one verdict by money, which is what a page asks for first, without reading those of the others.</summary>
    internal sealed partial class FindingsOfVerdict : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            create index concurrently if not exists ix_findings_of_verdict_sort_place
              on leakwatch.findings (organization_id, shop_id, is_open, verdict, sort_place, id)
            """,
            suppressTransaction: true);

        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("A rollback is a new migration.");
    }
}
