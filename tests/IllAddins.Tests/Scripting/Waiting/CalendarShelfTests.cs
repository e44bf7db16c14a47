using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Waiting;
using IllAddins.Tests.Requests;
using NodaTime;

namespace IllAddins.Tests.Scripting.Waiting;

public sealed class CalendarShelfTests
{
    [Fact]
    public async Task A_location_takes_from_its_site_what_it_has_not_of_its_own_and_is_found_in_any_case()
    {
        using var record = await NewAsync();
        await ChangeAsync(record, null, new CalendarChange.SetHours(Some.WorkingDays), new CalendarChange.SetCourier(Some.Courier(IsoDayOfWeek.Monday, 5, "07:45")));
        await ChangeAsync(record, "Zürich", new CalendarChange.SetHours(Some.Week((IsoDayOfWeek.Monday, 5, ["12:00-14:00"]))));
        var shelf = new CalendarShelf(record.Database);
        var site = await SiteAsync(record);
        var moment = Some.Moment("2026-11-24 00:00 -05:00");

        Assert.Equal(Some.Moment("2026-11-24 12:00 -05:00"), shelf.For(site, "ZÜRICH").NextOpening(moment));
        Assert.Equal(Some.Moment("2026-11-24 07:45 -05:00"), shelf.For(site, "zürich").NextCourier(moment));
        Assert.Equal(Some.Moment("2026-11-24 08:00 -05:00"), shelf.For(site, "Elsewhere").NextOpening(moment));
    }

    [Fact]
    public async Task A_change_of_a_calendar_is_a_change_of_its_site_and_is_met_by_the_next_look()
    {
        using var record = await NewAsync();
        var shelf = new CalendarShelf(record.Database);
        var before = await SiteAsync(record);
        Assert.False(shelf.For(before, null).HasHours);

        await ChangeAsync(record, null, new CalendarChange.SetHours(Some.WorkingDays));
        var after = await SiteAsync(record);

        Assert.True(after.Change > before.Change);
        Assert.True(shelf.For(after, null).HasHours);
    }

    [Fact]
    public async Task A_closing_is_removed_by_its_first_day_and_one_from_a_file_only_with_the_file()
    {
        using var record = await NewAsync();
        var closing = new Closing.Days(Some.Date("2026-12-24"), Some.Date("2027-01-01"));
        await ChangeAsync(record, null, new CalendarChange.Close(closing, ""));
        Assert.IsType<CalendarAnswer.Done>(await ChangeAsync(record, null, new CalendarChange.Open("2026-12-24")));
        await ChangeAsync(record, null, new CalendarChange.Close(closing, "holidays.ics"));

        Assert.Equal(
            new CalendarAnswer.Refused("The closing of site MAIN from 2026-12-24 on comes from holidays.ics. Take it out of the file and import it again, "
                + "or set hours of the day with: calendars set MAIN --date 2026-12-24 --hours \"10:00-16:00\""),
            await ChangeAsync(record, null, new CalendarChange.Open("2026-12-24")));
        await ChangeAsync(record, null, new CalendarChange.Keep("holidays.ics", []));
        Assert.Equal([], new CalendarStore(record.Database).Of("MAIN")[0].Closings);
    }

    [Theory]
    [InlineData("Mon-Fri 8:00-20:00; sat 10:00-16:00", "Mon-Fri 08:00-20:00; Sat 10:00-16:00")]
    [InlineData("Fri-Mon 18:00-02:00", "Mon 18:00-02:00; Fri-Sun 18:00-02:00")]
    [InlineData("Mon-Sun 00:00-24:00", "Mon-Sun 00:00-24:00")]
    [InlineData("Mon,Wed 09:00-12:00,13:00-18:00; Sunday closed", "Mon 09:00-12:00,13:00-18:00; Wed 09:00-12:00,13:00-18:00")]
    public void Hours_are_read_as_staff_write_them(string text, string said) =>
        Assert.Equal(said, WeekText.Said(Assert.IsType<Reading<WeekOf<OpenSpan>>.Read>(WeekText.Hours(text)).Value));

    [Theory]
    [InlineData("Mon-Fri 8-20", "found the time '8', expected hours and minutes such as 08:00")]
    [InlineData("Mon-Frei 08:00-20:00", "found the days 'Mon-Frei', expected Mon, Tue, Wed, Thu, Fri, Sat or Sun, or a row of them such as Mon-Fri")]
    [InlineData("Mon 08:00-20:00; Mon 21:00-22:00", "found Mon twice, expected each day once; several times of a day are parted by ','")]
    [InlineData("Mon 08:00-08:00", "found '08:00-08:00', which opens and closes at once; the whole day is 00:00-24:00")]
    public void Hours_that_cannot_be_read_say_what_was_found_and_expected(string text, string problem) =>
        Assert.Equal(
            $"Opening hours '{text}': {problem}. Write e.g. \"Mon-Fri 08:00-20:00; Sat 10:00-16:00\".",
            Assert.IsType<Reading<WeekOf<OpenSpan>>.Refused>(WeekText.Hours(text)).Problem);

    [Fact]
    public void An_ics_file_closes_whole_days_and_hours_for_each_recurrence_in_the_window()
    {
        var closings = Assert.IsType<Reading<IReadOnlyList<Closing>>.Read>(Ics("""
            BEGIN:VEVENT
            UID:a
            DTSTART;VALUE=DATE:20201224
            DTEND;VALUE=DATE:20201227
            RRULE:FREQ=YEARLY
            SUMMARY:Christmas
            END:VEVENT
            BEGIN:VEVENT
            UID:b
            DTSTART:20261125T170000Z
            DTEND:20261125T190000Z
            SUMMARY:Staff meeting
            END:VEVENT
            BEGIN:VEVENT
            UID:c
            DTSTART;VALUE=DATE:20261201
            STATUS:CANCELLED
            END:VEVENT
            """)).Value;

        Assert.Equal(
            ["2026-11-25 12:00 to 2026-11-25 14:00 Staff meeting", "2026-12-24 to 2026-12-26 Christmas", "2027-12-24 to 2027-12-26 Christmas"],
            closings.Select(closing => $"{ClosingText.Said(closing)} {closing.Note}"));
    }

    [Theory]
    [InlineData("", "it holds no event, expected an iCalendar file with a VEVENT for each closing")]
    [InlineData("BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT", "the event 'x' has no beginning, expected DTSTART with a date or a time")]
    [InlineData("BEGIN:VEVENT\nSUMMARY:x\nDTSTART:20261224T100000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT", "the event 'x' recurs every hour or more often, expected daily or less often")]
    [InlineData("BEGIN:VEVENT\nDTSTART;TZID=Mars/X:20261224T100000\nEND:VEVENT", "Unrecognized time zone id Mars/X (Parameter 'tzId'), expected an iCalendar file such as calendar programs export")]
    [InlineData("hello", "Could not parse line: 'hello', expected an iCalendar file such as calendar programs export")]
    public void A_bad_ics_file_is_refused_in_words(string events, string problem) =>
        Assert.Equal(problem, Assert.IsType<Reading<IReadOnlyList<Closing>>.Refused>(Ics(events)).Problem);

    private static Reading<IReadOnlyList<Closing>> Ics(string events) => IcsFile.Closings(
        $"BEGIN:VCALENDAR\n{events}\nEND:VCALENDAR\n", Some.Date("2026-11-24"), Some.Date("2028-11-24"), Some.Zone("America/New_York"));

    private static async Task<TestRecord> NewAsync()
    {
        var record = await TestRecord.NewAsync();
        await Migrations.RunAsync(record.Database, CalendarTables.Owner, CalendarTables.Migrations, TestRecord.Start, CancellationToken.None);
        await new SiteWrites(record.Database, record.Sites, record.Clock).SetAsync("MAIN", new SiteChange { SiteName = "Main" }, AuditTrail.ByItself, CancellationToken.None);
        return record;
    }

    private static async Task<Site> SiteAsync(TestRecord record) => (await record.Sites.AllAsync(CancellationToken.None))[1];

    private static Task<CalendarAnswer> ChangeAsync(TestRecord record, string? location, params CalendarChange[] changes) =>
        new CalendarWrites(record.Database, record.Clock).ChangeAsync("main", location, changes, AuditTrail.ByItself, CancellationToken.None);
}
