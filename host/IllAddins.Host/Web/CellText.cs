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

    /// <summary>A moment on the site's clock and in its way of writing, e.g. <c>2 Mar 09:10</c>; no time where it is midnight (a date).</summary>
    public static string Moment(DateTimeOffset moment, Site site, DateTimeOffset now) =>
        site.ToLocal(moment).TimeOfDay == TimeSpan.Zero ? site.Day(moment, now) : site.Moment(moment, now);

    /// <summary>A length of time in whole units of the largest that fits, e.g. <c>3 d</c>, <c>5 h</c>, <c>12 min</c>.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalDays: >= 1 } => ScreenWords.Days(Math.Floor(length.TotalDays)),
        { TotalHours: >= 1 } => ScreenWords.Hours(Math.Floor(length.TotalHours)),
        _ => ScreenWords.Minutes(Math.Max(0, Math.Floor(length.TotalMinutes))),
    };
}
