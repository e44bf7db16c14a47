using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace IllAddins.Host.Requests;

/// <summary>Turns the text of a field, as files and callers bring it, into what is stored.</summary>
public static class FieldText
{
    private static readonly object No = 0;
    private static readonly object Yes = 1;

    /// <summary>Reads a text; empty or white space alone is no value.</summary>
    /// <param name="kind">What the field holds.</param>
    /// <param name="text">The text; null is no value.</param>
    /// <param name="zone">The zone of dates that name none: the site's.</param>
    public static FieldReading Read(FieldKind kind, string? text, DateTimeZone zone)
    {
        if (string.IsNullOrWhiteSpace(text))
            return default;
        return kind switch
        {
            FieldKind.Text => ReadText(text),
            FieldKind.Number => ReadNumber(text),
            FieldKind.Flag => ReadFlag(text),
            FieldKind.Date => ReadDate(text, zone),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The text that <see cref="Read"/> reads as the value: dates on the clock of the zone, to the second and without a time at midnight; flags Yes or No; empty for no value.</summary>
    /// <param name="value">string, int, bool, DateTimeOffset or null.</param>
    /// <param name="zone">The site's.</param>
    public static string Write(object? value, DateTimeZone zone) => value switch
    {
        null => "",
        string text => text.ReplaceLineEndings("\n"),
        bool yes => yes ? "Yes" : "No",
        DateTimeOffset moment => WriteDate(Instant.FromDateTimeOffset(moment).InZone(zone).ToDateTimeUnspecified()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A field holds a value of type {value.GetType().Name}.", nameof(value)),
    };

    private static string WriteDate(DateTime clock) =>
        clock.ToString(clock.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    // A text may be about the patron, so it is not shown.
    private static FieldReading ReadText(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? new FieldReading { Found = RecordWords.Nul, Expected = RecordWords.TextWithoutNul }
        : new FieldReading { Stored = text };

    private static FieldReading ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? new FieldReading { Stored = number }
            : Refused(text, RecordWords.WholeNumber);

    private static FieldReading ReadFlag(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "Y" or "1" => new FieldReading { Stored = Yes },
        "FALSE" or "NO" or "N" or "0" => new FieldReading { Stored = No },
        _ => Refused(text, RecordWords.YesOrNo),
    };

    private static FieldReading ReadDate(string text, DateTimeZone zone) => FieldDates.Read(text, zone) is { } moment
        ? new FieldReading { Stored = StoredTime.Write(moment) }
        : Refused(text, RecordWords.Date);

    private static FieldReading Refused(string text, string expected) =>
        new() { Found = FieldProblem.Quote(text), Expected = expected };
}

/// <summary>What a text was read as: a value to store, or what was found and expected instead.</summary>
public readonly record struct FieldReading
{
    /// <summary>string, or int (a flag is 0 or 1), or null for no value.</summary>
    public object? Stored { get; init; }

    /// <summary>Null where the text was read.</summary>
    public string? Found { get; init; }

    /// <summary>Null where the text was read.</summary>
    public string? Expected { get; init; }

    /// <summary>The problem with a column's text; null where it was read.</summary>
    public FieldProblem? Problem(string column) =>
        Found is null || Expected is null ? null : new FieldProblem { Column = column, Found = Found, Expected = Expected };
}
