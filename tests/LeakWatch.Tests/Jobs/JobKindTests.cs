using LeakWatch.Jobs;

namespace LeakWatch.Tests.Jobs;

/// <summary>How long a job that failed waits before its next attempt.</summary>
public sealed class JobKindTests
{
    private static readonly JobKind Kind = new("Example", 1, "reading", 20, TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 8)]
    [InlineData(5, 64)]
    [InlineData(9, 1024)]
    [InlineData(10, 1800)]
    [InlineData(20, 1800)]
    public void Each_pause_is_twice_as_long_as_the_one_before_up_to_half_an_hour(int failed, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Kind.PauseAfter(failed, jitter: 1));

    [Fact]
    public void Chance_shortens_a_pause_by_half_at_most_so_that_not_all_come_back_at_once()
    {
        Assert.Equal(TimeSpan.FromSeconds(32), Kind.PauseAfter(5, jitter: 0));
        Assert.Equal(TimeSpan.FromSeconds(48), Kind.PauseAfter(5, jitter: 0.5));
    }
}
