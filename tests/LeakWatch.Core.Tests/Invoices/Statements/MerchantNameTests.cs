using LeakWatch.Core.Invoices.Statements;

namespace LeakWatch.Core.Tests.Invoices.Statements;

public sealed class MerchantNameTests
{
    [Theory]
    [InlineData("SHOPIFY* 12345678", "SHOPIFY")]
    [InlineData("PAYPAL *KLAVIYO", "KLAVIYO")]
    [InlineData("PP*GLOWSTACK 4029357733", "GLOWSTACK")]
    [InlineData("GOOGLE*ADS4567", "GOOGLE ADS")]
    [InlineData("GOOGLE *GSUITE_LINDEN", "GOOGLE GSUITE")]
    [InlineData("BAZAAR.COM*2K4PL77X1 BZR.COM/BILL WA", "BAZAAR.COM")]
    [InlineData("PADDLE.NET* MAILTIDE", "MAILTIDE")]
    public void Names_the_seller_on_the_right_side_of_the_star(string line, string name) => Assert.Equal(name, MerchantName.Of(line));

    [Theory]
    [InlineData("MAILTIDE.IO 866-555-7172 CA", "MAILTIDE.IO")]
    [InlineData("GLOW REVIEWS            COPENHAGEN     DNK", "GLOW REVIEWS")]
    [InlineData("LODESTAR SEO P1234567890", "LODESTAR SEO")]
    [InlineData("PARCELWAVE GMBH BERLIN EUR 85.00 @ 1.0980", "PARCELWAVE GMBH")]
    [InlineData("SKYHOST 650-5553198, US 9.95 USD, 1 USD = 0.88 EUR", "SKYHOST")]
    [InlineData("MART STORE #0602 LONDON", "MART STORE")]
    [InlineData("GLOW REVIEWS CARD xx7731 VALUE DATE: 14/01/2026", "GLOW REVIEWS")]
    [InlineData("Glow Reviews//Kassel/DE 2026-01-04T12:11:09", "Glow Reviews")]
    [InlineData("GLOWSTACK DES:TRANSFER ID:GL-118", "GLOWSTACK")]
    [InlineData("HELPDESKLY.COM/BILLING", "HELPDESKLY.COM")]
    [InlineData("Netzwerk GmbH EREF+RECHNR. 100532580591MREF+KD02", "Netzwerk GmbH")]
    public void Cuts_places_references_and_rates(string line, string name) => Assert.Equal(name, MerchantName.Of(line));

    [Theory]
    [InlineData("POS PURCHASE 02/13 GLOW REVIEWS", "GLOW REVIEWS")]
    [InlineData("CARD PAYMENT TO GLOW REVIEWS", "GLOW REVIEWS")]
    [InlineData("Kartenzahlung Glow Reviews", "Glow Reviews")]
    [InlineData("RECURRING PAYMENT GLOW REVIEWS", "GLOW REVIEWS")]
    [InlineData("POS 7731XXXX LOTUS STATIONERS", "LOTUS STATIONERS")]
    [InlineData("COMPRA 7731 PADARIA CENTRAL", "PADARIA CENTRAL")]
    [InlineData("CARD 7731 CARD FACTORY", "CARD FACTORY")]
    [InlineData("DD HARBOUR TELECOM LTD", "HARBOUR TELECOM LTD")]
    [InlineData("NEFT DR-LOTUS CLOUD INDIA", "LOTUS CLOUD INDIA")]
    [InlineData("ACH D- LOTUS TELECOM", "LOTUS TELECOM")]
    [InlineData("UPI/P2M/600112/LOTUS TEXTILES/Some Bank", "LOTUS TEXTILES")]
    [InlineData("UPI-LOTUS-TIDE LOOMS-7731@somebank", "LOTUS-TIDE LOOMS")]
    [InlineData("ONLINE TRANSFER REF #IB77 TO SAVINGS", "TO SAVINGS")]
    [InlineData("Estorno - Padaria Central", "Padaria Central")]
    public void Cuts_what_the_bank_writes_before_the_merchant(string line, string name) => Assert.Equal(name, MerchantName.Of(line));

    [Theory]
    [InlineData("7-ELEVEN 33411 AUSTIN TX", "7-ELEVEN")]
    [InlineData("3M COMPANY", "3M COMPANY")]
    [InlineData("Card Factory", "Card Factory")]
    [InlineData("Online Labels", "Online Labels")]
    [InlineData("L'ATELIER", "L'ATELIER")]
    [InlineData("네이버 클라우드", "네이버 클라우드")]
    public void Keeps_digits_and_marks_that_belong_to_the_name(string line, string name) => Assert.Equal(name, MerchantName.Of(line));

    [Fact]
    public void A_line_without_a_word_is_its_own_name() => Assert.Equal("123456789", MerchantName.Of("123456789"));
}
