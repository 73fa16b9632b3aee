create or replace function leakwatch.stopped_jobs(batch integer)
  returns table (organization_id uuid, id uuid, shop_id uuid, name text, version integer, subject_id uuid, correlation_id uuid, state text,
    attempts integer, error_code text, error_message text, created_at timestamptz)
  language sql stable security definer set search_path = leakwatch, pg_temp as $$
  select job.organization_id, job.id, job.shop_id, job.name, job.version, job.subject_id, job.correlation_id, job.state, job.attempts,
      job.error_code, job.error_message, job.created_at
    from jobs job where job.state in ('DEAD', 'PARKED') order by job.id desc limit batch;
$$;

alter function leakwatch.stopped_jobs(integer) owner to leakwatch_system;
revoke all on function leakwatch.stopped_jobs(integer) from public;
grant execute on function leakwatch.stopped_jobs(integer) to leakwatch_app;
