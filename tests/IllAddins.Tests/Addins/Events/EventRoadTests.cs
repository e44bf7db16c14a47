using System.Globalization;
using IllAddins.Host.Addins.Events;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Addins.Events;

/// <summary>Listeners in real add-ins, told of what really happened.</summary>
public sealed class EventRoadTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly ListeningLibrary desk = new();

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_listener_is_told_of_a_requests_way_in_order_and_of_each_step_once()
    {
        await desk.StartAsync();
        await desk.ArriveAsync(7);

        await desk.Library.SweepAsync();
        await desk.LookAsync();
        await desk.LookAsync();

        Assert.Equal(
            [
                "RequestArrived 7: In Transit to Pickup Location by Import at MAIN",
                "RequestRouted 7: Awaiting Customer Contact, In Transit to Pickup Location by System at MAIN",
                "RequestRouted 7: Customer Notified via E-Mail, Awaiting Customer Contact by System at MAIN",
                "NoticeSent 7: E-Mail, ILL Borrowing Loan Pickup by System at MAIN",
            ],
            await desk.BookAsync());
        Assert.Equal(["NoticeSent 7: E-Mail, ILL Borrowing Loan Pickup by System at MAIN"], await desk.BookAsync("Notices"));
    }

    [Fact]
    public async Task A_script_that_becomes_the_one_that_decides_is_told_of()
    {
        await desk.ArriveAsync(7);
        await desk.StartAsync();
        var (code, _, error) = await desk.Library.RunAsync("scripts", "publish", "--site", "MAIN", desk.Library.File("five.lua", "function RoutingDelay(request) return 5 end"), "--by", "ann", "--note", "Five minutes");
        Assert.Equal((0, ""), (code, error));

        await desk.LookAsync();

        Assert.Equal(["ScriptPublished : MAIN, 1 by ann at MAIN"], await desk.BookAsync());
    }

    [Fact]
    public async Task A_new_listener_hears_of_nothing_that_was_before_it()
    {
        await desk.ArriveAsync(7);

        await desk.StartAsync();
        await desk.ArriveAsync(8);
        await desk.LookAsync();

        Assert.Equal(["RequestArrived 8: In Transit to Pickup Location by Import at MAIN"], await desk.BookAsync());
    }

    [Fact]
    public async Task A_new_listener_that_says_since_when_hears_of_what_was_since_then()
    {
        await desk.ArriveAsync(7);
        await desk.Library.SweepAsync();
        desk.Library.Clock.Advance(TimeSpan.FromHours(1));
        desk.Library.Settings(new { TimeZone = "UTC", Listening = new { From = StoredTime.Write(desk.Library.Clock.GetUtcNow()) } });
        await desk.ArriveAsync(8);
        await desk.Library.SweepAsync();

        await desk.StartAsync();

        Assert.Equal(
            ["RequestRouted 8: Awaiting Customer Contact", "RequestRouted 8: Customer Notified via E-Mail", "NoticeSent 8: E-Mail"],
            (await desk.BookAsync()).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task What_happens_while_the_host_is_stopped_is_told_after_its_start_and_nothing_twice()
    {
        await desk.StartAsync();
        await desk.ArriveAsync(7);
        await desk.LookAsync();
        await desk.StopAsync();
        await desk.ArriveAsync(8, 9);

        await desk.StartAsync();

        Assert.Equal(["RequestArrived 7", "RequestArrived 8", "RequestArrived 9"], (await desk.BookAsync()).Select(line => line.Split(':')[0]));
    }

    [Fact]
    public async Task Another_version_of_the_addin_goes_on_where_the_one_before_stood()
    {
        await desk.StartAsync();
        await desk.ArriveAsync(7);
        await desk.LookAsync();
        desk.Disk.Lay("Listening");
        await desk.Installation.Addins.LookAsync(CancellationToken.None);
        await desk.ArriveAsync(8);
        await desk.Installation.Addins.LookAsync(CancellationToken.None);

        await desk.LookAsync();

        Assert.Equal(["RequestArrived 7", "RequestArrived 8"], (await desk.BookAsync()).Select(line => line.Split(':')[0]));
    }

    [Fact]
    public async Task An_event_that_fails_is_told_again_after_growing_waits_and_later_ones_wait_for_it_while_other_listeners_do_not()
    {
        await desk.StartAsync();
        desk.Library.Settings(new { TimeZone = "UTC", Listening = new { How = "Awaiting Customer Contact" } });
        await desk.ArriveAsync(7);
        await desk.Library.SweepAsync();

        await desk.LookAsync();
        Assert.Equal(["RequestArrived 7"], (await desk.BookAsync()).Select(line => line.Split(':')[0]));
        Assert.Single(await desk.BookAsync("Notices"));
        foreach (var wait in new[] { 1, 2, 4 })
        {
            desk.Library.Clock.Advance(TimeSpan.FromSeconds(wait) - TimeSpan.FromMilliseconds(1));
            await desk.LookAsync();
            Assert.Equal($"{Log2(wait) + 1} Listening failed in listener 'All' with RequestRouted requests/2: InvalidOperationException: The book is shut.", await TroubleAsync());
            desk.Library.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await desk.LookAsync();
            Assert.StartsWith($"{Log2(wait) + 2} ", await TroubleAsync(), StringComparison.Ordinal);
        }

        desk.Library.Settings(new { TimeZone = "UTC" });
        desk.Library.Clock.Advance(TimeSpan.FromSeconds(8));
        await desk.LookAsync();

        Assert.Equal(["RequestArrived 7", "RequestRouted 7", "RequestRouted 7", "NoticeSent 7"], (await desk.BookAsync()).Select(line => line.Split(':')[0]));
        Assert.Equal("", await TroubleAsync());
    }

    [Fact]
    public async Task An_event_that_nobody_can_handle_is_passed_over_by_word_of_an_admin()
    {
        await desk.StartAsync();
        desk.Library.Settings(new { TimeZone = "UTC", Listening = new { How = "Awaiting Customer Contact" } });
        await desk.ArriveAsync(7);
        await desk.Library.SweepAsync();
        await desk.LookAsync();

        var (code, shown, _) = await desk.Library.RunAsync("addins", "events");
        Assert.Equal(1, code);
        Assert.Contains("1 failures in a row; next try 2026-03-02T15:00:01.000Z. Listening failed in listener 'All' with RequestRouted requests/2", shown, StringComparison.Ordinal);
        Assert.Equal(
            (1, "The listener 'Notices' of Listening fails at no event. See: addins events\n"),
            await desk.Library.RunAsync("addins", "events", "--pass", "Listening", "Notices") is var (refused, _, why) ? (refused, why.ReplaceLineEndings("\n")) : default);
        Assert.Equal(0, (await desk.Library.RunAsync("addins", "events", "--pass", "Listening", "All", "--by", "ann")).Code);
        await desk.StopAsync();
        await desk.StartAsync();

        Assert.Equal(["RequestArrived 7", "RequestRouted 7", "NoticeSent 7"], (await desk.BookAsync()).Select(line => line.Split(':')[0]));
        Assert.Equal(0, (await desk.Library.RunAsync("addins", "events")).Code);
        Assert.Equal(["ann pass over an event"], await desk.Library.QueryAsync("SELECT ActedBy || ' ' || Act FROM Audit ORDER BY Id"));
    }

    [Fact]
    public async Task A_verb_that_never_ends_and_heeds_nothing_ends_with_its_process_when_somebody_stops_it()
    {
        await desk.ArriveAsync(7);
        using var host = HostProcess.Start(desk.Library, "listening-wait");
        await host.Says("Listening waits.");
        host.Terminate();

        Assert.NotEqual(0, (await host.EndAsync()).Code);
    }

    [Fact]
    public async Task A_host_that_is_killed_tells_every_event_after_its_next_start_in_order()
    {
        var told = 0;
        desk.Library.Settings(new { TimeZone = "UTC", Listening = new { How = "slow", From = StoredTime.Write(DateTimeOffset.UnixEpoch) } });
        await desk.ArriveAsync([.. Enumerable.Range(1, 300)]);
        for (var kill = 0; kill < 2; kill++)
        {
            using var host = HostProcess.Start(desk.Library, "run", "--listen", "http://127.0.0.1:0");
            await host.Says($"Listening wrote requests/{told + 40}.");
            Assert.True(await host.KillAsync());
            told = (await ToldAsync())[^1];
        }

        await desk.StartAsync();

        var numbers = await ToldAsync();
        var happened = int.Parse((await desk.Library.QueryAsync("SELECT MAX(Id) FROM Tracking")).Single(), CultureInfo.InvariantCulture);
        Assert.Equal(Enumerable.Range(1, happened), numbers.Distinct().Order());
        // After a kill it goes on at an event that was told before, or at the next one, and from there in order.
        Assert.All(numbers.Zip(numbers.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{pair.Second} came after {pair.First}"));
        Assert.InRange(numbers.Count, happened, happened + (2 * EventReading.Most));
    }

    private async Task<IReadOnlyList<int>> ToldAsync() =>
        [.. (await desk.Library.QueryAsync("SELECT substr(Event, 10) FROM ListeningBook WHERE Listener = 'All' AND Event LIKE 'requests/%' ORDER BY Id")).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static int Log2(int value) => int.Log2(value);

    private async Task<string> TroubleAsync() => string.Concat(await desk.Library.QueryAsync("SELECT Failures || ' ' || Message FROM EventTroubles ORDER BY Listener"));
}
