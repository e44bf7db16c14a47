using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>What is said above the list: about what holds many requests at once, and when e-mails go out next.</summary>
public sealed class ContactNotices(IAddinHost host)
{
    private const int MostFaults = 3;

    /// <summary>One sentence for each site whose mail server is down, and for each script that fails; then the next sweep, where it is known. Empty for nothing.</summary>
    public async Task<string> OfAsync(IReadOnlyList<Site> sites, IEnumerable<PlacedRequest> rows, CancellationToken cancellationToken) =>
        string.Join(" ", (string[])[.. await PausedAsync(sites, cancellationToken), .. Faults(rows), .. NextSweep(sites)]);

    // Of several sites the one that comes first, on its own clock.
    private IEnumerable<string> NextSweep(IReadOnlyList<Site> sites)
    {
        var known = sites.Select(site => (Site: site, At: host.NextSweep(site))).Where(next => next.At is not null);
        if (known.OrderBy(next => next.At).FirstOrDefault() is not (var site, { } at))
            return [];
        var written = SiteTimes.Written(site.ToLocal(at), "HH:mm");
        return [sites.Count == 1 ? FormWords.NextSweep(written) : FormWords.NextSweepOf(written, site.NVTGC)];
    }

    private async Task<List<string>> PausedAsync(IReadOnlyList<Site> sites, CancellationToken cancellationToken)
    {
        var words = new List<string>();
        var paused = await MailBrakes.PausedAsync(host.Database, cancellationToken);
        foreach (var site in sites)
            if (paused.TryGetValue(site.NVTGC, out var brake))
                words.Add(BrakeWords.Of(site, brake, await NoticeSearch.WaitingAsync(host.Database, site.NVTGC, cancellationToken)));
        return words;
    }

    // A script that fails holds all that it is asked about: one message says it for all of them.
    private static IEnumerable<string> Faults(IEnumerable<PlacedRequest> rows)
    {
        var faults = rows.Where(row => row.Held?.HoldKind == HeldRows.ScriptFault)
            .GroupBy(row => (row.Held!.Site, row.Held.ScriptVersion))
            .OrderByDescending(fault => fault.Count()).ThenBy(fault => fault.Key.Site, StringComparer.OrdinalIgnoreCase)
            .ToList();
        foreach (var fault in faults.Take(MostFaults).Where(fault => fault.Count() > 1))
            yield return FormWords.ScriptFault(
                fault.Count(), fault.Key.Site, fault.Key.ScriptVersion ?? FormWords.TheScript, Ended(fault.GroupBy(row => row.Held!.Reason).MaxBy(reason => reason.Count())!.Key));
    }

    private static string Ended(string sentence) => sentence[^1] is '.' or '?' or '!' ? sentence : $"{sentence}.";
}
