using System.Globalization;

namespace IllAddins.Host.Web;

/// <summary>How a value is shown to staff.</summary>
public static class CellText
{
    /// <summary>The text of a cell; moments stand on the site's clock, null is empty.</summary>
    public static string Of(object? value, Site site, DateTimeOffset now) => value switch
    {
        null => "",
        string text => text,
        DateTimeOffset moment => Moment(moment, site, now),
        bool yes => yes ? "Yes" : "No",
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
}
