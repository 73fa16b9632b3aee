namespace LeakWatch.Core.Invoices.Reading;

/// <summary>What the words of a line say about the charge.</summary>
internal enum LineHint { Refund, Credit, Discount, Tax, Weekly, Monthly, Quarterly, Yearly, Usage, OneTime, Subscription, Work }

/// <summary>A line's words, its period and its price → how often it is charged, and under which plan; only what is printed.</summary>
internal static class LineHints
{
    // Metered prices are fractions of a cent or a few cents for each of many units.
    private const decimal SmallPrice = 0.5m;
    private const decimal ManyUnits = 20m;

    private static readonly LabelTable<LineHint> Table = new LabelTable<LineHint>()
        .Add(LineHint.Refund, "refund|refunded|refund for|erstattung|ruckerstattung|remboursement|reembolso|devolucion|환불|返金")
        .Add(LineHint.Credit, "credit|credit for|unused time|unused time on|prorated credit|account credit|gutschrift|guthaben|nicht genutzte zeit|avoir|credit de|temps non utilise|abono|credito|크레딧|미사용 기간|クレジット|未使用期間")
        .Add(LineHint.Discount, "discount|coupon|promo|promotion|rabatt|nachlass|remise|rabais|descuento|할인|쿠폰|値引|値引き|割引|% off|korting|sconto")
        .Add(LineHint.Tax, "sales tax|vat|tax|gst|mwst|umsatzsteuer|tva|iva|부가세|消費税")
        .Add(LineHint.Weekly, "weekly|per week|wochentlich|hebdomadaire|semanal|주간|매주|毎週|週額|/week")
        .Add(LineHint.Monthly, "monthly|per month|a month|/month|/mo|/ month|billed monthly|monthly fee|per mo|per user per month|pcm|monthly rental|monthly retainer|30 days|every 30 days|monatlich|monatl|monatspauschale|monatsbeitrag|monatsabo|pro monat|mtl|monatsgebuhr|monat|mensuel|mensuelle|par mois|mensual|al mes|por mes|월간|월 이용료|월정액|매월|월 구독|월|月額|毎月|月次|月間|mensalidade|mensais|canone mensile|miesiecznie|kuukausimaksu|manedlig|manadsvis|maandelijks|per maand|mensile|mensal")
        .Add(LineHint.Quarterly, "quarterly|per quarter|3 months|quartal|vierteljahrlich|pro quartal|trimestriel|trimestral|분기|四半期")
        .Add(LineHint.Yearly, "annual|annually|yearly|per year|/year|/yr|12 months|1 year|billed annually|billed yearly|jahrlich|pro jahr|jahresgebuhr|jahresabo|12 monate|annuel|annuelle|par an|anual|al ano|por ano|연간|연 이용료|매년|1년|年間|年額|年次|毎年|12ヶ月|12か月|jaarlijks|per jaar|annuale")
        .Add(LineHint.Usage, "usage|overage|overages|metered|additional usage|per request|requests|data transfer|api calls|nutzung|verbrauch|mehrverbrauch|consommation|consumo|사용량|초과 사용|従量|使用量|超過|usage charge|usage charges|additional orders|sms|emails sent")
        .Add(LineHint.OneTime, "one time|one off|setup fee|set up fee|onboarding|installation|einmalig|einrichtung|einrichtungsgebuhr|frais de mise en service|mise en service|installation unique|unique|pago unico|alta|일회성|설치비|초기비용|초기 비용|初期費用|一回限り|setup|migration fee")
        .Add(LineHint.Subscription, "subscription|subscriptions|abbonamento|assinatura|suscripciones|abonnements|seat|per user|per seat|user licenses|workspace plan|retainer|standing charge|월 구독료|구독료|정액|plan|abo|abonnement|suscripcion|구독|정기결제|요금제|サブスクリプション|プラン|定期購入|membership|licence|license|lizenz|hosting|seats|saas|mitgliedschaft|tarif|licencia|라이선스|ライセンス")
        .Add(LineHint.Work, "hours|hour|hrs|consulting|labour|labor|development|design|training|workshop|night|nights|room|repair|travel|expenses|freelance|stunden|std|beratung|arbeitszeit|ubernachtung|reparatur|heures|conseil|formation|nuit|nuitee|deplacement|horas|consultoria|noche|mano de obra|formacion|uren|advies|ore|consulenza|pernottamento|작업|시간|컨설팅|작업비|工数|作業|時間|宿泊");

    private static readonly (string Slash, LineHint Meaning)[] Slashes =
        [("/mo", LineHint.Monthly), ("/month", LineHint.Monthly), ("/mth", LineHint.Monthly), ("/yr", LineHint.Yearly), ("/year", LineHint.Yearly), ("/week", LineHint.Weekly), ("/wk", LineHint.Weekly), ("/monat", LineHint.Monthly), ("/jahr", LineHint.Yearly), ("/mois", LineHint.Monthly), ("/an", LineHint.Yearly), ("/mes", LineHint.Monthly), ("/월", LineHint.Monthly), ("/年", LineHint.Yearly), ("/月", LineHint.Monthly)];

    public static IReadOnlySet<LineHint> Of(string description)
    {
        var folded = FoldedText.Of(description);
        // "2월", "3月": the number makes it a month of the calendar.
        var hints = Table.FindAll(folded).Where(match => !(match.Length == 1 && match.Start > 0 && (char.IsAsciiDigit(folded[match.Start - 1]) || folded[match.Start - 1] is '당' or '今')))
            .Select(match => match.Meaning).ToHashSet();
        foreach (var (slash, meaning) in Slashes)
        {
            if (description.IndexOf(slash, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (at + slash.Length == description.Length || !char.IsLetter(description[at + slash.Length])))
            {
                hints.Add(meaning);
            }
        }

        return hints;
    }

    /// <param name="own">The period the line prints.</param>
    /// <param name="invoice">The period of the whole invoice: it speaks for a line that calls itself a subscription.</param>
    public static Cadence? CadenceOf(IReadOnlySet<LineHint> hints, LineDraft draft, PeriodText? own, PeriodText? invoice)
    {
        if (hints.Contains(LineHint.OneTime))
        {
            return Cadence.OneTime;
        }

        var isMetered = draft is { Quantity: { } quantity, UnitPrice: { } price } && Math.Abs(price) < SmallPrice && quantity >= ManyUnits;
        if (hints.Contains(LineHint.Usage) || (isMetered && (own ?? invoice) is not null && !hints.Overlaps([LineHint.Subscription, LineHint.Monthly, LineHint.Yearly])))
        {
            return Cadence.Usage;
        }

        return hints.Contains(LineHint.Yearly) ? Cadence.Yearly
            : hints.Contains(LineHint.Quarterly) ? Cadence.Quarterly
            : hints.Contains(LineHint.Monthly) ? Cadence.Monthly
            : hints.Contains(LineHint.Weekly) ? Cadence.Weekly
            : own is { } printed && (!hints.Contains(LineHint.Work) || hints.Contains(LineHint.Subscription)) ? OfDays(printed)
            : invoice is { } whole && hints.Contains(LineHint.Subscription) ? OfDays(whole)
            : null;
    }

    private static Cadence? OfDays(PeriodText period) => (period.End.DayNumber - period.Start.DayNumber) switch
    {
        >= 6 and <= 8 => Cadence.Weekly,
        >= 27 and <= 31 => Cadence.Monthly,
        >= 88 and <= 93 => Cadence.Quarterly,
        >= 360 and <= 372 => Cadence.Yearly,
        _ => null,
    };

    // "Pro plan", "Plan: Pro", "Growth Plan – Monthly": the words up to "plan" in its part of the description.
    public static string? PlanOf(string description)
    {
        foreach (var part in description.Split(['(', ')', '-', '–', '—', ':', ',', '|', '·', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = FoldedText.Of(part);
            foreach (var word in (string[])[" plan", " subscription", " tarif", " abonnement", " 요금제", " プラン", "プラン"])
            {
                if (folded.IndexOf(word, StringComparison.Ordinal) is > 0 and var at && part.Length <= 60 && (at + word.Length == folded.Length || !char.IsAsciiLetter(folded[at + word.Length])))
                {
                    return part[..at].Trim() is { Length: > 1 } plan && plan.Any(char.IsLetter) && Table.AtStart(FoldedText.Of(plan), 0) is null ? plan : null;
                }
            }
        }

        return BeforeCadence(description);
    }

    // "Growth (monthly)", "Team – billed annually": a short name with nothing behind it but how often it is paid.
    private static string? BeforeCadence(string description)
    {
        var cut = description.AsSpan().IndexOfAny("(–—-");
        if (cut < 3 || description[..cut].Trim() is not { Length: <= 30 } name || name.Any(char.IsAsciiDigit) || name.Count(c => c == ' ') > 2 || Table.FindAll(FoldedText.Of(name)).Count > 0)
        {
            return null;
        }

        var rest = FoldedText.Of(description[(cut + 1)..]);
        return Table.FindAll(rest) is [{ Meaning: LineHint.Monthly or LineHint.Yearly or LineHint.Quarterly or LineHint.Weekly } only] && rest.Count(char.IsLetter) - only.Length <= 0 ? name : null;
    }
}
