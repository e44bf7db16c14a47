using System.Globalization;

namespace IllAddins;

/// <summary>How a moment is stored in every table: UTC, ISO 8601 with milliseconds, so that text order is time order.</summary>
public static class StoredTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The stored form of a moment; fractions below a millisecond are cut.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The moment of a stored form.</summary>
    /// <exception cref="FormatException">The text is not what <see cref="Write"/> makes.</exception>
    public static DateTimeOffset Read(string stored) =>
        DateTimeOffset.ParseExact(stored, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
