using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeakWatch.Data.Migrations
{
    /// <summary>Jobs that wait for an outage remember since when, and the watcher sees those of all tenants.</summary>
    internal sealed partial class Outages : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "outage_since",
                schema: "leakwatch",
                table: "jobs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.Sql(RowLevelSecurity.CreateRoles);
            migrationBuilder.Sql("""
                create function leakwatch.outages() returns table (code text, lasted interval)
                  language sql stable security definer set search_path = leakwatch, pg_temp as $$
                  select job.error_code, now() - min(job.outage_since) from jobs job
                    where job.outage_since is not null and job.error_code is not null and job.state in ('WAITING', 'QUEUED', 'RUNNING')
                    group by job.error_code;
                $$;

                grant create on schema leakwatch to leakwatch_system;
                alter function leakwatch.outages() owner to leakwatch_system;
                revoke create on schema leakwatch from leakwatch_system;
                revoke all on function leakwatch.outages() from public;
                grant execute on function leakwatch.outages() to leakwatch_app;
                """);
            migrationBuilder.Sql(RowLevelSecurity.LeaveSystemRole);
        }

        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A rollback is a new migration.");
    }
}
