using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Core.Text;
using LeakWatch.Commands;
using LeakWatch.Data;
using LeakWatch.Findings;
using LeakWatch.Http;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace LeakWatch.Tests.Data;

/// <summary>What a list costs does not grow with other tenants: Postgres walks an index that begins with the organisation, and reads no table from end to end.</summary>
public sealed partial class QueryPlansTests(QueryPlansTests.Seeded seeded) : IClassFixture<QueryPlansTests.Seeded>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Lists() => ["", "FILTERED", "VENDOR", "DEADLINE", "NEWEST", "DISMISSED", "AFTER"];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_of_findings_walks_an_index_of_its_own_shop(string list)
    {
        var query = new FindingListQuery(null, null, null, null, null, null, null, 50);
        query = list switch
        {
            "FILTERED" => query with { Verdict = [new(Verdict.Leak)], Type = [new(LeakType.MomSpike)], MinimumAmount = 10m },
            "VENDOR" => query with { Vendor = "Seeded Vendor 007" },
            "DISMISSED" => query with { Status = [new(FindingState.Dismissed), new(FindingState.Resolved)] },
            "DEADLINE" or "NEWEST" => query with { Sort = list },
            "AFTER" => query with { Cursor = AfterAmount(500) },
            _ => query,
        };

        AssertWalksItsOwn([await seeded.PlanAsync(query)]);
    }

    [Fact]
    public async Task A_later_page_begins_where_the_one_before_ended()
    {
        var query = new FindingListQuery(null, null, null, null, null, null, AfterAmount(500), 50);

        // As a filter the cursor would read all the pages before it.
        Assert.Contains(IndexConditions().Matches(await seeded.PlanAsync(query)), condition => condition.Value.Contains("ROW(sort_place, id) <", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_findings_of_one_verdict_are_not_looked_for_among_all()
    {
        var query = new FindingListQuery(null, null, [new(Verdict.Leak)], null, null, null, null, 50);

        Assert.Contains(IndexConditions().Matches(await seeded.PlanAsync(query)), condition => condition.Value.Contains("verdict", StringComparison.Ordinal));
    }

    private static string AfterAmount(long amount) =>
        Paging.Write("Amount", (amount * 10_000).ToString(CultureInfo.InvariantCulture), Guid.CreateVersion7().ToString());

    [Fact]
    public async Task The_summary_and_the_vendors_are_found_by_an_index_of_their_own_shop()
    {
        // Of two rows Postgres would rather read both.
        AssertWalksItsOwn(await seeded.PlansAsync(db => db.ShopSummaries.AsNoTracking().SingleOrDefaultAsync(summary => summary.Id == seeded.ShopId, Token), "set local enable_seqscan = off"));
        AssertWalksItsOwn(await seeded.PlansAsync(db => db.ShopVendors.AsNoTracking().Where(vendor => vendor.ShopId == seeded.ShopId)
            .OrderByDescending(vendor => vendor.SortAmount).ThenByDescending(vendor => vendor.VendorKey).Take(51).ToListAsync(Token)));
    }

    private static void AssertWalksItsOwn(IReadOnlyList<string> plans)
    {
        Assert.NotEmpty(plans);
        Assert.All(plans, plan =>
        {
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
            Assert.NotEmpty(IndexConditions().Matches(plan));
            Assert.All(IndexConditions().Matches(plan), condition => Assert.Contains("organization_id", condition.Value, StringComparison.Ordinal));
        });
    }

    [GeneratedRegex("Index Cond: .*", RegexOptions.NonBacktracking)]
    private static partial Regex IndexConditions();

    /// <summary>A shop among others that are ten times as large.</summary>
    public sealed class Seeded(PostgresService postgres) : IAsyncLifetime
    {
        private const int Findings = 2_000;

        private TestDatabase database = null!;
        private NpgsqlDataSource source = null!;
        private Guid organizationId;

        public Guid ShopId { get; private set; }

        public async ValueTask InitializeAsync()
        {
            database = await postgres.CreateDatabaseAsync();
            source = NpgsqlDataSource.Create(database.LoginConnection);
            var seed = new DemoSeed(new TenantDatabase(source), TimeProvider.System);
            (organizationId, ShopId) = await seed.SeedAsync("Ours", 100, Findings, null, Token);
            await seed.SeedAsync("Theirs", 100, 10 * Findings, null, Token);
            await using var all = NpgsqlDataSource.Create(database.SuperuserConnection);
            await using var analyze = all.CreateCommand("vacuum analyze");
            await analyze.ExecuteNonQueryAsync(Token);
        }

        public async ValueTask DisposeAsync()
        {
            await source.DisposeAsync();
            await database.DisposeAsync();
        }

        /// <summary>How Postgres would go about a list of findings.</summary>
        internal Task<string> PlanAsync(FindingListQuery query)
        {
            var command = FindingQuery.Of(organizationId, ShopId, query, Language.English).Value!.Command;
            command.CommandText = "explain " + command.CommandText;
            return new TenantDatabase(source).ReadAsync(organizationId, [command], LinesAsync, Token);
        }

        /// <summary>How Postgres would go about each query that <paramref name="work"/> sends, asked in the tenant's own transaction.</summary>
        internal async Task<IReadOnlyList<string>> PlansAsync(Func<LeakWatchDb, Task> work, string? before = null)
        {
            var explains = new Explains();
            await using var db = new LeakWatchDb(TenantDatabase.Configure(new DbContextOptionsBuilder<LeakWatchDb>(), source).AddInterceptors(explains).Options) { OrganizationId = organizationId };
            await using var transaction = await db.Database.BeginTransactionAsync(Token);
            if (before is not null)
            {
                await db.Database.ExecuteSqlRawAsync(before, Token);
            }

            await work(db);
            return explains.Plans;
        }
    }

    private sealed class Explains : DbCommandInterceptor
    {
        public List<string> Plans { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await using var explain = command.Connection!.CreateCommand();
            (explain.Transaction, explain.CommandText) = (command.Transaction, "explain " + command.CommandText);
            foreach (NpgsqlParameter parameter in command.Parameters)
            {
                explain.Parameters.Add(parameter.Clone());
            }

            await using var lines = await explain.ExecuteReaderAsync(cancellationToken);
            Plans.Add(await LinesAsync(lines));
            return result;
        }
    }

    private static async Task<string> LinesAsync(DbDataReader explanation)
    {
        var lines = new List<string>();
        while (await explanation.ReadAsync(Token))
        {
            lines.Add(explanation.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
