using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;

namespace LeakWatch.Shops;

public sealed record FindingCount(FindingState State, Verdict Verdict, LeakType Type, int Count);
