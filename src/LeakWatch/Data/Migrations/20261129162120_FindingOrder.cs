using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeakWatch.Data.Migrations
{
    /// <summary>The list of findings by money continues from an index: see the comment at its property in LeakWatchDb.</summary>
    internal sealed partial class FindingOrder : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_findings_organization_id_shop_id_is_open_sort_amount_id",
                schema: "leakwatch",
                table: "findings");

            migrationBuilder.AddColumn<long>(
                name: "sort_place",
                schema: "leakwatch",
                table: "findings",
                type: "bigint",
                nullable: false,
                computedColumnSql: "(sort_amount * 10000)::bigint",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_findings_organization_id_shop_id_is_open_sort_place_id",
                schema: "leakwatch",
                table: "findings",
                columns: new[] { "organization_id", "shop_id", "is_open", "sort_place", "id" });
        }

        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("A rollback is a new migration.");
    }
}
