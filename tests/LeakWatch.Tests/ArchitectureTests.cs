using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using LeakWatch.Core;
using LeakWatch.Extraction;

namespace LeakWatch.Tests;

/// <summary>The walls between rooms: what stands in <see cref="Walls"/> and nothing else, in both projects.</summary>
public sealed partial class ArchitectureTests
{
    private const string Program = "LeakWatch";
    private const string Sandbox = "LeakWatch.Extraction.Sandbox";

    // What takes untrusted bytes apart. MimeKit is not among them: our own mail is written with it.
    private static readonly string[] Parsers =
    [
        "UglyToad.PdfPig.",
        "SkiaSharp.",
        "AngleSharp.",
        "System.IO.Compression.ZipArchive",
    ];

    private static readonly Architecture Product = new ArchLoader()
        .LoadAssemblies(typeof(DocumentExtractor).Assembly, typeof(Money).Assembly)
        .Build();

    private static readonly ILookup<string, (string From, string To)> Uses = FindUses();

    public static TheoryData<string> Rooms => [.. Walls.Rooms.Keys];

    // What top-level statements use is hidden in a type that the compiler makes.
    public static TheoryData<string> RoomsWithTypes => [.. Walls.Rooms.Keys.Where(room => room != Program)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_that_its_row_names(string room) =>
        Assert.Empty(Uses[room].Where(use => !Walls.Rooms[room].Contains(use.To)).Select(use => use.From).Order());

    [Theory]
    [MemberData(nameof(RoomsWithTypes))]
    public void A_row_names_no_room_that_is_not_used(string room) =>
        Assert.Empty(Walls.Rooms[room].Except(Uses[room].Select(use => use.To)));

    [Fact]
    public void Every_type_is_in_a_room_of_the_table() =>
        Assert.Empty(OwnTypes().Select(RoomOf).Distinct().Except(Walls.Rooms.Keys));

    [Fact]
    public void ARCHITECTURE_shows_the_same_table() =>
        Assert.Equal(
            Walls.Rooms.Select(row => $"{ShortName(row.Key)}: {string.Join(' ', row.Value.Select(ShortName))}"),
            ShownRow()
                .Matches(File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md")))
                .Select(row => $"{row.Groups["room"].Value}: {row.Groups["uses"].Value.Replace("`", "", StringComparison.Ordinal)}")
                .Select(row => row.Replace(": nothing", ": ", StringComparison.Ordinal))
        );

    [Fact]
    public void No_room_uses_itself_through_others()
    {
        foreach (var room in Walls.Rooms.Keys)
        {
            var reached = new HashSet<string>(Walls.Rooms[room]);
            for (var count = 0; count != reached.Count; )
            {
                count = reached.Count;
                reached.UnionWith(reached.SelectMany(other => Walls.Rooms[other]).ToList());
            }

            Assert.DoesNotContain(room, reached);
        }
    }

    [Fact]
    public void Only_the_sandbox_touches_the_parsers_of_untrusted_bytes() =>
        Assert.Equal([Sandbox], UsersOf(name => Parsers.Any(parser => name.StartsWith(parser, StringComparison.Ordinal))).Distinct());

    [Fact]
    public void Only_the_program_starts_the_sandbox() =>
        Assert.DoesNotContain(
            UsersOf(name => name.StartsWith(Sandbox, StringComparison.Ordinal)),
            room => room is not (Sandbox or Program)
        );

    private static string ShortName(string room) => room == Program ? room : room[(Program.Length + 1)..];

    [GeneratedRegex(@"^\| `(?<room>[A-Z][\w.]*)` \| [^|]+ \| (?<uses>nothing|(?:`[\w.]+` ?)+) \|$", RegexOptions.Multiline)]
    private static partial Regex ShownRow();

    private static IEnumerable<string> UsersOf(Func<string, bool> isMeant) =>
        OwnTypes()
            .Where(type => type.Dependencies.Any(use => isMeant(use.Target.FullName)))
            .Select(RoomOf);

    private static bool IsWithin(string name, string room) =>
        name == room || name.StartsWith(room + ".", StringComparison.Ordinal);

    private static ILookup<string, (string From, string To)> FindUses() =>
        (
            from type in OwnTypes()
            let room = RoomOf(type)
            from use in type.Dependencies
            where IsOwn(use.Target)
            let other = RoomOf(use.Target)
            where other != room
            select (room, Use: (From: $"{type.FullName} uses {use.Target.FullName}", To: other))
        )
            .Distinct()
            .ToLookup(found => found.room, found => found.Use);

    private static IEnumerable<IType> OwnTypes() => Product.Types.Where(IsOwn);

    private static string RoomOf(IType type) => IsProgram(type) ? Program : Walls.RoomOf(type.Namespace.FullName);

    // A type parameter carries the namespace of whoever declared one of its name first.
    private static bool IsOwn(IType type) =>
        type is not GenericParameter && (IsProgram(type) || IsWithin(type.Namespace?.FullName ?? "", Program));

    // Top-level statements are in no namespace.
    private static bool IsProgram(IType type) =>
        type.FullName == nameof(Program) || type.FullName.StartsWith(nameof(Program) + "+", StringComparison.Ordinal);
}
