using System.Net;
using LeakWatch.Providers;
using LeakWatch.Providers.Local;
using LeakWatch.Providers.Mailgun;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace LeakWatch.Tests.Providers;

public sealed class MailerTests : IAsyncLifetime
{
    private static readonly OutgoingMail Mail = new("operations@example.com, night@example.com", "ALERT jobs fail: 7 % ✓", "6 of 80 attempts failed.\nSecond line.\n");

    private FakeMailgun mailgun = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => mailgun = await FakeMailgun.StartAsync();

    public ValueTask DisposeAsync() => mailgun.DisposeAsync();

    [Fact]
    public async Task Mailgun_gets_the_mail_as_it_is_and_names_it()
    {
        var sent = await SendAsync(mailgun.Options, Mail);

        Assert.Equal("<1@actions.leakwatch.example>", sent.Value);
        Assert.Equal(
            [("from", "LeakWatch Actions <actions@leakwatch.example>"), ("to", Mail.To), ("subject", Mail.Subject), ("text", Mail.Text), ("o:tracking", "no")],
            mailgun.Sent.Single().Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public async Task A_mail_that_Mailgun_refuses_is_an_answer_with_its_reason()
    {
        var sent = await SendAsync(mailgun.Options, Mail with { To = "nobody" });

        Assert.Equal("MAIL_REFUSED", sent.Error?.Code);
        Assert.Contains("to parameter is not a valid address", sent.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task What_Mailgun_cannot_do_now_may_be_tried_again(HttpStatusCode status)
    {
        mailgun.Outage = status;

        await Assert.ThrowsAsync<VendorUnavailableException>(() => SendAsync(mailgun.Options, Mail));
    }

    [Fact]
    public async Task A_wrong_key_is_named_and_not_shown()
    {
        var refused = await Assert.ThrowsAsync<VendorUnavailableException>(() => SendAsync(mailgun.Options with { ApiKey = "key-of-somebody-else" }, Mail));

        Assert.Contains("MAILGUN_API_KEY", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key-of-somebody-else", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mailgun_that_is_not_there_is_an_outage()
    {
        await mailgun.StopAsync();

        await Assert.ThrowsAsync<VendorUnavailableException>(() => SendAsync(mailgun.Options, Mail));
    }

    [Theory]
    [InlineData("key with space", "actions.example", "a@example.com", null, "MAILGUN_API_KEY")]
    [InlineData("key", "not a domain", "a@example.com", null, "MAILGUN_DOMAIN")]
    [InlineData("key", "actions.example", "nobody", null, "MAIL_FROM")]
    [InlineData("key", "actions.example", "a@example.com", "http://mail.example", "MAILGUN_BASE_URL")]
    public void An_account_that_cannot_be_used_says_which_variable(string key, string domain, string from, string? url, string variable)
    {
        var options = new MailgunOptions(key, domain, from);

        Assert.StartsWith(variable, Assert.Single((url is null ? options : options with { BaseUrl = new(url) }).Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_vendor_mail_lies_in_a_folder_as_files_that_mail_programs_open()
    {
        var folder = Directory.CreateTempSubdirectory("leakwatch-outbox-");
        var outbox = new LocalOutbox(Path.Combine(folder.FullName, "outbox"), new FakeTimeProvider(new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero)));

        var sent = await outbox.SendAsync(Mail, Token);

        using var message = await MimeMessage.LoadAsync(Path.Combine(folder.FullName, "outbox", sent.Value!), Token);
        Assert.Equal((Mail.Subject, Mail.Text, "operations@example.com, night@example.com"), (message.Subject, message.TextBody!.ReplaceLineEndings("\n"), message.To.ToString().Replace("\"", "", StringComparison.Ordinal)));
        Assert.StartsWith("20260302-180000-", sent.Value, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_mail_to_nobody_is_refused_there_too() =>
        Assert.Equal("MAIL_REFUSED", (await new LocalOutbox(Path.GetTempPath(), TimeProvider.System).SendAsync(Mail with { To = "" }, Token)).Error?.Code);

    private static async Task<Core.Result<string>> SendAsync(MailgunOptions options, OutgoingMail mail)
    {
        await using var services = new ServiceCollection().AddMailgun(options).BuildServiceProvider();
        return await services.GetRequiredService<IMailer>().SendAsync(mail, Token);
    }
}
