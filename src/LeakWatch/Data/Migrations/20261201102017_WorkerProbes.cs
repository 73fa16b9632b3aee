using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeakWatch.Data.Migrations
{
    /// <summary>
    /// Synthetic jobs, which prove that a worker takes work from the queue and writes to the database. They belong to
    /// the service and to no tenant; only these functions see them.
    /// </summary>
    internal sealed partial class WorkerProbes : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "worker_probes",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    worker = table.Column<string>(type: "text", nullable: true),
                    release = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker_probes", x => x.id);
                });

            migrationBuilder.Sql(RowLevelSecurity.CreateRoles);
            migrationBuilder.Sql("""
                grant select, insert, update, delete on leakwatch.worker_probes to leakwatch_system;

                create function leakwatch.worker_evidence(fresh interval, just_now interval)
                  returns table (is_proven boolean, release text, last_job_at timestamptz, seen_at timestamptz,
                    has_pulse boolean, running bigint)
                  language sql stable security definer set search_path = leakwatch, pg_temp as $$
                  -- A moment ahead of now was written before the server's clock jumped back, and proves nothing.
                  with last as (
                    select probe.worker, probe.release, probe.done_at from worker_probes probe
                      where probe.done_at <= now() + interval '1 minute' order by probe.done_at desc limit 1),
                  pulse as (
                    select id from worker_heartbeats
                      where seen_at between now() - interval '30 seconds' and now() + interval '1 minute')
                  select
                      coalesce((select last.done_at > now() - just_now
                        or (last.done_at > now() - fresh and exists (select from pulse where pulse.id = last.worker))
                        from last), false),
                      (select last.release from last),
                      (select last.done_at from last),
                      (select max(heartbeat.seen_at) from worker_heartbeats heartbeat),
                      exists (select from pulse),
                      (select count(*) from jobs where state = 'RUNNING' and claimed_until > now());
                $$;

                create function leakwatch.ask_worker(probe uuid, fresh interval, just_now interval, again interval)
                  returns boolean
                  language plpgsql security definer set search_path = leakwatch, pg_temp as $$
                begin
                  -- One at a time over all api processes, so that the second sees what the first has asked.
                  perform pg_advisory_xact_lock(4000, 3);
                  if (select is_proven from worker_evidence(fresh, just_now))
                    or exists (select from worker_probes
                      where done_at is null and asked_at between now() - again and now() + interval '1 minute') then
                    return false;
                  end if;

                  delete from worker_probes
                    where asked_at not between now() - interval '1 day' and now() + interval '1 minute';
                  insert into worker_probes (id, asked_at) values (probe, now());
                  return true;
                end $$;

                create function leakwatch.answer_probe(probe uuid, by_worker text, of_release text) returns void
                  language sql security definer set search_path = leakwatch, pg_temp as $$
                  update worker_probes set done_at = now(), worker = by_worker, release = of_release
                    where id = probe and done_at is null;
                $$;

                grant create on schema leakwatch to leakwatch_system;
                alter function leakwatch.worker_evidence(interval, interval) owner to leakwatch_system;
                alter function leakwatch.ask_worker(uuid, interval, interval, interval) owner to leakwatch_system;
                alter function leakwatch.answer_probe(uuid, text, text) owner to leakwatch_system;
                revoke create on schema leakwatch from leakwatch_system;
                revoke all on function leakwatch.worker_evidence(interval, interval) from public;
                revoke all on function leakwatch.ask_worker(uuid, interval, interval, interval) from public;
                revoke all on function leakwatch.answer_probe(uuid, text, text) from public;
                grant execute on function leakwatch.worker_evidence(interval, interval) to leakwatch_app;
                grant execute on function leakwatch.ask_worker(uuid, interval, interval, interval) to leakwatch_app;
                grant execute on function leakwatch.answer_probe(uuid, text, text) to leakwatch_app;
                """);
            migrationBuilder.Sql(RowLevelSecurity.LeaveSystemRole);
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("A rollback is a new migration.");
    }
}
