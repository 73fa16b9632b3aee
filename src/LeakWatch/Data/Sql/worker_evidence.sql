create or replace function leakwatch.worker_evidence(fresh interval, just_now interval)
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

alter function leakwatch.worker_evidence(interval, interval) owner to leakwatch_system;
revoke all on function leakwatch.worker_evidence(interval, interval) from public;
grant execute on function leakwatch.worker_evidence(interval, interval) to leakwatch_app;
