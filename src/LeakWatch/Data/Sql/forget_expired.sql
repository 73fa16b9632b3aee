create or replace function leakwatch.forget_expired(batch integer) returns integer
  language plpgsql security definer set search_path = leakwatch, pg_temp as $$
declare answers integer; keys integer;
begin
  delete from llm_answers where ctid = any(array(select ctid from llm_answers where expires_at < now() limit batch));
  get diagnostics answers = row_count;
  -- After a day a key may come again; until it does, nobody needs the old answer.
  delete from idempotency_keys where ctid = any(array(select ctid from idempotency_keys where created_at < now() - interval '2 days' limit batch));
  get diagnostics keys = row_count;
  return answers + keys;
end $$;

alter function leakwatch.forget_expired(integer) owner to leakwatch_system;
revoke all on function leakwatch.forget_expired(integer) from public;
grant execute on function leakwatch.forget_expired(integer) to leakwatch_app;
