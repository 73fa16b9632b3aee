namespace LeakWatch.Data;

/// <summary>
/// The only work that crosses tenants, as functions in the database: owned by a role that nobody logs in as, with a fixed search path. A later
/// release changes one by <c>create or replace</c> in a migration of its own.
/// </summary>
internal static class SystemFunctions
{
    public const string Create = """
        create function leakwatch.find_due_jobs(in_flight integer, requeue_after interval, batch integer, known jsonb)
          returns table (organization_id uuid, id uuid, shop_id uuid, name text, version integer, subject_id uuid, correlation_id uuid)
          language plpgsql security definer set search_path = leakwatch, pg_temp as $$
        #variable_conflict use_column
        begin
          -- One searcher at a time is enough, and two would announce everything twice.
          if not pg_try_advisory_xact_lock(4000, 1) then
            return;
          end if;

          -- Moments further ahead than any of ours were written before the server's clock jumped back. A worker that lives renews its claim.
          update jobs set due_at = now() where state = 'WAITING' and due_at > now() + interval '1 hour';
          update jobs set queued_at = now() - requeue_after - interval '1 second' where state = 'QUEUED' and queued_at > now() + interval '1 minute';
          update jobs set claimed_until = now() + interval '30 seconds' where state = 'RUNNING' and claimed_until > now() + interval '5 minutes';

          -- A worker that stopped renewing its claims is gone.
          update jobs set state = 'WAITING', due_at = now(), claimed_by = null, claimed_until = null
            where state = 'RUNNING' and claimed_until < now();

          update jobs parked set state = 'WAITING', due_at = now()
            where state = 'PARKED'
              and exists (select from jsonb_to_recordset(known) as kind(name text, version integer) where kind.name = parked.name and kind.version = parked.version)
              and not exists (select from jobs other where other.organization_id = parked.organization_id and other.name = parked.name
                and other.subject_id = parked.subject_id and other.state in ('WAITING', 'QUEUED', 'RUNNING'));

          return query
            with flying as materialized (
              select job.organization_id, job.shop_id, job.name, count(*) as jobs from jobs job
                where job.state = 'RUNNING' or (job.state = 'QUEUED' and job.queued_at >= now() - requeue_after)
                group by job.organization_id, job.shop_id, job.name),
            ranked as (
              select job.organization_id, job.id, job.due_at,
                  row_number() over (partition by job.organization_id, job.shop_id, job.name order by job.due_at, job.id) + coalesce(flying.jobs, 0) as place
                from jobs job left join flying
                  on flying.organization_id = job.organization_id and flying.shop_id is not distinct from job.shop_id and flying.name = job.name
                where (job.state = 'WAITING' and job.due_at <= now()) or (job.state = 'QUEUED' and job.queued_at < now() - requeue_after)),
            chosen as (select * from ranked where place <= in_flight order by due_at, id limit batch)
            update jobs job set state = 'QUEUED', queued_at = now()
              from chosen where job.organization_id = chosen.organization_id and job.id = chosen.id
              returning job.organization_id, job.id, job.shop_id, job.name, job.version, job.subject_id, job.correlation_id;
        end $$;

        create function leakwatch.renew_claims(worker text, lease interval, started timestamptz, running uuid[]) returns void
          language sql security definer set search_path = leakwatch, pg_temp as $$
          update jobs set claimed_until = now() + lease where claimed_by = worker and state = 'RUNNING' and id = any(running);
          insert into worker_heartbeats (id, started_at, seen_at) values (worker, started, now())
            on conflict (id) do update set seen_at = now();
          delete from worker_heartbeats where seen_at < now() - interval '1 day';
        $$;

        create function leakwatch.shop_of_domain(wanted text)
          returns table (organization_id uuid, shop_id uuid)
          language sql stable security definer set search_path = leakwatch, pg_temp as $$
          select shop.organization_id, shop.id from shops shop where shop.domain = wanted and shop.uninstalled_at is null;
        $$;

        create function leakwatch.organizations_with_shops()
          returns table (organization_id uuid, shop_id uuid)
          language sql stable security definer set search_path = leakwatch, pg_temp as $$
          select shop.organization_id, shop.id from shops shop where shop.uninstalled_at is null order by shop.id;
        $$;

        create function leakwatch.shops_of_another_day(batch integer)
          returns table (organization_id uuid, shop_id uuid)
          language sql stable security definer set search_path = leakwatch, pg_temp as $$
          select shop.organization_id, shop.id from shops shop
            join shop_detections detection on detection.organization_id = shop.organization_id and detection.id = shop.id
            where shop.uninstalled_at is null and shop.demo_day is null and detection.as_of < (now() at time zone shop.time_zone)::date
              and not exists (select from jobs job where job.organization_id = shop.organization_id and job.subject_id = shop.id
                and job.name = 'DetectLeaks' and job.state in ('WAITING', 'QUEUED', 'RUNNING', 'DEAD'))
            order by detection.as_of, shop.id limit batch;
        $$;

        create function leakwatch.stopped_jobs(batch integer)
          returns table (organization_id uuid, id uuid, shop_id uuid, name text, version integer, subject_id uuid, correlation_id uuid, state text,
            attempts integer, error_code text, error_message text, created_at timestamptz)
          language sql stable security definer set search_path = leakwatch, pg_temp as $$
          select job.organization_id, job.id, job.shop_id, job.name, job.version, job.subject_id, job.correlation_id, job.state, job.attempts,
              job.error_code, job.error_message, job.created_at
            from jobs job where job.state in ('DEAD', 'PARKED') order by job.id desc limit batch;
        $$;

        create function leakwatch.unfinished_jobs()
          returns table (name text, state text, jobs bigint, oldest timestamptz)
          language sql stable security definer set search_path = leakwatch, pg_temp as $$
          select job.name, job.state, count(*), min(job.created_at) from jobs job group by job.name, job.state;
        $$;

        grant create on schema leakwatch to leakwatch_system;
        alter function leakwatch.find_due_jobs(integer, interval, integer, jsonb) owner to leakwatch_system;
        alter function leakwatch.renew_claims(text, interval, timestamptz, uuid[]) owner to leakwatch_system;
        alter function leakwatch.shop_of_domain(text) owner to leakwatch_system;
        alter function leakwatch.organizations_with_shops() owner to leakwatch_system;
        alter function leakwatch.shops_of_another_day(integer) owner to leakwatch_system;
        alter function leakwatch.stopped_jobs(integer) owner to leakwatch_system;
        alter function leakwatch.unfinished_jobs() owner to leakwatch_system;
        revoke create on schema leakwatch from leakwatch_system;
        revoke all on all functions in schema leakwatch from public;
        grant execute on all functions in schema leakwatch to leakwatch_app;
        """;
}
