create or replace function leakwatch.find_due_jobs(in_flight integer, requeue_after interval, batch integer, known jsonb)
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
        -- Claimed by a worker since it was chosen, it is that worker's.
        and job.state in ('WAITING', 'QUEUED')
      returning job.organization_id, job.id, job.shop_id, job.name, job.version, job.subject_id, job.correlation_id;
end $$;

alter function leakwatch.find_due_jobs(integer, interval, integer, jsonb) owner to leakwatch_system;
revoke all on function leakwatch.find_due_jobs(integer, interval, integer, jsonb) from public;
grant execute on function leakwatch.find_due_jobs(integer, interval, integer, jsonb) to leakwatch_app;
