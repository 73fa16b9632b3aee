using System.Globalization;
using LeakWatch.Core.Documents;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

public sealed class TermSentencesTests
{
    [Theory]
    [InlineData("The price of your Growth plan will increase to $59.00 on March 1, 2026.", TermKind.PriceAnnounced)]
    [InlineData("Ab dem 01.03.2026 beträgt der neue Preis 59,00 € im Monat.", TermKind.PriceAnnounced)]
    [InlineData("À partir du 1er mars 2026, le nouveau tarif sera de 59,00 € par mois.", TermKind.PriceAnnounced)]
    [InlineData("A partir del 1 de marzo de 2026 el nuevo precio será de 59,00 € al mes.", TermKind.PriceAnnounced)]
    [InlineData("2026년 3월 1일부터 요금이 인상되어 월 59,000원으로 변경됩니다.", TermKind.PriceAnnounced)]
    [InlineData("2026年3月1日より料金改定により月額5,900円となります。", TermKind.PriceAnnounced)]
    public void Finds_an_announced_price_and_its_day(string sentence, TermKind kind)
    {
        var term = Assert.Single(TermsOf(sentence), term => term.Kind == kind);

        Assert.Equal(new DateOnly(2026, 3, 1), term.From);
        Assert.Contains(term.Amount, (decimal?[])[59m, 59_000m, 5_900m]);
    }

    [Theory]
    [InlineData("Your annual plan renews automatically on April 30, 2026 for 12 months at $588.00.")]
    [InlineData("Ihr Vertrag verlängert sich automatisch am 30.04.2026 um 12 Monate.")]
    [InlineData("Votre abonnement se renouvelle automatiquement le 30 avril 2026 pour 12 mois.")]
    [InlineData("Su suscripción se renueva automáticamente el 30 de abril de 2026 por 12 meses.")]
    [InlineData("구독은 2026년 4월 30일에 12개월 동안 자동 갱신됩니다.")]
    [InlineData("ご契約は2026年4月30日に12ヶ月間自動更新されます。")]
    public void Finds_a_renewal_its_day_and_its_length(string sentence)
    {
        var term = Assert.Single(TermsOf(sentence), term => term.Kind is TermKind.AutoRenew);

        Assert.Equal((new DateOnly(2026, 4, 30), new DateOnly(2027, 4, 30)), (term.From, term.Until));
    }

    [Theory]
    [InlineData("You may cancel with 30 days notice before the end of the term.")]
    [InlineData("Die Kündigungsfrist beträgt 30 Tage zum Laufzeitende.")]
    [InlineData("Le préavis de résiliation est de 30 jours avant l'échéance.")]
    [InlineData("El preaviso de cancelación es de 30 días.")]
    [InlineData("해지를 원하시면 갱신 30일 전까지 알려 주시기 바랍니다.")]
    [InlineData("解約をご希望の場合は更新日の30日前までにご連絡ください。")]
    public void Finds_the_notice_period_in_days(string sentence) =>
        Assert.Equal(30, Assert.Single(TermsOf(sentence), term => term.Kind is TermKind.NoticePeriod).Days);

    [Theory]
    [InlineData("We confirm the cancellation of your subscription. It ends on December 31, 2025.")]
    [InlineData("Hiermit bestätigen wir die Kündigung Ihres Vertrags. Er endet am 31.12.2025.")]
    [InlineData("구독 해지가 완료되었습니다. 서비스는 2025년 12월 31일에 종료됩니다.")]
    [InlineData("解約手続きが完了しました。サービスは2025年12月31日に終了します。")]
    public void The_first_day_without_service_follows_the_last_one_named(string sentence) =>
        Assert.Equal(new DateOnly(2026, 1, 1), Assert.Single(TermsOf(sentence), term => term.Kind is TermKind.CancellationConfirmed).From);

    [Fact]
    public void A_plan_that_does_not_renew_is_no_renewal() =>
        Assert.Equal([TermKind.NoAutoRenew], TermsOf("This plan does not renew automatically and ends on April 30, 2026.").Select(term => term.Kind));

    [Fact]
    public void Quotes_the_sentence_as_it_stands() =>
        Assert.Equal("You may cancel with 30 days notice.", Assert.Single(TermsOf("You may cancel with 30 days notice.")).Evidence!.Excerpt);

    [Theory]
    [InlineData("Your cancellation", "2026-01-09")]
    [InlineData("Fwd: Your cancellation", null)] // written by somebody else, some day before
    public void A_mail_that_prints_no_date_has_its_own(string subject, string? date)
    {
        var mail = PrintedPage.Of("We confirm the cancellation of your subscription. It ends on 31 January 2026.") with
        {
            Type = DocumentType.Mail,
            Mail = new("Quillpost", "billing@quillpost.example", subject, new(2026, 1, 9, 23, 30, 0, TimeSpan.FromHours(-5))),
        };

        var notice = Assert.Single(InvoiceReader.Read(mail, new() { FileName = "mail.eml" }).Value!);

        Assert.Equal(date, notice.Invoice.InvoiceDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static IReadOnlyList<Term> TermsOf(string sentence) => PrintedPage.Read($"""
        Hello from Fernhill Apps.

        {sentence}
        """).Terms;
}
