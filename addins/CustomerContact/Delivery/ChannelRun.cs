using System.Diagnostics;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Sends what waits in a site's outbox for the channels of add-ins. As with mails, a claim is committed before the channel is called, and the journal knows what was
/// handed over: what a killed process had given to a channel is unknown and not repeated.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="journal">This process's.</param>
/// <param name="rules">The site's.</param>
/// <param name="record">Writes down what became of a notice.</param>
/// <param name="channels">Those there are.</param>
/// <param name="isOvertaken">As in <see cref="DeliveryRun"/>.</param>
public sealed class ChannelRun(
    IAddinHost host, OutboxJournal journal, DeliveryRules rules, NoticeRecord record, IReadOnlyList<NotificationChannel> channels, Func<bool> isOvertaken)
{
    /// <summary>How many notices of a channel are under way at once.</summary>
    private const int Lines = 4;

    /// <summary>A channel that so often in a row cannot say what became of a notice is left alone until the next sweep.</summary>
    private const int MostUnknown = 3;

    private readonly NoticeClaims claims = new(host.Clock, journal.Owner, rules);
    private readonly Settlement settlement = new(rules, LastAccepted: null, RestAfterFault: TimeSpan.FromMilliseconds(1));

    /// <summary>Sends what may be tried now.</summary>
    /// <param name="site">The site.</param>
    /// <param name="asOf">Notices whose next try comes after this are left.</param>
    /// <param name="decided">Ends when all that there is has been decided.</param>
    /// <param name="cancellationToken">The host is to stop.</param>
    public async Task<SweepReport> RunAsync(Site site, DateTimeOffset asOf, Task decided, CancellationToken cancellationToken)
    {
        await decided;
        var report = new SweepReport();
        foreach (var channel in channels)
        {
            var stop = new ChannelStop(MostUnknown, cancellationToken);
            foreach (var part in await Task.WhenAll(Enumerable.Range(0, Lines).Select(_ => SendAllAsync(site, asOf, channel, stop))))
                report += part;
        }

        return report + await StrandedAsync(site, cancellationToken);
    }

    private async Task<SweepReport> SendAllAsync(Site site, DateTimeOffset asOf, NotificationChannel channel, ChannelStop stop)
    {
        var report = new SweepReport();
        while (!stop.IsSet && !isOvertaken() && await ClaimAsync(site, asOf, channel.Name) is { } notice)
        {
            if (await host.Record.FindAsync([notice.TransactionNumber], CancellationToken.None) is not [var request])
                throw new UnreachableException();
            var outcome = await SendAsync(channel, notice, request);
            stop.Note(outcome);
            // It may have gone out: what became of it is written down even when the host is told to stop.
            var settled = await host.Database.WriteAsync(within => record.SettleAsync(within, notice, outcome, settlement, CancellationToken.None), CancellationToken.None);
            journal.Forget(notice.MessageId);
            report += settled ? NoticeRecord.Report(notice, outcome) : RunReports.TakenOver(notice, outcome);
        }

        return report;
    }

    // None where the clock was set back since the run began: what fails would be tried again at once.
    private async Task<NoticeRow?> ClaimAsync(Site site, DateTimeOffset asOf, string channel) => host.Clock.GetUtcNow() < asOf ? null : await
        host.Database.WriteAsync(within => Task.FromResult(claims.Next(within, site.NVTGC, asOf, 1, channel).FirstOrDefault()), CancellationToken.None);

    private async Task<MailOutcome> SendAsync(NotificationChannel channel, NoticeRow notice, IllRequest request)
    {
        journal.Hooks.Before(notice.MessageId);
        var outcome = OutcomeOf(await channel.SendAsync(
            new ChannelNotice
            {
                Id = notice.MessageId,
                Request = request,
                Subject = notice.Subject,
                Body = notice.Body,
                Template = notice.Template,
                Attempt = notice.Attempts + 1,
            },
            CancellationToken.None));
        if (outcome is not MailOutcome.Unknown)
            journal.Hooks.After(notice.MessageId, outcome);
        return outcome;
    }

    private async Task<SweepReport> StrandedAsync(Site site, CancellationToken cancellationToken) => new()
    {
        Errors =
        [
            .. (await NoticeSearch.WaitingByChannelAsync(host.Database, site.NVTGC, cancellationToken)).Where(waiting => !channels.Any(channel => channel.Name == waiting.Channel)).Select(waiting =>
                new SweepError
                {
                    Site = site.NVTGC,
                    Message = RunWords.NoChannel(waiting.Count, waiting.Channel),
                }),
        ],
    };

    private static MailOutcome OutcomeOf(ChannelOutcome outcome) => outcome switch
    {
        ChannelOutcome.Sent => new MailOutcome.Accepted(Words(outcome), []),
        ChannelOutcome.Handled => new MailOutcome.Accepted(Words(outcome), [MailWords.ChannelHandled]),
        ChannelOutcome.Failed => new MailOutcome.RefusedRecipient(Words(outcome)),
        ChannelOutcome.Later => new MailOutcome.TryLater(Words(outcome)),
        ChannelOutcome.Unknown => new MailOutcome.Unknown(Words(outcome)),
        _ => throw new UnreachableException(),
    };

    // The stage of an answer about this one notice and nobody else's.
    private static MailAnswer Words(ChannelOutcome outcome) => new(MailStage.FinalDot, null, string.IsNullOrWhiteSpace(outcome.Answer) ? MailWords.ChannelSaidNothing : outcome.Answer);

    /// <summary>When the lines of a channel end before everything is sent.</summary>
    private sealed class ChannelStop(int most, CancellationToken cancellationToken)
    {
        private int unknown;

        public bool IsSet => cancellationToken.IsCancellationRequested || Volatile.Read(ref unknown) >= most;

        public void Note(MailOutcome outcome)
        {
            if (outcome is MailOutcome.Unknown)
                Interlocked.Increment(ref unknown);
            else
                Interlocked.Exchange(ref unknown, 0);
        }
    }
}
