using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeakWatch.Data.Migrations
{
    /// <summary>Finds what has had its time without reading the rest.</summary>
    internal sealed partial class ExpiredRowsOrder : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("create index concurrently if not exists ix_llm_answers_expires_at on leakwatch.llm_answers (expires_at)", suppressTransaction: true);
            migrationBuilder.Sql("create index concurrently if not exists ix_idempotency_keys_created_at on leakwatch.idempotency_keys (created_at)", suppressTransaction: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("A rollback is a new migration.");
    }
}
