using Dapper;
using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Events;
using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using Microsoft.Data.Sqlite;

namespace IllAddins.Tests.Addins.Events;

/// <summary>One listener's way, with a source of numbers.</summary>
public sealed class ListenerTurnTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("illaddins-turn-");
    private readonly HandClock clock = new();
    private readonly SqliteDatabase database;
    private readonly List<FailedCall> failed = [];
    private readonly AddinDoor door;
    private long last;

    public ListenerTurnTests()
    {
        database = SqliteDatabase.Open(Path.Combine(folder.FullName, "events.db"));
        door = new AddinDoor("Slow", null, failed.Add);
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_listener_that_hangs_is_given_up_on_after_its_limit_and_not_asked_beside_itself()
    {
        var (turn, reading, calls, called, hanging) = (await TurnAsync(), Reading(), 0, new TaskCompletionSource(), new TaskCompletionSource());
        var listener = Listener((_, _) =>
        {
            calls++;
            called.SetResult();
            return hanging.Task;
        });
        await LookAsync(turn, reading, listener);
        last = 1;

        clock.Hurry();
        await LookAsync(turn, reading, listener);
        Assert.Equal("Slow did not finish listener 'Numbers' with Counted numbers/1 within 30 seconds. It ignored the cancellation and is left running.", Assert.Single(failed).Message);
        await LookAsync(turn, reading, listener);
        // The limit may be over before the call has begun.
        await called.Task;
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_is_read_on_from_the_same_number_when_it_can()
    {
        var (turn, told, broken) = (await TurnAsync(), new List<long>(), true);
        var reading = Reading(() => broken ? throw new SqliteException("disk I/O error", 10) : last);
        var listener = Listener((one, _) =>
        {
            told.Add(one.Number);
            return Task.CompletedTask;
        });
        broken = false;
        await LookAsync(turn, reading, listener);
        (last, broken) = (3, true);
        await Assert.ThrowsAsync<SqliteException>(() => LookAsync(turn, reading, listener));

        broken = false;
        await LookAsync(turn, reading, listener);

        Assert.Equal([1, 2, 3], told);
    }

    [Fact]
    public async Task Many_events_are_told_slice_by_slice_each_once()
    {
        var (turn, reading, told) = (await TurnAsync(), Reading(), new List<long>());
        var listener = Listener((one, _) =>
        {
            told.Add(one.Number);
            return Task.CompletedTask;
        });
        await LookAsync(turn, reading, listener);

        last = (EventReading.Most * 3) + 1;
        await LookAsync(turn, reading, listener);
        await LookAsync(turn, reading, listener);

        Assert.Equal(Enumerable.Range(1, (int)last).Select(number => (long)number), told);
    }

    [Fact]
    public async Task With_no_listener_nothing_is_read()
    {
        await using var roster = new AddinRoster(new AddinLimits(), clock, new ListeningLog());
        using var watch = new EventWatch(roster, Reading(() => throw new InvalidOperationException("It was read.")), () => throw new InvalidOperationException("Nobody listens."), clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<EventWatch>.Instance);

        await watch.LookAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_happened_to_requests_is_found_by_index()
    {
        await Migrations.RunAsync(database, "host", RecordTables.Migrations, clock.GetUtcNow(), CancellationToken.None);
        await using var connection = await database.OpenConnectionAsync();
        var plan = await connection.QueryAsync($"EXPLAIN QUERY PLAN {RequestEvents.ReadText}", new { After = 7, Most = 9 });
        Assert.DoesNotContain(plan, step => ((string)step.detail).Contains("SCAN", StringComparison.Ordinal));
    }

    private async Task<ListenerTurn> TurnAsync()
    {
        await Migrations.RunAsync(database, EventTables.Owner, EventTables.Migrations, clock.GetUtcNow(), CancellationToken.None);
        return new ListenerTurn(Reading(), new EventCursors(database, clock), new AddinLimits(), clock, new ListeningLog());
    }

    private EventReading Reading(Func<long>? lastNumber = null) => new(
        [
            new EventSource
            {
                Name = "numbers",
                Events = ["Counted"],
                LastAsync = (_, _) => Task.FromResult(lastNumber is null ? last : lastNumber()),
                ReadAsync = (read, _) => Task.FromResult<IReadOnlyList<IllEvent>>([.. Enumerable.Range((int)read.After + 1, (int)Math.Min(read.Most, last - read.After)).Select(Counted)]),
            },
        ],
        new AddinRoster(new AddinLimits(), clock, new ListeningLog()),
        database,
        clock,
        new ListeningLog());

    private static IllEvent Counted(int number) => new() { Source = "numbers", Name = "Counted", Number = number, At = DateTimeOffset.UnixEpoch, By = "System" };

    private Contributed<EventListener> Listener(Func<IllEvent, CancellationToken, Task> handle) =>
        new("Slow", new EventListener { Name = "Numbers", Events = ["Counted"], HandleAsync = handle }) { Door = door };

    private static async Task LookAsync(ListenerTurn turn, EventReading reading, Contributed<EventListener> listener)
    {
        var sources = reading.Of(listener.Item.Events);
        turn.Look(listener, sources, await reading.LastAsync(sources, null, CancellationToken.None), CancellationToken.None);
        await turn.Running;
    }
}
