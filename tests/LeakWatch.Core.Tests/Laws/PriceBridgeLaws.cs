using CsCheck;
using LeakWatch.Core.Findings;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.Ledger;
using LeakWatch.Core.Vendors;

namespace LeakWatch.Core.Tests.Laws;

public sealed class PriceBridgeLaws
{
    private static readonly ExchangeTable Rates = new([new() { Base = "USD", Rates = new Dictionary<string, DecimalValue> { ["EUR"] = new(0.92m), ["JPY"] = new(150m) } }]);

    /// <summary>One recurring line, with whatever else an invoice may carry.</summary>
    private sealed record Bill(DateOnly Start, int Days, decimal Price, int Quantity)
    {
        public string Plan { get; init; } = "Team";

        public string Currency { get; init; } = "USD";

        public decimal DiscountPercent { get; init; }

        public decimal TaxPercent { get; init; }

        public decimal Credit { get; init; }

        public decimal OneOff { get; init; }

        public decimal Prorated { get; init; }

        /// <summary>In euros, printed with the rate.</summary>
        public decimal Original { get; init; }

        public bool IsUsage { get; init; }

        public decimal Total => Document().Total;

        public StreamPeriod Period()
        {
            var document = Document();
            return new(new(Start, Start.AddDays(Days)), isPrinted: true, [document.Lines[0]]);
        }

        private LedgerDocument Document()
        {
            var digits = Currencies.MinorUnits(Currency);
            decimal Round(decimal amount) => Math.Round(amount, digits, MidpointRounding.AwayFromZero);
            var price = Math.Max(1m, Round(Price));
            var charged = price * Quantity;
            var lines = new List<LineItem>
            {
                Line("L1", LineItemType.Charge, Plan, charged) with
                {
                    PlanName = Plan, Quantity = Quantity, UnitPrice = price, PeriodStart = Start, PeriodEnd = Start.AddDays(Days), IsRecurring = true, Cadence = IsUsage ? Cadence.Usage : null,
                },
            };
            Add(lines, LineItemType.Credit, "Goodwill credit", -Round(Credit));
            Add(lines, LineItemType.Charge, "Migration", Round(OneOff));
            Add(lines, LineItemType.Charge, "Remaining time", Round(Prorated));
            lines = [.. lines.Select(line => line.Description is "Remaining time" ? line with { PlanName = Plan, PeriodStart = Start.AddDays(-10), PeriodEnd = Start } : line)];
            var discount = Round(charged * DiscountPercent / 100m);
            var net = lines.Sum(line => line.Amount!.Value) - discount;
            var tax = Math.Max(0m, Round(net * TaxPercent / 100m));
            return new(
                new()
                {
                    Source = new() { FileName = "x.pdf" },
                    Vendor = new() { Name = "Stitchboard" },
                    Invoice = new()
                    {
                        Kind = InvoiceKind.Invoice,
                        InvoiceDate = Start,
                        Currency = Currency,
                        DiscountAmount = discount,
                        TaxAmount = tax,
                        TotalAmount = net + tax,
                        Notes = Original == 0m ? null : FormattableString.Invariant($"EUR {Original:0.00} @ {(net + tax) / Original:0.0000}"),
                    },
                    LineItems = lines,
                },
                new Vendor("stitchboard", "Stitchboard"),
                new());
        }

        private void Add(List<LineItem> lines, LineItemType type, string description, decimal amount)
        {
            if (amount != 0m)
            {
                lines.Add(Line("L" + (lines.Count + 1), type, description, amount) with { IsRecurring = false, Cadence = type is LineItemType.Charge ? Cadence.OneTime : null });
            }
        }

        private LineItem Line(string id, LineItemType type, string description, decimal amount) => new()
        {
            LineId = id,
            Type = type,
            Description = description,
            Amount = amount,
            Currency = Currency,
            Evidence = new() { Kind = EvidenceKind.PdfTextSpan, Excerpt = description },
        };
    }

    private static readonly Gen<Bill> Bills =
        from day in Gen.Int[0, 300]
        from days in Choice.Of(7, 12, 28, 30, 31, 91, 365)
        from price in Gen.Int[1, 50_000]
        from quantity in Gen.Int[1, 40]
        from plan in Choice.Of("Team", "Team", "Team", "Enterprise")
        from currency in Choice.Of("USD", "USD", "USD", "EUR", "JPY")
        from discount in Choice.Of(0m, 0m, 10m, 33m)
        from tax in Choice.Of(0m, 19m, 20m)
        from credit in Gen.Int[-300, 300]
        from oneOff in Gen.Int[-30_000, 30_000]
        from prorated in Gen.Int[-3000, 3000]
        from original in Gen.Int[-30_000, 30_000]
        from isUsage in Choice.Of(false, false, true)
        select new Bill(new DateOnly(2025, 1, 1).AddDays(day), days, price / 100m, quantity)
        {
            Plan = plan,
            Currency = currency,
            DiscountPercent = discount,
            TaxPercent = tax,
            IsUsage = isUsage,
            Credit = Math.Max(0, credit) / 100m,
            OneOff = Math.Max(0, oneOff) / 100m,
            Prorated = Math.Max(0, prorated) / 100m,
            Original = Math.Max(0, original) / 100m,
        };

    [Fact]
    public void The_parts_add_up_to_the_change_of_the_invoice_to_the_cent() => Bills.Select(Bills).Sample(
        (earlier, later) =>
        {
            later = later with { Currency = earlier.Currency };
            Assert.Equal(later.Total - earlier.Total, Parts(earlier, later).Sum(part => part.Amount));
        },
        iter: 5000);

    [Fact]
    public void The_parts_add_up_to_the_change_in_the_later_currency() => Bills.Select(Bills).Sample(
        (earlier, later) => Assert.Equal(
            Math.Round(later.Total - Rates.Convert(earlier.Total, earlier.Currency, later.Currency, earlier.Start)!.Value, Currencies.MinorUnits(later.Currency), MidpointRounding.AwayFromZero),
            Parts(earlier, later).Sum(part => part.Amount)),
        iter: 5000);

    [Fact]
    public void The_parts_add_up_whatever_was_stated() => Bills.Select(Bills, Gen.Int[1, 60_000]).Sample(
        (earlier, later, stated) =>
        {
            later = later with { Currency = earlier.Currency };
            var term = new StatedTerm(new() { Kind = TermKind.PriceAnnounced, Amount = stated / 100m, From = later.Start }, null, null);
            Assert.Equal(later.Total - earlier.Total, Parts(earlier, later, term).Sum(part => part.Amount));
        },
        iter: 5000);

    [Fact]
    public void Equal_periods_have_no_parts() => Bills.Sample(bill => Assert.Empty(Parts(bill, bill)));

    [Fact]
    public void No_part_is_named_twice_or_is_nothing() => Bills.Select(Bills).Sample((earlier, later) =>
    {
        var parts = Parts(earlier, later);
        Assert.Equal(parts.Count, parts.Select(part => part.Part).Distinct().Count());
        Assert.DoesNotContain(parts, part => part.Amount == 0m);
    });

    [Fact]
    public void More_units_at_the_same_price_leave_nothing_unexplained() => Gen.Int[1, 9].Select(Gen.Int[1, 9]).Sample((few, many) =>
        Assert.DoesNotContain(Parts(January(13m, few) with { TaxPercent = 20 }, February(13m, many) with { TaxPercent = 20 }), part => part.Part is BridgeReason.Unexplained));

    [Fact]
    public void An_exchange_rate_that_moved_leaves_nothing_unexplained() => Gen.Int[500, 90_000].Select(Gen.Int[80, 140], Gen.Int[80, 140]).Sample((euros, first, second) =>
    {
        decimal Dollars(int rate) => Math.Round(euros * rate / 10_000m, 2, MidpointRounding.AwayFromZero);
        Assert.All(
            Parts(January(Dollars(first)) with { Original = euros / 100m }, February(Dollars(second)) with { Original = euros / 100m }),
            part => Assert.Equal(BridgeReason.Fx, part.Part));
    });

    [Fact]
    public void What_stands_beside_a_charge_changes_nothing_of_what_is_unexplained() => Bills.Select(Bills).Sample((earlier, later) =>
    {
        (earlier, later) = (Alone(earlier), Alone(later) with { Currency = earlier.Currency });
        Assert.Equal(Unexplained(earlier, later), Unexplained(earlier with { Credit = 2m, OneOff = 99m }, later with { Credit = 5m, OneOff = 10m, Prorated = 7m }));
    });

    private static decimal Unexplained(Bill earlier, Bill later) => PriceBridge.Unexplained(earlier.Period(), later.Period(), [], Rates);

    private static Bill Alone(Bill bill) => bill with { Credit = 0m, OneOff = 0m, Prorated = 0m, DiscountPercent = 0m, Original = 0m };

    private static Bill January(decimal price, int quantity = 1) => new(new(2025, 1, 1), 31, price, quantity);

    private static Bill February(decimal price, int quantity = 1) => new(new(2025, 2, 1), 28, price, quantity);

    private static IReadOnlyList<BridgePart> Parts(Bill earlier, Bill later, params StatedTerm[] terms) => PriceBridge.Between(earlier.Period(), later.Period(), terms, Rates);
}
