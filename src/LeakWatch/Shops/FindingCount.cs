using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;

namespace LeakWatch.Shops;

/// <summary>Findings of a shop in one state, with one verdict, of one type.</summary>
public sealed record FindingCount(FindingState State, Verdict Verdict, LeakType Type, int Count);
