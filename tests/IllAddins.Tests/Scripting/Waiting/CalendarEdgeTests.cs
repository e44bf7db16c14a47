using IllAddins.Host.Scripting.Waiting;
using NodaTime;

namespace IllAddins.Tests.Scripting.Waiting;

public sealed class CalendarEdgeTests
{
    private const string Tuesday = "2026-11-24 10:00 +01:00";

    private static readonly PlaceRules Library = Some.Place(hours: Some.WorkingDays) with { Courier = Some.Courier(IsoDayOfWeek.Monday, 5, "07:45", "13:00") };

    public static TheoryData<Wait> WaitsByHours => [new Wait.OpenHours(2), new Wait.OpenHours(0), new Wait.OpenDays(1), new Wait.NextOpening()];

    [Theory]
    [MemberData(nameof(WaitsByHours))]
    public void Without_opening_hours_a_wait_says_how_to_set_them(Wait wait) =>
        Assert.Equal(
            "Opening hours of 'North Branch' (site MAIN) are not set. Set them with: calendars set MAIN --hours \"Mon-Fri 08:00-20:00; Sat 10:00-16:00\"",
            Some.EndOf(wait, Tuesday, Some.Place() with { Location = "North Branch" }));

    [Fact]
    public void Without_a_timetable_a_wait_for_the_courier_says_how_to_set_it() =>
        Assert.Equal(
            "The courier timetable of site MAIN is not set. Set it with: calendars set MAIN --courier \"Mon-Fri 07:45,13:00\"",
            Some.EndOf(new Wait.NextCourier(), Tuesday, Some.Place(hours: Some.WorkingDays)));

    [Fact]
    public void A_place_that_does_not_open_within_400_days_is_said_to_stay_closed() =>
        Assert.Equal(
            "By the opening hours and closings of 'North Branch' (site MAIN) the wait does not end within 400 days of 2026-11-24. "
            + "Look at them with: calendars show MAIN --location \"North Branch\"",
            Some.EndOf(new Wait.NextOpening(), Tuesday, Closed(Library with { Location = "North Branch" }, "2026-11-24", "2028-01-01")));

    [Fact]
    public void An_opening_after_400_days_is_too_far_and_one_before_is_not()
    {
        Assert.Equal("2027-12-29 08:00 +01:00", Some.EndOf(new Wait.NextOpening(), Tuesday, Closed(Library, "2026-11-24", "2027-12-28")));
        Assert.StartsWith("By the opening hours", Some.EndOf(new Wait.NextOpening(), Tuesday, Closed(Library, "2026-11-24", "2027-12-29")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_with_no_hours_on_any_day_never_opens() =>
        Assert.StartsWith("By the opening hours", Some.EndOf(new Wait.OpenDays(1), Tuesday, Some.Place(hours: Some.Week())), StringComparison.Ordinal);

    [Fact]
    public void A_courier_that_has_no_times_never_comes() =>
        Assert.Equal(
            "By the timetable and closings of site MAIN no courier comes within 400 days of 2026-11-24. Look at them with: calendars show MAIN",
            Some.EndOf(new Wait.NextCourier(), Tuesday, Library with { Courier = Some.Courier(IsoDayOfWeek.Monday, 0) }));

    [Fact]
    public void A_week_of_closing_counts_for_nothing()
    {
        var closed = Closed(Library, "2026-11-25", "2026-12-01");

        Assert.Equal("2026-12-02 09:00 +01:00", Some.EndOf(new Wait.OpenHours(11), Tuesday, closed));
        Assert.Equal("2026-12-02 08:00 +01:00", Some.EndOf(new Wait.OpenDays(1), Tuesday, closed));
        Assert.Equal("2026-12-02 08:00 +01:00", Some.EndOf(new Wait.NextOpening(), "2026-11-26 10:00 +01:00", closed));
        Assert.Equal("2026-12-02 07:45 +01:00", Some.EndOf(new Wait.NextCourier(), "2026-11-26 10:00 +01:00", closed));
    }

    [Fact]
    public void A_closing_over_New_Year_is_one_closing()
    {
        var closed = Closed(Library, "2026-12-24", "2027-01-03");

        Assert.Equal("2027-01-04 08:00 +01:00", Some.EndOf(new Wait.NextOpening(), "2026-12-31 23:59 +01:00", closed));
        Assert.Equal("2027-01-04 09:30 +01:00", Some.EndOf(new Wait.OpenHours(3.5), "2026-12-23 18:00 +01:00", closed));
    }

    [Fact]
    public void Hours_past_midnight_belong_to_the_evening_on_which_they_begin()
    {
        var night = Some.Place(hours: Some.Week((IsoDayOfWeek.Friday, 2, ["18:00-02:00"])));

        Assert.Equal("2026-11-28 01:30 +01:00", Some.EndOf(new Wait.NextOpening(), "2026-11-28 01:30 +01:00", night));
        Assert.Equal("2026-11-28 18:00 +01:00", Some.EndOf(new Wait.NextOpening(), "2026-11-28 02:00 +01:00", night));
        Assert.Equal("2026-11-28 18:30 +01:00", Some.EndOf(new Wait.OpenHours(1), "2026-11-28 01:30 +01:00", night));
        Assert.Equal("2026-11-28 01:30 +01:00", Some.EndOf(new Wait.NextOpening(), "2026-11-28 01:30 +01:00", Closed(night, "2026-11-28", "2026-11-28")));
        Assert.Equal("2026-11-28 18:00 +01:00", Some.EndOf(new Wait.NextOpening(), "2026-11-28 01:30 +01:00", Closed(night, "2026-11-27", "2026-11-27")));
    }

    [Fact]
    public void A_place_that_is_always_open_never_closes()
    {
        var always = Some.Place(hours: Some.Week((IsoDayOfWeek.Monday, 7, ["00:00-24:00"])));

        Assert.Null(new PlaceCalendar(always).NextClosing(Some.Moment(Tuesday)));
        Assert.Equal("2026-12-24 10:00 +01:00", Some.EndOf(new Wait.OpenHours(720), Tuesday, always));
        Assert.Equal("2026-11-25 00:00 +01:00", Some.EndOf(new Wait.OpenDays(1), Tuesday, always));
        Assert.Equal("2026-11-26 00:00 +01:00", Some.EndOf(new Wait.NextOpening(), "2026-11-25 11:00 +01:00", Closed(always, "2026-11-25", "2026-11-25")));
    }

    [Fact]
    public void Several_intervals_a_day_count_each_for_itself()
    {
        var lunch = Some.Place(hours: Some.Week((IsoDayOfWeek.Monday, 5, ["09:00-12:00", "13:30-18:00"])));

        Assert.Equal("2026-11-24 14:30 +01:00", Some.EndOf(new Wait.OpenHours(3), Tuesday, lunch));
        Assert.Equal("2026-11-24 13:30 +01:00", Some.EndOf(new Wait.NextOpening(), "2026-11-24 12:00 +01:00", lunch));
    }

    [Fact]
    public void Special_hours_hold_for_their_day_even_in_a_closing()
    {
        var special = new Dictionary<LocalDate, IReadOnlyList<OpenSpan>>
        {
            [Some.Date("2026-11-25")] = Some.Spans("10:00-14:00"),
            [Some.Date("2026-11-26")] = [],
        };
        var place = Closed(Library, "2026-11-25", "2026-11-27") with { SpecialHours = special };

        Assert.Equal("2026-11-25 12:00 +01:00", Some.EndOf(new Wait.OpenHours(12), Tuesday, place));
        Assert.Equal("2026-11-28 10:00 +01:00", Some.EndOf(new Wait.OpenDays(2), Tuesday, place));
        Assert.Equal("2026-11-25 13:00 +01:00", Some.EndOf(new Wait.NextCourier(), "2026-11-25 08:00 +01:00", place));
    }

    [Fact]
    public void Special_hours_alone_are_opening_hours()
    {
        var special = new Dictionary<LocalDate, IReadOnlyList<OpenSpan>> { [Some.Date("2026-11-25")] = Some.Spans("10:00-14:00") };

        Assert.Equal("2026-11-25 10:00 +01:00", Some.EndOf(new Wait.NextOpening(), Tuesday, Some.Place() with { SpecialHours = special }));
    }

    [Fact]
    public void Closed_hours_are_cut_out_of_the_day()
    {
        var place = Library with { Closings = [new Closing.Hours(Some.Local("2026-11-24 12:00"), Some.Local("2026-11-25 09:00"))] };

        Assert.Equal("2026-11-25 10:00 +01:00", Some.EndOf(new Wait.OpenHours(3), Tuesday, place));
        Assert.Equal("2026-11-25 09:00 +01:00", Some.EndOf(new Wait.OpenDays(1), Tuesday, place));
        Assert.Equal("2026-11-25 13:00 +01:00", Some.EndOf(new Wait.NextCourier(), Tuesday, place));
        Assert.Equal("2026-11-24 13:00 +01:00", Some.EndOf(new Wait.NextCourier(), Tuesday, place with { CourierOnClosedDays = true }));
    }

    [Fact]
    public void The_courier_stays_away_on_closed_days_unless_said_so()
    {
        var closed = Closed(Library, "2026-11-25", "2026-11-25");

        Assert.Equal("2026-11-26 07:45 +01:00", Some.EndOf(new Wait.NextCourier(), "2026-11-24 14:00 +01:00", closed));
        Assert.Equal("2026-11-25 07:45 +01:00", Some.EndOf(new Wait.NextCourier(), "2026-11-24 14:00 +01:00", closed with { CourierOnClosedDays = true }));
    }

    private static PlaceRules Closed(PlaceRules place, string from, string to) =>
        place with { Closings = [.. place.Closings, new Closing.Days(Some.Date(from), Some.Date(to))] };
}
