create or replace function leakwatch.outages() returns table (code text, lasted interval)
  language sql stable security definer set search_path = leakwatch, pg_temp as $$
  select job.error_code, now() - min(job.outage_since) from jobs job
    where job.outage_since is not null and job.error_code is not null and job.state in ('WAITING', 'QUEUED', 'RUNNING')
    group by job.error_code;
$$;

alter function leakwatch.outages() owner to leakwatch_system;
revoke all on function leakwatch.outages() from public;
grant execute on function leakwatch.outages() to leakwatch_app;
