create or replace function leakwatch.shop_of_domain(wanted text)
  returns table (organization_id uuid, shop_id uuid)
  language sql stable security definer set search_path = leakwatch, pg_temp as $$
  select shop.organization_id, shop.id from shops shop where shop.domain = wanted and shop.uninstalled_at is null;
$$;

alter function leakwatch.shop_of_domain(text) owner to leakwatch_system;
revoke all on function leakwatch.shop_of_domain(text) from public;
grant execute on function leakwatch.shop_of_domain(text) to leakwatch_app;
