create or replace function leakwatch.shops_of_another_day(batch integer)
  returns table (organization_id uuid, shop_id uuid)
  language sql stable security definer set search_path = leakwatch, pg_temp as $$
  select shop.organization_id, shop.id from shops shop
    join shop_detections detection on detection.organization_id = shop.organization_id and detection.id = shop.id
    where shop.uninstalled_at is null and shop.demo_day is null and detection.as_of < (now() at time zone shop.time_zone)::date
      and not exists (select from jobs job where job.organization_id = shop.organization_id and job.subject_id = shop.id
        and job.name = 'DetectLeaks' and job.state in ('WAITING', 'QUEUED', 'RUNNING', 'DEAD'))
    order by detection.as_of, shop.id limit batch;
$$;

alter function leakwatch.shops_of_another_day(integer) owner to leakwatch_system;
revoke all on function leakwatch.shops_of_another_day(integer) from public;
grant execute on function leakwatch.shops_of_another_day(integer) to leakwatch_app;
