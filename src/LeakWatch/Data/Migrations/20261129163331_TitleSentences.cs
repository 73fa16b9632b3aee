using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeakWatch.Data.Migrations
{
    /// <summary>What a title is made of, so that a list can be read in another language than English.</summary>
    internal sealed partial class TitleSentences : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "title_sentence",
                schema: "leakwatch",
                table: "findings",
                type: "jsonb",
                nullable: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("A rollback is a new migration.");
    }
}
