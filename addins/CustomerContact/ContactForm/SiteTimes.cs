using System.Globalization;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>Moments on a site's clock.</summary>
public static class SiteTimes
{
    /// <summary><c>at 15:31</c>, with the day where it is not today.</summary>
    public static string Words(Site site, DateTimeOffset at, DateTimeOffset now)
    {
        var (then, today) = (site.ToLocal(at), site.ToLocal(now).Date);
        return then.Date == today ? FormWords.AtTime(Written(then, "HH:mm")) : FormWords.OnDayAtTime(site.Day(at, now), Written(then, "HH:mm"));
    }

    /// <summary>A moment as a dialog holds it: <c>2026-03-02T08:30</c>.</summary>
    public static string Field(Site site, DateTimeOffset at) => Written(site.ToLocal(at), "yyyy-MM-dd'T'HH:mm");

    /// <summary>The moment of a dialog's value; null for an empty one, or one that is no time. An hour that the clock leaves out counts as the one after it.</summary>
    public static DateTimeOffset? Read(Site site, string value)
    {
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        // The offset at the moment itself is found from the one near it.
        var near = new DateTimeOffset(local, site.ToLocal(new DateTimeOffset(local, TimeSpan.Zero)).Offset);
        return new DateTimeOffset(local, site.ToLocal(near).Offset).ToUniversalTime();
    }

    /// <summary>The name of a document that is made now, with the hour of the site's clock: <c>list-20260302-093000</c>.</summary>
    public static string FileName(Site site, DateTimeOffset now, string name) => $"{name}-{Written(site.ToLocal(now), "yyyyMMdd-HHmmss")}";

    /// <summary>A moment as it stands on its own clock, whatever the language of this machine.</summary>
    public static string Written(DateTimeOffset moment, string format) => moment.ToString(format, CultureInfo.InvariantCulture);
}
