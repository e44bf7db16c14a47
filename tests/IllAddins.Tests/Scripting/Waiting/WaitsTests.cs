using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Tests.Scripting.Waiting;

public sealed class WaitsTests
{
    private static readonly PlaceRules Library = Some.Place(hours: Some.WorkingDays);

    [Theory]
    [InlineData(0, "2026-11-24 10:00 +01:00")]
    [InlineData(0.001, "2026-11-24 10:00:01 +01:00")]
    [InlineData(4.15, "2026-11-24 10:04:09 +01:00")]
    [InlineData(43_200, "2026-12-24 10:00 +01:00")]
    public void Minutes_count_from_the_arrival_in_whole_seconds(double minutes, string end) =>
        Assert.Equal(end, Some.EndOf(new Wait.Minutes(minutes), "2026-11-24 10:00 +01:00", Library));

    [Theory]
    [InlineData(2, "2026-11-24 12:00 +01:00")]
    [InlineData(0.5, "2026-11-24 10:30 +01:00")]
    public void Hours_count_from_the_arrival(double hours, string end) =>
        Assert.Equal(end, Some.EndOf(new Wait.Hours(hours), "2026-11-24 10:00 +01:00", Library));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    public void A_number_that_no_script_may_answer_is_a_broken_promise(double minutes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Some.EndOf(new Wait.Minutes(minutes), "2026-11-24 10:00 +01:00", Library));

    [Theory]
    [InlineData("2026-11-24 10:00 +01:00", 2, "2026-11-24 12:00 +01:00")]
    [InlineData("2026-11-24 19:00 +01:00", 2, "2026-11-25 09:00 +01:00")]
    [InlineData("2026-11-24 19:00 +01:00", 1, "2026-11-24 20:00 +01:00")]
    [InlineData("2026-11-24 22:00 +01:00", 0, "2026-11-24 22:00 +01:00")]
    [InlineData("2026-11-27 19:30 +01:00", 7, "2026-11-30 08:30 +01:00")]
    public void Open_hours_count_only_while_the_place_is_open(string arrived, double hours, string end) =>
        Assert.Equal(end, Some.EndOf(new Wait.OpenHours(hours), arrived, Library));

    [Theory]
    [InlineData("2026-11-24 10:00 +01:00", 1, "2026-11-25 08:00 +01:00")]
    [InlineData("2026-11-27 10:00 +01:00", 1, "2026-11-28 10:00 +01:00")]
    [InlineData("2026-11-27 10:00 +01:00", 2, "2026-11-30 08:00 +01:00")]
    [InlineData("2026-11-24 06:00 +01:00", 0, "2026-11-24 08:00 +01:00")]
    [InlineData("2026-11-24 10:00 +01:00", 0, "2026-11-24 10:00 +01:00")]
    [InlineData("2026-11-29 10:00 +01:00", 0, "2026-11-30 08:00 +01:00")]
    public void Open_days_end_with_the_opening_of_the_day(string arrived, int days, string end) =>
        Assert.Equal(end, Some.EndOf(new Wait.OpenDays(days), arrived, Library));

    [Theory]
    [InlineData("2026-11-24 08:29 +01:00", "2026-11-24 08:30 +01:00")]
    [InlineData("2026-11-24 08:30 +01:00", "2026-11-24 08:30 +01:00")]
    [InlineData("2026-11-24 08:31 +01:00", "2026-11-25 08:30 +01:00")]
    public void A_time_of_day_is_the_next_one_at_or_after_the_arrival(string arrived, string end) =>
        Assert.Equal(end, Some.EndOf(new Wait.Until(Some.Time("08:30")), arrived, Library));

    [Theory]
    [InlineData("2026-11-24 10:00 +01:00", "2026-11-24 10:00 +01:00")]
    [InlineData("2026-11-24 20:00 +01:00", "2026-11-25 08:00 +01:00")]
    [InlineData("2026-11-28 17:00 +01:00", "2026-11-30 08:00 +01:00")]
    public void The_next_opening_is_now_where_the_place_is_open(string arrived, string end) =>
        Assert.Equal(end, Some.EndOf(new Wait.NextOpening(), arrived, Library));

    [Theory]
    [InlineData("2026-11-24 07:45 +01:00", "2026-11-24 07:45 +01:00")]
    [InlineData("2026-11-24 07:46 +01:00", "2026-11-24 13:00 +01:00")]
    [InlineData("2026-11-27 14:00 +01:00", "2026-11-30 07:45 +01:00")]
    public void The_next_courier_is_the_one_at_or_after_the_arrival(string arrived, string end) =>
        Assert.Equal(end, Some.EndOf(new Wait.NextCourier(), arrived, Library with { Courier = Some.Courier(IsoDayOfWeek.Monday, 5, "07:45", "13:00") }));

    [Theory]
    [InlineData(2, "2026-11-24 12:00 +01:00", "09:00")]
    [InlineData(18, "2026-11-25 08:30 +01:00", "08:30")]
    [InlineData(18, "2026-11-25 04:00 +01:00", "03:00")]
    public void An_earlier_end_is_put_off_until_the_time_of_the_same_day(double hours, string end, string time) =>
        Assert.Equal(end, Some.EndOf(new Wait.NotBefore(new Wait.Hours(hours), Some.Time(time)), "2026-11-24 10:00 +01:00", Library));

    [Fact]
    public void A_wait_that_never_ends_is_put_off_by_nothing() =>
        Assert.StartsWith(
            "Opening hours of site MAIN are not set.",
            Some.EndOf(new Wait.NotBefore(new Wait.NextOpening(), Some.Time("08:00")), "2026-11-24 10:00 +01:00", Some.Place()),
            StringComparison.Ordinal);
}
