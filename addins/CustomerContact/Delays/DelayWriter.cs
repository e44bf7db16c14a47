using System.Diagnostics;
using IllAddins.CustomerContact.Core.Delays;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delays;

/// <summary>Asks the site's script for a request's delay and puts the decision into words and a row.</summary>
public sealed class DelayWriter(ScriptAsker ask)
{
    private const string Function = "RoutingDelay";

    /// <summary>Decides about one arrival in transit.</summary>
    public DecisionRow Decide(IllRequest request, string decidedBy, DateTimeOffset now)
    {
        var facts = RequestFacts.Of(request);
        var reply = Delay.AsksScript(facts) ? ask(Function, request, now) : null;
        var answer = Answer(reply);
        var row = ScriptWords.With(Row(request, decidedBy, now), reply);
        return Delay.Decide(facts, answer, reply?.Source ?? "", request.Site.DefaultDelayMinutes, now) switch
        {
            DelayDecision.Due due => row with { DueAt = StoredTime.Write(due.At), Reason = due.Why },
            DelayDecision.Rest rest => row with { DueAt = StoredTime.Write(rest.Until), Reason = rest.Why },
            DelayDecision.HeldForRelease held => row with { State = DecisionState.Held, Reason = held.Why, HoldKind = HeldRows.ScriptHold },
            DelayDecision.Held held => row with { State = DecisionState.Held, Reason = held.Why, HoldKind = KindOf(answer) },
            _ => throw new UnreachableException(),
        };
    }

    private static DecisionRow Row(IllRequest request, string decidedBy, DateTimeOffset now) => new()
    {
        TransactionNumber = request.Transaction.TransactionNumber,
        ArrivalId = request.ArrivalId,
        Stage = DecisionStage.Delay,
        Site = request.Site.NVTGC,
        State = DecisionState.Resting,
        Reason = "",
        DecidedBy = decidedBy,
        DecidedAt = StoredTime.Write(now),
    };

    private static DelayAnswer Answer(ScriptReply? reply) => reply switch
    {
        null or ScriptReply.NoHook => new DelayAnswer.NoHook(),
        ScriptReply.Fault fault => new DelayAnswer.Fault(fault.Message),
        ScriptReply.Answer { Value: null, Unusable: null } => new DelayAnswer.Default { Reason = reply.Reason },
        ScriptReply.Answer { Value: double minutes } => new DelayAnswer.Minutes(minutes) { Reason = reply.Reason },
        ScriptReply.Answer { Value: long minutes } => new DelayAnswer.Minutes(minutes) { Reason = reply.Reason },
        ScriptReply.Wait wait => new DelayAnswer.Until(wait.Until, wait.Said) { Reason = reply.Reason },
        ScriptReply.EndlessWait wait => new DelayAnswer.Endless(wait.Said, wait.Why),
        ScriptReply.Hold => new DelayAnswer.Hold { Reason = reply.Reason },
        _ => new DelayAnswer.Unexpected(ScriptWords.Answered(reply)),
    };

    private static string KindOf(DelayAnswer answer) =>
        answer is DelayAnswer.NoHook or DelayAnswer.Default or DelayAnswer.Endless ? HeldRows.Settings : HeldRows.ScriptFault;
}
