using System.Collections.Concurrent;
using System.Data.Common;
using IllAddins.Host.Data;

namespace IllAddins.Host.Addins.Events;

/// <summary>Reads the sources of events, the host's own and those of running add-ins, as of one moment.</summary>
/// <param name="own">The host's.</param>
/// <param name="roster">Whose add-ins have some.</param>
/// <param name="database">What all of them are read from.</param>
/// <param name="clock">For the limit of time.</param>
/// <param name="log">Told of a source that fails.</param>
public sealed class EventReading(IReadOnlyList<EventSource> own, AddinRoster roster, DbDataSource database, TimeProvider clock, ILogger log)
{
    /// <summary>So many events of a source are read at once.</summary>
    public const int Most = 100;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(string Source, AddinDoor? Door), Task> left = [];

    /// <summary>The sources that tell of one of these events now.</summary>
    public IReadOnlyList<Contributed<EventSource>> Of(IEnumerable<string> events)
    {
        var wanted = events.ToHashSet(StringComparer.Ordinal);
        return [.. own.Select(source => new Contributed<EventSource>("host", source)).Concat(roster.Contributed<EventSource>()).Where(source => source.Item.Events.Any(wanted.Contains))];
    }

    /// <summary>The last number of each source; one that fails is left out.</summary>
    /// <param name="sources">Which.</param>
    /// <param name="before">Of events before this; null for the last of all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyDictionary<string, long>> LastAsync(IReadOnlyList<Contributed<EventSource>> sources, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        await using var reader = new Reader(await database.OpenConnectionAsync(cancellationToken));
        var last = new Dictionary<string, long>();
        foreach (var source in sources)
            if (await LastAsync(reader, source, before, cancellationToken) is { } number)
                last[source.Item.Name] = number;
        return last;
    }

    /// <summary>What comes after these numbers, in each source that has one; a source that fails is left out.</summary>
    public async Task<IReadOnlyList<SourcePart>> AfterAsync(
        IReadOnlyList<Contributed<EventSource>> sources, IReadOnlyDictionary<string, long> numbers, CancellationToken cancellationToken)
    {
        await using var reader = new Reader(await database.OpenConnectionAsync(cancellationToken));
        var parts = new List<SourcePart>();
        foreach (var source in sources)
            if (numbers.TryGetValue(source.Item.Name, out var after) && await PartAsync(reader, source, after, cancellationToken) is { } part)
                parts.Add(part);
        return parts;
    }

    private async Task<SourcePart?> PartAsync(Reader reader, Contributed<EventSource> source, long after, CancellationToken cancellationToken)
    {
        if (await LastAsync(reader, source, null, cancellationToken) is not { } last)
            return null;
        if (last <= after)
            return new SourcePart(source.Item.Name, [], after, More: false);
        var read = await AskAsync(
            reader, source, CallWords.EventsOf, async (item, token) => Checked(item, after, await item.ReadAsync(new EventRead { Connection = reader.Connection, After = after, Most = Most }, token)), cancellationToken);
        return read is null ? null : new SourcePart(source.Item.Name, read, last, read.Count >= Most);
    }

    private async Task<long?> LastAsync(Reader reader, Contributed<EventSource> source, DateTimeOffset? before, CancellationToken cancellationToken) =>
        await AskAsync(reader, source, CallWords.LastNumberOf, async (item, token) => (long?)await item.LastAsync(new EventLook { Connection = reader.Connection, Before = before }, token), cancellationToken);

    private async Task<T?> AskAsync<T>(Reader reader, Contributed<EventSource> source, Func<string, string> what, Func<EventSource, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        if (source.Door is null)
            return await ask(source.Item, cancellationToken);
        var key = (source.Item.Name, source.Door);
        if (reader.IsLent || (left.TryGetValue(key, out var running) && !running.IsCompleted))
            return default;
        var call = new AddinCall { Addin = source.Addin, What = what(source.Item.Name), Limit = Limit, Clock = clock };
        switch (await source.RunAsync(call, ask, cancellationToken))
        {
            case AddinOutcome<T>.Completed done:
                return done.Value;
            case AddinOutcome<T>.Failed failed:
                log.LogError(failed.Exception, "{Message} Its events are told when it answers again.", failed.Message);
                if (failed.StillRunning is { } goesOn)
                    left[key] = reader.LentTo = goesOn;
                return default;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // In the add-in's call, so that the fault is the add-in's.
    private static IReadOnlyList<IllEvent> Checked(EventSource source, long after, IReadOnlyList<IllEvent> events)
    {
        foreach (var one in events)
        {
            if (one is not { Name.Length: > 0, By: not null, Facts: not null } || one.Number <= after)
                throw new InvalidOperationException($"The event {one?.Number} after {after} has no name, no By, no Facts, or no number greater than the one before. Mend ReadAsync.");
            after = one.Number;
        }

        return events is [] || events[0].Source == source.Name ? events : [.. events.Select(one => one with { Source = source.Name })];
    }

    /// <summary>A connection that reads as of one moment.</summary>
    private sealed class Reader(DbConnection connection) : IAsyncDisposable
    {
        private readonly DbTransaction within = Snapshot.Begin(connection);

        public DbConnection Connection => connection;

        /// <summary>A call that was left running and may use the connection still.</summary>
        public Task? LentTo { get; set; }

        public bool IsLent => LentTo is { IsCompleted: false };

        public async ValueTask DisposeAsync()
        {
            if (LentTo is { IsCompleted: false } goesOn)
                _ = goesOn.ContinueWith(async _ => await CloseAsync(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            else
                await CloseAsync();
        }

        private async Task CloseAsync()
        {
            await within.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
