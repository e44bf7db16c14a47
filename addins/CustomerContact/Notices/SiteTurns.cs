using System.Collections.Concurrent;

namespace IllAddins.CustomerContact.Notices;

/// <summary>Lets one piece of work at a time go on for each site; the others of that site wait.</summary>
public sealed class SiteTurns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs the work when its turn has come.</summary>
    public async Task<T> RunAsync<T>(string site, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(site, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }
}
