using LeakWatch.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeakWatch.Tests.Jobs;

/// <summary>The queue's contract between two releases: what one wrote, the other reads, and what it does not know waits.</summary>
public sealed class JobEnvelopeTests
{
    public static TheoryData<string> Written => [.. Directory.EnumerateFiles(Folder, "*.1.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>What this release knows; nothing is announced.</summary>
    private static LeakWatch.Jobs.Pipeline Release { get; } = new(null!, null!, NullLogger<LeakWatch.Jobs.Pipeline>.Instance);

    private static string Folder => Path.Combine(Repository.Root, "tests/LeakWatch.Tests/Jobs/Envelopes");

    [Theory]
    [MemberData(nameof(Written))]
    public void What_the_release_before_wrote_is_read_and_written_the_same(string file)
    {
        var text = Read(file);

        Assert.Equal(text, JobEnvelope.Read(text)?.Write());
    }

    [Fact]
    public void Every_kind_of_this_release_has_an_example() =>
        Assert.Equal(Release.Kinds.Select(kind => $"{kind.Name}.{kind.Version}.json").Order(StringComparer.Ordinal), Written.Select(row => row.Data));

    [Theory]
    [InlineData("later.version.json")]
    [InlineData("later.kind.json")]
    public void What_a_later_release_wrote_is_read_so_that_it_can_be_parked(string file)
    {
        var job = JobEnvelope.Read(Read(file))!;

        Assert.Null(Release.KindOf(job));
        Assert.Equal(new("01990000-0000-7000-8000-000000000003"), job.Ids.JobId);
    }

    [Fact]
    public void A_member_that_a_later_release_added_is_skipped() => Assert.Equal(JobEnvelope.Read(Read("ProcessDocument.1.json")), JobEnvelope.Read(Read("later.member.json")));

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"name":"ProcessDocument","version":1}""")]
    public void What_lacks_a_member_is_no_envelope(string text) => Assert.Null(JobEnvelope.Read(text));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));
}
