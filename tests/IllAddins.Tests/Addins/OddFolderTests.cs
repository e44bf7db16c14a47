using System.Diagnostics;
using IllAddins.Host.Addins;

namespace IllAddins.Tests.Addins;

/// <summary>What people and their tools leave in an add-ins folder beside add-ins.</summary>
public sealed class OddFolderTests
{
    [Fact]
    public async Task A_link_within_a_folder_is_not_followed_and_is_told()
    {
        await using var shifting = new ShiftingRoster();
        shifting.Disk.Lay("Shifting");
        Directory.CreateSymbolicLink(shifting.Disk.Under("Shifting", "everything"), "/");
        Directory.CreateSymbolicLink(shifting.Disk.Under("Shifting", "itself"), ".");
        shifting.Disk.Write("", "Astray", "Readme.txt");
        File.CreateSymbolicLink(shifting.Disk.Under("Astray", "Astray.dll"), "/nowhere/Astray.dll");

        await shifting.StartAsync();

        Assert.Equal(
            $"Shifting is not examined: '{shifting.Disk.Under("Shifting", "everything")}' is a link, which may lead anywhere and change unseen; within an add-in's folder links are not followed. Lay what it points at there instead.",
            Why(shifting, "Shifting"));
        Assert.StartsWith($"Astray is not examined: '{shifting.Disk.Under("Astray", "Astray.dll")}' is a link, ", Why(shifting, "Astray"), StringComparison.Ordinal);

        Directory.Delete(shifting.Disk.Under("Shifting", "everything"));
        Directory.Delete(shifting.Disk.Under("Shifting", "itself"));
        await shifting.LookTwiceAsync();
        Assert.Equal("1.0.0", await shifting.VersionAsync());
    }

    [Fact]
    public async Task A_folder_that_is_a_link_to_an_add_in_is_one()
    {
        using var elsewhere = new AddinsOnDisk();
        elsewhere.Lay("Shifting");
        await using var shifting = new ShiftingRoster();
        Directory.CreateSymbolicLink(shifting.Disk.Under("Shifting"), elsewhere.Under("Shifting"));

        await shifting.StartAsync();

        Assert.Equal("1.0.0", await shifting.VersionAsync());
    }

    [Fact]
    public async Task A_pipe_or_a_device_is_not_waited_for()
    {
        await using var shifting = new ShiftingRoster();
        shifting.Disk.Lay("Shifting");
        shifting.Disk.Write("x", "Piped", "Readme.txt");
        await PipeAsync(shifting.Disk.Under("Shifting", "notes.txt"));
        await PipeAsync(shifting.Disk.Under("Piped", "Piped.dll"));

        await shifting.StartAsync();

        Assert.Equal("1.0.0", await shifting.VersionAsync());
        Assert.StartsWith("Piped is no .NET assembly: ", Why(shifting, "Piped"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_thousand_files_are_an_add_in_and_more_than_ten_thousand_are_none()
    {
        await using var shifting = new ShiftingRoster();
        shifting.Disk.Lay("Shifting");
        Fill(shifting.Disk.Under("Shifting"), 2000);
        Fill(shifting.Disk.Under("Heap"), 10_001);

        await shifting.StartAsync();

        Assert.Equal("1.0.0", await shifting.VersionAsync());
        Assert.Equal(
            $"Heap is not examined: '{shifting.Disk.Under("Heap")}' holds more than 10000 files; expected the build output of one add-in. Move what does not belong to it elsewhere.", Why(shifting, "Heap"));
    }

    [Fact]
    public void A_file_whose_name_climbs_out_of_its_folder_is_copied_under_its_own_name()
    {
        using var disk = new AddinsOnDisk();
        var above = Directory.CreateTempSubdirectory("illaddins-stage-").FullName;
        using var stage = new AddinStage(Path.Combine(above, "stage"));
        disk.Write("x", "Climber", @"..\..\..\evil.txt");
        disk.Write("x", "Climber", "-rf.dll");

        var copy = stage.Copy(disk.Candidate("Climber"));

        Assert.Equal(["-rf.dll", @"..\..\..\evil.txt"], Directory.GetFiles(copy.Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.False(File.Exists(Path.Combine(above, "evil.txt")));
        Directory.Delete(above, recursive: true);
    }

    [Fact]
    public async Task Links_in_a_circle_are_no_folders_and_a_folder_without_an_assembly_says_so()
    {
        await using var shifting = new ShiftingRoster();
        shifting.Disk.Lay("Shifting");
        shifting.Disk.Write("x", "Deep", "Readme.txt");
        Directory.CreateSymbolicLink(shifting.Disk.Under("Round"), "Around");
        Directory.CreateSymbolicLink(shifting.Disk.Under("Around"), "Round");

        await shifting.StartAsync();

        Assert.Equal("1.0.0", await shifting.VersionAsync());
        Assert.StartsWith("Deep has no assembly: ", Why(shifting, "Deep"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_assembly_is_examined_to_an_end_whatever_is_damaged()
    {
        using var disk = new AddinsOnDisk();
        disk.Lay("Shifting");
        var (path, candidate, host) = (disk.Under("Shifting", "Shifting.dll"), disk.Candidate("Shifting"), HostFacts.OfThisProcess());
        var whole = File.ReadAllBytes(path);
        var random = new Random(20261128);
        for (var time = 0; time < 300; time++)
        {
            var damaged = whole[..(time % 5 == 0 ? random.Next(whole.Length) : whole.Length)];
            for (var spot = 0; spot < 1 + time % 40 && damaged.Length > 0; spot++)
                damaged[random.Next(Math.Min(damaged.Length, time % 2 == 0 ? 1024 : damaged.Length))] = (byte)random.Next(256);
            File.WriteAllBytes(path, damaged);

            Assert.NotNull(AddinPreflight.Examine(candidate, host));
        }
    }

    private static void Fill(string folder, int files)
    {
        Directory.CreateDirectory(folder);
        for (var file = 0; file < files; file++)
            File.WriteAllText(Path.Combine(folder, $"{file}.txt"), "x");
    }

    private static async Task PipeAsync(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        await made.WaitForExitAsync();
        Assert.Equal(0, made.ExitCode);
    }

    private static string? Why(ShiftingRoster shifting, string addin) => AddinStateWords.Why(shifting.Roster.Entries.Single(entry => entry.Name == addin).State);
}
