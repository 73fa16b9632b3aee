using LeakWatch.Core.Serialization;
using System.Text.Json;
using LeakWatch.Core.Documents;

namespace LeakWatch.Core.Tests.Documents;

/// <summary>The JSON that stored pages hold: rows outlive the release that wrote them.</summary>
public sealed class StoredTextTests
{
    [Fact]
    public void Text_that_an_earlier_release_stored_with_sides_said_twice_is_read_as_ever()
    {
        const string Stored = """
            [{"number":1,"words":[{"text":"Total","box":{"x":0.1,"y":0.2,"width":0.3,"height":0.01,"right":0.4,"bottom":0.21},"confidence":null}]}]
            """;

        var word = Assert.Single(Assert.Single(JsonSerializer.Deserialize(Stored, CoreJson.Default.IReadOnlyListTextLine)!).Words);

        Assert.Equal(new Word("Total", new(0.1, 0.2, 0.3, 0.01)), word);
    }

    [Fact]
    public void A_word_says_nothing_that_follows_from_the_rest() => Assert.Equal(
        """[{"number":1,"words":[{"text":"Total","box":{"x":0.1,"y":0.2,"width":0.3,"height":0.01}}]}]""",
        JsonSerializer.Serialize([new TextLine(1, [new("Total", new(0.1, 0.2, 0.3, 0.01))])], CoreJson.Default.IReadOnlyListTextLine));
}
