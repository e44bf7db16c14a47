using System.Globalization;
using Dapper;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The requests that scripts keep in transit for now.</summary>
public sealed class Resting(IAddinHost host)
{
    private const int MostNamed = 3;

    /// <summary>E.g. <c>2 held until 08:30 by MAIN/notify.lua v7</c>; empty where there are none.</summary>
    public async Task<string> WordsAsync(IReadOnlyList<Site> sites, CancellationToken cancellationToken)
    {
        var words = new List<string>();
        await using var connection = await host.Database.OpenConnectionAsync(cancellationToken);
        foreach (var site in sites)
            foreach (var rest in await connection.QueryAsync<Rest>(
                """
                SELECT ScriptVersion, COUNT(*) AS Count, MIN(DueAt) AS First, MAX(DueAt) AS Last FROM ContactDecisions
                WHERE Site = @site AND Stage = 'Delay' AND State = 'Resting' AND DueAt > @now AND ScriptVersion IS NOT NULL AND Answer IS NOT NULL
                GROUP BY ScriptVersion ORDER BY MIN(DueAt), ScriptVersion
                """,
                new { site = site.NVTGC, now = StoredTime.Write(host.Clock.GetUtcNow()) }))
                words.Add(FormWords.HeldByScript(rest.Count, Until(site, rest), rest.ScriptVersion));
        var shown = string.Join(", ", words.Take(MostNamed));
        return words.Count > MostNamed ? FormWords.AndByOtherScripts(shown, words.Count - MostNamed) : shown;
    }

    private string Until(Site site, Rest rest)
    {
        var (first, last) = (Moment(site, rest.First), Moment(site, rest.Last));
        return first == last ? FormWords.Until(first) : FormWords.UntilFromTo(first, last);
    }

    private string Moment(Site site, string stored)
    {
        var (at, now) = (StoredTime.Read(stored), host.Clock.GetUtcNow());
        return site.ToLocal(at).Date == site.ToLocal(now).Date ? SiteTimes.Written(site.ToLocal(at), "HH:mm") : site.Moment(at, now);
    }

    private sealed record Rest
    {
        public string ScriptVersion { get; init; } = "";

        public int Count { get; init; }

        public string First { get; init; } = "";

        public string Last { get; init; } = "";
    }
}
