using System.Buffers;
using System.Collections.Concurrent;
using LeakWatch.Providers;
using LeakWatch.Providers.Smtp;
using LeakWatch.Tests.Services;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace LeakWatch.Tests.Providers;

/// <summary>Mail to a real SMTP server.</summary>
public sealed class SmtpMailerTests : IAsyncLifetime
{
    private static readonly OutgoingMail Mail = new(
        "operations@example.com, night@example.com",
        "ALERT jobs fail: 7 % ✓",
        "6 of 80 attempts failed.\nSecond line.\n"
    );

    private readonly int port = ServerProcess.FreePort();
    private readonly CancellationTokenSource stop = new();
    private readonly Mailbox mailbox = new();
    private Task running = Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        var services = new ServiceProvider();
        services.Add(mailbox);
        var server = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder()
                .ServerName("localhost")
                .Endpoint(endpoint => endpoint.Endpoint(new(System.Net.IPAddress.Loopback, port)))
                .Build(),
            services
        );
        running = server.StartAsync(stop.Token);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    [Fact]
    public async Task The_mail_arrives_as_it_is_and_is_named()
    {
        var sent = await Mailer().SendAsync(Mail, Token);

        var received = Assert.Single(mailbox.Received);
        Assert.Equal(received.MessageId, sent.Value);
        Assert.Equal(
            "LeakWatch <leakwatch@example.com>",
            received.From.ToString().Replace("\"", "", StringComparison.Ordinal)
        );
        Assert.Equal(["operations@example.com", "night@example.com"], received.To.Mailboxes.Select(to => to.Address));
        Assert.Equal(
            (Mail.Subject, Mail.Text.TrimEnd()),
            (received.Subject, received.TextBody!.ReplaceLineEndings("\n").TrimEnd())
        );
    }

    [Fact]
    public async Task A_mail_that_the_server_refuses_for_good_is_an_answer_with_its_reason()
    {
        mailbox.Answer = new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "no such mailbox here");

        var sent = await Mailer().SendAsync(Mail, Token);

        Assert.Equal("MAIL_REFUSED", sent.Error?.Code);
        Assert.Contains("no such mailbox here", sent.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_that_is_no_address_is_refused() =>
        Assert.Equal("MAIL_REFUSED", (await Mailer().SendAsync(Mail with { To = "nobody" }, Token)).Error?.Code);

    [Fact]
    public async Task What_the_server_cannot_do_now_may_be_tried_again()
    {
        mailbox.Answer = new SmtpResponse(SmtpReplyCode.InsufficientStorage, "the disk is full");

        await Assert.ThrowsAsync<VendorUnavailableException>(() => Mailer().SendAsync(Mail, Token));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_outage()
    {
        var nowhere = new SmtpMailer(
            new(new($"smtp://127.0.0.1:{ServerProcess.FreePort()}"), "leakwatch@example.com"),
            new FakeTimeProvider()
        );

        await Assert.ThrowsAsync<VendorUnavailableException>(() => nowhere.SendAsync(Mail, Token));
    }

    private SmtpMailer Mailer() =>
        new(new(new($"smtp://127.0.0.1:{port}"), "LeakWatch <leakwatch@example.com>"), new FakeTimeProvider());

    private sealed class Mailbox : MessageStore
    {
        public ConcurrentQueue<MimeMessage> Received { get; } = new();

        public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var content = new MemoryStream(buffer.ToArray());
            Received.Enqueue(await MimeMessage.LoadAsync(content, cancellationToken));
            return Answer;
        }
    }
}
