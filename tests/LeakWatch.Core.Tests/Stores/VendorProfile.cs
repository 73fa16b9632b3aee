using System.Globalization;

namespace LeakWatch.Core.Tests.Stores;

/// <summary>An invented vendor: how it calls itself, how the card statement calls it, and what it does.</summary>
internal sealed record VendorProfile(string Name, string Printed, string CardName, string Category, string Function)
{
    private static readonly string[] FirstWords =
    [
        "Bramble", "Copperleaf", "Driftwood", "Everglen", "Fennimore", "Gullwing", "Hazelnook", "Inkpot", "Jackdaw", "Kettleby", "Lanyard", "Moorhen",
        "Nutmeg", "Obelisk", "Partridge", "Quayside", "Ridgeback", "Sandpiper", "Thistledown", "Umberto", "Velvetfox", "Waxwing", "Xylofon", "Yarrow",
        "Zeppelin", "Anvilworks", "Birchbark", "Clementine", "Dormouse", "Eiderdown", "Foxtrot", "Gooseberry", "Heliograph", "Ironwood", "Jigsaw",
        "Kingfisher", "Lemontree", "Marzipan", "Nightjar", "Oatfield", "Peppercorn", "Quicksilver", "Rosehip", "Sextant", "Turnstone", "Undertow",
        "Vermilion", "Whistler", "Yachtsman", "Zigzag",
    ];

    private static readonly string[] Trades =
    [
        "Reviews", "Bundles", "Helpdesk", "Email", "Payroll", "Analytics", "Returns", "Labels", "Hosting", "Forms", "Surveys", "Passwords", "Backup",
        "Translate", "Loyalty", "Popups", "Search", "Inventory", "Shipping", "Invoicing", "Scheduler", "Phones", "Fonts", "Wishlist", "Preorder",
        "Countdown", "Uptime", "Signatures", "Heatmaps", "Affiliates", "Quiz", "Push", "Chat", "Academy", "Warehouse", "Studio", "Ledger", "Notes",
        "Contracts", "Recruiting", "Insurance", "Compliance", "Sitemap", "Giftcards", "Swatches", "Lookbook", "Feeds", "Audio", "Video", "Maps",
    ];

    private static readonly string[] LegalForms = [" Inc.", " GmbH", " Ltd", " B.V.", " ApS", " Pty Ltd", " LLC", " S.r.l.", ""];

    private static readonly VendorProfile[] EastAsian =
    [
        new("달빛물류", "주식회사 달빛물류", "DALBIT LOGISTICS", "SHIPPING", "fulfilment-kr"),
        new("초록장부", "초록장부 주식회사", "CHOROK JANGBU", "SAAS", "bookkeeping-kr"),
        new("바람문자", "(주)바람문자", "BARAM MUNJA", "MARKETING", "sms-kr"),
        new("みなと物流", "株式会社みなと物流", "MINATO BUTSURYU", "SHIPPING", "fulfilment-jp"),
        new("ひかり帳簿", "ひかり帳簿株式会社", "HIKARI CHOBO", "SAAS", "bookkeeping-jp"),
    ];

    // "Free" and "Trial" are words in names, and no reason to suspect a trial.
    private static readonly VendorProfile[] MisleadingNames =
    [
        new("Free Parcel Bar", "Free Parcel Bar Ltd", "FREE PARCEL BAR", "SAAS", "parcel-bar"),
        new("Trialhead Orienteering Maps", "Trialhead Maps Inc.", "TRIALHEAD ORIENTEERING MAPS", "SAAS", "orienteering"),
        new("Gratis & Söhne Kasse", "Gratis & Söhne GmbH", "GRATIS & SOEHNE KASSE", "SAAS", "till"),
    ];

    /// <summary>All vendors there are, in an order of the seed; no two have a function in common.</summary>
    public static IReadOnlyList<VendorProfile> Drawn(Random random)
    {
        var western = FirstWords.Select((word, index) => Western(word, Trades[index], LegalForms[random.Next(LegalForms.Length)]));
        VendorProfile[] all = [.. western, .. EastAsian, .. MisleadingNames];
        random.Shuffle(all);
        return all;
    }

    /// <summary>Initials for invoice numbers.</summary>
    public string Initials => new([.. CardName.Split(' ').Select(word => word[0]).Where(char.IsAsciiLetterUpper)]);

    private static VendorProfile Western(string word, string trade, string legalForm)
    {
        var name = $"{word} {trade}";
        return new(name, legalForm is "" ? name : word + " " + trade + legalForm, name.ToUpperInvariant(), "SAAS", trade.ToLower(CultureInfo.InvariantCulture));
    }
}
