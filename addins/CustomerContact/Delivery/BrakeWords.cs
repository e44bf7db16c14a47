using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What staff and admins are told of a site whose mail is paused.</summary>
public static class BrakeWords
{
    /// <summary>One sentence for all notices that wait.</summary>
    /// <param name="site">The site, whose clock the times are shown on.</param>
    /// <param name="state">Its brake, pulled.</param>
    /// <param name="waiting">How many notices wait.</param>
    public static string Of(Site site, BrakeState state, int waiting) =>
        RunWords.SitePaused(site.NVTGC, Clock(site, state.PausedAt), Brake.Strikes, state.Answer?.TrimEnd('.') ?? "", RunWords.Waiting(waiting), Clock(site, state.NextProbeAt));

    private static string Clock(Site site, DateTimeOffset? moment) => site.Moment(moment!.Value, moment.Value);
}
