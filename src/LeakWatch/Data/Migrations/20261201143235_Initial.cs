using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeakWatch.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "leakwatch");

            migrationBuilder.CreateTable(
                name: "alerts",
                schema: "leakwatch",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    notified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    notified_value = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    notice = table.Column<string>(type: "jsonb", nullable: false),
                    pending_channels = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "audit_log",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    details = table.Column<string>(type: "jsonb", nullable: true),
                    request_id = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_log", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "exchange_rates",
                schema: "leakwatch",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    base_currency = table.Column<string>(type: "text", nullable: false),
                    rates = table.Column<string>(type: "jsonb", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_rates", x => new { x.day, x.base_currency });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    request_hash = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    body = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, defaultValueSql: "'WAITING'"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_by = table.Column<string>(type: "text", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    again = table.Column<bool>(type: "boolean", nullable: false),
                    outage_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error_code = table.Column<string>(type: "text", nullable: true),
                    error_message = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "ledger_names",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    canonical_name = table.Column<string>(type: "text", nullable: true),
                    printed_name = table.Column<string>(type: "text", nullable: true),
                    is_statement = table.Column<bool>(type: "boolean", nullable: false),
                    is_bill = table.Column<bool>(type: "boolean", nullable: false),
                    vendor_key = table.Column<string>(type: "text", nullable: true),
                    changes = table.Column<long>(type: "bigint", nullable: false),
                    seen_changes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_names", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "llm_answers",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llm_answers", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "monthly_spend",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    vendor_key = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monthly_spend", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "organization_vendors",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: true),
                    function = table.Column<string>(type: "text", nullable: true),
                    aliases = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_vendors", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "organizations",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    language_model_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    vision_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    language_model_daily_budget = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    retention_days = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organizations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "schedules",
                schema: "leakwatch",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schedules", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "shop_detections",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    context_changes = table.Column<long>(type: "bigint", nullable: false),
                    seen_context_changes = table.Column<long>(type: "bigint", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shop_detections", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "shop_summaries",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    finding_counts = table.Column<string>(type: "jsonb", nullable: false),
                    computed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shop_summaries", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "shop_vendors",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    vendor_key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    last_charge_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sort_amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shop_vendors", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tallies",
                schema: "leakwatch",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    minute = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<long>(type: "bigint", nullable: false),
                    failed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tallies", x => new { x.name, x.minute });
                });

            migrationBuilder.CreateTable(
                name: "usage_counters",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    period_start = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_usage_counters", x => new { x.organization_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "users",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vendors",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    function = table.Column<string>(type: "text", nullable: true),
                    aliases = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vendors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "worker_heartbeats",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker_heartbeats", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "worker_probes",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    worker = table.Column<string>(type: "text", nullable: true),
                    release = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker_probes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shops",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    domain = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    demo_day = table.Column<DateOnly>(type: "date", nullable: true),
                    uninstalled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shops", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_shops_organizations_organization_id",
                        column: x => x.organization_id,
                        principalSchema: "leakwatch",
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_memberships_organizations_organization_id",
                        column: x => x.organization_id,
                        principalSchema: "leakwatch",
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_memberships_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "leakwatch",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    source_type = table.Column<string>(type: "text", nullable: false),
                    current_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_documents_shops_organization_id_shop_id",
                        columns: x => new { x.organization_id, x.shop_id },
                        principalSchema: "leakwatch",
                        principalTable: "shops",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "facts",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facts", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_facts_shops_organization_id_shop_id",
                        columns: x => new { x.organization_id, x.shop_id },
                        principalSchema: "leakwatch",
                        principalTable: "shops",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_key = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    verdict = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false, computedColumnSql: "state in ('OPEN', 'REOPENED')", stored: true),
                    state_reason = table.Column<string>(type: "text", nullable: true),
                    state_note = table.Column<string>(type: "text", nullable: true),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    vendor = table.Column<string>(type: "text", nullable: false),
                    vendor_key = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true),
                    amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    sort_amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    sort_place = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "(sort_amount * 10000)::bigint", stored: true),
                    savings_kind = table.Column<string>(type: "text", nullable: true),
                    per_month = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    sort_deadline = table.Column<DateOnly>(type: "date", nullable: false, computedColumnSql: "coalesce(deadline, date '9999-01-01')", stored: true),
                    period_start = table.Column<DateOnly>(type: "date", nullable: true),
                    period_end = table.Column<DateOnly>(type: "date", nullable: true),
                    confidence = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    title_sentence = table.Column<string>(type: "jsonb", nullable: true),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    first_seen_on = table.Column<DateOnly>(type: "date", nullable: false),
                    last_seen_on = table.Column<DateOnly>(type: "date", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_findings_shops_organization_id_shop_id",
                        columns: x => new { x.organization_id, x.shop_id },
                        principalSchema: "leakwatch",
                        principalTable: "shops",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_versions",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    mime_type = table.Column<string>(type: "text", nullable: true),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    stored_key = table.Column<string>(type: "text", nullable: true),
                    page_count = table.Column<int>(type: "integer", nullable: true),
                    error_code = table.Column<string>(type: "text", nullable: true),
                    error_message = table.Column<string>(type: "text", nullable: true),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    extracting_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    extracted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    normalizing_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    normalized_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    detecting_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_versions", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_document_versions_documents_organization_id_document_id",
                        columns: x => new { x.organization_id, x.document_id },
                        principalSchema: "leakwatch",
                        principalTable: "documents",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    document_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_evidence_findings_organization_id_finding_id",
                        columns: x => new { x.organization_id, x.finding_id },
                        principalSchema: "leakwatch",
                        principalTable: "findings",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "extracted_pages",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    width = table.Column<double>(type: "double precision", nullable: false),
                    height = table.Column<double>(type: "double precision", nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extracted_pages", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_extracted_pages_document_versions_organization_id_document_",
                        columns: x => new { x.organization_id, x.document_version_id },
                        principalSchema: "leakwatch",
                        principalTable: "document_versions",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "extracted_texts",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    delimited_text = table.Column<string>(type: "text", nullable: true),
                    invoice_xml = table.Column<string>(type: "text", nullable: true),
                    mail = table.Column<string>(type: "jsonb", nullable: true),
                    warnings = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extracted_texts", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_extracted_texts_document_versions_organization_id_id",
                        columns: x => new { x.organization_id, x.id },
                        principalSchema: "leakwatch",
                        principalTable: "document_versions",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invoice_corrections",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true),
                    corrected_by = table.Column<string>(type: "text", nullable: false),
                    corrected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_corrections", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_invoice_corrections_document_versions_organization_id_docum",
                        columns: x => new { x.organization_id, x.document_version_id },
                        principalSchema: "leakwatch",
                        principalTable: "document_versions",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "llm_receipts",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llm_receipts", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_llm_receipts_document_versions_organization_id_document_ver",
                        columns: x => new { x.organization_id, x.document_version_id },
                        principalSchema: "leakwatch",
                        principalTable: "document_versions",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "normalized_invoices",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    vendor_name = table.Column<string>(type: "text", nullable: true),
                    canonical_name = table.Column<string>(type: "text", nullable: true),
                    is_bill = table.Column<bool>(type: "boolean", nullable: false),
                    ledger_name_id = table.Column<Guid>(type: "uuid", nullable: false, computedColumnSql: "md5(shop_id::text || chr(31) || coalesce(canonical_name, chr(30)) || chr(31) || coalesce(vendor_name, chr(30)) || chr(31) || (kind = 'STATEMENT')::text || is_bill::text)::uuid", stored: true),
                    invoice_number = table.Column<string>(type: "text", nullable: true),
                    invoice_date = table.Column<DateOnly>(type: "date", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true),
                    total_amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    confidence = table.Column<int>(type: "integer", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_normalized_invoices", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_normalized_invoices_document_versions_organization_id_docum",
                        columns: x => new { x.organization_id, x.document_version_id },
                        principalSchema: "leakwatch",
                        principalTable: "document_versions",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "line_items",
                schema: "leakwatch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true),
                    period_start = table.Column<DateOnly>(type: "date", nullable: true),
                    period_end = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_line_items", x => new { x.organization_id, x.id });
                    table.ForeignKey(
                        name: "fk_line_items_normalized_invoices_organization_id_invoice_id",
                        columns: x => new { x.organization_id, x.invoice_id },
                        principalSchema: "leakwatch",
                        principalTable: "normalized_invoices",
                        principalColumns: new[] { "organization_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_organization_id_subject_id",
                schema: "leakwatch",
                table: "audit_log",
                columns: new[] { "organization_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_versions_organization_id_document_id_number",
                schema: "leakwatch",
                table: "document_versions",
                columns: new[] { "organization_id", "document_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_document_versions_organization_id_shop_id_sha256",
                schema: "leakwatch",
                table: "document_versions",
                columns: new[] { "organization_id", "shop_id", "sha256" });

            migrationBuilder.CreateIndex(
                name: "ix_document_versions_organization_id_shop_id_state_document_id",
                schema: "leakwatch",
                table: "document_versions",
                columns: new[] { "organization_id", "shop_id", "state", "document_id" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_organization_id_parent_document_id",
                schema: "leakwatch",
                table: "documents",
                columns: new[] { "organization_id", "parent_document_id" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_organization_id_shop_id_id",
                schema: "leakwatch",
                table: "documents",
                columns: new[] { "organization_id", "shop_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_organization_id_document_version_id",
                schema: "leakwatch",
                table: "evidence",
                columns: new[] { "organization_id", "document_version_id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_organization_id_finding_id_position",
                schema: "leakwatch",
                table: "evidence",
                columns: new[] { "organization_id", "finding_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_extracted_pages_organization_id_document_version_id_number",
                schema: "leakwatch",
                table: "extracted_pages",
                columns: new[] { "organization_id", "document_version_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_facts_organization_id_shop_id_kind",
                schema: "leakwatch",
                table: "facts",
                columns: new[] { "organization_id", "shop_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_of_verdict_sort_place",
                schema: "leakwatch",
                table: "findings",
                columns: new[] { "organization_id", "shop_id", "is_open", "verdict", "sort_place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_organization_id_shop_id_case_key",
                schema: "leakwatch",
                table: "findings",
                columns: new[] { "organization_id", "shop_id", "case_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_findings_organization_id_shop_id_is_open_id",
                schema: "leakwatch",
                table: "findings",
                columns: new[] { "organization_id", "shop_id", "is_open", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_organization_id_shop_id_is_open_sort_deadline_id",
                schema: "leakwatch",
                table: "findings",
                columns: new[] { "organization_id", "shop_id", "is_open", "sort_deadline", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_organization_id_shop_id_is_open_sort_place_id",
                schema: "leakwatch",
                table: "findings",
                columns: new[] { "organization_id", "shop_id", "is_open", "sort_place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_organization_id_shop_id_vendor_key",
                schema: "leakwatch",
                table: "findings",
                columns: new[] { "organization_id", "shop_id", "vendor_key" });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_created_at",
                schema: "leakwatch",
                table: "idempotency_keys",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_organization_id_key",
                schema: "leakwatch",
                table: "idempotency_keys",
                columns: new[] { "organization_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoice_corrections_organization_id_document_version_id_pos",
                schema: "leakwatch",
                table: "invoice_corrections",
                columns: new[] { "organization_id", "document_version_id", "position", "field" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_jobs_organization_id_name_subject_id",
                schema: "leakwatch",
                table: "jobs",
                columns: new[] { "organization_id", "name", "subject_id" },
                unique: true,
                filter: "state in ('WAITING', 'QUEUED', 'RUNNING')");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_organization_id_shop_id_name_state",
                schema: "leakwatch",
                table: "jobs",
                columns: new[] { "organization_id", "shop_id", "name", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_state_due_at",
                schema: "leakwatch",
                table: "jobs",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_names_organization_id_shop_id",
                schema: "leakwatch",
                table: "ledger_names",
                columns: new[] { "organization_id", "shop_id" });

            migrationBuilder.CreateIndex(
                name: "ix_line_items_organization_id_invoice_id",
                schema: "leakwatch",
                table: "line_items",
                columns: new[] { "organization_id", "invoice_id" });

            migrationBuilder.CreateIndex(
                name: "ix_llm_answers_expires_at",
                schema: "leakwatch",
                table: "llm_answers",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_llm_answers_organization_id_key",
                schema: "leakwatch",
                table: "llm_answers",
                columns: new[] { "organization_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_llm_receipts_organization_id_document_version_id",
                schema: "leakwatch",
                table: "llm_receipts",
                columns: new[] { "organization_id", "document_version_id" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_organization_id_user_id",
                schema: "leakwatch",
                table: "memberships",
                columns: new[] { "organization_id", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_user_id",
                schema: "leakwatch",
                table: "memberships",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_monthly_spend_organization_id_shop_id_vendor_key_month_curr",
                schema: "leakwatch",
                table: "monthly_spend",
                columns: new[] { "organization_id", "shop_id", "vendor_key", "month", "currency" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_normalized_invoices_organization_id_document_version_id_pos",
                schema: "leakwatch",
                table: "normalized_invoices",
                columns: new[] { "organization_id", "document_version_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_normalized_invoices_organization_id_shop_id_ledger_name_id",
                schema: "leakwatch",
                table: "normalized_invoices",
                columns: new[] { "organization_id", "shop_id", "ledger_name_id" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_vendors_organization_id_name",
                schema: "leakwatch",
                table: "organization_vendors",
                columns: new[] { "organization_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shop_vendors_organization_id_shop_id_sort_amount_vendor_key",
                schema: "leakwatch",
                table: "shop_vendors",
                columns: new[] { "organization_id", "shop_id", "sort_amount", "vendor_key" });

            migrationBuilder.CreateIndex(
                name: "ix_shop_vendors_organization_id_shop_id_vendor_key",
                schema: "leakwatch",
                table: "shop_vendors",
                columns: new[] { "organization_id", "shop_id", "vendor_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shops_domain",
                schema: "leakwatch",
                table: "shops",
                column: "domain",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_usage_counters_organization_id_name_period_start",
                schema: "leakwatch",
                table: "usage_counters",
                columns: new[] { "organization_id", "name", "period_start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_users_email",
                schema: "leakwatch",
                table: "users",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vendors_name",
                schema: "leakwatch",
                table: "vendors",
                column: "name",
                unique: true);

            GuardTenants(migrationBuilder);
            SystemFunctions.Apply(migrationBuilder, SystemFunctions.All);
        }

        private static readonly string[] TenantTables =
        [
            "audit_log",
            "document_versions",
            "documents",
            "evidence",
            "extracted_pages",
            "extracted_texts",
            "facts",
            "findings",
            "idempotency_keys",
            "invoice_corrections",
            "jobs",
            "ledger_names",
            "line_items",
            "llm_answers",
            "llm_receipts",
            "memberships",
            "monthly_spend",
            "normalized_invoices",
            "organization_vendors",
            "shop_detections",
            "shop_summaries",
            "shop_vendors",
            "shops",
            "usage_counters",
        ];

        /// <summary>Roles, row-level security on every tenant table, and who may use the tables of all tenants.</summary>
        private static void GuardTenants(MigrationBuilder migration)
        {
            migration.Sql(RowLevelSecurity.CreateRoles);
            migration.Sql("grant usage on schema leakwatch to leakwatch_app, leakwatch_system;");
            RowLevelSecurity.Guard(migration, "organizations", "id");
            foreach (var table in TenantTables)
            {
                RowLevelSecurity.Guard(migration, table);
            }

            // A person is visible where they are a member; the sub-query is itself under row-level security.
            migration.Sql("""
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
                grant select, insert, update, delete on leakwatch.worker_probes to leakwatch_system;
                grant select, insert, update on leakwatch.schedules to leakwatch_app, leakwatch_system;
                grant select, insert, update on leakwatch.alerts to leakwatch_app, leakwatch_system;
                grant select, insert, update, delete on leakwatch.tallies to leakwatch_app, leakwatch_system;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("A rollback is a new migration.");
    }
}
