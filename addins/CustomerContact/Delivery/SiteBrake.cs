using System.Data.Common;
using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>A site's brake during one run; may be told of outcomes by several connections at once.</summary>
public sealed class SiteBrake
{
    private readonly Lock gate = new();
    private readonly string site;
    private readonly string account;
    private BrakeState state;
    private bool changed;

    /// <summary>Begins with what earlier runs left.</summary>
    public SiteBrake(string site, string account, BrakeState state) => (this.site, this.account, this.state) = (site, account, state);

    public BrakeState State
    {
        get
        {
            lock (gate)
                return state;
        }
    }

    /// <summary>True where the site's mail is paused: no further notice is to be claimed.</summary>
    public bool IsPulled => State.PausedAt is not null;

    /// <summary>What became of a notice.</summary>
    /// <param name="notice">The notice as it was claimed.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="now">When.</param>
    /// <returns>When the server had last taken a mail before this one; null where that is not known.</returns>
    public DateTimeOffset? Observe(NoticeRow notice, MailOutcome outcome, DateTimeOffset now)
    {
        lock (gate)
        {
            // One that is still to come was before the clock was set back.
            var lastAccepted = state.LastAcceptedAt <= now ? state.LastAcceptedAt : null;
            if (MailBlame.IsOutage(outcome) && !Settlement.IsItsOwn(notice, lastAccepted))
                (state, changed) = (Brake.Struck(state, notice.Id, outcome.Answer.ToString(), now), true);
            else if (MailBlame.ShowsWorkingServer(outcome) && (state.Struck.Length > 0 || state.PausedAt is not null))
                (state, changed) = (Brake.Works(state), true);
            if (outcome is MailOutcome.Accepted)
                state = state with { LastAcceptedAt = now };
            return lastAccepted;
        }
    }

    /// <summary>Nothing is left to catch up with.</summary>
    public void CaughtUp()
    {
        lock (gate)
            (state, changed) = (state with { CatchingUp = false }, changed || state.CatchingUp);
    }

    /// <summary>Writes the brake where it has changed; when the server last took a mail is written at the latest at the end of a run.</summary>
    public void Save(DbTransaction within, bool evenUnchanged = false)
    {
        lock (gate)
        {
            if (changed || evenUnchanged)
                MailBrakes.Write(within, site, account, state);
            changed = false;
        }
    }
}
