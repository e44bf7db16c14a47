using IllAddins.Host.Requests;
using NodaTime;

namespace IllAddins.Tests.Requests;

public sealed class FieldTextTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Theory]
    [InlineData("1", 1)]
    [InlineData(" 42 ", 42)]
    [InlineData("2147483647", 2147483647)]
    public void A_number_is_read(string text, int expected) => Assert.Equal(expected, Read(FieldKind.Number, text));

    [Theory]
    [InlineData("12x")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("2147483648")]
    [InlineData("1.0")]
    [InlineData("1,000")]
    [InlineData("٣")]
    public void What_is_no_number_is_refused(string text) =>
        Assert.Equal($"N: found '{text}', expected a whole number from 1 to 2147483647.", Problem(FieldKind.Number, text));

    [Theory]
    [InlineData("true", 1)]
    [InlineData("YES", 1)]
    [InlineData("y", 1)]
    [InlineData("1", 1)]
    [InlineData("False", 0)]
    [InlineData(" no ", 0)]
    [InlineData("N", 0)]
    [InlineData("0", 0)]
    public void A_flag_is_read(string text, int expected) => Assert.Equal(expected, Read(FieldKind.Flag, text));

    [Fact]
    public void What_is_no_flag_is_refused() => Assert.Equal(
        "N: found 'maybe', expected Yes or No (also true or false, Y or N, 1 or 0).",
        Problem(FieldKind.Flag, "maybe"));

    [Theory]
    [InlineData("2026-11-23", "2026-11-23T05:00:00.000Z")]
    [InlineData("2026-11-23T14:05:06.123", "2026-11-23T19:05:06.123Z")]
    [InlineData("2026-11-23T14:05:06.1234567", "2026-11-23T19:05:06.123Z")]
    [InlineData("2026-11-23 14:05:06", "2026-11-23T19:05:06.000Z")]
    [InlineData("2026-11-23T14:05", "2026-11-23T19:05:00.000Z")]
    [InlineData("2026-07-23T14:05:06", "2026-07-23T18:05:06.000Z")]
    [InlineData("2026-11-23T14:05:06Z", "2026-11-23T14:05:06.000Z")]
    [InlineData("2026-11-23T14:05:06.5+01:00", "2026-11-23T13:05:06.500Z")]
    [InlineData("2026-11-23 14:05:06-0530", "2026-11-23T19:35:06.000Z")]
    [InlineData("2026-11-23 14:05:06 +02", "2026-11-23T12:05:06.000Z")]
    [InlineData("11/23/2026 2:05:06 PM", "2026-11-23T19:05:06.000Z")]
    [InlineData("1/2/2026 12:00:00 AM", "2026-01-02T05:00:00.000Z")]
    [InlineData("11/23/2026 2:05:06\u202FPM", "2026-11-23T19:05:06.000Z")]
    [InlineData("11/23/2026 14:05", "2026-11-23T19:05:00.000Z")]
    [InlineData(" 11/3/2026 ", "2026-11-03T05:00:00.000Z")]
    public void A_date_is_read_and_without_a_zone_it_is_the_sites(string text, string expected) => Assert.Equal(expected, Read(FieldKind.Date, text));

    [Theory]
    [InlineData("2026-03-08T02:30:00", "2026-03-08T07:30:00.000Z")] // The clock goes from 2:00 to 3:00: 3:30 is meant.
    [InlineData("2026-03-08T03:00:00", "2026-03-08T07:00:00.000Z")]
    [InlineData("2026-11-01T01:30:00", "2026-11-01T05:30:00.000Z")] // The clock shows 1:30 twice: the first is meant.
    [InlineData("2026-11-01T02:00:00", "2026-11-01T07:00:00.000Z")]
    public void A_date_at_a_change_of_the_clock_is_read_leniently(string text, string expected) => Assert.Equal(expected, Read(FieldKind.Date, text));

    [Theory]
    [InlineData("23.11.2026")]
    [InlineData("2026-02-30")]
    [InlineData("23/11/2026")]
    [InlineData("2026-11-23T25:00:00")]
    [InlineData("2026-11-23T14:05:06+25:00")]
    [InlineData("2026-11-23T14:05:06+1")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("9999-12-31")]
    [InlineData("tomorrow")]
    public void What_is_no_date_is_refused(string text) => Assert.Equal(
        $"N: found '{text}', expected a date such as 2026-11-23, 2026-11-23T14:05:00 or 11/23/2026 2:05:00 PM, in the years 1753 to 9998.",
        Problem(FieldKind.Date, text));

    [Theory]
    [InlineData(FieldKind.Text)]
    [InlineData(FieldKind.Number)]
    [InlineData(FieldKind.Flag)]
    [InlineData(FieldKind.Date)]
    public void White_space_alone_is_no_value(FieldKind kind)
    {
        foreach (var text in new[] { null, "", " ", "\t\r\n" })
            Assert.Null(Read(kind, text));
    }

    [Fact]
    public void A_text_is_kept_as_it_is() => Assert.Equal(" Łąkowa 7 ", Read(FieldKind.Text, " Łąkowa 7 "));

    [Fact]
    public void A_text_with_NUL_is_refused_without_showing_it() =>
        Assert.Equal("N: found a NUL character, expected text without NUL characters.", Problem(FieldKind.Text, "Ada\0"));

    [Fact]
    public void A_long_value_is_shown_by_its_beginning_and_control_characters_not_at_all()
    {
        Assert.Equal($"'{new string('9', 40)}...' (1,200 characters)", FieldProblem.Quote(new string('9', 1200)));
        Assert.Equal("'a\uFFFD[2Jb'", FieldProblem.Quote("a\u001b[2Jb"));
    }

    private static object? Read(FieldKind kind, string? text)
    {
        var reading = FieldText.Read(kind, text, NewYork);
        Assert.Null(reading.Problem("N")?.Words);
        return reading.Stored;
    }

    private static string? Problem(FieldKind kind, string text) => FieldText.Read(kind, text, NewYork).Problem("N")?.Words;
}
