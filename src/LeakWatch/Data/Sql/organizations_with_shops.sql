create or replace function leakwatch.organizations_with_shops()
  returns table (organization_id uuid, shop_id uuid)
  language sql stable security definer set search_path = leakwatch, pg_temp as $$
  select shop.organization_id, shop.id from shops shop where shop.uninstalled_at is null order by shop.id;
$$;

alter function leakwatch.organizations_with_shops() owner to leakwatch_system;
revoke all on function leakwatch.organizations_with_shops() from public;
grant execute on function leakwatch.organizations_with_shops() to leakwatch_app;
