create or replace function leakwatch.answer_probe(probe uuid, by_worker text, of_release text) returns void
  language sql security definer set search_path = leakwatch, pg_temp as $$
  update worker_probes set done_at = now(), worker = by_worker, release = of_release
    where id = probe and done_at is null;
$$;

alter function leakwatch.answer_probe(uuid, text, text) owner to leakwatch_system;
revoke all on function leakwatch.answer_probe(uuid, text, text) from public;
grant execute on function leakwatch.answer_probe(uuid, text, text) to leakwatch_app;
