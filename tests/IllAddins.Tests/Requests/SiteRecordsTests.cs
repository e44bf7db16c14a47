using IllAddins.Host.Requests;
using NodaTime.TimeZones;

namespace IllAddins.Tests.Requests;

public sealed class SiteRecordsTests
{
    [Fact]
    public async Task The_default_site_is_there_from_the_start_and_first()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "AAA");
        await record.AddAsync("ben", "zoo");
        Assert.Equal(["ILL", "AAA", "zoo"], (await record.Sites.AllAsync(CancellationToken.None)).Select(site => site.NVTGC));
    }

    [Fact]
    public async Task A_site_takes_from_the_settings_what_neither_it_nor_the_default_site_says()
    {
        using var record = await TestRecord.NewAsync();
        var sites = new SiteRecords(record.Database, new SiteDefaults { TimeZone = "Europe/Berlin", FromName = "The library", FromAddress = "ill@library.example" });
        var site = Assert.Single(await sites.AllAsync(CancellationToken.None));
        Assert.Equal(("Interlibrary Loan", "Europe/Berlin", 0, 5), (site.Name, site.TimeZone, site.DefaultDelayMinutes, site.SweepMinutes));
        Assert.Equal(("The library", "ill@library.example"), (site.FromName, site.FromAddress));
        Assert.Equal(("User.Site", "d MMMM yyyy"), (site.PickupField, site.DateFormat));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.FromHours(1)), site.ToLocal(TestRecord.Start));
    }

    [Fact]
    public async Task A_site_takes_from_the_default_site_what_it_leaves_open()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN");
        record.Run(
            """
            UPDATE Sites SET TimeZone = 'Asia/Tokyo', DefaultDelayMinutes = 60, SweepMinutes = 7, FromName = 'Desk', FromAddress = 'desk@library.example',
                PickupField = 'Transaction.ItemInfo4', DateFormat = 'yyyy-MM-dd' WHERE NVTGC = 'ILL';
            UPDATE Sites SET SiteName = 'Main Library', DefaultDelayMinutes = 0 WHERE NVTGC = 'MAIN';
            """);
        var site = (await record.Sites.AllAsync(CancellationToken.None))[1];
        Assert.Equal(("Main Library", "Asia/Tokyo", 0, 7), (site.Name, site.TimeZone, site.DefaultDelayMinutes, site.SweepMinutes));
        Assert.Equal(("Desk", "desk@library.example"), (site.FromName, site.FromAddress));
        Assert.Equal(("Transaction.ItemInfo4", "yyyy-MM-dd"), (site.PickupField, site.DateFormat));
    }

    [Fact]
    public async Task A_site_has_the_default_sites_local_info_under_its_own()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN");
        record.Run(
            """
            INSERT INTO LocalInfo (NVTGC, Name, Value) VALUES ('ILL', 'Hours', '9 to 5'), ('ILL', 'Phone', '555-0100'), ('main', 'hours', '8 to 8');
            """);
        var site = (await record.Sites.AllAsync(CancellationToken.None))[1];
        Assert.Equal(("8 to 8", "555-0100", "MAIN"), (site.LocalInfo["Hours"], site.LocalInfo["PHONE"], site.LocalInfo["LibraryName"]));
    }

    [Fact]
    public async Task A_change_of_the_default_site_counts_for_all()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN");
        record.Run("UPDATE Sites SET Change = 900 WHERE NVTGC = 'ILL'");
        Assert.Equal([900L, 900L], (await record.Sites.AllAsync(CancellationToken.None)).Select(site => site.Change));
        record.Run("UPDATE Sites SET Change = 901 WHERE NVTGC = 'MAIN'");
        Assert.Equal([900L, 901L], (await record.Sites.AllAsync(CancellationToken.None)).Select(site => site.Change));
    }

    [Fact]
    public async Task A_time_zone_that_is_none_is_named_with_its_site()
    {
        using var record = await TestRecord.NewAsync();
        record.Run("UPDATE Sites SET TimeZone = 'Eastern' WHERE NVTGC = 'ILL'");
        var fault = await Assert.ThrowsAsync<DateTimeZoneNotFoundException>(() => record.Sites.AllAsync(CancellationToken.None));
        Assert.Equal(
            "Site ILL has the time zone 'Eastern', which is no IANA name. Set one such as 'America/New_York' with: sites set ILL --time-zone NAME",
            fault.Message);
    }
}
