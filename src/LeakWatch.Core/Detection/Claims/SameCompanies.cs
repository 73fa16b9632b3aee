using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Detection.Claims;

/// <summary>What the merchant said of look-alike names, as aliases: the only way in which names that differ are ever merged.</summary>
internal static class SameCompanies
{
    public static DetectionContext Learn(ShopFacts facts)
    {
        var vendors = facts.Context.Vendors.ToList();
        foreach (var (sender, known, _) in facts.SameCompanies)
        {
            var index = vendors.FindIndex(entry => known.Names.Contains(VendorKey.Of(entry.Name)));
            if (index < 0)
            {
                vendors.Add(new() { Name = known.Name, Aliases = [sender.Name] });
            }
            else
            {
                vendors[index] = vendors[index] with { Aliases = [.. vendors[index].Aliases, sender.Name] };
            }
        }

        return facts.Context with { Vendors = vendors };
    }
}
