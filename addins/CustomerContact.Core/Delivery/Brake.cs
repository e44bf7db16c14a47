using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Delivery;

/// <summary>What is known of a site's mail server from its last answers.</summary>
public sealed record BrakeState
{
    /// <summary>The last different notices in a row that met a fault of the server; at most <see cref="Brake.Strikes"/>.</summary>
    public ImmutableArray<long> Struck { get; init; } = [];

    /// <summary>Since when the site's mail is paused; null where it is not.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Tries since then that failed, from 0.</summary>
    public int Probes { get; init; }

    /// <summary>When the next try is due; null where the mail is not paused.</summary>
    public DateTimeOffset? NextProbeAt { get; init; }

    /// <summary>The server works again, and what has piled up goes out at the catch-up rate.</summary>
    public bool CatchingUp { get; init; }

    /// <summary>When the server last took a mail; null where that is not known.</summary>
    public DateTimeOffset? LastAcceptedAt { get; init; }

    /// <summary>What the server said last, or why it could not be reached; null while all is well.</summary>
    public string? Answer { get; init; }
}

/// <summary>What a site's mail may do now.</summary>
public abstract record BrakeOrder
{
    private BrakeOrder()
    {
    }

    /// <summary>Send; slowly while it catches up after an outage.</summary>
    public sealed record Go(bool Slowly) : BrakeOrder;

    /// <summary>Try one notice, over one connection.</summary>
    public sealed record Probe : BrakeOrder;

    /// <summary>Send nothing before this moment.</summary>
    public sealed record Wait(DateTimeOffset Until) : BrakeOrder;
}

/// <summary>The outage brake: a mail server that refuses one notice after the other is left alone for a while, and nobody's attempts are spent on it.</summary>
public static class Brake
{
    /// <summary>So many different notices in a row are an outage, not one bad notice.</summary>
    public const int Strikes = 3;

    // The last interval is the longest time for which mail waits although the server works again.
    private static readonly ImmutableArray<int> ProbeMinutes = [1, 2, 5, 10, 15];

    public static BrakeOrder Order(BrakeState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.NextProbeAt is not { } next)
            return new BrakeOrder.Go(state.CatchingUp);
        // Further away than any interval is only what was written down before the clock was set back.
        return next <= now || next - now > Interval(ProbeMinutes.Length) ? new BrakeOrder.Probe() : new BrakeOrder.Wait(next);
    }

    /// <summary>A notice met a fault of the server.</summary>
    public static BrakeState Struck(BrakeState state, long notice, string answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.PausedAt is not null)
            return state with { Probes = state.Probes + 1, NextProbeAt = now + Interval(state.Probes + 1), Answer = answer };
        ImmutableArray<long> struck = state.Struck.Contains(notice) ? state.Struck : [.. state.Struck, notice];
        return struck.Length < Strikes
            ? state with { Struck = struck, Answer = answer }
            : state with { Struck = struck, Answer = answer, PausedAt = now, Probes = 0, NextProbeAt = now + Interval(0) };
    }

    /// <summary>The server took a mail, or judged a patron's address.</summary>
    public static BrakeState Works(BrakeState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new BrakeState { CatchingUp = state.CatchingUp || state.PausedAt is not null, LastAcceptedAt = state.LastAcceptedAt };
    }

    private static TimeSpan Interval(int probes) => TimeSpan.FromMinutes(ProbeMinutes[Math.Min(probes, ProbeMinutes.Length - 1)]);
}
