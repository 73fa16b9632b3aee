using LeakWatch.Samples;

namespace LeakWatch.Tests;

public sealed class SamplesTests
{
    private static readonly string Root = Path.Combine(Repository.Root, "samples");

    [Fact]
    public void The_generator_makes_every_file_again_to_the_byte()
    {
        var made = DemoStore.Files().ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        var kept = Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));

        Assert.Equal(made.Keys.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        Assert.All(made, file => Assert.True(file.Value.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Root, file.Key))), $"{file.Key} differs: run ./lw samples"));
    }
}
