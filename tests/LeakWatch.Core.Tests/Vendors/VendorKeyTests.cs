using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Vendors;

public sealed class VendorKeyTests
{
    [Theory]
    [InlineData("Klaviyo, Inc.", "klaviyo")]
    [InlineData("KLAVIYO  INC", "klaviyo")]
    [InlineData("Jetty Tools B.V.", "jettytools")]
    [InlineData("Mistral Translate S.A.S.", "mistraltranslate")]
    [InlineData("Xenia CRM Pty Ltd", "xeniacrm")]
    [InlineData("Harbor Trading Co., Ltd.", "harbortrading")]
    [InlineData("Parcelwave GmbH", "parcelwave")]
    [InlineData("주식회사 하늘택배연동", "하늘택배연동")]
    [InlineData("(주)하늘문자", "하늘문자")]
    [InlineData("株式会社さくら在庫", "さくら在庫")]
    [InlineData("Ｋｕｍｏ　ＰＯＳ", "kumopos")]
    [InlineData("Café Größe Oy", "cafégröße")]
    public void Leaves_what_tells_a_company_apart(string name, string key) => Assert.Equal(key, VendorKey.Of(name));

    [Theory]
    [InlineData("Co")]
    [InlineData("Limited")]
    [InlineData("AS")]
    public void Keeps_a_name_that_is_nothing_but_a_legal_form(string name) => Assert.Equal(name.ToLowerInvariant(), VendorKey.Of(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" -*- ")]
    public void Is_empty_without_a_letter_or_digit(string? name) => Assert.Equal("", VendorKey.Of(name));

    [Theory]
    [InlineData("SHOPIFY* 12345", "shopify")]
    [InlineData("PAYPAL *KLAVIYO", "klaviyo")]
    [InlineData("SQ *Corner Bakery", "cornerbakery")]
    [InlineData("GOOGLE*ADS4567", "googleads")]
    [InlineData("GOOGLE*ADS4567", "google")]
    [InlineData("LANTERNCHAT", "lanternchat")]
    public void Names_every_vendor_a_statement_text_may_stand_for(string text, string key) => Assert.Contains(key, VendorKey.OfStatementText(text));
}
