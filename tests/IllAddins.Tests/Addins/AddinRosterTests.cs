using System.Diagnostics;
using IllAddins.Host.Addins;
using Microsoft.Extensions.Logging;

namespace IllAddins.Tests.Addins;

public sealed class AddinRosterTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly AddinsOnDisk disk = new();
    private readonly HandClock clock = new();
    private readonly ListeningLog log = new();
    private readonly AddinRoster roster;

    public AddinRosterTests() => roster = new AddinRoster(new AddinLimits(), clock, log);

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        clock.Hurry();
        await roster.DisposeAsync();
        disk.Dispose();
    }

    [Fact]
    public async Task A_good_add_in_runs_and_all_that_it_registered_is_there_with_its_name()
    {
        disk.Lay("GoodAddin");

        await StartAsync();

        var entry = Assert.Single(roster.Entries);
        Assert.Equal(
            new AddinEntry
            {
                Name = "GoodAddin",
                Folder = disk.Under("GoodAddin"),
                Version = "2.3.1",
                ContractVersion = "1.0",
                State = new AddinState.Running(),
                Contributes = new AddinContribution { Sweeps = 1, Screens = 1, Panels = 1, Verbs = 2 },
                Hash = FolderSignature.Hash(disk.Under("GoodAddin")),
            },
            entry);
        Assert.Equal(("GoodAddin", "Versions"), (Assert.Single(roster.Sweeps).Addin, roster.Sweeps[0].Item.Name));
        Assert.Equal(("GoodAddin", "good-screen"), (Assert.Single(roster.Screens).Addin, roster.Screens[0].Item.Name));
        Assert.Equal(("GoodAddin", "good-panel"), (Assert.Single(roster.Panels).Addin, roster.Panels[0].Item.Name));
    }

    [Fact]
    public async Task Two_versions_of_a_private_package_live_side_by_side_and_the_native_library_is_the_add_ins_own()
    {
        disk.Lay("GoodAddin");
        // A stage of its own: other tests of this process load copies of the same library at the same time.
        var stage = Path.Combine(Path.GetTempPath(), $"illaddins-natives-{Guid.NewGuid():N}");
        roster.Grounds = new AddinGrounds { Stage = new AddinStage(stage) };
        await StartAsync();

        var report = await Assert.Single(roster.Sweeps).Item.RunAsync(Some.Site, CancellationToken.None);

        Assert.Equal("""{"Answer":42,"Newtonsoft":"12.0.0.0"}""", Assert.Single(report.Errors).Message);
        Assert.Equal(new Version(13, 0, 0, 0), typeof(Newtonsoft.Json.JsonConvert).Assembly.GetName().Version);
        using var process = Process.GetCurrentProcess();
        var natives = process.Modules.Cast<ProcessModule>().Select(module => module.FileName).Where(name => name.Contains("e_sqlite3", StringComparison.Ordinal));
        var own = Assert.Single(natives, name => name.StartsWith(stage, StringComparison.Ordinal));
        Assert.Equal(File.ReadAllBytes(disk.Under("GoodAddin", Path.GetFileName(own))), File.ReadAllBytes(own));

        await roster.StopAllAsync();
        Assert.False(File.Exists(own), $"The copy of the native library, '{own}', was left behind.");
    }

    [Fact]
    public async Task Log_and_database_are_the_hosts_own_types_even_beside_private_copies_of_them_and_of_the_contract()
    {
        disk.Lay("GoodAddin");
        foreach (var shared in new[] { typeof(IAddin).Assembly, typeof(ILogger).Assembly, typeof(System.Data.Common.DbDataSource).Assembly })
            File.Copy(shared.Location, disk.Under("GoodAddin", Path.GetFileName(shared.Location)));

        await StartAsync();

        Assert.IsType<AddinState.Running>(Assert.Single(roster.Entries).State);
        Assert.Equal(
            ["Information: GoodAddin keeps its tables in a SqliteConnection.", "Information: GoodAddin 2.3.1 runs: 1 sweep, 1 screen, 1 panel, 2 verbs."],
            log.Lines);
    }

    [Fact]
    public async Task What_is_refused_or_fails_costs_the_others_nothing()
    {
        disk.Lay("GoodAddin");
        disk.Lay("Misbehaving");
        disk.Lay("ThrowsInConstructor");
        disk.Write("This is no assembly.", "TextFile", "TextFile.dll");
        disk.Write(new PaperAssembly { Name = "LaterContract", Contract = new Version(1, 7, 0, 0) });

        await StartAsync("throw on start");

        Assert.Equal(["GoodAddin", "LaterContract", "Misbehaving", "TextFile", "ThrowsInConstructor"], roster.Entries.Select(entry => entry.Name));
        Assert.IsType<AddinState.Running>(roster.Entries[0].State);
        Assert.Equal(
            new AddinState.Refused { Why = "LaterContract was built for contract 1.7; this host speaks 1.0. Update the host, or rebuild the add-in against 1.0." },
            roster.Entries[1].State);
        Assert.Equal(("3.2.1.0", "1.7"), (roster.Entries[1].Version, roster.Entries[1].ContractVersion));
        Assert.Equal(
            $"Misbehaving failed in its start: InvalidOperationException: The table Loans is missing. The host goes on without it; mend or remove '{disk.Under("Misbehaving")}'.",
            Faulted("Misbehaving").Why);
        Assert.Equal(
            new AddinState.Refused { Why = $"TextFile is no .NET assembly: '{disk.Under("TextFile", "TextFile.dll")}' is a file of another kind, or half of one. Copy the add-in's built TextFile.dll there again." },
            roster.Entries[3].State);
        Assert.Equal(
            $"ThrowsInConstructor failed in its constructor: InvalidOperationException: The licence file is missing. The host goes on without it; mend or remove '{disk.Under("ThrowsInConstructor")}'.",
            Faulted("ThrowsInConstructor").Why);
        Assert.Equal(["GoodAddin"], roster.Sweeps.Select(sweep => sweep.Addin));
    }

    [Fact]
    public async Task The_details_of_a_fault_name_the_failing_line_for_admins()
    {
        disk.Lay("Misbehaving");

        await StartAsync("throw on start");

        Assert.Contains("at Misbehaving.Misbehaving.StartAsync", Faulted("Misbehaving").Details, StringComparison.Ordinal);
        Assert.Contains("Misbehaving.cs:line ", Faulted("Misbehaving").Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hang on start")]
    [InlineData("block on start")]
    public async Task An_add_in_that_never_finishes_its_start_is_left_behind_with_nothing_registered(string how)
    {
        disk.Lay("Misbehaving");

        await StartAsync(how, sweepRegistered: clock.Hurry);

        Assert.Equal(
            new AddinState.Faulted
            {
                Why = $"Misbehaving did not finish its start within 30 seconds. It ignored the cancellation and is left running. The host goes on without it; mend or remove '{disk.Under("Misbehaving")}'.",
                Details = "",
            },
            Assert.Single(roster.Entries).State);
        Assert.Empty(roster.Sweeps);
    }

    [Fact]
    public async Task A_screen_that_another_add_in_has_is_refused()
    {
        disk.Lay("GoodAddin");
        disk.Lay("Misbehaving");
        AddinRegistrations? second = null;

        await roster.StartAllAsync(
            disk.Folder,
            (name, registrations) => new BareAddinHost(name, second = registrations, log) { SweepRegistered = () => RegisterGoodScreen(name, second!) },
            CancellationToken.None);

        Assert.Equal(
            $"Misbehaving failed in its start: InvalidOperationException: Misbehaving registers the screen 'good-screen', a name that GoodAddin uses already. Rename it, e.g. to 'misbehaving-good-screen'. The host goes on without it; mend or remove '{disk.Under("Misbehaving")}'.",
            Faulted("Misbehaving").Why);
    }

    [Fact]
    public async Task Stopping_withdraws_what_was_contributed()
    {
        disk.Lay("GoodAddin");
        await StartAsync();

        await roster.StopAllAsync();

        Assert.Equal(new AddinState.Stopped(), Assert.Single(roster.Entries).State);
        Assert.Equal(AddinContribution.None, roster.Entries[0].Contributes);
        Assert.Empty(roster.Sweeps);
        Assert.Empty(roster.Screens);
        Assert.Empty(roster.Panels);
    }

    [Fact]
    public async Task A_failing_stop_is_a_fault_in_words()
    {
        disk.Lay("Misbehaving");
        await StartAsync("throw on stop");

        await roster.StopAllAsync();

        Assert.Equal("Misbehaving failed in its stop: InvalidOperationException: The queue is not empty.", Faulted("Misbehaving").Why);
        Assert.Empty(roster.Sweeps);
    }

    [Fact]
    public async Task A_stop_that_never_ends_is_not_waited_for()
    {
        disk.Lay("Misbehaving");
        await StartAsync("hang on stop");
        clock.Hurry();

        await roster.StopAllAsync();

        Assert.Equal("Misbehaving did not finish its stop within 10 seconds. It ignored the cancellation and is left running.", Faulted("Misbehaving").Why);
    }

    [Fact]
    public async Task A_cancelled_start_leaves_nothing_registered()
    {
        disk.Lay("Misbehaving");
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StartAsync("hang on start", () => { cancel.Cancel(); clock.Hurry(); }, cancel.Token));

        Assert.Equal(new AddinState.Stopped(), Assert.Single(roster.Entries).State);
        Assert.Empty(roster.Sweeps);
    }

    [Fact]
    public async Task A_missing_folder_is_answered_and_logged()
    {
        var path = disk.Under("nowhere");

        var scan = await roster.StartAllAsync(path, (name, registrations) => new BareAddinHost(name, registrations, log), CancellationToken.None);

        Assert.Equal([$"Error: {Assert.IsType<AddinScan.NoFolder>(scan).Message}"], log.Lines);
    }

    [Theory]
    [InlineData("throw on a thread")]
    [InlineData("throw in a timer")]
    [InlineData("throw in async void")]
    public async Task An_exception_on_an_add_ins_own_thread_is_contained_and_shown(string how)
    {
        UnhandledAddinExceptions.Install();
        disk.Lay("Misbehaving");

        await StartAsync(how);

        var message = await log.FirstErrorAsync();
        Assert.Equal(
            "Misbehaving failed on a thread of its own: InvalidOperationException: The courier's timetable is gone. What that thread did is not finished; the add-in goes on.",
            message);
        var entry = Assert.Single(roster.Entries);
        Assert.Equal((1, message, clock.GetUtcNow()), (entry.Failures, entry.LastFailure?.Message, entry.LastFailure?.At));
        Assert.Contains("at Misbehaving.Misbehaving.Fail()", entry.LastFailure?.Details, StringComparison.Ordinal);
        Assert.IsType<AddinState.Running>(entry.State);
    }

    [Fact]
    public async Task An_exception_in_work_that_the_host_began_still_ends_the_process()
    {
        disk.Lay("Misbehaving");
        await StartAsync("throw in a sweep");

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => roster.Sweeps[0].Item.RunAsync(Some.Site, CancellationToken.None));
        var own = await Assert.ThrowsAsync<InvalidOperationException>(() => Task.Run(() => throw new InvalidOperationException("The host's own.")));

        Assert.False(UnhandledAddinExceptions.Contain(thrown));
        Assert.False(UnhandledAddinExceptions.Contain(own));
    }

    private Task<AddinScan> StartAsync(string how = "", Action? sweepRegistered = null, CancellationToken cancellationToken = default) => roster.StartAllAsync(
        disk.Folder,
        (name, registrations) => new BareAddinHost(name, registrations, log)
        {
            Settings = { ["Misbehaving:How"] = how },
            SweepRegistered = sweepRegistered ?? (() => { }),
        },
        cancellationToken);

    private AddinState.Faulted Faulted(string addin) => Assert.IsType<AddinState.Faulted>(roster.Entries.Single(entry => entry.Name == addin).State);

    private static void RegisterGoodScreen(string addin, AddinRegistrations registrations)
    {
        if (addin == "Misbehaving")
            registrations.Add(Some.Screen("good-screen"));
    }
}
