using System.Globalization;
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
        $"E-mail of site {site.NVTGC} is paused since {Clock(site, state.PausedAt)}: {Brake.Strikes} different notices in a row met a fault of the mail server, which answered last: "
        + $"{state.Answer?.TrimEnd('.')}. {Waiting(waiting)} none is lost and no attempt is counted. The server is tried again from {Clock(site, state.NextProbeAt)} on.";

    private static string Waiting(int waiting) => waiting == 1 ? "1 notice waits;" : string.Create(CultureInfo.InvariantCulture, $"{waiting} notices wait;");

    private static string Clock(Site site, DateTimeOffset? moment) => site.ToLocal(moment!.Value).ToString("d MMMM HH:mm", CultureInfo.InvariantCulture);
}
