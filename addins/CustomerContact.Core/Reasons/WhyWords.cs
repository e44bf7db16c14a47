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
        { State: "Resting", DueAt: { } due } decision when due > facts.Now =>
            $"It rests in transit until {facts.Local(due)} ({decision.Reason}); the next sweep after that, at most {Minutes(facts)} later, routes it to where its customer is told.",
        { State: "Resting", DueAt: { } due } decision => $"It has been due since {facts.Local(due)} ({decision.Reason}); the next sweep, within {Minutes(facts)}, routes it.",
        { State: "Held" } held => $"It is held in transit: {Ended(held.Reason)} {Release.Words(held.HoldKind, facts.TransactionNumber)}",
        _ => NotYet(facts),
    };

    private static string AtContact(WhyFacts facts) => facts.Decision switch
    {
        { State: "Ready" } ready => $"Its e-mail is written from the template '{ready.Template}' ({ready.Reason}) and {OutboxWords(facts)}",
        { State: "ForStaff" } staff => $"It waits for staff to tell the customer: {Ended(staff.Reason)} No e-mail is sent. Marking it as notified on the Customer Contact form moves it on.",
        { State: "Held" } held => $"No e-mail is sent: {Ended(held.Reason)} {Release.Words(held.HoldKind, facts.TransactionNumber)}",
        { State: "Done" } => Elsewhere(facts),
        _ => NotYet(facts),
    };

    private static string OutboxWords(WhyFacts facts) => facts.Notice switch
    {
        { IsOfThisArrival: true, Status: "Retrying", NextTryAt: { } next } notice when facts.Paused is null =>
            $"was not accepted yet: {Ended(notice.Answer ?? "no answer")} It is tried again at {facts.Local(next)} or at the sweep after it.",
        { IsOfThisArrival: true, Status: "Sending" } => "is being sent at this moment.",
        { IsOfThisArrival: true, Status: "Sent", FinishedAt: { } at } => $"was sent at {facts.Local(at)}.",
        _ when facts.Paused is { PausedAt: { } since, NextProbeAt: { } next } paused =>
            $"waits, with no attempt counted: the site's e-mail is paused since {facts.Local(since)}, because {Brake.Strikes} different notices in a row met a fault of the mail server ({paused.Answer?.TrimEnd('.') ?? "no answer"}). "
            + $"One is tried from {facts.Local(next)} on, and this one leaves once the server takes it.",
        _ => $"leaves with the next sweep, within {Minutes(facts)}.",
    };

    private static string Elsewhere(WhyFacts facts) => facts.Notice switch
    {
        { Status: "Sent", FinishedAt: { } at } sent => $"Nothing is waiting: the customer was told by e-mail at {facts.Local(at)}, from the template '{sent.Template}'. The request stands at '{facts.Status}'.",
        { Status: "Unknown" } unknown => $"Nothing is waiting: the request stands at '{facts.Status}'. Whether its e-mail went out is not known: {Ended(unknown.Answer ?? "no answer")}",
        { Status: "Failed" } failed => $"Nothing is waiting: the request stands at '{facts.Status}'. Its e-mail was not accepted: {Ended(failed.Answer ?? "no answer")}",
        { Status: "Cancelled" } => $"Nothing is waiting: the request stands at '{facts.Status}', and its e-mail was cancelled before it was sent.",
        _ => $"Nothing is waiting: the request stands at '{facts.Status}', where nothing is decided about it.",
    };

    private static string NotYet(WhyFacts facts) => $"Nothing is decided yet: the next sweep, within {Minutes(facts)}, decides.";

    private static string Minutes(WhyFacts facts) => facts.SweepMinutes == 1 ? "1 minute" : $"{facts.SweepMinutes} minutes";

    private static string Ended(string sentence) => sentence[^1] is '.' or '?' or '!' ? sentence : $"{sentence}.";
}
