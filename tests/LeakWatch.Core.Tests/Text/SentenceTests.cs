using System.Text.Json;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Tests.Text;

public sealed class SentenceTests
{
    private const string Vendor = "Klaviyo";
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly Sentence Renewal = $"{Vendor} renews on {Day}: cancel by {Day.AddDays(-30)}";

    [Fact]
    public void Reads_in_English_as_it_was_written() => Assert.Equal("Klaviyo renews on 1 March 2026: cancel by 30 January 2026", Renewal.ToString());

    [Fact]
    public void Keeps_its_words_apart_from_what_fills_them()
    {
        Assert.Equal("{0} renews on {1}: cancel by {2}", Renewal.Template);
        Assert.Equal([Vendor, Day, Day.AddDays(-30)], Renewal.Arguments);
    }

    [Fact]
    public void Reads_in_Korean() => Assert.Equal("Klaviyo의 요금제가 2026년 3월 1일에 갱신됩니다. 2026년 1월 30일까지 해지할 수 있습니다", Renewal.In(Language.Korean));

    [Fact]
    public void A_sentence_in_the_gap_of_another_is_read_in_the_same_language()
    {
        Sentence? less = $", less {new Money(33m, "USD")} already credited";
        Sentence two = $"{2} charges";
        Sentence ended = $"The trial ended on {Day}, and {two} from {Day} on followed. No order or chosen plan is in your documents. " + $"Charged with tax{less}: {new Money(1049.5m, "USD")}.";

        Assert.Equal(
            "The trial ended on 1 March 2026, and 2 charges from 1 March 2026 on followed. No order or chosen plan is in your documents. Charged with tax, less 33.00 USD already credited: 1049.50 USD.",
            ended.ToString());
        Assert.EndsWith("청구된 금액은 세금 포함 (이미 환급된 US$33.00 제외) US$1,049.50입니다.", ended.In(Language.Korean), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_said_leaves_no_trace()
    {
        Sentence? nothing = null;
        Sentence raised = $"{Vendor} raised {"Pro"} by {new Percent(0.123m)}{nothing}";

        Assert.Equal("Klaviyo raised Pro by 12 %", raised.ToString());
        Assert.Equal("Klaviyo에서 Pro 요금을 12% 인상했습니다", raised.In(Language.Korean));
    }

    [Fact]
    public void Braces_of_a_stranger_are_words()
    {
        Sentence odd = $"You told us of {"{0} {x"}.";

        Assert.Equal("You told us of {0} {x.", odd.ToString());
        Assert.Equal("알려 주신 조건: {0} {x.", odd.In(Language.Korean));
        Assert.Equal(odd, Kept(odd));
    }

    [Fact]
    public void Words_that_we_do_not_know_stay_English_as_a_whole()
    {
        Sentence unknown = $"Seen on {Day}.";

        Assert.Equal("Seen on 1 March 2026.", unknown.In(Language.Korean));
    }

    [Fact]
    public void Is_equal_by_what_it_says()
    {
        Sentence same = $"{Vendor} renews on {Day}: cancel by {Day.AddDays(-30)}";
        Sentence other = $"{Vendor} renews on {Day}: cancel by {Day.AddDays(-29)}";

        Assert.True(Renewal == same);
        Assert.Equal(Renewal.GetHashCode(), same.GetHashCode());
        Assert.True(Renewal != other);
    }

    [Fact]
    public void Is_a_string_in_every_contract()
    {
        var json = JsonSerializer.Serialize(Renewal);

        Assert.Equal("\"Klaviyo renews on 1 March 2026: cancel by 30 January 2026\"", json);
        Assert.Equal(Renewal.ToString(), JsonSerializer.Deserialize<Sentence>(json)!.ToString());
    }

    [Fact]
    public void Is_kept_with_all_that_it_says()
    {
        Sentence? nothing = null;
        Sentence list = $"{Sentence.List(" and ", [Renewal, $"{new Percent(0.1m)}{nothing}"])} {new Money(-1.50m, "KRW")} {7}";

        var kept = Kept(list);

        Assert.Equal(list, kept);
        Assert.Equal(list.In(Language.Korean), kept.In(Language.Korean));
    }

    [Theory]
    [InlineData("""{"template":"{0} {1}","arguments":["a"]}""")]
    [InlineData("""{"template":"{1} {0}","arguments":["a","b"]}""")]
    [InlineData("""{"template":"{x}","arguments":["a"]}""")]
    [InlineData("""{"arguments":["a"]}""")]
    [InlineData("""{"template":"{0}","arguments":[{"hour":"12"}]}""")]
    public void A_kept_sentence_that_we_cannot_read_is_none(string json) => Assert.Null(JsonSerializer.Deserialize<KeptSentence>(json).Sentence);

    /// <summary>As <c>Intl.NumberFormat('ko-KR', { style: 'currency', currency })</c> writes them, with which the web writes the amounts beside the sentences.</summary>
    [Theory]
    [InlineData("-1234.5", "USD", "-US$1,234.50")]
    [InlineData("33000", "KRW", "₩33,000")]
    [InlineData("1234", "JPY", "JP¥1,234")]
    [InlineData("12", "EUR", "€12.00")]
    [InlineData("12", "CHF", "CHF\u00a012.00")]
    [InlineData("12", "KWD", "KWD\u00a012.000")]
    [InlineData("0.0035", "USD", "US$0.0035")]
    [InlineData("5", "", "5.00")]
    public void An_amount_is_written_as_on_the_Korean_pages(string amount, string currency, string written)
    {
        Sentence credits = $"a price of {new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency)}";

        Assert.Equal($"가격 {written}", credits.In(Language.Korean));
    }

    private static Sentence Kept(Sentence sentence) => JsonSerializer.Deserialize<KeptSentence>(JsonSerializer.Serialize(new KeptSentence(sentence))).Sentence!;
}
