using LeakWatch.Documents;

namespace LeakWatch.Tests.Documents;

public sealed class UploadRulesTests
{
    private static readonly string Sha256 = new('a', 64);

    [Theory]
    [InlineData(1)]
    [InlineData(20_971_520)]
    public void A_file_of_up_to_20_MB_may_be_uploaded(long bytes) =>
        Assert.Null(UploadRules.Check("invoice.pdf", bytes, Sha256));

    [Theory]
    [InlineData(0, "VALIDATION_ERROR")]
    [InlineData(20_971_521, "FILE_TOO_LARGE")]
    public void An_empty_file_and_a_byte_more_are_refused(long bytes, string code) =>
        Assert.Equal(code, UploadRules.Check("invoice.pdf", bytes, Sha256)?.Code);

    [Theory]
    [InlineData(63)]
    [InlineData(65)]
    public void A_checksum_of_another_length_is_refused(int digits) =>
        Assert.Equal("VALIDATION_ERROR", UploadRules.Check("invoice.pdf", 1, new('a', digits))?.Code);
}
