create or replace function leakwatch.renew_claims(worker text, lease interval, started timestamptz, running uuid[]) returns void
  language sql security definer set search_path = leakwatch, pg_temp as $$
  update jobs set claimed_until = now() + lease where claimed_by = worker and state = 'RUNNING' and id = any(running);
  insert into worker_heartbeats (id, started_at, seen_at) values (worker, started, now())
    on conflict (id) do update set seen_at = now();
  delete from worker_heartbeats where seen_at < now() - interval '1 day';
$$;

alter function leakwatch.renew_claims(text, interval, timestamptz, uuid[]) owner to leakwatch_system;
revoke all on function leakwatch.renew_claims(text, interval, timestamptz, uuid[]) from public;
grant execute on function leakwatch.renew_claims(text, interval, timestamptz, uuid[]) to leakwatch_app;
