using System.Globalization;
using IllAddins.CustomerContact.Core.Reasons;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>Why a request stands where it stands, in a sentence or two.</summary>
public sealed class WhySummary(IAddinHost host, DecisionStore decisions, Outbox outbox)
{
    public async Task<string> SummarizeAsync(IllRequest request, CancellationToken cancellationToken)
    {
        var number = request.Transaction.TransactionNumber;
        var decision = (await decisions.OfRequestAsync(number, cancellationToken)).FirstOrDefault(row => row.ArrivalId == request.ArrivalId);
        var notice = (await outbox.OfRequestAsync(number, cancellationToken)).MaxBy(row => row.Id);
        var now = host.Clock.GetUtcNow();
        return WhyWords.Of(new WhyFacts
        {
            TransactionNumber = number,
            Status = request.Transaction.TransactionStatus.Name,
            Decision = decision is null ? null : Of(decision),
            Notice = notice is null ? null : Of(notice, request.ArrivalId),
            Paused = (await MailBrakes.PausedAsync(host.Database, cancellationToken)).GetValueOrDefault(request.Site.NVTGC),
            Now = now,
            SweepMinutes = request.Site.SweepMinutes,
            Local = moment => Local(request.Site, moment, now),
        });
    }

    private static string Local(Site site, DateTimeOffset moment, DateTimeOffset now) =>
        $"{(site.DateFormat.Contains("ddd", StringComparison.Ordinal) ? "" : site.ToLocal(moment).ToString("ddd ", CultureInfo.InvariantCulture))}{site.Moment(moment, now)}";

    private static WhyDecision Of(DecisionRow row) => new()
    {
        State = row.State,
        DueAt = row.DueAt is { } due ? StoredTime.Read(due) : null,
        Reason = row.Reason,
        HoldKind = row.HoldKind,
        Template = row.Template,
    };

    private static WhyNotice Of(NoticeRow row, long arrivalId) => new()
    {
        Status = row.Status,
        IsOfThisArrival = row.ArrivalId == arrivalId,
        Template = row.Template,
        NextTryAt = row.NextTryAt is { } next ? StoredTime.Read(next) : null,
        Answer = row.Answer,
        FinishedAt = row.FinishedAt is { } at ? StoredTime.Read(at) : null,
    };
}
