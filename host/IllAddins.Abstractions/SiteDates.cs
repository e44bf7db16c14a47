using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IllAddins;

/// <summary>Dates and times as staff of a site read them: on its clock, and written as its <see cref="Site.DateFormat"/> says.</summary>
public static partial class SiteDates
{
    private const string Hour = "HH:mm";

    private static readonly ConcurrentDictionary<string, Forms> Known = new(StringComparer.Ordinal);

    /// <summary>A moment, e.g. <c>2 Mar 09:10</c>: months by name are shortened, and say no year where it is this one.</summary>
    /// <param name="site">Whose clock and whose way of writing.</param>
    /// <param name="moment">Any moment.</param>
    /// <param name="now">It says which year is this one.</param>
    /// <param name="time">How the time of day is written, a .NET format.</param>
    public static string Moment(this Site site, DateTimeOffset moment, DateTimeOffset now, string time = Hour)
    {
        ArgumentNullException.ThrowIfNull(site);
        var local = site.ToLocal(moment);
        return $"{Day(site, local, now)} {local.ToString(time, CultureInfo.InvariantCulture)}";
    }

    /// <summary>The day of a moment, e.g. <c>2 Mar</c>. The parameters are those of <see cref="Moment"/>.</summary>
    public static string Day(this Site site, DateTimeOffset moment, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(site);
        var local = site.ToLocal(moment);
        var forms = Known.GetOrAdd(site.DateFormat, Forms.Of);
        return local.ToString(local.Year == site.ToLocal(now).Year ? forms.ThisYear : forms.AnyYear, CultureInfo.InvariantCulture);
    }

    private sealed partial record Forms(string ThisYear, string AnyYear)
    {
        /// <summary>The short forms of a .NET date format; a standard one, and a month in numbers, stay as they are.</summary>
        public static Forms Of(string format)
        {
            if (format.Length < 2 || !format.Contains("MMM", StringComparison.Ordinal))
                return new Forms(format, format);
            List<string> parts = [.. Part().Matches(format).Select(part => part.Value switch { "MMMM" => "MMM", "dddd" => "ddd", var same => same })];
            var anyYear = string.Concat(parts);
            if (parts.FindIndex(part => part[0] == 'y') is >= 0 and var year)
                // With what stands between it and the rest of the date.
                parts.RemoveRange(Math.Max(0, year - 1), Math.Min(2, parts.Count));
            return new Forms(string.Concat(parts), anyYear);
        }

        // A run of one letter; or all that stands between two, quoted or not.
        [GeneratedRegex("""([a-zA-Z])\1*|('[^']*'|"[^"]*"|\\.|[^a-zA-Z'"\\])+""")]
        private static partial Regex Part();
    }
}
