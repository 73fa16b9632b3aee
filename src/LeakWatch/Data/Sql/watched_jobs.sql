create or replace function leakwatch.watched_jobs()
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

alter function leakwatch.watched_jobs() owner to leakwatch_system;
revoke all on function leakwatch.watched_jobs() from public;
grant execute on function leakwatch.watched_jobs() to leakwatch_app;
