using LeakWatch.Core.Detection;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Vendors;
using LeakWatch.Data;
using LeakWatch.Shops;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Findings;

/// <summary>What one detection run looks at: the vendors whose documents changed, or all when what is known or the day has changed.</summary>
/// <param name="IsWhole">Whether every vendor is looked at.</param>
/// <param name="ContextChanges">As they were when <paramref name="Context"/> was read.</param>
/// <param name="Names">Every name of the shop: vendors are told apart by all of them.</param>
/// <param name="Chunks">Looked at and saved one after the other, so that memory does not grow with the shop.</param>
/// <param name="Gone">Names under which nothing stands any more.</param>
internal sealed record DetectionPlan(
    Shop Shop, DetectionContext Context, DateOnly AsOf, bool IsWhole, long ContextChanges, IReadOnlyList<LedgerName> Names, IReadOnlyList<DetectionChunk> Chunks,
    IReadOnlyList<LedgerNameRow> Gone)
{
    /// <summary>Of invoices that are in memory at a time, as Postgres stores them (some 100 of two pages); a group that has more is alone.</summary>
    private const long BytesPerChunk = 512 * 1024;

    private static readonly HashSet<string> Nobody = [];

    /// <returns>Null when the shop is gone.</returns>
    public static async Task<DetectionPlan?> LoadAsync(LeakWatchDb db, Guid shopId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Shops.AsNoTracking().SingleOrDefaultAsync(shop => shop.Id == shopId, cancellationToken) is not { } shop)
        {
            return null;
        }

        // Before the context: what changes meanwhile is seen by the next run.
        var before = await db.ShopDetections.AsNoTracking().SingleOrDefaultAsync(row => row.Id == shopId, cancellationToken);
        var context = await DetectionContextQuery.LoadAsync(db, shop, cancellationToken);
        var asOf = DetectionContextQuery.AsOf(shop, now);
        var isWhole = before is null || before.ContextChanges != before.SeenContextChanges || before.AsOf != asOf;

        var rows = await db.DetectionProgress.AsNoTracking().Where(name => name.ShopId == shopId).OrderBy(name => name.Id).ToListAsync(cancellationToken);
        var changed = await DetectionProgress.SizesAsync(db, shopId, [.. rows.Where(row => row.IsChanged).Select(row => row.Id)], cancellationToken);
        var gone = rows.Where(row => row.IsChanged && !changed.ContainsKey(row.Id)).ToList();
        var live = rows.Except(gone).ToDictionary(row => row.Name);

        var identity = VendorIdentity.Learn(live.Keys, context);
        var groups = VendorGroup.Of(live.Keys, identity, context).Select(group => new NamedGroup(group, [.. group.Names.Select(name => (live[name], identity.Resolve(name).Key))])).ToList();
        var left = gone.Select(row => row.VendorKey).Concat(groups.SelectMany(group => group.Left)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (isWhole)
        {
            left.UnionWith(await db.Findings.Where(finding => finding.ShopId == shopId && finding.IsOpen).Select(finding => finding.VendorKey).Distinct().ToListAsync(cancellationToken));
        }

        var known = groups.SelectMany(group => group.Keys).ToHashSet(StringComparer.Ordinal);
        var touched = groups.Where(group => isWhole || group.IsTouched || group.Keys.Any(left.Contains)).ToList();
        var unmeasured = touched.SelectMany(group => group.Names).Select(name => name.Row.Id).Where(id => !changed.ContainsKey(id)).ToList();
        Dictionary<Guid, long> sizes = new(changed.Concat(unmeasured.Count == 0 ? [] : await DetectionProgress.SizesAsync(db, shopId, unmeasured, cancellationToken)));
        return new(shop, context, asOf, isWhole, before?.ContextChanges ?? 0, [.. live.Keys], [.. ChunksOf(touched, [.. left.Except(known)], sizes)], gone);
    }

    /// <summary>Vendors between which names moved come first and together: a finding may move with its documents.</summary>
    private static IEnumerable<DetectionChunk> ChunksOf(List<NamedGroup> touched, HashSet<string> orphans, Dictionary<Guid, long> sizes)
    {
        var left = touched.SelectMany(group => group.Left).ToHashSet(StringComparer.Ordinal);
        var moving = touched.Where(group => group.Left.Any() || group.Keys.Any(left.Contains)).ToList();
        if (moving.Count > 0 || orphans.Count > 0)
        {
            yield return DetectionChunk.Of(moving, orphans);
        }

        var chunk = new List<NamedGroup>();
        var size = 0L;
        foreach (var group in touched.Except(moving))
        {
            var more = group.Names.Sum(name => sizes.GetValueOrDefault(name.Row.Id));
            if (size > 0 && size + more > BytesPerChunk)
            {
                yield return DetectionChunk.Of(chunk, Nobody);
                (chunk, size) = ([], 0L);
            }

            chunk.Add(group);
            size += more;
        }

        if (chunk.Count > 0)
        {
            yield return DetectionChunk.Of(chunk, Nobody);
        }
    }

    /// <param name="Names">Each with the vendor that it stands for now.</param>
    internal sealed record NamedGroup(VendorGroup Group, IReadOnlyList<(LedgerNameRow Row, string VendorKey)> Names)
    {
        public IEnumerable<string> Keys => Group.Keys;

        /// <summary>Vendors that its names were taken for before.</summary>
        public IEnumerable<string> Left => Names.Where(name => name.Row.VendorKey is { } before && before != name.VendorKey).Select(name => name.Row.VendorKey!);

        public bool IsTouched => Names.Any(name => name.Row.IsChanged || name.Row.VendorKey != name.VendorKey);
    }
}

/// <summary>Vendors that are looked at together.</summary>
/// <param name="VendorKeys">Theirs, and those that stand for nobody any more.</param>
internal sealed record DetectionChunk(IReadOnlySet<string> VendorKeys, IReadOnlyList<(LedgerNameRow Row, string VendorKey)> Names)
{
    public static DetectionChunk Of(IReadOnlyCollection<DetectionPlan.NamedGroup> groups, IReadOnlySet<string> orphans) =>
        new(groups.SelectMany(group => group.Keys).Concat(orphans).ToHashSet(StringComparer.Ordinal), [.. groups.SelectMany(group => group.Names)]);
}
