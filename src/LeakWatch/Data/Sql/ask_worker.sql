create or replace function leakwatch.ask_worker(probe uuid, fresh interval, just_now interval, again interval)
  returns boolean
  language plpgsql security definer set search_path = leakwatch, pg_temp as $$
begin
  -- One at a time over all api processes, so that the second sees what the first has asked.
  perform pg_advisory_xact_lock(4000, 3);
  if (select is_proven from worker_evidence(fresh, just_now))
    or exists (select from worker_probes
      where done_at is null and asked_at between now() - again and now() + interval '1 minute') then
    return false;
  end if;

  delete from worker_probes
    where asked_at not between now() - interval '1 day' and now() + interval '1 minute';
  insert into worker_probes (id, asked_at) values (probe, now());
  return true;
end $$;

alter function leakwatch.ask_worker(uuid, interval, interval, interval) owner to leakwatch_system;
revoke all on function leakwatch.ask_worker(uuid, interval, interval, interval) from public;
grant execute on function leakwatch.ask_worker(uuid, interval, interval, interval) to leakwatch_app;
