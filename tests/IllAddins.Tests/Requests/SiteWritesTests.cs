using IllAddins.Host.Requests;

namespace IllAddins.Tests.Requests;

public sealed class SiteWritesTests
{
    private static readonly SiteChange All = new()
    {
        SiteName = "Main Library",
        TimeZone = "Europe/Berlin",
        DefaultDelayMinutes = 90,
        SweepMinutes = 10,
        FromName = "Loans, Main",
        FromAddress = "loans@main.example",
        PickupField = "transaction.ItemInfo4",
        DateFormat = "dd.MM.yyyy",
        LocalInfo = new Dictionary<string, string> { ["Hours"] = "8 to 8", ["Desk_Phone"] = "555-0100" },
    };

    [Fact]
    public async Task A_new_site_is_made_with_its_settings()
    {
        using var record = await TestRecord.NewAsync();
        Assert.Equal(new SiteAnswer.Done(Created: true), await SetAsync(record, " MAIN ", All));
        var site = (await record.Sites.AllAsync(CancellationToken.None))[1];
        Assert.Equal(("MAIN", "Main Library", "Europe/Berlin", 90, 10), (site.NVTGC, site.Name, site.TimeZone, site.DefaultDelayMinutes, site.SweepMinutes));
        Assert.Equal(("Loans, Main", "loans@main.example"), (site.FromName, site.FromAddress));
        Assert.Equal(("transaction.ItemInfo4", "dd.MM.yyyy"), (site.PickupField, site.DateFormat));
        Assert.Equal(("8 to 8", "555-0100"), (site.LocalInfo["Hours"], site.LocalInfo["Desk_Phone"]));
    }

    [Fact]
    public async Task Settings_that_are_not_named_stay()
    {
        using var record = await TestRecord.NewAsync();
        await SetAsync(record, "MAIN", All);
        var before = (await record.Sites.AllAsync(CancellationToken.None))[1];
        Assert.Equal(new SiteAnswer.Done(Created: false), await SetAsync(record, "main", new SiteChange { SweepMinutes = 15 }));
        var after = (await record.Sites.AllAsync(CancellationToken.None))[1];
        Assert.Equal((15, before.TimeZone, before.DefaultDelayMinutes), (after.SweepMinutes, after.TimeZone, after.DefaultDelayMinutes));
        Assert.Equal(before.LocalInfo, after.LocalInfo);
        Assert.True(after.Change > before.Change);
    }

    [Fact]
    public async Task An_empty_text_gives_the_setting_back_to_the_default_site()
    {
        using var record = await TestRecord.NewAsync();
        await SetAsync(record, "MAIN", All);
        await SetAsync(record, "MAIN", new SiteChange { TimeZone = "", DateFormat = "", LocalInfo = new Dictionary<string, string> { ["hours"] = "" } });
        var site = (await record.Sites.AllAsync(CancellationToken.None))[1];
        Assert.Equal(("America/New_York", "d MMMM yyyy", false), (site.TimeZone, site.DateFormat, site.LocalInfo.ContainsKey("Hours")));
        Assert.Equal("555-0100", site.LocalInfo["Desk_Phone"]);
    }

    [Fact]
    public async Task A_change_of_the_default_site_counts_for_every_site()
    {
        using var record = await TestRecord.NewAsync();
        await SetAsync(record, "MAIN", All);
        var before = (await record.Sites.AllAsync(CancellationToken.None))[1].Change;
        await SetAsync(record, "ILL", new SiteChange { DefaultDelayMinutes = 30 });
        Assert.True((await record.Sites.AllAsync(CancellationToken.None))[1].Change > before);
    }

    [Fact]
    public async Task Every_problem_is_named_at_once_and_nothing_is_written()
    {
        using var record = await TestRecord.NewAsync();
        var before = record.Dump();
        var answer = await SetAsync(record, "../up", new SiteChange
        {
            SiteName = " ",
            TimeZone = "EST5EDT4",
            DefaultDelayMinutes = 43_201,
            SweepMinutes = 0,
            FromName = "Loans\r\nBcc: all@library.example",
            FromAddress = "a@b@c",
            PickupField = "Request.Site",
            DateFormat = "xxx",
            LocalInfo = new Dictionary<string, string> { ["Desk Phone"] = "1", ["Note"] = "a\0b" },
        });
        Assert.Equal(
            [
                "NVTGC: found '../up', expected a site code that can name a folder: 1 to 20 letters (A to Z), digits, spaces, '_', '-' or '.', with no dot or space at either end.",
                "SiteName: found ' ', expected a name in one line.",
                "TimeZone: found 'EST5EDT4', expected an IANA time zone such as America/New_York or Europe/Berlin.",
                "DefaultDelayMinutes: found '43201', expected minutes from 0 to 43200 (30 days).",
                "SweepMinutes: found '0', expected minutes from 1 to 1440 (a day).",
                "FromName: found 'Loans\uFFFD\uFFFDBcc: all@library.example', expected a name in one line.",
                "FromAddress: found 'a@b@c', expected one mail address such as ill@library.example.",
                "PickupField: found 'Request.Site', expected User. or Transaction. and a field's name, such as User.Site or Transaction.ItemInfo4.",
                "DateFormat: found 'xxx', expected a date format such as d MMMM yyyy or MM/dd/yyyy.",
                "LocalInfo: found 'Desk Phone', expected a name of 1 to 50 letters (A to Z), digits or '_', as templates write it: <#LocalInfo.Name>.",
                "LocalInfo.Note: found 'a\uFFFDb', expected text without NUL characters.",
            ],
            Assert.IsType<SiteAnswer.Refused>(answer).Problems);
        Assert.Equal(before, record.Dump());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" @library.example")]
    [InlineData("ill@")]
    [InlineData("ill@library.example\nBcc: x@y.example")]
    [InlineData("Desk <ill@library.example>")]
    [InlineData("a@b.example, c@d.example")]
    public async Task A_sender_is_one_address(string address)
    {
        using var record = await TestRecord.NewAsync();
        var answer = await SetAsync(record, "ILL", new SiteChange { FromAddress = address });
        Assert.Equal(address.Length > 0, answer is SiteAnswer.Refused);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("'every day'")]
    [InlineData("yyyy\nMM")]
    public async Task A_date_format_prints_the_date_in_one_line(string format)
    {
        using var record = await TestRecord.NewAsync();
        Assert.IsType<SiteAnswer.Refused>(await SetAsync(record, "ILL", new SiteChange { DateFormat = format }));
    }

    private static Task<SiteAnswer> SetAsync(TestRecord record, string code, SiteChange change) =>
        new SiteWrites(record.Database, record.Sites, record.Clock).SetAsync(code, change, AuditTrail.ByItself, CancellationToken.None);
}
