namespace LeakWatch.Core.Invoices.Reading;

/// <summary>A printed line → a line item: its type, period, cadence and plan, with evidence.</summary>
internal static class LineItemBuilder
{
    private enum Hint { Refund, Credit, Discount, Tax, Weekly, Monthly, Quarterly, Yearly, Usage, OneTime, Subscription }

    private static readonly LabelTable<Hint> Hints = new LabelTable<Hint>()
        .Add(Hint.Refund, "refund|refunded|refund for|erstattung|ruckerstattung|remboursement|reembolso|devolucion|환불|返金")
        .Add(Hint.Credit, "credit|credit for|unused time|unused time on|prorated credit|account credit|gutschrift|guthaben|nicht genutzte zeit|avoir|credit de|temps non utilise|abono|credito|크레딧|미사용 기간|クレジット|未使用期間")
        .Add(Hint.Discount, "discount|coupon|promo|promotion|rabatt|nachlass|remise|rabais|descuento|할인|쿠폰|値引|値引き|割引|% off|korting|sconto")
        .Add(Hint.Tax, "sales tax|vat|tax|gst|mwst|umsatzsteuer|tva|iva|부가세|消費税")
        .Add(Hint.Weekly, "weekly|per week|wochentlich|hebdomadaire|semanal|주간|매주|毎週|週額|/week")
        .Add(Hint.Monthly, "monthly|per month|a month|/month|/mo|/ month|billed monthly|monthly fee|30 days|every 30 days|monatlich|pro monat|mtl|monatsgebuhr|monat|mensuel|mensuelle|par mois|mensual|al mes|por mes|월간|월 이용료|월정액|매월|월 구독|월|月額|毎月|月次|月間|maandelijks|per maand|mensile|mensal")
        .Add(Hint.Quarterly, "quarterly|per quarter|3 months|quartal|vierteljahrlich|pro quartal|trimestriel|trimestral|분기|四半期")
        .Add(Hint.Yearly, "annual|annually|yearly|per year|/year|/yr|12 months|1 year|billed annually|billed yearly|jahrlich|pro jahr|jahresgebuhr|jahresabo|12 monate|annuel|annuelle|par an|anual|al ano|por ano|연간|연 이용료|매년|1년|年間|年額|年次|毎年|12ヶ月|12か月|jaarlijks|per jaar|annuale")
        .Add(Hint.Usage, "usage|overage|overages|metered|additional usage|per request|requests|data transfer|api calls|nutzung|verbrauch|mehrverbrauch|consommation|consumo|사용량|초과 사용|従量|使用量|超過|usage charge|usage charges|additional orders|sms|emails sent")
        .Add(Hint.OneTime, "one time|one off|setup fee|set up fee|onboarding|installation|einmalig|einrichtung|einrichtungsgebuhr|frais de mise en service|mise en service|installation unique|unique|pago unico|alta|일회성|설치비|초기비용|초기 비용|初期費用|一回限り|setup|migration fee")
        .Add(Hint.Subscription, "subscription|plan|abo|abonnement|suscripcion|구독|정기결제|요금제|サブスクリプション|プラン|定期購入|membership|licence|license|lizenz|hosting|seats|saas|mitgliedschaft|tarif|licencia|라이선스|ライセンス");

    public static LineItem Build(PageReading reading, LineDraft draft, int number, string? currency, bool isCredit)
    {
        var description = string.Join(' ', draft.Description.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : draft.First.Text;
        var hints = Hints.FindAll(FoldedText.Of(description)).Select(hint => hint.Meaning).ToHashSet();
        var value = isCredit ? -Math.Abs(draft.Amount.Value) : draft.Amount.Value;
        var type = TypeOf(hints, value, isCredit);
        value = type is LineItemType.Discount && value > 0 ? -value : value;
        var period = PeriodOf(reading, draft, description);
        var cadence = CadenceOf(hints, period);
        return new()
        {
            LineId = $"L{number}",
            Type = type,
            Description = Short(description, 400),
            Quantity = draft.Quantity,
            UnitPrice = draft.UnitPrice is { } price && draft.Quantity is { } quantity && price * quantity == -value && value < 0 ? -price : draft.UnitPrice,
            Amount = value,
            Currency = currency,
            PeriodStart = period?.Start,
            PeriodEnd = period?.End,
            Cadence = cadence,
            IsRecurring = cadence is Cadence.Weekly or Cadence.Monthly or Cadence.Quarterly or Cadence.Yearly ? true : cadence is Cadence.OneTime ? false : hints.Contains(Hint.Subscription) && type is LineItemType.Charge ? true : null,
            PlanName = PlanOf(description),
            ProductCode = draft.Code,
            Evidence = EvidenceOf(reading, draft),
        };
    }

    private static LineItemType TypeOf(HashSet<Hint> hints, decimal value, bool isCredit) =>
        hints.Contains(Hint.Refund) && value < 0 ? LineItemType.Refund
        : isCredit ? LineItemType.Credit
        : value < 0 && hints.Contains(Hint.Discount) ? LineItemType.Discount
        : value < 0 ? LineItemType.Credit
        : LineItemType.Charge;

    private static PeriodText? PeriodOf(PageReading reading, LineDraft draft, string description)
    {
        if (draft.Period is { } column && PeriodText.Find(column, reading.Order, true) is { } printed)
        {
            return printed;
        }

        return PeriodText.Find(Short(description, 390), reading.Order) ?? (description.Length < 200 && IsMonthOfService(description) ? PeriodText.Find(description, reading.Order, true) : null) ?? FromColumns(reading, draft);
    }

    // Start and end in two columns of their own.
    private static PeriodText? FromColumns(PageReading reading, LineDraft draft)
    {
        var dates = draft.First.Cells.Where(cell => cell.Dates.Count == 1 && cell.Text.Length - cell.Dates[0].Length < 3).Select(cell => cell.Dates[0]).ToList();
        return dates is [var first, var last] && last.Date > first.Date && PeriodText.Printed(first.Date, last.Date) is var (start, end)
            ? new(start, end, 0, 0, first.IsAmbiguous || last.IsAmbiguous)
            : null;
    }

    private static bool IsMonthOfService(string description) =>
        Hints.FindAll(FoldedText.Of(description)).Any(hint => hint.Meaning is Hint.Monthly or Hint.Subscription or Hint.Usage or Hint.Quarterly) || description.Contains(" for ", StringComparison.OrdinalIgnoreCase)
        || description.Contains("月分", StringComparison.Ordinal) || description.Contains("월분", StringComparison.Ordinal) || description.Contains('(');

    private static Cadence? CadenceOf(HashSet<Hint> hints, PeriodText? period)
    {
        if (hints.Contains(Hint.Usage))
        {
            return Cadence.Usage;
        }

        if (hints.Contains(Hint.OneTime))
        {
            return Cadence.OneTime;
        }

        var days = period is { } printed ? printed.End.DayNumber - printed.Start.DayNumber : 0;
        return hints.Contains(Hint.Yearly) ? Cadence.Yearly
            : hints.Contains(Hint.Quarterly) ? Cadence.Quarterly
            : hints.Contains(Hint.Monthly) ? Cadence.Monthly
            : hints.Contains(Hint.Weekly) ? Cadence.Weekly
            : !hints.Contains(Hint.Subscription) ? null
            : days switch { 7 => Cadence.Weekly, >= 28 and <= 31 => Cadence.Monthly, >= 89 and <= 92 => Cadence.Quarterly, >= 360 and <= 366 => Cadence.Yearly, _ => null };
    }

    // "Pro plan", "Plan: Pro", "Growth Plan – Monthly": the words up to "plan" in its part of the description.
    private static string? PlanOf(string description)
    {
        foreach (var part in description.Split(['(', ')', '-', '–', '—', ':', ',', '|', '·', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = FoldedText.Of(part);
            foreach (var word in (string[])[" plan", " subscription", " tarif", " abonnement", " 요금제", " プラン", "プラン"])
            {
                if (folded.IndexOf(word, StringComparison.Ordinal) is > 0 and var at && part.Length <= 60)
                {
                    return part[..at].Trim() is { Length: > 1 } plan && plan.Any(char.IsLetter) && Hints.AtStart(FoldedText.Of(plan), 0) is null ? plan : null;
                }
            }
        }

        return null;
    }

    private static Evidence EvidenceOf(PageReading reading, LineDraft draft)
    {
        var rows = reading.Rows.Skip(draft.First.Index).TakeWhile(row => row.Index <= draft.Last.Index && row.Page == draft.First.Page).ToList();
        var box = rows.Aggregate(draft.First.Box, (all, row) => Box.Around(all, row.Box));
        return reading.Text.EvidenceOf(draft.First, draft.Last, box, string.Join('\n', rows.Select(row => row.Text)));
    }

    private static string Short(string text, int length) => text.Length > length ? text[..length] : text;
}
