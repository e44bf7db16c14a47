using System.Diagnostics;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Rehearsals;

/// <summary>An add-in's rehearsal as the host plays it: within a limit of time, contained, its answer checked.</summary>
public static class GuardedRehearsal
{
    /// <summary>For one page of requests. Default 5 minutes: a page takes less than a second where nothing is wrong.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <returns>One answer for each request, in their order.</returns>
    /// <exception cref="InvalidOperationException">The add-in failed, was too slow or answered what is no answer; the message names it.</exception>
    public static async Task<IReadOnlyList<Foresight>> PlayAsync(Contributed<Rehearsal> rehearsal, RehearsalCall page, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var call = new AddinCall { Addin = rehearsal.Addin, What = CallWords.Rehearsal(rehearsal.Item.Name), Limit = limit, Clock = clock };
        return await rehearsal.RunAsync(call, async (item, token) => Checked(await item.RunAsync(page, token), page.Requests.Count), cancellationToken) switch
        {
            AddinOutcome<List<Foresight>>.Completed done => done.Value,
            AddinOutcome<List<Foresight>>.Failed failed => throw new InvalidOperationException(
                $"{failed.Message} Nothing was stored or sent. Mend or disable the add-in {rehearsal.Addin}, and do this again.", failed.Exception),
            _ => throw new UnreachableException(),
        };
    }

    // Read whole inside of the call: an answer that cannot be read is the add-in's failure too.
    private static List<Foresight> Checked(IReadOnlyList<Foresight>? answer, int expected)
    {
        List<Foresight> foreseen = [.. answer ?? throw new InvalidOperationException($"It answered null, expected {expected} foresights.")];
        if (foreseen.Count != expected)
            throw new InvalidOperationException($"It answered {foreseen.Count} foresights, expected {expected}: one for each request, in their order.");
        if (foreseen.Any(foresight => foresight?.Steps is null))
            throw new InvalidOperationException("It answered a foresight that is null or has no steps.");
        return foreseen;
    }
}
