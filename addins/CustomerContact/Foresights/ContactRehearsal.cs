using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Delays;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delays;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.Foresights;

/// <summary>Foresees what the sweeps would do: the same writers decide, and what they decide is told in place of being stored.</summary>
public sealed class ContactRehearsal(Releases releases, TemplateStore templates, Func<NoticeOffers> offers)
{
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
        var foreseen = new List<Foresight>(call.Requests.Count);
        foreach (var asked in call.Requests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreseen.Add(new Foresight
            {
                Steps = asked.Request.Transaction.TransactionStatus == InTransit
                    ? await FromTransitAsync(asked, delays, notices, cancellationToken)
                    : [Step(notices.Foresee(asked.Request, asked.Now).Decision, asked.Now)],
            });
        }

        return foreseen;
    }

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
