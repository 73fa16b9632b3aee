using LeakWatch.Tests.Services;

namespace LeakWatch.Tests.Staging;

/// <summary>What <c>./lw staging</c> shows, with the program that is under test, or the published one where the script names it.</summary>
public sealed class StagingTests
{
    // A quiet machine takes half a minute.
    private const int Patience = 600_000;

    public static TheoryData<int> Versions => [.. PostgresVersions.All];

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Versions))]
    public Task A_deployment_with_the_guides_variables_alone_brings_an_upload_to_a_finding(int postgresVersion) =>
        StagingRehearsal.RunAsync(
            new(Environment.GetEnvironmentVariable("LEAKWATCH_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "leakwatch"), postgresVersion),
            line => TestContext.Current.TestOutputHelper?.WriteLine(line),
            TestContext.Current.CancellationToken);
}
