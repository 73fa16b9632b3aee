using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeakWatch.Data.Migrations
{
    /// <summary>How many documents are on their way, for the metrics: counted from the jobs that are not done, so that it never costs more than they are.</summary>
    internal sealed partial class UnfinishedDocuments : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(RowLevelSecurity.CreateRoles);
            migrationBuilder.Sql("""
                create function leakwatch.unfinished_documents()
                  returns table (state text, documents bigint)
                  language sql stable security definer set search_path = leakwatch, pg_temp as $$
                  select version.state, count(distinct version.id)
                    from jobs job join document_versions version on version.organization_id = job.organization_id and version.id = job.subject_id
                    where job.name = 'ProcessDocument' group by version.state;
                $$;

                grant create on schema leakwatch to leakwatch_system;
                alter function leakwatch.unfinished_documents() owner to leakwatch_system;
                revoke create on schema leakwatch from leakwatch_system;
                revoke all on function leakwatch.unfinished_documents() from public;
                grant execute on function leakwatch.unfinished_documents() to leakwatch_app;
                """);
            migrationBuilder.Sql(RowLevelSecurity.LeaveSystemRole);
        }

        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("A rollback is a new migration.");
    }
}
