using System.Diagnostics;
using System.Globalization;
using IllAddins.CustomerContact.Core.Delays;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delays;

/// <summary>Asks the site's script for a request's delay and puts the decision into words and a row.</summary>
public sealed class DelayWriter(IAddinHost host)
{
    private const string Function = "RoutingDelay";

    /// <summary>Decides about one arrival in transit.</summary>
    public DecisionRow Decide(IllRequest request, string decidedBy)
    {
        var facts = RequestFacts.Of(request);
        var now = host.Clock.GetUtcNow();
        var answer = Delay.AsksScript(facts) ? Ask(request) : (new DelayAnswer.NoHook(), "");
        var row = new DecisionRow
        {
            TransactionNumber = facts.TransactionNumber,
            ArrivalId = request.ArrivalId,
            Stage = DecisionStage.Delay,
            Site = request.Site.NVTGC,
            State = DecisionState.Resting,
            Reason = "",
            DecidedBy = decidedBy,
            DecidedAt = StoredTime.Write(now),
        };
        return Delay.Decide(facts, answer.Answer, answer.Script, request.Site.DefaultDelayMinutes, now) switch
        {
            DelayDecision.Due due => row with { DueAt = StoredTime.Write(due.At), Reason = due.Why },
            DelayDecision.Rest rest => row with { DueAt = StoredTime.Write(rest.Until), Reason = rest.Why },
            DelayDecision.Held held => row with { State = DecisionState.Held, Reason = held.Why, HoldKind = KindOf(answer.Answer) },
            _ => throw new UnreachableException(),
        };
    }

    private (DelayAnswer Answer, string Script) Ask(IllRequest request)
    {
        var reply = host.AskScript(Function, request);
        DelayAnswer answer = reply switch
        {
            ScriptReply.NoHook => new DelayAnswer.NoHook(),
            ScriptReply.Fault fault => new DelayAnswer.Fault(fault.Message),
            ScriptReply.Answer { Value: null, Unusable: null } => new DelayAnswer.Default(),
            ScriptReply.Answer { Value: double minutes } => new DelayAnswer.Minutes(minutes),
            ScriptReply.Answer { Value: long minutes } => new DelayAnswer.Minutes(minutes),
            ScriptReply.Answer other => new DelayAnswer.Unexpected(ScriptWords.Answered(other)),
            _ => throw new UnreachableException(),
        };
        return (answer, reply.ScriptVersion);
    }

    private static string KindOf(DelayAnswer answer) =>
        answer is DelayAnswer.NoHook or DelayAnswer.Default ? HeldRows.Settings : HeldRows.ScriptFault;
}
