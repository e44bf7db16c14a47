using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Delays;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delays;
using IllAddins.CustomerContact.Delivery;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.Foresights;

/// <summary>Foresees what the sweeps would do: the same writers decide, and what they decide is told in place of being stored.</summary>
public sealed class ContactRehearsal(Releases releases, TemplateStore templates, Outbox outbox, Func<NoticeOffers> offers)
{
    private const int NumbersPerQuery = 2_000;

    private static readonly TransactionStatus InTransit = new(ContactStatuses.InTransit);

    public Rehearsal Describe() => new()
    {
        Name = "Contact",
        Statuses = [InTransit, new(ContactStatuses.AwaitingContact), new(ContactStatuses.AwaitingDocDelContact)],
        Beginnings = [InTransit],
        RunAsync = RunAsync,
    };

    private async Task<IReadOnlyList<Foresight>> RunAsync(RehearsalCall call, CancellationToken cancellationToken)
    {
        var stock = await templates.LoadAsync(cancellationToken);
        var (delays, notices) = (new DelayWriter(call.Ask), new NoticeWriter(call.Ask, stock, "", offers()));
        var stopped = await StoppedAsync(call.Requests, cancellationToken);
        var foreseen = new List<Foresight>(call.Requests.Count);
        foreach (var asked in call.Requests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreseen.Add(new Foresight
            {
                Steps = asked.Request.Transaction.TransactionStatus == InTransit
                    ? await FromTransitAsync(asked, delays, notices, cancellationToken)
                    : [Step(Standing(notices.Foresee(asked.Request, asked.Now), stopped.GetValueOrDefault(asked.Request.ArrivalId)), asked.Now)],
            });
        }

        return foreseen;
    }

    private async Task<Dictionary<long, NoticeRow>> StoppedAsync(IReadOnlyList<RehearsedRequest> requests, CancellationToken cancellationToken)
    {
        var stopped = new Dictionary<long, NoticeRow>();
        foreach (var numbers in requests.Select(asked => asked.Request.Transaction.TransactionNumber).Distinct().Chunk(NumbersPerQuery))
            foreach (var notice in await outbox.StoppedAsync(numbers, cancellationToken))
                stopped[notice.ArrivalId] = notice;
        return stopped;
    }

    // What the sweep would find in the outbox: only one refused at another address goes out once more.
    private static DecisionRow Standing(WrittenNotice written, NoticeRow? stopped) => (written.Notice, stopped) switch
    {
        (null, _) or (_, null) => written.Decision,
        ({ ToAddress: var to }, { Status: NoticeStatus.Failed, StaffBy: null, Parked: not NoticeParked.TooOld, ToAddress: var refused }) when to != refused => written.Decision,
        _ => NoticeOutcomes.After(written.Decision, stopped),
    };

    private async Task<IReadOnlyList<ForeseenStep>> FromTransitAsync(
        RehearsedRequest asked, DelayWriter delays, NoticeWriter notices, CancellationToken cancellationToken)
    {
        var row = await releases.RegardAsync(delays.Decide(asked.Request, "", asked.Now), cancellationToken);
        if (row.DueAt is not { } stored || NextStatus.For(RequestFacts.Of(asked.Request)) is not NextStatus.To next)
            return [Step(row, asked.Now)];
        var (due, status) = (StoredTime.Read(stored), new TransactionStatus(next.Status));
        var at = due < asked.Now ? asked.Now : due;
        var route = Step(row, at) with { Act = ForeseenAct.Route, Status = status };
        return [route, Step(notices.Foresee(Arrived(asked.Request, status, at), at).Decision, at)];
    }

    /// <summary>A request as it will stand once it has been routed.</summary>
    private static IllRequest Arrived(IllRequest request, TransactionStatus status, DateTimeOffset at)
    {
        var fields = new Dictionary<string, object?>(request.Transaction.Fields, StringComparer.OrdinalIgnoreCase) { ["TransactionStatus"] = status.Name };
        return request with { ArrivedAt = at, Transaction = request.Transaction with { TransactionStatus = status, Fields = fields } };
    }

    private static ForeseenStep Step(DecisionRow row, DateTimeOffset at)
    {
        var act = ActOf(row);
        return new ForeseenStep
        {
            Act = act,
            At = act is ForeseenAct.Route or ForeseenAct.Mail ? at : null,
            Template = row.Template,
            Why = row.Reason,
            Said = row.Answer,
            Line = row.Line,
        };
    }

    private static ForeseenAct ActOf(DecisionRow row) => row.State switch
    {
        DecisionState.Resting => ForeseenAct.Route,
        DecisionState.Ready => ForeseenAct.Mail,
        DecisionState.ForStaff => ForeseenAct.Staff,
        _ => row.HoldKind == HeldRows.ScriptFault ? ForeseenAct.Fault : ForeseenAct.Hold,
    };
}
