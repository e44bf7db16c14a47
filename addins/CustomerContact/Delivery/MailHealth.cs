namespace IllAddins.CustomerContact.Delivery;

/// <summary>What admins and monitors are told of the e-mail: of each site whose mail is paused or wrongly set up, else how much waits.</summary>
public static class MailHealth
{
    public static HealthCheck Check(IAddinHost host) => new() { Name = RunWords.EMailCheck, LookAsync = cancellationToken => LookAsync(host, cancellationToken) };

    private static async Task<HealthAnswer> LookAsync(IAddinHost host, CancellationToken cancellationToken)
    {
        var (troubles, waiting) = (new List<string>(), 0);
        var paused = await MailBrakes.PausedAsync(host.Database, cancellationToken);
        foreach (var site in await host.SitesAsync(cancellationToken))
        {
            var waitingHere = await NoticeSearch.WaitingAsync(host.Database, site.NVTGC, cancellationToken);
            waiting += waitingHere;
            if (paused.TryGetValue(site.NVTGC, out var brake))
                troubles.Add(BrakeWords.Of(site, brake, waitingHere));
            if (SiteMail.Read(host, site.NVTGC) is { Mail: null, Problems: var problems })
                troubles.Add(RunWords.NoMailSentOf(site.NVTGC, string.Join(" ", problems)));
        }

        return troubles.Count > 0
            ? new HealthAnswer.Unhealthy { Message = string.Join(" ", troubles) }
            : new HealthAnswer.Healthy { Message = RunWords.MailGoesOut(waiting) };
    }
}
