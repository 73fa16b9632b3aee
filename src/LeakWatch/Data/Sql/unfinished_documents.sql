create or replace function leakwatch.unfinished_documents()
  returns table (state text, documents bigint)
  language sql stable security definer set search_path = leakwatch, pg_temp as $$
  select version.state, count(distinct version.id)
    from jobs job join document_versions version on version.organization_id = job.organization_id and version.id = job.subject_id
    where job.name = 'ProcessDocument' group by version.state;
$$;

alter function leakwatch.unfinished_documents() owner to leakwatch_system;
revoke all on function leakwatch.unfinished_documents() from public;
grant execute on function leakwatch.unfinished_documents() to leakwatch_app;
