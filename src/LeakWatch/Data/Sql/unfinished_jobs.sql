create or replace function leakwatch.unfinished_jobs()
  returns table (name text, state text, jobs bigint, oldest timestamptz)
  language sql stable security definer set search_path = leakwatch, pg_temp as $$
  select job.name, job.state, count(*), min(job.created_at) from jobs job group by job.name, job.state;
$$;

alter function leakwatch.unfinished_jobs() owner to leakwatch_system;
revoke all on function leakwatch.unfinished_jobs() from public;
grant execute on function leakwatch.unfinished_jobs() to leakwatch_app;
