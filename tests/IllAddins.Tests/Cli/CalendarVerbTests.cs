using IllAddins.Tests.Road;

namespace IllAddins.Tests.Cli;

public sealed class CalendarVerbTests : IDisposable
{
    private const string Users = "UserName,NVTGC\njdoe,MAIN\n";

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_calendar_is_set_shown_and_given_back()
    {
        await SiteAsync();

        Assert.Equal((0, "The calendar of site MAIN is set.\n", ""), await RunAsync("calendars", "set", "main", "--hours", "Mon-Fri 8:00-20:00", "--courier", "Mon-Fri 13:00,7:45"));
        Assert.Equal((0, "The calendar of 'Law Library' (site MAIN) is set.\n", ""), await RunAsync("calendars", "set", "MAIN", "--location", "Law Library", "--date", "2026-03-03", "--hours", "10:00-14:00", "--note", "exam"));
        Assert.Equal((0, "Site MAIN is closed 2026-03-04 to 2026-03-05.\n", ""), await RunAsync("calendars", "close", "MAIN", "--from", "2026-03-04", "--to", "2026-03-05", "--note", "Snow"));

        Assert.Equal(
            (0, """
            Site MAIN, America/New_York
              Hours    Mon-Fri 08:00-20:00
              Courier  Mon-Fri 07:45,13:00
              Closed   2026-03-04 to 2026-03-05  Snow
              Now      open; next opening Tue 3 Mar 2026 08:00; next courier Mon 2 Mar 2026 13:00

            """, ""),
            await RunAsync("calendars", "show", "MAIN"));
        Assert.Equal(
            (0, """
            law library (site MAIN), America/New_York
              Hours    as the site
              Courier  as the site
              2026-03-03  10:00-14:00  exam
              Now      open; next opening Tue 3 Mar 2026 10:00; next courier Mon 2 Mar 2026 13:00

            """, ""),
            await RunAsync("calendars", "show", "MAIN", "--location", "law library"));

        Assert.Equal((0, "The closing of site MAIN from 2026-03-04 on is removed.\n", ""), await RunAsync("calendars", "open", "MAIN", "--from", "2026-03-04"));
        Assert.Equal((0, "The calendar of site MAIN is set.\n", ""), await RunAsync("calendars", "set", "MAIN", "--hours", ""));
        Assert.Contains("Hours    not set", (await RunAsync("calendars", "show", "MAIN")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_set_is_refused_in_words_and_changes_nothing()
    {
        await SiteAsync();
        await RunAsync("calendars", "set", "MAIN", "--hours", "Mon-Fri 08:00-20:00");
        var before = await RunAsync("calendars", "list");

        Assert.Equal((1, "", "Opening hours 'Mon-Fri 8-20': found the time '8', expected hours and minutes such as 08:00. Write e.g. \"Mon-Fri 08:00-20:00; Sat 10:00-16:00\".\n"), await RunAsync("calendars", "set", "MAIN", "--hours", "Mon-Fri 8-20"));
        Assert.Equal((1, "", "Nothing to set: name --hours, --courier or --courier-on-closed-days.\n"), await RunAsync("calendars", "set", "MAIN"));
        Assert.Equal((1, "", "There is no site 'LAW'. Look at the sites with: sites list. Make one with: sites set LAW\n"), await RunAsync("calendars", "close", "LAW", "--from", "2026-12-24"));
        Assert.Equal((1, "", "The closing: found the days 2026-12-24 to 2026-12-23, expected the first day before the last.\n"), await RunAsync("calendars", "close", "MAIN", "--from", "2026-12-24", "--to", "2026-12-23"));
        Assert.Equal((1, "", "No closing of site MAIN begins on 2026-12-24. Look at the closings with: calendars show MAIN\n"), await RunAsync("calendars", "open", "MAIN", "--from", "2026-12-24"));
        Assert.Equal((1, "", "The courier timetable of site MAIN is not set. Set both with: calendars set MAIN --courier \"Mon-Fri 07:45,13:00\" --courier-on-closed-days yes\n"), await RunAsync("calendars", "set", "MAIN", "--courier-on-closed-days", "yes"));

        Assert.Equal(before, await RunAsync("calendars", "list"));
    }

    [Fact]
    public async Task An_imported_file_again_changes_nothing_and_what_left_it_is_opened_again()
    {
        await SiteAsync();
        await RunAsync("calendars", "close", "MAIN", "--from", "2026-05-01", "--note", "by hand");
        var first = library.File("holidays.ics", Calendar("20261225", "20270101"));
        await RunAsync("calendars", "import", "MAIN", first);
        var twice = await RunAsync("calendars", "import", "MAIN", first);
        var closed = await RunAsync("calendars", "show", "MAIN");
        library.File("holidays.ics", Calendar("20270101"));
        await RunAsync("calendars", "import", "MAIN", first);

        Assert.Equal((0, "2 closings of site MAIN come from holidays.ics, up to 2029-03-02.\n", ""), twice);
        Assert.Contains("Closed   2026-12-25  Holiday  (from holidays.ics)\n  Closed   2027-01-01  Holiday", closed.Output, StringComparison.Ordinal);
        var after = (await RunAsync("calendars", "show", "MAIN")).Output;
        Assert.DoesNotContain("2026-12-25", after, StringComparison.Ordinal);
        Assert.Contains("2026-05-01  by hand", after, StringComparison.Ordinal);
        Assert.StartsWith(
            "The closing of site MAIN from 2027-01-01 on comes from holidays.ics. Take it out of the file and import it again",
            (await RunAsync("calendars", "open", "MAIN", "--from", "2027-01-01")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_and_nothing_is_changed()
    {
        await SiteAsync();
        var file = library.File("holidays.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n");

        Assert.Equal(
            (1, "", $"{file} was not imported, and nothing was changed: it holds no event, expected an iCalendar file with a VEVENT for each closing.\n"),
            await RunAsync("calendars", "import", "MAIN", file));
    }

    private static string Calendar(params string[] days) =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{string.Concat(days.Select(day => $"BEGIN:VEVENT\nUID:{day}\nDTSTART;VALUE=DATE:{day}\nSUMMARY:Holiday\nEND:VEVENT\n"))}END:VCALENDAR\n";

    private async Task SiteAsync()
    {
        await library.ImportAsync(Users, "TransactionNumber,Username\n");
        await library.RunAsync("sites", "set", "MAIN", "--time-zone", "America/New_York");
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (code, output, error) = await library.RunAsync(args);
        return (code, output.ReplaceLineEndings("\n"), error.ReplaceLineEndings("\n"));
    }
}
