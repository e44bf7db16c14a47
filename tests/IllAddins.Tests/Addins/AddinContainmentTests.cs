using IllAddins.Host.Addins;
using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.Addins;

public sealed class AddinContainmentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("illaddins-contain-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Failures_in_a_row_park_an_add_in_and_a_call_that_works_between_them_ends_the_row()
    {
        await using var shifting = await ShiftingRoster.StartedAsync(new AddinLimits { FailuresToPark = 3 });
        await shifting.DoAsync("throw");
        await shifting.DoAsync("throw");
        await shifting.DoAsync("answer");
        await shifting.DoAsync("throw");
        await shifting.DoAsync("throw");
        Assert.IsType<AddinState.Running>(shifting.Shifting.State);

        await shifting.DoAsync("throw");

        var parked = Assert.IsType<AddinState.Faulted>(shifting.Shifting.State);
        Assert.Equal(
            "Shifting is parked: 3 calls in a row failed, the last one so: Shifting failed in endpoint 'Do': InvalidOperationException: The printer is out of paper. It is started again by itself after a while; mend its cause, then have it tried at once.",
            parked.Why);
        Assert.Contains("at Shifting.Shifting.DoAsync", parked.Details, StringComparison.Ordinal);
        Assert.Equal((true, shifting.Clock.GetUtcNow().AddMinutes(5), 5), (parked.Parked, parked.RetryAt, shifting.Shifting.Failures));
        Assert.Empty(shifting.Roster.Endpoints);

        shifting.Clock.Pass(TimeSpan.FromMinutes(5));
        await shifting.Roster.LookAsync(CancellationToken.None);
        Assert.Equal("1.0.0", await shifting.VersionAsync());
    }

    [Fact]
    public async Task A_failure_is_shown_with_its_stack_and_costs_the_others_nothing()
    {
        await using var shifting = await ShiftingRoster.StartedAsync();
        var failed = Assert.IsType<AddinOutcome<EndpointAnswer>.Failed>(await shifting.DoAsync("throw"));

        Assert.Equal((failed.Message, 1), (shifting.Shifting.LastFailure?.Message, shifting.Shifting.Failures));
        Assert.Contains("Shifting.cs:line ", shifting.Shifting.LastFailure!.Details, StringComparison.Ordinal);
        Assert.Equal("1.0.0", await shifting.VersionAsync());
    }

    [Fact]
    public async Task Disabled_by_somebody_stays_so_through_restarts_and_upgrades_until_it_is_enabled()
    {
        var orders = await OrdersAsync();
        await using (var first = await ShiftingRoster.StartedAsync(grounds: Grounds(orders)))
        {
            await orders.DisableAsync("shifting", "ann", CancellationToken.None);
            await first.Roster.LookAsync(CancellationToken.None);
            await first.Roster.StopAllAsync();
            Assert.Equal("ann", Assert.IsType<AddinState.Disabled>(first.Shifting.State).By);
        }

        await using var second = await ShiftingRoster.StartedAsync(grounds: Grounds(orders));
        second.Disk.Lay("ShiftingLater", "Shifting");
        await second.LookTwiceAsync();
        Assert.Equal("ann", Assert.IsType<AddinState.Disabled>(second.Shifting.State).By);

        await orders.EnableAsync("Shifting", "bob", CancellationToken.None);
        await second.Roster.LookAsync(CancellationToken.None);

        Assert.Equal("2.0.0", await second.VersionAsync());
        Assert.Equal(["Enabled by bob", "Disabled by ann"], (await orders.LogAsync(9, CancellationToken.None)).Select(entry => $"{entry.Entry} by {entry.By}"));
    }

    [Fact]
    public async Task A_retry_brings_up_what_failed_to_start()
    {
        var orders = await OrdersAsync();
        await using var shifting = new ShiftingRoster(grounds: Grounds(orders));
        var cause = Path.Combine(folder, "cause");
        shifting.Disk.Lay("Misbehaving");
        File.WriteAllText(cause, "");
        await shifting.Roster.StartAllAsync(
            shifting.Disk.Folder,
            (name, registrations) => new BareAddinHost(name, registrations, shifting.Log) { Settings = { ["Misbehaving:How"] = File.Exists(cause) ? "throw on start" : "" } },
            CancellationToken.None);
        Assert.IsType<AddinState.Faulted>(Assert.Single(shifting.Roster.Entries).State);

        File.Delete(cause);
        await shifting.LookTwiceAsync();
        Assert.IsType<AddinState.Faulted>(Assert.Single(shifting.Roster.Entries).State);
        await orders.RetryAsync("Misbehaving", "ann", CancellationToken.None);
        await shifting.Roster.LookAsync(CancellationToken.None);

        Assert.IsType<AddinState.Running>(Assert.Single(shifting.Roster.Entries).State);
    }

    [Fact]
    public async Task Only_add_ins_on_the_list_of_hashes_run_and_a_changed_list_counts_at_once()
    {
        var allowed = new Dictionary<string, string?> { [AllowedAddins.Key] = "" };
        await using var shifting = new ShiftingRoster(grounds: AddinGrounds.Bare() with { Allowed = () => AllowedAddins.Read(allowed.GetValueOrDefault) });
        shifting.Disk.Lay("Shifting");
        await shifting.StartAsync();
        var hash = FolderSignature.Hash(shifting.Disk.Under("Shifting"));
        Assert.Equal(
            new AddinState.Refused { Why = $"Shifting is not on the list of allowed add-ins: its SHA-256 is {hash}. If you trust it, add that to the setting Addins:Allowed." },
            shifting.Shifting.State);

        allowed[AllowedAddins.Key] = hash.ToUpperInvariant();
        await shifting.Roster.LookAsync(CancellationToken.None);
        Assert.Equal("1.0.0", await shifting.VersionAsync());

        allowed[AllowedAddins.Key] = new string('0', 64);
        await shifting.Roster.LookAsync(CancellationToken.None);
        await shifting.Roster.StopAllAsync();
        Assert.IsType<AddinState.Refused>(shifting.Shifting.State);
    }

    [Fact]
    public async Task A_safe_start_starts_the_core_add_in_alone()
    {
        await using var shifting = await ShiftingRoster.StartedAsync(grounds: AddinGrounds.Bare() with { SafeMode = true });

        var stopped = new AddinState.Stopped { Why = "Shifting is not started: the host runs in safe mode, with CustomerContact alone. Start the host without --safe-mode to have it back." };
        Assert.Equal(stopped, shifting.Shifting.State);
        Assert.Empty(shifting.Roster.Endpoints);

        shifting.Disk.Lay("ShiftingLater", "Shifting");
        await shifting.LookTwiceAsync();
        Assert.Equal(stopped, shifting.Shifting.State);
    }

    [Fact]
    public async Task Three_crashes_in_a_row_are_a_quarantine_until_other_files_lie_there()
    {
        var orders = await OrdersAsync();
        await using var shifting = new ShiftingRoster(grounds: Grounds(orders));
        shifting.Disk.Lay("Shifting");
        for (var crash = 0; crash < 3; crash++)
            await CrashAsync(orders, shifting.Disk);
        await shifting.StartAsync();
        Assert.Equal(3, Assert.IsType<AddinState.Quarantined>(shifting.Shifting.State).Crashes);

        shifting.Disk.Lay("ShiftingLater", "Shifting");
        await shifting.LookTwiceAsync();

        Assert.Equal("2.0.0", await shifting.VersionAsync());
    }

    [Fact]
    public async Task A_replacement_that_was_refused_stands_in_the_log_once()
    {
        var orders = await OrdersAsync();
        await using var shifting = await ShiftingRoster.StartedAsync(grounds: Grounds(orders));

        shifting.Disk.Write("not a program", "Shifting", "Shifting.dll");
        await shifting.LookTwiceAsync();
        await shifting.LookTwiceAsync();

        Assert.StartsWith("1.0.0 runs on; the files that lie there now are not in use. ", shifting.Shifting.Kept, StringComparison.Ordinal);
        Assert.Equal([(AddinOrders.Host, "Shifting", shifting.Shifting.Kept)], (await orders.LogAsync(9, CancellationToken.None)).Select(entry => (entry.By, entry.Addin, (string?)entry.Entry)));
    }

    [Fact]
    public void A_process_that_was_killed_blames_nobody_and_one_that_crashed_blames_the_innermost_code()
    {
        MarkedCall[] calls = [new("CustomerContact", "", "sweep 'Notification' at MAIN"), new("Shifting", "", "endpoint 'Do'")];
        IReadOnlyList<string> Blamed(string words) => [.. CrashBlame.Of(new LeftRun { Calls = calls, Words = words }, ["CustomerContact", "Quiet", "Shifting"]).Select(call => call.Addin)];

        Assert.Empty(Blamed(""));
        Assert.Equal(["Shifting"], Blamed("Stack overflow.\n   at Other.Library.Dig()\n   at Shifting.Shifting.Overflow(Int32)\n   at IllAddins.CustomerContact.X()"));
        Assert.Equal(["CustomerContact"], Blamed("Fatal error.\n   at IllAddins.CustomerContact.Letters.X()"));
        Assert.Equal(["Quiet"], Blamed("Process terminated.\n   at Quiet.Timer.Tick()"));
        Assert.Equal(["Shifting"], Blamed("free(): invalid pointer"));
        Assert.Empty(Blamed("Unhandled exception. System.X\n   at IllAddins.Host.Loop()"));
    }

    private static AddinGrounds Grounds(AddinOrders orders) => AddinGrounds.Bare() with { Orders = orders };

    private async Task<AddinOrders> OrdersAsync()
    {
        var database = SqliteDatabase.Open(Path.Combine(folder, "illaddins.db"));
        await Migrations.RunAsync(database, "host", RecordTables.Migrations, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await Migrations.RunAsync(database, AddinOrders.Owner, AddinOrders.Migrations, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        return new AddinOrders(database, TimeProvider.System);
    }

    // As a process leaves it: the file of marks with a call under way, and its words.
    private async Task CrashAsync(AddinOrders orders, AddinsOnDisk disk)
    {
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(Path.Combine(data, "running"));
        var left = Path.Combine(data, "running", $"1-{Guid.NewGuid():N}");
        using (var marks = CallMarks.Create(left + ".calls"))
        {
            marks.Of("Shifting")!.Files(FolderSignature.Of(disk.Under("Shifting"))!);
            marks.Of("Shifting")!.Begin("endpoint 'Do'");
        }

        await File.WriteAllTextAsync(left + ".words", "Stack overflow.\n   at Shifting.Shifting.Overflow(Int32)\n");
        await CrashBook.ReadAsync(data, disk.Folder, orders, NullLogger.Instance, CancellationToken.None);
        Assert.Empty(Directory.GetFiles(Path.Combine(data, "running")));
    }
}
