using IllAddins.Host.Addins;

namespace IllAddins.Tests.Addins;

public sealed class AddinReloadTests
{
    [Fact]
    public async Task An_add_in_that_is_dropped_while_the_host_runs_is_taken_when_its_files_rest()
    {
        await using var shifting = new ShiftingRoster();
        await shifting.StartAsync();
        shifting.Disk.Lay("Shifting");

        await shifting.Roster.LookAsync(CancellationToken.None);
        Assert.IsType<AddinState.Stopped>(shifting.Shifting.State);
        await shifting.Roster.LookAsync(CancellationToken.None);

        Assert.Equal("1.0.0", await shifting.VersionAsync());
    }

    [Fact]
    public async Task Another_version_takes_over_up_and_down_and_the_one_before_is_stopped()
    {
        await using var shifting = await ShiftingRoster.StartedAsync();
        var first = shifting.Endpoint("Version").Item;

        shifting.Disk.Lay("ShiftingLater", "Shifting");
        await shifting.LookTwiceAsync();
        Assert.Equal(("2.0.0", "2.0.0"), (await shifting.VersionAsync(), shifting.Shifting.Version));
        shifting.Disk.Lay("Shifting");
        await shifting.LookTwiceAsync();

        Assert.Equal("1.0.0", await shifting.VersionAsync());
        Assert.Contains("Information: Shifting: 2.0.0 has taken over from 1.0.0, an upgrade; calls under way end on the version before.", shifting.Log.Lines);
        Assert.Contains("Information: Shifting: 1.0.0 has taken over from 2.0.0, a downgrade; calls under way end on the version before.", shifting.Log.Lines);
        await shifting.Roster.StopAllAsync();
        Assert.Equal("stopped", System.Text.Encoding.UTF8.GetString((await first.AnswerAsync(null!, CancellationToken.None)).Body.Span));
    }

    [Fact]
    public async Task A_call_under_way_ends_on_the_version_before_and_one_that_waited_goes_to_the_new_one()
    {
        await using var shifting = await ShiftingRoster.StartedAsync();
        var waited = shifting.Endpoint("Version");
        var underWay = shifting.DoAsync("wait");

        shifting.Disk.Lay("ShiftingLater", "Shifting");
        await shifting.LookTwiceAsync();

        Assert.Equal("2.0.0", ShiftingRoster.Said(await shifting.CallAsync(waited)));
        Assert.False(underWay.IsCompleted);
        Assert.Equal(1, shifting.Shifting.OldGenerations);
        await shifting.Roster.StopAllAsync();
        Assert.Equal("Shifting was stopped while endpoint 'Do' ran; what it had not done yet is not done.", Assert.IsType<AddinOutcome<EndpointAnswer>.Failed>(await underWay).Message);
    }

    public static TheoryData<string> Spoilt => ["half", "text", "later contract", "later framework", ".NET Framework", "empty folder", "failing start", "another name"];

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task The_version_that_runs_goes_on_when_what_replaces_it_is_not_fit_and_the_reason_is_shown(string how)
    {
        await using var shifting = await ShiftingRoster.StartedAsync();

        var reason = Spoil(shifting.Disk, how);
        await shifting.LookTwiceAsync();

        Assert.Equal(("1.0.0", new AddinState.Running()), (await shifting.VersionAsync(), shifting.Shifting.State));
        Assert.StartsWith("1.0.0 runs on; the files that lie there now are not in use. ", shifting.Shifting.Kept, StringComparison.Ordinal);
        Assert.Contains(reason, shifting.Shifting.Kept, StringComparison.Ordinal);
        Assert.DoesNotContain("without it", shifting.Shifting.Kept, StringComparison.Ordinal);

        Directory.Delete(shifting.Disk.Under("Shifting"), recursive: true);
        shifting.Disk.Lay("ShiftingLater", "Shifting");
        await shifting.LookTwiceAsync();
        Assert.Equal(("2.0.0", null), (await shifting.VersionAsync(), shifting.Shifting.Kept));
    }

    [Fact]
    public async Task A_dependency_that_is_missing_in_the_new_files_is_named_and_the_version_before_goes_on()
    {
        await using var shifting = new ShiftingRoster();
        shifting.Disk.Lay("GoodAddin");
        await shifting.StartAsync();

        File.Delete(shifting.Disk.Under("GoodAddin", "Newtonsoft.Json.dll"));
        await shifting.LookTwiceAsync();

        var good = Assert.Single(shifting.Roster.Entries);
        Assert.IsType<AddinState.Running>(good.State);
        Assert.Contains("Newtonsoft.Json", good.Kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_still_change_are_waited_for()
    {
        await using var shifting = await ShiftingRoster.StartedAsync();
        for (var part = 0; part < 5; part++)
        {
            shifting.Disk.Lay("ShiftingLater", "Shifting");
            await shifting.Roster.LookAsync(CancellationToken.None);
            Assert.Equal("1.0.0", await shifting.VersionAsync());
        }

        await shifting.Roster.LookAsync(CancellationToken.None);
        Assert.Equal("2.0.0", await shifting.VersionAsync());
    }

    [Fact]
    public async Task An_add_in_whose_folder_is_removed_is_stopped_and_one_that_comes_back_runs_anew()
    {
        await using var shifting = await ShiftingRoster.StartedAsync();
        Directory.Move(shifting.Disk.Under("Shifting"), shifting.Disk.Under(".Shifting"));
        await shifting.Roster.LookAsync(CancellationToken.None);
        Assert.Equal("1.0.0", await shifting.VersionAsync());
        await shifting.Roster.LookAsync(CancellationToken.None);
        Assert.Empty(shifting.Roster.Endpoints);

        Directory.Move(shifting.Disk.Under(".Shifting"), shifting.Disk.Under("Shifting"));
        // The one before may still be stopping; until it has ended, nothing is started in its place.
        while (shifting.Roster.Endpoints.Count == 0)
            await shifting.Roster.LookAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("1.0.0", await shifting.VersionAsync());
    }

    [Fact]
    public async Task A_folder_that_is_gone_as_a_whole_stops_nothing()
    {
        await using var shifting = await ShiftingRoster.StartedAsync();
        Directory.Move(shifting.Disk.Folder, shifting.Disk.Folder + "-away");
        await shifting.LookTwiceAsync();

        Assert.Equal("1.0.0", await shifting.VersionAsync());
        Assert.Single(shifting.Log.Lines, line => line.StartsWith("Error: There is no add-ins folder", StringComparison.Ordinal));
        Directory.Move(shifting.Disk.Folder + "-away", shifting.Disk.Folder);
    }

    [Theory]
    [InlineData("Shifting-old")]
    [InlineData("shifting")]
    public async Task A_second_copy_is_reported_and_the_first_goes_on(string folder)
    {
        await using var shifting = await ShiftingRoster.StartedAsync();
        shifting.Disk.Lay("ShiftingLater", folder);
        if (folder == "shifting")
            File.Move(shifting.Disk.Under("shifting", "Shifting.dll"), shifting.Disk.Under("shifting", "shifting.dll"));
        await shifting.LookTwiceAsync();

        var copy = shifting.Roster.Entries.Single(entry => entry.Name == folder);
        Assert.Equal(
            new AddinState.Refused { Why = $"'{shifting.Disk.Under(folder)}' holds a second copy of Shifting (2.0.0); the one that counts is 1.0.0 in '{shifting.Disk.Under("Shifting")}'. Remove one of the two folders." },
            copy.State);
        Assert.Equal("1.0.0", await shifting.VersionAsync());
    }

    private static string Spoil(AddinsOnDisk disk, string how)
    {
        var file = disk.Under("Shifting", "Shifting.dll");
        switch (how)
        {
            case "half":
                File.WriteAllBytes(file, File.ReadAllBytes(file)[..3000]);
                return "half of one";
            case "text":
                File.WriteAllText(file, "This is no assembly.");
                return "a file of another kind";
            case "later contract":
                disk.Write(new PaperAssembly { Name = "Shifting", Contract = new Version(1, 7, 0, 0) });
                return "was built for contract 1.7";
            case "later framework":
                disk.Write(new PaperAssembly { Name = "Shifting", Framework = ".NETCoreApp,Version=v11.0" });
                return "was built for .NET 11.0";
            case ".NET Framework":
                disk.Write(new PaperAssembly { Name = "Shifting", Framework = ".NETFramework,Version=v4.8" });
                return "was built for .NET Framework 4.8";
            case "empty folder":
                foreach (var each in Directory.GetFiles(disk.Under("Shifting")))
                    File.Delete(each);
                return "Shifting has no assembly";
            case "failing start":
                disk.Lay("ShiftingLater", "Shifting");
                disk.Write("", "Shifting", "broken.txt");
                return "Shifting failed in its start: InvalidOperationException: The file broken.txt lies here.";
            default:
                File.Copy(Path.Combine(AddinsOnDisk.Built("Misbehaving"), "Misbehaving.dll"), file, overwrite: true);
                return "holds the assembly Misbehaving";
        }
    }
}
