using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.CustomerContact.Core.Reasons;

/// <summary>Says in a sentence or two why a request waits, when it goes on, why a template was used or none, and what would release it.</summary>
public static class WhyWords
{
    /// <summary>The words for one request; never empty.</summary>
    public static string Of(WhyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Spelling.Same(facts.Status, ContactStatuses.InTransit))
            return InTransit(facts);
        return Spelling.IsOneOf(facts.Status, ContactStatuses.AwaitingContact, ContactStatuses.AwaitingDocDelContact) ? AtContact(facts) : Elsewhere(facts);
    }

    private static string InTransit(WhyFacts facts) => facts.Decision switch
    {
        { State: "Resting", DueAt: { } due } decision when due > facts.Now => ReasonWords.RestsInTransit(facts.Local(due), decision.Reason, Minutes(facts)),
        { State: "Resting", DueAt: { } due } decision => ReasonWords.DueInTransit(facts.Local(due), decision.Reason, Minutes(facts)),
        { State: "Held" } held => ReasonWords.HeldInTransit(Ended(held.Reason), Release.Words(held.HoldKind, facts.TransactionNumber)),
        _ => NotYet(facts),
    };

    private static string AtContact(WhyFacts facts) => facts.Decision switch
    {
        { State: "Ready" } ready => ReasonWords.MailWritten(ready.Template ?? "", ready.Reason, OutboxWords(facts)),
        { State: "ForStaff" } staff => ReasonWords.WaitsForStaff(Ended(staff.Reason)),
        { State: "Held" } held => ReasonWords.NoMailSent(Ended(held.Reason), Release.Words(held.HoldKind, facts.TransactionNumber)),
        { State: "Done" } => Elsewhere(facts),
        _ => NotYet(facts),
    };

    private static string OutboxWords(WhyFacts facts) => facts.Notice switch
    {
        { IsOfThisArrival: true, Status: "Retrying", NextTryAt: { } next } notice when facts.Paused is null =>
            ReasonWords.NotAcceptedYet(Ended(notice.Answer ?? ReasonWords.NoAnswer), facts.Local(next)),
        { IsOfThisArrival: true, Status: "Sending" } => ReasonWords.BeingSent,
        { IsOfThisArrival: true, Status: "Sent", FinishedAt: { } at } => ReasonWords.SentAt(facts.Local(at)),
        _ when facts.Paused is { PausedAt: { } since, NextProbeAt: { } next } paused =>
            ReasonWords.SitePaused(facts.Local(since), Brake.Strikes, paused.Answer?.TrimEnd('.') ?? ReasonWords.NoAnswer, facts.Local(next)),
        { IsOfThisArrival: true, Answer: { } answer } => ReasonWords.LeavesAfterAnswer(Minutes(facts), Ended(answer)),
        _ => ReasonWords.LeavesWithin(Minutes(facts)),
    };

    private static string Elsewhere(WhyFacts facts) => facts.Notice switch
    {
        { Status: "Sent", FinishedAt: { } at } sent => ReasonWords.ToldByMail(facts.Local(at), sent.Template, facts.Status),
        { Status: "Unknown" } unknown => ReasonWords.MailUnknown(facts.Status, Ended(unknown.Answer ?? ReasonWords.NoAnswer)),
        { Status: "Failed" } failed => ReasonWords.MailNotAccepted(facts.Status, Ended(failed.Answer ?? ReasonWords.NoAnswer)),
        { Status: "Cancelled" } => ReasonWords.MailCancelled(facts.Status),
        _ => ReasonWords.NothingDecided(facts.Status),
    };

    private static string NotYet(WhyFacts facts) => ReasonWords.NotDecidedYet(Minutes(facts));

    private static string Minutes(WhyFacts facts) => ReasonWords.Minutes(facts.SweepMinutes);

    private static string Ended(string sentence) => sentence[^1] is '.' or '?' or '!' ? sentence : $"{sentence}.";
}
