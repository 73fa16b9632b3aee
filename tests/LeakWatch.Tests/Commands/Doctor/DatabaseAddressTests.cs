using LeakWatch.Commands.Doctor;
using LeakWatch.Configuration;

namespace LeakWatch.Tests.Commands.Doctor;

/// <summary>
/// Supabase's addresses, as its documentation has them: direct db.REF.supabase.co:5432, shared pooler
/// ….pooler.supabase.com on 6543 (transaction mode) and 5432 (session mode), dedicated pooler db.REF.supabase.co:6543.
/// </summary>
public sealed class DatabaseAddressTests
{
    private const string Direct = "db.abcdefghijklmnopqrst.supabase.co:5432/postgres";
    private const string Dedicated = "db.abcdefghijklmnopqrst.supabase.co:6543/postgres";
    private const string Transactions = "aws-0-us-east-1.pooler.supabase.com:6543/postgres";
    private const string Sessions = "aws-0-us-east-1.pooler.supabase.com:5432/postgres";

    [Theory]
    [InlineData(Transactions, Direct)]
    [InlineData(Transactions, Sessions)]
    [InlineData(Dedicated, Direct)]
    [InlineData("db.example.com:5432/leakwatch", "")]
    public void Addresses_that_each_have_their_own_task_are_no_warning(string served, string migrated) =>
        Assert.Empty(Found(served, migrated));

    [Theory]
    [InlineData(Direct, Direct, "DATABASE_URL is Supabase's direct connection", "pooler.supabase.com:6543")]
    [InlineData(Transactions, "", "DATABASE_MIGRATE_URL is not set", "db.PROJECTREF.supabase.co:5432")]
    [InlineData(Dedicated, "", "DATABASE_MIGRATE_URL is not set", "db.PROJECTREF.supabase.co:5432")]
    public void Addresses_that_are_the_wrong_way_round_are_a_warning_with_the_right_one(
        string served, string migrated, string found, string fix)
    {
        var warning = Assert.Single(Found(served, migrated));

        Assert.Equal(("database address", CheckState.Unknown), (warning.What, warning.State));
        Assert.StartsWith(found, warning.Detail, StringComparison.Ordinal);
        Assert.Contains(fix, warning.Fix, StringComparison.Ordinal);
    }

    private static IReadOnlyList<CheckResult> Found(string served, string migrated)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DATABASE_URL"] = $"postgresql://leakwatch:password@{served}",
            ["DATABASE_MIGRATE_URL"] = migrated.Length == 0 ? "" : $"postgresql://postgres:password@{migrated}",
        };
        var results = new CheckList();
        DatabaseChecks.Addresses(Settings.Read(environment, HostRole.Migrate).Value!, results);
        return results.Results;
    }
}
