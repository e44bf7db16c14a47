using System.Globalization;

namespace IllAddins.Host.Web;

/// <summary>How a value is shown to staff.</summary>
public static class CellText
{
    /// <summary>The text of a cell; moments stand on the site's clock, lengths of time in their largest unit, null is empty.</summary>
    public static string Of(object? value, Site site, DateTimeOffset now) => value switch
    {
        null => "",
        string text => text,
        DateTimeOffset moment => Moment(moment, site, now),
        TimeSpan length => Length(length),
        bool yes => yes ? ScreenWords.Yes : ScreenWords.No,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A moment on the site's clock, e.g. <c>2 Mar 09:10</c>; the year where it is another one, no time where it is midnight (a date).</summary>
    public static string Moment(DateTimeOffset moment, Site site, DateTimeOffset now)
    {
        var local = site.ToLocal(moment);
        var day = local.Year == site.ToLocal(now).Year ? "d MMM" : "d MMM yyyy";
        var form = local.TimeOfDay == TimeSpan.Zero ? day : $"{day} HH:mm";
        return local.ToString(form, CultureInfo.InvariantCulture);
    }

    /// <summary>A length of time in whole units of the largest that fits, e.g. <c>3 d</c>, <c>5 h</c>, <c>12 min</c>.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalDays: >= 1 } => ScreenWords.Days(Math.Floor(length.TotalDays)),
        { TotalHours: >= 1 } => ScreenWords.Hours(Math.Floor(length.TotalHours)),
        _ => ScreenWords.Minutes(Math.Max(0, Math.Floor(length.TotalMinutes))),
    };
}
