using System.Text.RegularExpressions;

namespace IllAddins.Tests.Architecture;

public sealed partial class RoomTests
{
    // From the top of the house to its foundation: a room imports only rooms after it.
    private static readonly string[] HostRooms = ["Cli", "Web", "Rehearsals", "Addins", "Scheduling", "Scripting", "Import", "Requests", "Data", "Wording"];

    private static readonly string[] AddinRooms = ["NoticeVerbs", "Foresights", "ContactForm", "Notices", "Delays", "Delivery", "Letters", "Decisions"];

    public static TheoryData<string, string> Packages => new()
    {
        { "System.CommandLine", "host/IllAddins.Host/Cli/|host/IllAddins.Host/Program.cs" },
        { "McMaster.NETCore.Plugins", "host/IllAddins.Host/Addins/" },
        { "KeraLua", "host/IllAddins.Host/Scripting/KeraLua/" },
        { "MoonSharp", "host/IllAddins.Host/Scripting/MoonSharp/" },
        { "Ical.Net", "host/IllAddins.Host/Scripting/Calendars/" },
        { "CsvHelper", "host/IllAddins.Host/Import/" },
        { "Microsoft.Data.Sqlite", "host/IllAddins.Host/Data/" },
        { "Microsoft.AspNetCore", "host/IllAddins.Host/Web/|host/IllAddins.Host/Cli/|host/IllAddins.Testing/" },
        { "MailKit", "addins/CustomerContact/Delivery/" },
        { "MimeKit", "addins/CustomerContact/Delivery/" },
        { "SpreadCheetah", "addins/CustomerContact/ContactForm/Exports/" },
        { "Microsoft.OData", "addins/WebPlatform/Filters/" },
        { "SkiaSharp", "addins/CustomerContact/Letters/Skia/" },
        { "PdfSharpCore", "addins/CustomerContact/Letters/PdfSharp/" },
        { "HarfBuzzSharp", "addins/CustomerContact/Letters/Shaping/|addins/CustomerContact/Letters/PdfSharp/" },
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_is_named_in_its_room_alone(string package, string rooms)
    {
        var users = Repository.Files("host", ".cs", ".razor").Concat(Repository.Files("addins", ".cs"))
            .Where(file => Repository.Lines(file).Any(line => Regex.IsMatch(line, $@"^\s*@?(global )?using (static )?{Regex.Escape(package)}\b")));

        Assert.DoesNotContain(users, file => !rooms.Split('|').Any(room => file.StartsWith(room, StringComparison.Ordinal)));
    }

    [Fact]
    public void Rooms_of_the_host_import_only_rooms_below_them() => Assert.Empty(Upward("host/IllAddins.Host", "IllAddins.Host", HostRooms));

    [Fact]
    public void Rooms_of_the_core_addin_import_only_rooms_below_them() =>
        Assert.Empty(Upward("addins/CustomerContact", "IllAddins.CustomerContact", AddinRooms));

    [Fact]
    public void The_web_platform_knows_the_contract_alone() =>
        Assert.DoesNotContain(
            Repository.Files("addins/WebPlatform", ".cs", ".csproj"),
            file => Repository.Lines(file).Any(line => line.Contains("IllAddins.Host", StringComparison.Ordinal) || line.Contains("CustomerContact", StringComparison.Ordinal)));

    [Fact]
    public void The_clock_is_read_in_Program_alone()
    {
        var readers = Repository.Files("host", ".cs", ".razor").Concat(Repository.Files("addins", ".cs"))
            .Where(file => Repository.Lines(file).Any(line => Clock().IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

        Assert.Equal(["host/IllAddins.Host/Program.cs"], readers);
    }

    private static IEnumerable<string> Upward(string folder, string space, string[] rooms) =>
        from room in rooms.Select((name, depth) => (Name: name, Depth: depth))
        where Directory.Exists(Path.Combine(Repository.Root, folder, room.Name))
        from file in Repository.Files($"{folder}/{room.Name}", ".cs", ".razor")
        from line in Repository.Lines(file)
        let used = Regex.Match(line, $@"^\s*@?using (?:static )?{Regex.Escape(space)}\.(\w+)")
        where used.Success && Array.IndexOf(rooms, used.Groups[1].Value) is >= 0 and var depth && depth < room.Depth
        select $"{file}: {line.Trim()}";

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|TimeProvider\.System")]
    private static partial Regex Clock();
}
