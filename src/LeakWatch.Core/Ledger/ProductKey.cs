using System.Text.RegularExpressions;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Ledger;

/// <summary>What a line sells: plan and product code where printed, else the words of its description.</summary>
public readonly partial record struct ProductKey(string? Plan, string? Code, string Description)
{
    public static ProductKey Of(LineItem line) => new(KeyOrNull(line.PlanName), KeyOrNull(line.ProductCode), Words(line.Description));

    public static ProductKey Of(LineItem line, TextKeys keys) =>
        new(keys.KeyOrNull(line.PlanName), keys.KeyOrNull(line.ProductCode), keys.Description(line.Description).Words);

    /// <summary>What tells it from the vendor's other products: its plan, else its code, else its words.</summary>
    public string Key => Plan ?? Code ?? Description;

    /// <summary>The same product, as far as both sides say.</summary>
    public bool Matches(ProductKey other)
    {
        var (bothPlans, bothCodes) = (Plan is not null && other.Plan is not null, Code is not null && other.Code is not null);
        if ((bothPlans && Plan != other.Plan) || (bothCodes && Code != other.Code))
        {
            return false;
        }

        if (bothPlans || bothCodes)
        {
            return true;
        }

        // One side names nothing: its description may be the other's, or its plan's name.
        return Description == other.Description || (Plan is null && Description == other.Plan) || (other.Plan is null && other.Description == Plan);
    }

    /// <summary>Does a term or a cancellation that names a plan or a code speak of this product? One that names none speaks of all.</summary>
    public bool IsNamedBy(string? planName, string? productCode) => IsNamedByKeys(KeyOrNull(planName), KeyOrNull(productCode));

    /// <inheritdoc cref="IsNamedBy"/>
    public bool IsNamedByKeys(string? plan, string? code)
    {
        if (code is not null && Code is not null && code != Code)
        {
            return false;
        }

        if (plan is null)
        {
            return code is null || code == Code || Description.Contains(code, StringComparison.Ordinal);
        }

        return Plan is not null ? Plan == plan : (code is not null && code == Code) || Description.Contains(plan, StringComparison.Ordinal);
    }

    public static string? KeyOrNull(string? text) => VendorKey.Of(text) is { Length: > 0 } key ? key : null;

    internal static string Words(string? description) => VendorKey.Of(NumbersAndDates().Replace(description ?? "", " "));

    // A description repeats from month to month but for its dates, numbers and ids. A word is looked at from its start alone, so that a long one is read once.
    [GeneratedRegex(@"(?<!\S)[^\s\d]*\d\S*|\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumbersAndDates();
}
