using LeakWatch.Core.Invoices.SecondReader;

namespace LeakWatch.Core.Tests.Invoices.SecondReader;

public sealed class ModelCostTests
{
    private static readonly ModelQuestion Question = new(new('i', 2_000), new('d', 8_000), "s", new('s', 2_000), 6_000);

    [Fact]
    public void Cached_input_is_cheaper() => Assert.Equal(0.000525m, ModelPrices.Of("gpt-4o-mini")!.CostOf(new(2_000, 1_000, 500)));

    [Theory]
    [InlineData("gpt-4o-mini-2024-07-18")]
    [InlineData("gpt-4o-mini")]
    public void A_dated_snapshot_costs_what_its_model_costs(string model) => Assert.Equal(0.15m, ModelPrices.Of(model)?.Input);

    [Theory]
    [InlineData("gpt-4o-mini-audio")]
    [InlineData("gpt-4o-minimum")]
    [InlineData("")]
    public void Another_model_has_no_price(string model) => Assert.Null(ModelPrices.Of(model));

    [Fact]
    public void A_call_that_fits_the_budget_may_be_made() => Assert.Null(DailyBudget.Default.Refuses(Question, default, "gpt-4o-mini"));

    // 6,000 tokens in at most and 6,000 out: 0.0045 dollars of the small model.
    [Theory]
    [InlineData(0.9955, true)]
    [InlineData(0.9956, false)]
    public void A_call_that_could_break_the_budget_may_not(decimal spent, bool may) =>
        Assert.Equal(may, new DailyBudget(1m, null).Refuses(Question, new(spent, 0), "gpt-4o-mini") is null);

    [Theory]
    [InlineData(88_000, true)]
    [InlineData(88_001, false)]
    public void Tokens_are_limited_too_whatever_the_model(long spent, bool may) =>
        Assert.Equal(may, new DailyBudget(null, 100_000).Refuses(Question, new(0m, spent), "some-other-model") is null);

    [Fact]
    public void Money_alone_cannot_limit_a_model_without_a_price() =>
        Assert.Equal("LLM_BUDGET_EXCEEDED", new DailyBudget(1m, null).Refuses(Question, default, "some-other-model")?.Code);

    [Fact]
    public void Without_a_limit_nothing_is_refused() => Assert.Null(new DailyBudget(null, null).Refuses(Question, new(1_000m, long.MaxValue / 2), "gpt-4o"));
}
