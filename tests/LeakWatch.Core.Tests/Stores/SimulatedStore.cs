using System.Globalization;
using LeakWatch.Core.Invoices;
using LeakWatch.Core.ShopKnowledge;

namespace LeakWatch.Core.Tests.Stores;

public sealed partial class SimulatedStore
{
    private static readonly VendorProfile Shopify = new("Shopify", "Shopify International Limited", "SHOPIFY", "SAAS", "store-platform");

    private static readonly IReadOnlyList<Behaviour> HonestBehaviours =
        [.. HonestSubscriptions.All, .. HonestChanges.All, .. HonestPayments.All, .. HonestEndings.All, .. HonestOddities.All, .. HonestNearMisses.All, .. HonestCardRows.All];

    private readonly StoreFacts _facts;
    private readonly List<VendorBook> _books = [];

    private SimulatedStore(StoreFacts facts) => _facts = facts;

    public int Seed => _facts.Seed;

    public IReadOnlyList<NormalizedInvoice> Ledger { get; private set; } = [];

    public DetectionContext Context { get; private set; } = new();

    public DateOnly AsOf => _facts.AsOf;

    public IReadOnlyList<ExpectedFinding> Expected => [.. _books.SelectMany(book => book.Expected)];

    /// <summary>How many stores a test makes: so many as <c>SIMULATED_STORES</c> says, where it is set.</summary>
    public static int Count(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("SIMULATED_STORES"), NumberStyles.None, CultureInfo.InvariantCulture, out var stores) ? stores : usual;

    /// <summary>A store in which every vendor bills as it should.</summary>
    public static SimulatedStore Honest(int seed) => Build(seed, (random, count) => [.. random.GetItems([.. HonestBehaviours], count)]);

    /// <summary>A store with some leaks and open questions among honest vendors.</summary>
    public static SimulatedStore WithLeaks(int seed) => Build(seed, (random, count) =>
    [
        .. Some(random, PlantedLeaks.All, random.Next(3, 6)),
        .. Some(random, CreditedLeaks.All, random.Next(0, 3)),
        .. Some(random, PlantedQuestions.All, random.Next(0, 4)),
        .. random.GetItems([.. HonestBehaviours], count),
    ]);

    /// <summary>What may be said about a vendor, and the behaviour that was drawn for it.</summary>
    public (Silence Silence, string Behaviour) About(string vendor) =>
        _books.Find(book => book.Vendor.Name == vendor) is { } found ? (found.Silence, found.Behaviour.Name) : (Silence.Total, "nobody the store knows");

    /// <summary>Vendors who charge too much for some days and then put it right.</summary>
    public IReadOnlyList<string> PutRightLater => [.. _books.Where(book => book.Behaviour.IsPutRightLater).Select(book => book.Vendor.Name)];

    /// <summary>The same store as it was known on an earlier day.</summary>
    public (IReadOnlyList<NormalizedInvoice> Ledger, DetectionContext Context) KnownOn(DateOnly day) => (
        [.. Ledger.Where(document => document.Invoice.InvoiceDate <= day)],
        Context with { AsOf = day, InstalledApps = [.. Context.InstalledApps.Where(snapshot => snapshot.SyncedAt <= day)] });

    private static SimulatedStore Build(int seed, Func<Random, int, IReadOnlyList<Behaviour>> draw)
    {
        var random = new Random(seed);
        var currency = VendorBook.Pick(random, ["USD", "USD", "USD", "EUR", "GBP", "JPY", "KRW", "AUD"]);
        var facts = new StoreFacts(seed, currency, new DateOnly(2025, 3, 1).AddDays(random.Next(600)), Months: random.Next(12, 25), HasCard: random.Next(4) > 0);
        var store = new SimulatedStore(facts);
        var vendors = VendorProfile.Drawn(random);
        var behaviours = draw(random, random.Next(20, 32)).Where(behaviour => facts.HasCard || !behaviour.NeedsCard).ToList();
        for (var index = 0; index < behaviours.Count; index++)
        {
            store.Add(behaviours[index], vendors[index], random.Next());
        }

        if (store._books.Exists(book => book.BillRows.Count > 0))
        {
            store.Add(new("Shopify's own plan", ShopifyPlan) { Currency = "USD" }, Shopify, random.Next());
        }

        store.Assemble(random);
        return store;
    }

    private static IEnumerable<Behaviour> Some(Random random, IReadOnlyList<Behaviour> behaviours, int count)
    {
        Behaviour[] all = [.. behaviours];
        random.Shuffle(all);
        return all.Take(count);
    }

    private void Add(Behaviour behaviour, VendorProfile vendor, int seed)
    {
        var random = new Random(seed);
        var other = VendorBook.Pick(random, ["USD", "EUR", "GBP", "JPY", "KRW", "AUD"]);
        var currency = behaviour.Currency ?? (behaviour.InStoreCurrency || random.Next(10) < 6 ? _facts.Currency : other);
        var book = new VendorBook(vendor, behaviour, currency, _facts, random);
        behaviour.Live(book);
        PaperTrail.Lengthen(book);
        _books.Add(book);
    }

    private static void ShopifyPlan(VendorBook book)
    {
        foreach (var cycle in HonestSubscriptions.Cycles(book))
        {
            book.Bill(cycle, 79m, "Grow", "PLAN");
        }
    }

    private void Assemble(Random random)
    {
        var payments = new List<CardRow>();
        var bills = StoreStatements.ShopifyBills(_facts, _books.SelectMany(book => book.BillRows), random, payments).ToList();
        var card = StoreStatements.Card(_facts, _books.SelectMany(book => book.CardRows).Concat(payments), random);
        NormalizedInvoice[] all = [.. _books.SelectMany(book => book.Documents), .. bills, .. card];
        Ledger = [.. Papers.AsTheyArrive([.. all.Where(document => document.Invoice.InvoiceDate <= AsOf)], AsOf, random)];
        Context = new()
        {
            AsOf = AsOf,
            Shop = new() { Id = $"shop_{_facts.Seed}", Currency = _facts.Currency },
            Vendors = [.. _books.Select(Known)],
            Cancellations = [.. _books.SelectMany(book => book.Cancellations)],
            Terms = [.. _books.SelectMany(book => book.ContextTerms)],
            PromisedCredits = [.. _books.SelectMany(book => book.PromisedCredits)],
            InstalledApps = AppLists(),
            Fx = [_facts.Rates()],
        };
    }

    private static VendorContext Known(VendorBook book) => new()
    {
        Name = book.Vendor.Name,
        Category = book.Category,
        Function = book.Vendor.Function,
        Aliases = [book.Vendor.Printed, book.Vendor.CardName, .. book.Aliases],
    };

    private List<InstalledAppsSnapshot> AppLists()
    {
        var apps = _books.Where(book => book.Installed is not null).ToList();
        var days = apps.Count == 0 ? [] : Enumerable.Range(0, _facts.Months * 3).Select(index => AsOf.AddDays(index * -10)).Reverse();
        return [.. days.Select(day => new InstalledAppsSnapshot
        {
            SyncedAt = day,
            Apps = [.. apps.Select(app => app.Installed!(day)).OfType<string>()],
            Uninstalled = [.. apps.Where(app => app.UninstalledAt <= day).Select(app => new UninstalledApp(app.Vendor.Name, app.UninstalledAt!.Value))],
        })];
    }
}
