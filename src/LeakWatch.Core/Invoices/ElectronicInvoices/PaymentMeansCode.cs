namespace LeakWatch.Core.Invoices.ElectronicInvoices;

/// <summary>UNTDID 4461, the codes that occur on invoices, in words.</summary>
internal static class PaymentMeansCode
{
    public static string? Words(string? code) => code switch
    {
        null or "1" or "ZZZ" => null,
        "10" => "Cash",
        "20" => "Cheque",
        "30" or "31" or "42" or "58" => "Bank transfer",
        "48" => "Card",
        "54" => "Credit card",
        "55" => "Debit card",
        "49" or "59" => "Direct debit",
        "57" => "Standing agreement",
        "68" => "Online payment",
        "97" => "Clearing between partners",
        _ => code,
    };
}
