using System.Data.Common;
using Microsoft.Extensions.Hosting;

namespace IllAddins.Host.Addins.Events;

/// <summary>Looks once a second for what has happened, for all listeners together, and has them told; with no listener there is nothing to look at.</summary>
/// <param name="roster">Whose add-ins listen.</param>
/// <param name="reading">Reads what has happened.</param>
/// <param name="turnOf">Makes the way of one listener.</param>
/// <param name="clock">For the pace.</param>
/// <param name="log">Told when a look fails.</param>
public sealed class EventWatch(AddinRoster roster, EventReading reading, Func<ListenerTurn> turnOf, TimeProvider clock, ILogger<EventWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string Addin, string Listener), ListenerTurn> turns = [];
    private string trouble = "";

    /// <summary>Looks once, and ends when every listener that is not at rest has been told what there was.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await StartTurnsAsync(cancellationToken);
        await Task.WhenAll(turns.Values.Select(turn => turn.Running));
    }

    // Before anything is served: a new listener hears of whatever is done from then on.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await SafelyAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await SafelyAsync(stoppingToken);
        }

        await Task.WhenAll(turns.Values.Select(turn => turn.Running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task SafelyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StartTurnsAsync(cancellationToken);
            trouble = "";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (DbException fault)
        {
            // Once, not every second.
            if (trouble != fault.Message)
                log.LogError(fault, "What has happened cannot be read; add-ins are told when it can");
            trouble = fault.Message;
        }
    }

    private async Task StartTurnsAsync(CancellationToken cancellationToken)
    {
        var listeners = roster.Contributed<EventListener>();
        if (listeners.Count == 0)
            return;
        var last = await reading.LastAsync(reading.Of(listeners.SelectMany(listener => listener.Item.Events)), null, cancellationToken);
        foreach (var listener in listeners)
        {
            var key = (listener.Addin, listener.Item.Name);
            if (!turns.TryGetValue(key, out var turn))
                turns[key] = turn = turnOf();
            turn.Look(listener, reading.Of(listener.Item.Events), last, cancellationToken);
        }
    }
}
