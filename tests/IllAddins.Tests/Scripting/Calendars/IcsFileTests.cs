using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Waiting;
using IllAddins.Tests.Scripting.Waiting;

namespace IllAddins.Tests.Scripting.Calendars;

public sealed class IcsFileTests
{
    [Fact]
    public void Whole_days_hours_and_yearly_days_close_the_place()
    {
        var closings = Closings("""
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20261224
            DTEND;VALUE=DATE:20270102
            SUMMARY:Winter break
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTART:20270315T180000Z
            DTEND:20270315T200000Z
            SUMMARY:Staff day
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            DTSTART;VALUE=DATE:20200704
            RRULE:FREQ=YEARLY
            SUMMARY:Independence Day
            END:VEVENT
            """);

        Assert.Equal(
            ["2026-12-24 to 2027-01-01 Winter break", "2027-03-15 14:00 to 2027-03-15 16:00 Staff day", "2027-07-04 Independence Day", "2028-07-04 Independence Day"],
            closings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_over_before_the_window_is_left_out_and_what_lasts_into_it_is_kept() => Assert.Equal(
        ["2026-10-01 to 2026-11-30 Rebuilding"],
        Closings("""
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20261001
            DTEND;VALUE=DATE:20261201
            SUMMARY:Rebuilding
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTART;VALUE=DATE:20260901
            SUMMARY:Labor Day
            END:VEVENT
            """));

    [Theory]
    [InlineData("Mon-Fri 08:00-20:00", "expected an iCalendar file")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR", "it holds no event, expected an iCalendar file with a VEVENT for each closing")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Never\nEND:VEVENT\nEND:VCALENDAR", "the event 'Never' has no beginning, expected DTSTART with a date or a time")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20261201T000000\nRRULE:FREQ=SECONDLY\nSUMMARY:Tick\nEND:VEVENT\nEND:VCALENDAR", "the event 'Tick' recurs every hour or more often, expected daily or less often")]
    public void A_file_that_is_no_list_of_closings_is_refused_in_words(string text, string problem) =>
        Assert.EndsWith(problem, Assert.IsType<Reading<IReadOnlyList<Closing>>.Refused>(Read(text)).Problem.Replace(" such as calendar programs export", "", StringComparison.Ordinal), StringComparison.Ordinal);

    private static Reading<IReadOnlyList<Closing>> Read(string text) =>
        IcsFile.Closings(text, Some.Date("2026-11-24"), Some.Date("2028-11-24"), Some.Zone("America/New_York"));

    private static IEnumerable<string> Closings(string events) =>
        Assert.IsType<Reading<IReadOnlyList<Closing>>.Read>(Read($"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{events}\nEND:VCALENDAR\n"))
            .Value.Select(closing => $"{ClosingText.Said(closing)} {closing.Note}");
}
