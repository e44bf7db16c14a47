using System.Data.Common;

namespace IllAddins;

/// <summary>Events of an add-in's own, read from what it has stored: a row with a number that only grows, written in the transaction of what happened, is an event that cannot be lost.</summary>
public sealed record EventSource
{
    /// <summary>Unique among all add-ins: lower case letters, digits and hyphens, e.g. <c>notices</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The names of the events that it tells of; at least one. Other add-ins listen by these names.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>The number of the last event stored, or of the last one before a moment; 0 where there is none. Asked once a second while somebody listens: to be found by index.</summary>
    public required Func<EventLook, CancellationToken, Task<long>> LastAsync { get; init; }

    /// <summary>The events after a number, lowest number first; those that it leaves out for good are passed over.</summary>
    public required Func<EventRead, CancellationToken, Task<IReadOnlyList<IllEvent>>> ReadAsync { get; init; }
}

/// <summary>What <see cref="EventSource.LastAsync"/> is asked.</summary>
public sealed record EventLook
{
    /// <summary>Open, and to be read from alone: all sources are read as of one moment.</summary>
    public required DbConnection Connection { get; init; }

    /// <summary>Null for the last one of all.</summary>
    public DateTimeOffset? Before { get; init; }
}

/// <summary>What <see cref="EventSource.ReadAsync"/> is asked.</summary>
public sealed record EventRead
{
    /// <summary>Open, and to be read from alone: all sources are read as of one moment.</summary>
    public required DbConnection Connection { get; init; }

    /// <summary>The events' numbers are greater.</summary>
    public required long After { get; init; }

    /// <summary>So many are answered at most; fewer mean that there are no more.</summary>
    public required int Most { get; init; }
}
