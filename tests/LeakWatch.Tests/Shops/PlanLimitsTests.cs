using LeakWatch.Data;
using LeakWatch.Shops;

namespace LeakWatch.Tests.Shops;

public sealed class PlanLimitsTests
{
    [Theory]
    [InlineData(nameof(Plan.Free), 3)]
    [InlineData(nameof(Plan.Starter), 50)]
    [InlineData(nameof(Plan.Pro), 200)]
    public void A_plan_includes_so_many_documents_a_month(string plan, int documents) =>
        Assert.Equal(documents, PlanLimits.DocumentsPerMonth(Enum.Parse<Plan>(plan)));

    [Fact]
    public void Every_plan_has_a_limit() =>
        Assert.All(Enum.GetValues<Plan>(), plan => Assert.InRange(PlanLimits.DocumentsPerMonth(plan), 1, int.MaxValue));
}
