using LeakWatch.Core;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Findings.Lifecycle;
using LeakWatch.Data;
using LeakWatch.Findings;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Commands;

/// <summary>What a start of <c>up</c> says of the store: the open findings in a few lines.</summary>
internal static class LeakSummary
{
    public static async Task WriteAsync(TenantDatabase database, Guid organizationId, Guid shopId, Terminal terminal, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(organizationId, db => db.Findings.AsNoTracking()
            .Where(finding => finding.ShopId == shopId && (finding.State == FindingState.Open || finding.State == FindingState.Reopened))
            .OrderBy(finding => finding.Verdict).ThenByDescending(finding => finding.SortAmount).ToListAsync(cancellationToken));
        var findings = rows.Select(row => FindingRows.ToKnown(row).Finding).ToList();
        await terminal.Output.WriteLineAsync($"{Count(findings, Verdict.Leak, "possible leak")}, {Count(findings, Verdict.Review, "question")}, {Count(findings, Verdict.Watch, "thing")} worth knowing:");
        foreach (var finding in findings)
        {
            var amount = finding is { Amount: { } value, Currency: { } currency } ? new Money(value, currency).ToString() : "";
            await terminal.Output.WriteLineAsync($"  {finding.Verdict.ToString().ToUpperInvariant(),-6} {amount,14}  {finding.Title}");
        }
    }

    private static string Count(List<Finding> findings, Verdict verdict, string what)
    {
        var count = findings.Count(finding => finding.Verdict == verdict);
        return $"{count} {what}{(count == 1 ? "" : "s")}";
    }
}
