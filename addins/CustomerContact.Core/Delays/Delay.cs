using System.Diagnostics;
using System.Globalization;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Delays;

/// <summary>Decides how long a request rests in 'In Transit to Pickup Location'.</summary>
public static class Delay
{
    /// <summary>The longest delay: 30 days.</summary>
    public const int MaxMinutes = 43_200;


    /// <summary>Whether the script has a say; if not, <see cref="Decide"/> gives the same whatever the answer, so the script need not be run.</summary>
    public static bool AsksScript(ContactFacts facts) => WithoutScript(facts) is null;

    /// <summary>Decides from the facts and the script's answer. The delay counts from <see cref="ContactFacts.ArrivedAt"/>, in whole seconds, rounded up.</summary>
    /// <param name="facts">The request, at 'In Transit to Pickup Location'.</param>
    /// <param name="answer">What the script said.</param>
    /// <param name="script">The script's name and version for staff, e.g. <c>MAIN/notify.lua v7</c>.</param>
    /// <param name="siteDefaultMinutes">The site's default, 0 to <see cref="MaxMinutes"/>; anything else holds the request.</param>
    /// <param name="now">The time of the decision.</param>
    public static DelayDecision Decide(ContactFacts facts, DelayAnswer answer, string script, int siteDefaultMinutes, DateTimeOffset now)
    {
        if (WithoutScript(facts) is { } decided)
            return decided;
        return answer switch
        {
            DelayAnswer.Minutes { Value: >= 0 and <= MaxMinutes } minutes => After(facts, minutes.Value, script, minutes.Reason, now),
            DelayAnswer.Minutes minutes => NoDelay(script, Refused(minutes.Value)),
            DelayAnswer.Until until => At(until.Moment, WithReason(DelayWords.ScriptSaid(script, until.Said), until.Reason), now),
            DelayAnswer.Endless endless => new DelayDecision.Held(DelayWords.WaitWithoutEnd(script, endless.Said, endless.Why)),
            DelayAnswer.Hold hold => new DelayDecision.HeldForRelease(WithReason(DelayWords.HeldUntilReleased(script), hold.Reason)),
            DelayAnswer.Default or DelayAnswer.NoHook => SiteDefault(facts, siteDefaultMinutes, answer.Reason, now),
            DelayAnswer.Fault fault => new DelayDecision.Held(fault.Text),
            DelayAnswer.Unexpected unexpected => NoDelay(script, unexpected.Answered),
            _ => throw new UnreachableException(),
        };
    }

    private static DelayDecision? WithoutScript(ContactFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (NextStatus.For(facts) is NextStatus.Held held)
            return new DelayDecision.Held(held.Why);
        if (!facts.IsLoan)
            return null;
        return facts.Delivery switch
        {
            DeliveryWay.MailToAddress => new DelayDecision.Due(facts.ArrivedAt, DelayWords.PostedItemSkipsTransit),
            DeliveryWay.Unknown unknown => new DelayDecision.Held(unknown.Reason),
            DeliveryWay.HoldForPickup => null,
            _ => throw new UnreachableException(),
        };
    }

    private static DelayDecision SiteDefault(ContactFacts facts, int minutes, string? reason, DateTimeOffset now) => minutes is >= 0 and <= MaxMinutes
        ? After(facts, minutes, DelayWords.SiteDefault, reason, now)
        : new DelayDecision.Held(DelayWords.BadSiteDefault(minutes));

    private static DelayDecision After(ContactFacts facts, double minutes, string source, string? reason, DateTimeOffset now) =>
        At(facts.ArrivedAt.AddSeconds(WholeSeconds(minutes)), WithReason(DelayWords.ScriptSaid(source, Words(minutes)), reason), now);

    private static DelayDecision At(DateTimeOffset at, string why, DateTimeOffset now) =>
        at <= now ? new DelayDecision.Due(at, why) : new DelayDecision.Rest(at, why);

    private static string WithReason(string why, string? reason) => reason is null ? why : FactWords.WithReason(why, reason);

    // 4.15 * 60 is a hair more than 249 for a computer: without the inner rounding such answers would cost a second too many.
    private static double WholeSeconds(double minutes) => Math.Ceiling(Math.Round(minutes * 60, 6));

    private static DelayDecision.Held NoDelay(string script, string answered) => new(DelayWords.NoDelay(script, answered));

    private static string Words(double minutes) => Counted(minutes.ToString(minutes < 0.001 ? "R" : "0.###", CultureInfo.InvariantCulture));

    // An answer that is refused is shown to its last digit: 43200.0001 must not read as 43200.
    private static string Refused(double minutes) => minutes switch
    {
        double.NaN => DelayWords.NotANumber,
        double.PositiveInfinity or double.NegativeInfinity => DelayWords.EndlessMinutes,
        _ => Counted(minutes.ToString("R", CultureInfo.InvariantCulture)),
    };

    private static string Counted(string number) => number == "1" ? DelayWords.OneMinute : DelayWords.Minutes(number);
}
