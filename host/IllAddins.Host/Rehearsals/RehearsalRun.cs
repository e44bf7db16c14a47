using System.Runtime.CompilerServices;
using IllAddins.Host.Addins;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Host.Rehearsals;

/// <summary>Plays requests by the live script and by a draft, with the sweeps' own code, and compares; nothing is stored or sent.</summary>
public sealed class RehearsalRun(IReadOnlyList<Contributed<Rehearsal>> rehearsals, RehearsedRequests requests, CalendarShelf calendars, TimeProvider clock)
{
    /// <summary>How long an add-in may take for one page of requests; more than zero, or <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public TimeSpan Limit { get; init; } = GuardedRehearsal.Limit;

    /// <summary>Told how many requests have been played, now and then.</summary>
    public Action<int> Progress { get; init; } = _ => { };

    /// <summary>Plays the open requests of the sites, and the arrivals of the last days.</summary>
    /// <param name="sites">Whose requests.</param>
    /// <param name="live">What decides for them now.</param>
    /// <param name="draft">What would.</param>
    /// <param name="days">How many days back past arrivals are played again; 0 for none.</param>
    /// <param name="cancellationToken">Cancels between pages.</param>
    public async Task<RehearsalReport> RunAsync(IReadOnlyList<Site> sites, TriedScript live, TriedScript draft, int days, CancellationToken cancellationToken)
    {
        var (now, rows) = (clock.GetUtcNow(), new List<RehearsalRow>());
        foreach (var site in sites)
            foreach (var rehearsal in rehearsals)
            {
                foreach (var status in rehearsal.Item.Statuses)
                    await PlayAsync(OpenAsync(site, status, now, cancellationToken), false, rehearsal, live, draft, rows, cancellationToken);
                if (days > 0)
                    foreach (var status in rehearsal.Item.Beginnings)
                        await PlayAsync(requests.PastAsync(site, status, now.AddDays(-days), cancellationToken), true, rehearsal, live, draft, rows, cancellationToken);
            }

        return new RehearsalReport
        {
            Live = live.Version.ToString(),
            Draft = draft.Version.ToString(),
            Open = rows.Count(row => !row.Past),
            Past = rows.Count(row => row.Past),
            Rows = rows,
        };
    }

    /// <summary>A script in the place of the sites' own.</summary>
    /// <param name="script">The script that is asked.</param>
    /// <param name="calendars">By which waits end.</param>
    public static ScriptAsker Asker(TriedScript script, CalendarShelf calendars) => (function, request, now) =>
    {
        var calendar = calendars.For(request.Site, request.PickupLocation);
        return ScriptReplies.Of(script.Ask(function, RequestTable.Of(request, calendar), new SiteClock(now, calendar.Zone)), request, calendar);
    };

    private async IAsyncEnumerable<IReadOnlyList<PastArrival>> OpenAsync(
        Site site, TransactionStatus status, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in requests.OpenAsync(site, status, now, cancellationToken))
            yield return [.. page.Select(request => new PastArrival(request, FieldsOfToday: false))];
    }

    private async Task PlayAsync(
        IAsyncEnumerable<IReadOnlyList<PastArrival>> arrivals, bool past, Contributed<Rehearsal> rehearsal, TriedScript live, TriedScript draft, List<RehearsalRow> rows, CancellationToken cancellationToken)
    {
        await foreach (var arrived in arrivals)
        {
            var page = arrived.Select(arrival => arrival.Request).ToList();
            var before = await GuardedRehearsal.PlayAsync(rehearsal, new RehearsalCall { Requests = page, Ask = Asker(live, calendars) }, Limit, clock, cancellationToken);
            var after = await GuardedRehearsal.PlayAsync(rehearsal, new RehearsalCall { Requests = page, Ask = Asker(draft, calendars) }, Limit, clock, cancellationToken);
            for (var at = 0; at < page.Count; at++)
                rows.Add(new RehearsalRow
                {
                    Request = page[at],
                    Past = past,
                    FieldsOfToday = past && arrived[at].FieldsOfToday,
                    Change = RehearsalChanges.Of(before[at], after[at], page[at].Now),
                    Live = before[at],
                    Draft = after[at],
                });
            Progress(rows.Count);
        }
    }
}
