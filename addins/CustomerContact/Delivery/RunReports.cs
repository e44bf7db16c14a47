using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What a run tells of its notices.</summary>
internal sealed class RunReports
{
    private readonly List<(bool IsServers, SweepError Error)> errors = [];
    private int sent;
    private int failed;

    /// <summary>True where something was tried.</summary>
    public bool Any => sent + failed > 0;

    /// <summary>What became of one notice.</summary>
    public void Add(MailOutcome outcome, SweepReport report)
    {
        (sent, failed) = (sent + report.Sent, failed + report.Failed);
        errors.AddRange(report.Errors.Select(error => (MailBlame.IsServers(outcome), error)));
    }

    /// <summary>One report of all; an outage is one error, whatever it kept from going out.</summary>
    public async Task<SweepReport> SumAsync(IAddinHost host, Site site, BrakeState brake, CancellationToken cancellationToken)
    {
        var paused = brake.PausedAt is not null;
        var told = errors.Where(error => !paused || !error.IsServers).Select(error => error.Error).ToList();
        if (paused)
            told.Insert(0, new SweepError { Site = site.NVTGC, Message = BrakeWords.Of(site, brake, await NoticeSearch.WaitingAsync(host.Database, site.NVTGC, cancellationToken)) });
        return new SweepReport { Sent = sent, Failed = failed, Errors = told };
    }

    /// <summary>Only where this process stood still for longer than its lease, and another machine took it for dead.</summary>
    public static SweepReport TakenOver(NoticeRow notice, MailOutcome outcome) => new()
    {
        Failed = 1,
        Errors =
        [
            new SweepError
            {
                Site = notice.Site,
                TransactionNumber = notice.TransactionNumber,
                Message = RunWords.TakenOver(outcome.Answer.ToString()),
            },
        ],
    };
}
