using Microsoft.EntityFrameworkCore.Migrations;

namespace LeakWatch.Data;

/// <summary>The second lock of every tenant table, in the database itself. A migration that makes a tenant table calls <see cref="Guard"/>.</summary>
internal static class RowLevelSecurity
{
    /// <summary>The role of every tenant transaction: sees the rows of <c>app.organization_id</c>, and none where that is not set.</summary>
    public const string AppRole = "leakwatch_app";

    /// <summary>Owns the few functions that cross tenants. Nobody logs in as it.</summary>
    public const string SystemRole = "leakwatch_system";

    /// <summary>
    /// Creates the two roles and lets the owner act as both. Roles belong to the server, not to one database, so another
    /// database may have created them already.
    /// </summary>
    /// <remarks>
    /// From Postgres 16 on the creator of a role is a member with the ADMIN option only: it may grant the role, also to
    /// itself, but neither SET ROLE to it nor inherit its rights, and plain membership no longer tells the two apart.
    /// </remarks>
    public const string CreateRoles = """
        do $$
        declare
          wanted text;
          can_act boolean;
        begin
          foreach wanted in array array['leakwatch_app', 'leakwatch_system'] loop
            if not exists (select from pg_roles where rolname = wanted) then
              begin
                execute format('create role %I nologin nosuperuser nobypassrls', wanted);
              exception when duplicate_object or unique_violation then null;
              end;
            end if;
            if current_setting('server_version_num')::integer >= 160000 then
              can_act := pg_has_role(current_user, wanted, 'SET') and pg_has_role(current_user, wanted, 'USAGE');
            else
              can_act := pg_has_role(current_user, wanted, 'MEMBER');
            end if;
            if not can_act then
              execute format('grant %I to %I', wanted, current_user);
            end if;
          end loop;
        end $$;
        """;

    /// <summary>
    /// A member of the system's role sees what it sees, so the owner is one only while a migration gives functions to it. A later migration
    /// that changes such a function begins with <see cref="CreateRoles"/> again, and ends with this.
    /// </summary>
    public const string LeaveSystemRole = "do $$ begin execute format('revoke leakwatch_system from %I', current_user); end $$;";

    /// <summary>Row-level security, forced on the owner too, for the tenant and for system work.</summary>
    /// <param name="column">The column that names the organisation.</param>
    public static void Guard(MigrationBuilder migration, string table, string column = "organization_id") => migration.Sql($"""
        alter table leakwatch.{table} enable row level security;
        alter table leakwatch.{table} force row level security;
        create policy tenant on leakwatch.{table} to {AppRole}
          using ({column} = nullif(current_setting('app.organization_id', true), '')::uuid)
          with check ({column} = nullif(current_setting('app.organization_id', true), '')::uuid);
        create policy system on leakwatch.{table} to {SystemRole} using (true) with check (true);
        grant select, insert, update, delete on leakwatch.{table} to {AppRole}, {SystemRole};
        """);
}
