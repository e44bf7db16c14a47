using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Tests.Scripting.Waiting;

public sealed class ClockChangeTests
{
    private static readonly WeekOf<OpenSpan> Always = Some.Week((IsoDayOfWeek.Monday, 7, ["00:00-24:00"]));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28 12:00 +01:00", "02:30", "2026-03-29 03:00 +02:00")]
    [InlineData("America/New_York", "2026-03-07 12:00 -05:00", "02:30", "2026-03-08 03:00 -04:00")]
    [InlineData("America/Sao_Paulo", "2018-11-03 12:00 -03:00", "00:00", "2018-11-04 01:00 -02:00")]
    [InlineData("Asia/Beirut", "2026-03-28 12:00 +02:00", "00:15", "2026-03-29 01:00 +03:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-03 12:00 +10:30", "02:15", "2026-10-04 02:30 +11:00")]
    public void A_time_that_is_skipped_is_the_first_moment_after_the_gap(string zone, string arrived, string time, string end) =>
        Assert.Equal(end, Some.EndOf(new Wait.Until(Some.Time(time)), arrived, Some.Place(zone)));

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-24 12:00 +02:00", "02:30", "2026-10-25 02:30 +02:00")]
    [InlineData("Europe/Berlin", "2026-10-25 02:31 +02:00", "02:30", "2026-10-26 02:30 +01:00")]
    [InlineData("Europe/Berlin", "2026-10-25 02:10 +01:00", "02:30", "2026-10-26 02:30 +01:00")]
    [InlineData("America/New_York", "2026-10-31 12:00 -04:00", "01:30", "2026-11-01 01:30 -04:00")]
    [InlineData("America/Sao_Paulo", "2018-02-17 12:00 -02:00", "23:30", "2018-02-17 23:30 -02:00")]
    [InlineData("America/Sao_Paulo", "2018-02-17 23:10 -03:00", "23:30", "2018-02-18 23:30 -03:00")]
    public void A_time_that_comes_twice_is_its_first_occurrence_alone(string zone, string arrived, string time, string end) =>
        Assert.Equal(end, Some.EndOf(new Wait.Until(Some.Time(time)), arrived, Some.Place(zone)));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28 20:00 +01:00", 12, "2026-03-29 09:00 +02:00")]
    [InlineData("Europe/Berlin", "2026-10-24 20:00 +02:00", 12, "2026-10-25 07:00 +01:00")]
    [InlineData("America/Sao_Paulo", "2018-11-03 20:00 -03:00", 12, "2018-11-04 09:00 -02:00")]
    [InlineData("Asia/Beirut", "2026-10-24 20:00 +03:00", 12, "2026-10-25 07:00 +02:00")]
    public void Hours_are_hours_that_have_passed_open_or_not(string zone, string arrived, double hours, string end)
    {
        Assert.Equal(end, Some.EndOf(new Wait.Hours(hours), arrived, Some.Place(zone)));
        Assert.Equal(end, Some.EndOf(new Wait.OpenHours(hours), arrived, Some.Place(zone, Always)));
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-03 12:00 -03:00", "2018-11-04 01:00 -02:00")]
    [InlineData("Asia/Beirut", "2026-03-28 12:00 +02:00", "2026-03-29 01:00 +03:00")]
    [InlineData("America/Havana", "2026-10-31 12:00 -04:00", "2026-11-01 00:00 -04:00")]
    public void A_day_without_its_midnight_or_with_two_begins_with_its_first_moment(string zone, string arrived, string opening) =>
        Assert.Equal(opening, Some.EndOf(new Wait.OpenDays(1), arrived, Some.Place(zone, Always)));

    [Fact]
    public void Hours_that_lie_in_the_gap_do_not_take_place()
    {
        var early = Some.Place(hours: Some.Week((IsoDayOfWeek.Sunday, 1, ["02:10-02:50"])));

        Assert.Equal("2026-04-05 02:10 +02:00", Some.EndOf(new Wait.NextOpening(), "2026-03-28 12:00 +01:00", early));
    }

    [Fact]
    public void A_night_of_the_clock_change_closes_once()
    {
        var night = Some.Place(hours: Some.Week((IsoDayOfWeek.Saturday, 1, ["22:00-02:30"])));

        Assert.Equal("2026-10-25 02:29 +02:00", Some.EndOf(new Wait.OpenHours(4 + (29 / 60d)), "2026-10-24 12:00 +02:00", night));
        Assert.Equal("2026-10-31 22:00 +01:00", Some.EndOf(new Wait.NextOpening(), "2026-10-25 02:10 +01:00", night));
    }

    [Fact]
    public void A_courier_of_the_skipped_hour_comes_right_after_it_and_one_of_the_repeated_hour_once()
    {
        var courier = Some.Place() with { Courier = Some.Courier(IsoDayOfWeek.Monday, 7, "02:30") };

        Assert.Equal("2026-03-29 03:00 +02:00", Some.EndOf(new Wait.NextCourier(), "2026-03-28 12:00 +01:00", courier));
        Assert.Equal("2026-10-25 02:30 +02:00", Some.EndOf(new Wait.NextCourier(), "2026-10-24 12:00 +02:00", courier));
        Assert.Equal("2026-10-26 02:30 +01:00", Some.EndOf(new Wait.NextCourier(), "2026-10-25 02:00 +01:00", courier));
    }

    [Fact]
    public void A_day_that_a_zone_skips_is_no_day()
    {
        var place = Some.Place("Pacific/Apia", Always) with { Courier = Some.Courier(IsoDayOfWeek.Monday, 7, "09:00") };

        Assert.Equal("2011-12-31 08:30 +14:00", Some.EndOf(new Wait.Until(Some.Time("08:30")), "2011-12-29 10:00 -10:00", place));
        Assert.Equal("2011-12-31 00:00 +14:00", Some.EndOf(new Wait.OpenDays(1), "2011-12-29 10:00 -10:00", place));
        Assert.Equal("2011-12-31 09:00 +14:00", Some.EndOf(new Wait.NextCourier(), "2011-12-29 10:00 -10:00", place));
    }

    [Fact]
    public void An_earlier_end_in_the_second_pass_of_an_hour_is_put_off_by_nothing() =>
        Assert.Equal(
            "2026-10-25 02:10 +01:00",
            Some.EndOf(new Wait.NotBefore(new Wait.Hours(2), Some.Time("02:30")), "2026-10-25 01:10 +02:00", Some.Place()));
}
