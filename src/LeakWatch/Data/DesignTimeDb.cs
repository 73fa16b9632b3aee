using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace LeakWatch.Data;

/// <summary>The model alone, no server: what <c>./lw migration NAME</c> makes a migration of, and <c>migrate --check</c> looks at.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<LeakWatchDb>
{
    public LeakWatchDb CreateDbContext(string[] args) => TenantDatabase.OpenAsOwner(NpgsqlDataSource.Create("Host=localhost;Database=leakwatch"));
}
