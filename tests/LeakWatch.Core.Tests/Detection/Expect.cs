using LeakWatch.Core.Findings;

namespace LeakWatch.Core.Tests.Detection;

/// <summary>What a run may say. A WATCH beside a claim is its explanation; a second claim or a question never is.</summary>
internal static class Expect
{
    public static Finding Leak(DetectionResult result, LeakType type, decimal amount)
    {
        var leak = Assert.Single(result.Findings, finding => finding.Verdict is not Verdict.Watch);
        Assert.Equal((type, Verdict.Leak, amount), (leak.Type, leak.Verdict, leak.Amount));
        return leak;
    }

    public static Finding Watch(DetectionResult result, LeakType type)
    {
        NoClaim(result);
        return Assert.Single(result.Findings, finding => finding.Type == type);
    }

    public static Finding Review(DetectionResult result, LeakType type)
    {
        var review = Assert.Single(result.Findings, finding => finding.Verdict is not Verdict.Watch);
        Assert.Equal((type, Verdict.Review), (review.Type, review.Verdict));
        return review;
    }

    public static void Nothing(DetectionResult result) => Assert.Empty(result.Findings);

    /// <summary>Neither a claim nor a question: at most something worth knowing.</summary>
    public static void NoClaim(DetectionResult result) =>
        Assert.DoesNotContain(result.Findings, finding => finding.Verdict is not Verdict.Watch);

    public static void NoLeak(DetectionResult result) => Assert.DoesNotContain(result.Findings, finding => finding.Verdict is Verdict.Leak);
}
