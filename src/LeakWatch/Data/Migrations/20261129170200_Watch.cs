using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeakWatch.Data.Migrations
{
    /// <summary>Counts and alerts of the watcher: of the service, not of a tenant, so without row-level security; and the one look at all tenants' jobs.</summary>
    internal sealed partial class Watch : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alerts",
                schema: "leakwatch",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    told_figure = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    notice = table.Column<string>(type: "jsonb", nullable: false),
                    untold = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "tallies",
                schema: "leakwatch",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    minute = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<long>(type: "bigint", nullable: false),
                    failed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tallies", x => new { x.name, x.minute });
                });

            migrationBuilder.Sql(RowLevelSecurity.CreateRoles);
            migrationBuilder.Sql("""
                grant select, insert, update on leakwatch.alerts to leakwatch_app, leakwatch_system;
                grant select, insert, update, delete on leakwatch.tallies to leakwatch_app, leakwatch_system;

                create function leakwatch.watched_jobs()
                  returns table (lag interval, dead bigint)
                  language sql stable security definer set search_path = leakwatch, pg_temp as $$
                  with waiting as (
                    select organization_id, shop_id, min(due_at) as due from jobs where state in ('WAITING', 'QUEUED') and due_at <= now() group by organization_id, shop_id),
                  busy as (select distinct organization_id, shop_id from jobs where state = 'RUNNING')
                  select
                      coalesce(max(now() - waiting.due) filter (where busy.organization_id is null), interval '0'),
                      (select count(*) from jobs where state = 'DEAD')
                    from waiting left join busy on busy.organization_id = waiting.organization_id and busy.shop_id is not distinct from waiting.shop_id;
                $$;

                grant create on schema leakwatch to leakwatch_system;
                alter function leakwatch.watched_jobs() owner to leakwatch_system;
                revoke create on schema leakwatch from leakwatch_system;
                revoke all on function leakwatch.watched_jobs() from public;
                grant execute on function leakwatch.watched_jobs() to leakwatch_app;
                """);
            migrationBuilder.Sql(RowLevelSecurity.LeaveSystemRole);
        }

        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("A rollback is a new migration.");
    }
}
