using System.Text;
using LeakWatch.Data;
using LeakWatch.Providers;
using LeakWatch.Tests.Extraction;
using LeakWatch.Tests.Services;
using Microsoft.EntityFrameworkCore;

namespace LeakWatch.Tests.Documents;

/// <summary>What only the bytes show: found by the worker, said with its code, and nothing of it is kept as an invoice.</summary>
public sealed class WrongFilesTests(PostgresService postgres) : WorkerShopTests(postgres)
{
    public static TheoryData<string, byte[], string, string> Files() => new()
    {
        { "invoice.pdf", [.. "MZ\u0090\0"u8, .. new byte[500]], "REJECTED", "UNSUPPORTED_FILE_TYPE" },
        { "invoice.pdf", [0x7F, .. "ELF"u8, .. new byte[500]], "REJECTED", "UNSUPPORTED_FILE_TYPE" },
        { "long.pdf", Fixtures.PdfOfPages(21, (50, 50, "Invoice 7")), "REJECTED", "FILE_TOO_MANY_PAGES" },
        { "bomb.pdf", Fixtures.FlateBomb(250), "REJECTED", "FILE_TOO_LARGE" },
        { "cut.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<</Type/Cata"), "EXTRACTION_FAILED", "FILE_CORRUPT" },
        { "empty.csv", Encoding.ASCII.GetBytes("\n"), "EXTRACTION_FAILED", "TEXT_EMPTY" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_not_what_it_should_be_ends_with_its_code_and_no_rows(string name, byte[] content, string state, string code)
    {
        await shop.UploadAsync(name, content);

        await RunAllAsync();

        Assert.Equal($"{state} {code}", await EndAsync());
    }

    [Fact]
    public async Task Bytes_that_changed_in_the_store_are_noticed_and_not_read()
    {
        var version = await shop.UploadAsync("invoice.csv", Encoding.ASCII.GetBytes("Date,Description,Amount\n2026-01-03,KESTREL,19.00\n"));
        await File.WriteAllTextAsync(PathOf(version), "Date,Description,Amount\n2026-01-03,KESTREL,91.00\n", Token);

        await RunAllAsync();

        Assert.Equal("REJECTED CHECKSUM_MISMATCH", await EndAsync());
    }

    [Fact]
    public async Task Bytes_that_went_missing_in_the_store_can_be_uploaded_again()
    {
        var version = await shop.UploadAsync("invoice.csv", Encoding.ASCII.GetBytes("Date,Description,Amount\n2026-01-03,KESTREL,19.00\n"));
        File.Delete(PathOf(version));

        await RunAllAsync();

        Assert.Equal("EXTRACTION_FAILED UPLOAD_MISSING", await EndAsync());
    }

    private async Task RunAllAsync()
    {
        await using var worker = WorkerHost.Build(database, folder.FullName);
        await worker.RunAllAsync(shop);
    }

    /// <summary>Of the only document; with it nothing else may have come into the world.</summary>
    private async Task<string> EndAsync()
    {
        Assert.Equal((0, 0, 0, 0), await shop.AskAsync(async db => (await db.Jobs.CountAsync(Token), await db.Invoices.CountAsync(Token), await db.ExtractedTexts.CountAsync(Token), await db.Findings.CountAsync(Token))));
        var version = await shop.AskAsync(db => db.DocumentVersions.SingleAsync(Token));
        return $"{ScreamingSnakeText<DocumentState>.Write(version.State)} {version.ErrorCode}";
    }

    private string PathOf(DocumentVersion version) => Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories)
        .Single(path => path.Contains(Path.GetFileName(FileKeys.Original(shop.OrganizationId, shop.ShopId, version.Id)), StringComparison.Ordinal) && new FileInfo(path).Length == version.SizeBytes);
}
