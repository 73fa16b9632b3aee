using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeakWatch.Data.Migrations
{
    /// <summary>Roles, row-level security on every tenant table, and the functions that cross tenants.</summary>
    internal sealed partial class Security : Migration
    {
        private static readonly string[] TenantTables =
        [
            "audit_log", "document_versions", "documents", "evidence", "extracted_pages", "extracted_texts", "facts", "findings", "idempotency_keys", "invoice_corrections", "jobs",
            "ledger_names", "line_items", "llm_answers", "llm_receipts", "memberships", "monthly_spend", "normalized_invoices", "organization_vendors", "outbox",
            "shop_detections", "shop_summaries", "shop_vendors", "shops", "usage_counters", "webhook_deliveries",
        ];

        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(RowLevelSecurity.CreateRoles);
            migrationBuilder.Sql("grant usage on schema leakwatch to leakwatch_app, leakwatch_system;");
            RowLevelSecurity.Guard(migrationBuilder, "organizations", "id");
            foreach (var table in TenantTables)
            {
                RowLevelSecurity.Guard(migrationBuilder, table);
            }

            // A person is visible where they are a member; the sub-query is itself under row-level security.
            migrationBuilder.Sql("""
                alter table leakwatch.users enable row level security;
                alter table leakwatch.users force row level security;
                create policy member on leakwatch.users for select to leakwatch_app
                  using (exists (select from leakwatch.memberships membership where membership.user_id = users.id));
                create policy joins on leakwatch.users for insert to leakwatch_app with check (true);
                create policy system on leakwatch.users to leakwatch_system using (true) with check (true);
                grant select, insert on leakwatch.users to leakwatch_app;
                grant select, insert, update, delete on leakwatch.users to leakwatch_system;
                grant select on leakwatch.vendors to leakwatch_app, leakwatch_system;
                grant select, insert, update on leakwatch.exchange_rates to leakwatch_app, leakwatch_system;
                grant select, insert, update, delete on leakwatch.worker_heartbeats to leakwatch_system;
                """);
            migrationBuilder.Sql(SystemFunctions.Create);
            migrationBuilder.Sql(RowLevelSecurity.LeaveSystemRole);
        }

        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("A rollback is a new migration.");
    }
}
