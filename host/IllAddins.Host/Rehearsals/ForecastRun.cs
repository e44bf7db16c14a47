using IllAddins.Host.Addins;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Host.Rehearsals;

/// <summary>Plays a site's open requests forward by its live script and calendars, with the sweeps' own code; nothing is stored or sent.</summary>
public sealed class ForecastRun(IReadOnlyList<Contributed<Rehearsal>> rehearsals, RehearsedRequests requests, CalendarShelf calendars, TimeProvider clock)
{
    /// <inheritdoc cref="RehearsalRun.Limit"/>
    public TimeSpan Limit { get; init; } = GuardedRehearsal.Limit;

    /// <summary>Foresees what becomes of the requests of a site.</summary>
    /// <param name="site">Whose requests.</param>
    /// <param name="live">What decides for them.</param>
    /// <param name="days">How far ahead steps are told.</param>
    /// <param name="cancellationToken">Cancels between pages.</param>
    public async Task<ForecastReport> RunAsync(Site site, TriedScript live, int days, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (events, later, waiting) = (new List<ForecastEvent>(), 0, new List<ForecastEvent>());
        foreach (var rehearsal in rehearsals)
            foreach (var status in rehearsal.Item.Statuses)
                await foreach (var page in requests.OpenAsync(site, status, now, cancellationToken))
                {
                    var foreseen = await GuardedRehearsal.PlayAsync(rehearsal, new RehearsalCall { Requests = page, Ask = RehearsalRun.Asker(live, calendars) }, Limit, clock, cancellationToken);
                    foreach (var found in page.Zip(foreseen, (request, foresight) => foresight.Steps.Select(step => new ForecastEvent(request.Request, step))).SelectMany(steps => steps))
                        if (found.Step.At is not { } at)
                            waiting.Add(found);
                        else if (at > now.AddDays(days))
                            later++;
                        else
                            events.Add(found);
                }

        return new ForecastReport
        {
            Script = live.Version.ToString(),
            From = now,
            Days = days,
            // In the order of time; what happens to one request at one moment stays in the order in which it happens.
            Events = [.. events.OrderBy(found => found.Step.At).ThenBy(found => found.Request.Transaction.TransactionNumber)],
            Waiting = [.. waiting.OrderBy(found => found.Request.Transaction.TransactionNumber)],
            Later = later,
        };
    }
}

/// <summary>What will become of a site's open requests.</summary>
public sealed record ForecastReport
{
    /// <summary>What decides, e.g. <c>MAIN/notify.lua v7</c>.</summary>
    public required string Script { get; init; }

    public required DateTimeOffset From { get; init; }

    public required int Days { get; init; }

    /// <summary>What happens by itself within the days, in the order of time.</summary>
    public required IReadOnlyList<ForecastEvent> Events { get; init; }

    /// <summary>What waits for somebody: staff, or whoever mends what holds it.</summary>
    public required IReadOnlyList<ForecastEvent> Waiting { get; init; }

    /// <summary>How many steps come after the days.</summary>
    public required int Later { get; init; }
}

/// <summary>A step on the way of a request.</summary>
public sealed record ForecastEvent(IllRequest Request, ForeseenStep Step);
