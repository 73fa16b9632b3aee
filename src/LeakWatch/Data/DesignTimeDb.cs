using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace LeakWatch.Data;

/// <summary>What <c>./lw migration NAME</c> makes a migration of: the model alone, no server.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<LeakWatchDb>
{
    public LeakWatchDb CreateDbContext(string[] args) => new(
        TenantDatabase.Configure(new DbContextOptionsBuilder<LeakWatchDb>(), NpgsqlDataSource.Create("Host=localhost;Database=leakwatch")).Options, Guid.Empty);
}
