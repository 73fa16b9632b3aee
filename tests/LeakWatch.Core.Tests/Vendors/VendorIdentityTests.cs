using CsCheck;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Tests.Vendors;

public sealed class VendorIdentityTests
{
    private static readonly DetectionContext Context = new()
    {
        Vendors = [new() { Name = "Parcelwave", Aliases = ["PARCELWAVE GMBH"] }, new() { Name = "Foxglove Fraud Filter" }],
    };

    [Theory]
    [InlineData("Parcelwave GmbH")]
    [InlineData("parcelwave")]
    public void An_alias_is_its_vendor(string printed) => Assert.Equal("Parcelwave", Resolve(printed, isStatement: false));

    [Theory]
    [InlineData("PARCELWAVE GMBH BERLIN")]
    [InlineData("PAYPAL *PARCELWAVE")]
    [InlineData("PARCELWAVE GMBH 030-123456")]
    public void A_statement_may_add_a_town_a_processor_or_a_reference(string printed) => Assert.Equal("Parcelwave", Resolve(printed, isStatement: true));

    [Fact]
    public void A_long_name_that_the_statement_cut_off_is_the_only_one_it_fits() =>
        Assert.Equal("Foxglove Fraud Filter", Resolve("FOXGLOVE FRAUD FILT", isStatement: true));

    [Fact]
    public void An_invoice_is_not_matched_by_the_beginning_of_its_name() => Assert.Equal("Parcelwave Labs", Resolve("Parcelwave Labs", isStatement: false));

    [Fact]
    public void A_name_printed_beside_a_canonical_one_is_learned()
    {
        var identity = VendorIdentity.Learn([Document("Glowstack Reviews", "Glowstack ApS"), Document(null, "GLOWSTACK APS")], new());

        Assert.Equal("Glowstack Reviews", identity.Resolve(new() { Name = "Glowstack ApS" }, isStatement: false).Name);
    }

    [Fact]
    public void A_developer_of_two_apps_stands_for_neither()
    {
        var identity = VendorIdentity.Learn([Document("Glowstack Reviews", "Glowstack ApS"), Document("Glowstack Loyalty", "Glowstack ApS")], new());

        Assert.Equal("Glowstack ApS", identity.Resolve(new() { Name = "Glowstack ApS" }, isStatement: false).Name);
    }

    [Fact]
    public void The_order_of_the_ledger_does_not_matter()
    {
        NormalizedInvoice[] ledger = [Document("Loox", "Loox Online Ltd"), Document(null, "Loox Online"), Document(null, "LOOX"), Document("Loox", "Loox")];

        Assert.All(ledger, document => Assert.Equal(
            VendorIdentity.Learn(ledger, new()).Resolve(document.Vendor, isStatement: false).Key,
            VendorIdentity.Learn(ledger.Reverse(), new()).Resolve(document.Vendor, isStatement: false).Key));
    }

    [Theory]
    [InlineData("quil1post", "quillpost")]
    [InlineData("quilpost", "quillpost")]
    [InlineData("quillpots", "quillpost")]
    [InlineData("klаviyo", "klaviyo")] // a Cyrillic а
    [InlineData("lanternchat", "lantemchat")]
    public void Knows_a_look_alike(string one, string known) => Assert.True(LookAlike.Is(one, known));

    [Theory]
    [InlineData("quillpost", "quillpost")]
    [InlineData("loox", "loop")]
    [InlineData("harborstore1", "harborstore2")]
    [InlineData("dunebackup", "yewsearch")]
    public void Does_not_suspect_names_that_merely_resemble(string one, string known) => Assert.False(LookAlike.Is(one, known));

    [Fact]
    public void Finds_the_look_alike_that_comparing_every_pair_finds() =>
        Gen.String[Gen.Char["abclor01"], 6, 9].Array[2, 30].Sample(names =>
        {
            var identity = VendorIdentity.Learn(names.Select(name => Document(null, name)), new());

            Assert.All(identity.Vendors, vendor => Assert.Equal(
                identity.Vendors.FirstOrDefault(other => other != vendor && LookAlike.Is(vendor.Key, other.Key)),
                identity.LookAlikeOf(vendor)));
        }, iter: 300);

    private static string Resolve(string printed, bool isStatement) => VendorIdentity.Learn(Enumerable.Empty<LedgerName>(), Context).Resolve(new() { Name = printed }, isStatement).Name;

    private static NormalizedInvoice Document(string? canonical, string printed) => new()
    {
        Source = new() { FileName = printed + ".pdf" },
        Vendor = new() { CanonicalName = canonical, Name = printed },
        Invoice = new() { Kind = InvoiceKind.Invoice },
    };
}
