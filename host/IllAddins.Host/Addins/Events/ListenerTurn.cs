using System.Data.Common;

namespace IllAddins.Host.Addins.Events;

/// <summary>One listener's way through the events: told one after another, from where it stood, again after a growing wait where it failed. Never twice at once.</summary>
public sealed class ListenerTurn(EventReading reading, EventCursors cursors, AddinLimits limits, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private Contributed<EventListener>? known;
    private IReadOnlyList<Contributed<EventSource>> sources = [];
    private Dictionary<string, long>? numbers;
    private Task running = Task.CompletedTask;
    private Task left = Task.CompletedTask;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private int failures;
    private bool troubled = true;

    /// <summary>Ends when the listener has been told what there was.</summary>
    public Task Running => running;

    /// <summary>Starts telling the listener where it is not under way, does not rest after a failure, and there is something new.</summary>
    /// <param name="listener">As its add-in has registered it now.</param>
    /// <param name="from">The sources that tell of what it wants.</param>
    /// <param name="last">The last number of each source.</param>
    /// <param name="cancellationToken">The host is to stop.</param>
    public void Look(Contributed<EventListener> listener, IReadOnlyList<Contributed<EventSource>> from, IReadOnlyDictionary<string, long> last, CancellationToken cancellationToken)
    {
        if (!running.IsCompleted)
            return;
        if (running.Exception is { } fault)
        {
            running = Task.CompletedTask;
            Rest(fault, listener);
        }

        // Another version may be a mended one.
        if (known?.Door != listener.Door)
            (failures, notBefore, left) = (0, DateTimeOffset.MinValue, Task.CompletedTask);
        (known, sources) = (listener, from);
        // A rest that is longer than any was begun before the clock was set back.
        if (left.IsCompleted && clock.GetUtcNow() is var now && (now >= notBefore || notBefore - now > Wait(failures)) && IsNew(last))
            running = Task.Run(() => RunAsync(listener, last, cancellationToken), CancellationToken.None);
    }

    private bool IsNew(IReadOnlyDictionary<string, long> last) => sources.Any(source =>
        last.TryGetValue(source.Item.Name, out var newest) && (numbers is null || !numbers.TryGetValue(source.Item.Name, out var number) || newest > number));

    private async Task RunAsync(Contributed<EventListener> listener, IReadOnlyDictionary<string, long> last, CancellationToken cancellationToken)
    {
        try
        {
            numbers ??= new Dictionary<string, long>(await cursors.OfAsync(listener.Addin, listener.Item.Name, cancellationToken));
            await BeginAsync(listener, last, cancellationToken);
            while (await TellAsync(listener, cancellationToken))
                cancellationToken.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops; it goes on at the next start.
        }
        catch (DbException fault)
        {
            Rest(fault, listener);
        }
    }

    private void Rest(Exception fault, Contributed<EventListener> listener)
    {
        notBefore = clock.GetUtcNow() + Wait(++failures);
        log.LogError(fault, "The events for {Listener} of {Addin} cannot be read or written down; it is tried again", listener.Item.Name, listener.Addin);
    }

    // A source is new to the listener: it begins with what comes from now on, or from when it says.
    private async Task BeginAsync(Contributed<EventListener> listener, IReadOnlyDictionary<string, long> last, CancellationToken cancellationToken)
    {
        Contributed<EventSource>[] added = [.. sources.Where(source => last.ContainsKey(source.Item.Name) && !numbers!.ContainsKey(source.Item.Name))];
        if (added.Length == 0)
            return;
        var begin = listener.Item.From is { } from ? await reading.LastAsync(added, from, cancellationToken) : last;
        var begun = added.Where(source => begin.ContainsKey(source.Item.Name)).ToDictionary(source => source.Item.Name, source => begin[source.Item.Name]);
        await cursors.SaveAsync(listener.Addin, listener.Item.Name, begun);
        foreach (var (source, number) in begun)
            numbers![source] = number;
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> TellAsync(Contributed<EventListener> listener, CancellationToken cancellationToken)
    {
        var parts = await reading.AfterAsync(sources, numbers!, cancellationToken);
        var handled = new Dictionary<string, long>();
        // Asked where there may be one alone: after a failure, and at the start.
        var passed = troubled ? await cursors.PassedAsync(listener.Addin, listener.Item.Name, cancellationToken) : null;
        try
        {
            foreach (var one in EventOrder.Of(parts))
            {
                if (one.Id != passed && listener.Item.Events.Contains(one.Name, StringComparer.Ordinal) && !await HandleAsync(listener, one, handled, cancellationToken))
                    return false;
                handled[one.Source] = one.Number;
            }

            foreach (var part in parts.Where(part => !part.More && (part.Events is [] || handled.GetValueOrDefault(part.Source) == part.Events[^1].Number)))
                handled[part.Source] = part.Last;
            return parts.Any(part => part.More || (part.Events.Count > 0 && handled.GetValueOrDefault(part.Source) < part.Last));
        }
        finally
        {
            await KeepAsync(listener, handled);
        }
    }

    private async Task<bool> HandleAsync(Contributed<EventListener> listener, IllEvent one, Dictionary<string, long> handled, CancellationToken cancellationToken)
    {
        var call = new AddinCall { Addin = listener.Addin, What = CallWords.Listener(listener.Item.Name, one.Name, one.Id), Limit = limits.Event, Clock = clock };
        var outcome = await listener.RunAsync(
            call,
            async (item, token) =>
            {
                await item.HandleAsync(one, token);
                return true;
            },
            cancellationToken);
        if (outcome is AddinOutcome<bool>.Completed)
        {
            (failures, troubled) = (0, false);
            return true;
        }

        // Where it is gone already, nothing was asked, and nothing has failed.
        var failed = (AddinOutcome<bool>.Failed)outcome;
        if (failed.Exception is not null || failed.StillRunning is not null)
            await FailAsync(listener, one, failed, handled);
        return false;
    }

    private async Task FailAsync(Contributed<EventListener> listener, IllEvent one, AddinOutcome<bool>.Failed failed, Dictionary<string, long> handled)
    {
        left = failed.StillRunning ?? Task.CompletedTask;
        troubled = true;
        var wait = Wait(++failures);
        notBefore = clock.GetUtcNow() + wait;
        log.LogError(failed.Exception, "{Message} It is told again in {Wait} seconds; later events wait for it.", failed.Message, wait.TotalSeconds);
        await KeepAsync(listener, handled);
        handled.Clear();
        await cursors.SaveAsync(new EventTrouble
        {
            Addin = listener.Addin,
            Listener = listener.Item.Name,
            Event = one.Id,
            Failures = failures,
            Message = failed.Message,
            NextTryAt = StoredTime.Write(notBefore),
        });
    }

    private async Task KeepAsync(Contributed<EventListener> listener, Dictionary<string, long> handled)
    {
        var changed = handled.Where(one => numbers![one.Key] != one.Value).ToDictionary();
        if (changed.Count == 0)
            return;
        await cursors.SaveAsync(listener.Addin, listener.Item.Name, changed);
        foreach (var (source, number) in changed)
            numbers![source] = number;
    }

    private static TimeSpan Wait(int failures) => failures > 8 ? LongestWait : TimeSpan.FromSeconds(1 << (failures - 1));
}
