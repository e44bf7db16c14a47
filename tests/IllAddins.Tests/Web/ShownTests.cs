using IllAddins.Host.Web;

namespace IllAddins.Tests.Web;

public sealed class ShownTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-03-02T05:00:00Z", "2 Mar")]
    [InlineData("2026-03-02T05:01:00Z", "2 Mar 00:01")]
    [InlineData("2025-12-31T23:30:00Z", "31 Dec 2025 18:30")]
    public void A_moment_stands_on_the_sites_clock_with_the_year_only_where_it_is_another(string moment, string shown) =>
        Assert.Equal(shown, CellText.Of(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), FiveHoursBehind(), Now));

    [Theory]
    [InlineData("d MMMM yyyy", "2 Mar 09:10", "2 Mar 2025 09:10")]
    [InlineData("MMMM d, yyyy", "Mar 2 09:10", "Mar 2, 2025 09:10")]
    [InlineData("d. MMMM yyyy", "2. Mar 09:10", "2. Mar 2025 09:10")]
    [InlineData("yyyy MMM d", "Mar 2 09:10", "2025 Mar 2 09:10")]
    [InlineData("d 'de' MMMM 'de' yyyy", "2 de Mar 09:10", "2 de Mar de 2025 09:10")]
    [InlineData("MM/dd/yyyy", "03/02/2026 09:10", "03/02/2025 09:10")]
    [InlineData("dd.MM.yyyy", "02.03.2026 09:10", "02.03.2025 09:10")]
    [InlineData("yyyy-MM-dd", "2026-03-02 09:10", "2025-03-02 09:10")]
    public void A_day_is_written_as_its_site_writes_it_with_months_by_name_short(string format, string thisYear, string lastYear)
    {
        var site = FiveHoursBehind() with { DateFormat = format };
        var moment = new DateTimeOffset(2026, 3, 2, 14, 10, 0, TimeSpan.Zero);
        Assert.Equal((thisYear, lastYear), (CellText.Of(moment, site, Now), CellText.Of(moment.AddYears(-1), site, Now)));
    }

    [Fact]
    public void Other_values_are_written_plainly()
    {
        var site = FiveHoursBehind();
        Assert.Equal(["", "text", "1234", "Yes", "No"], new object?[] { null, "text", 1234, true, false }.Select(value => CellText.Of(value, site, Now)));
    }

    [Theory]
    [InlineData("LoanTitle", "Loan Title")]
    [InlineData("EMailAddress", "E-mail Address")]
    [InlineData("ISSN", "ISSN")]
    [InlineData("ILLNumber", "ILL Number")]
    [InlineData("ItemInfo4", "Item Info 4")]
    public void A_fields_name_is_told_in_words(string field, string words) => Assert.Equal(words, RequestDetails.Words(field));

    [Fact]
    public void The_oldest_documents_make_room_and_one_too_large_is_not_kept()
    {
        var files = new ShownFiles(new ManualClock(Now), capacity: 100);
        var first = files.Keep("ann", File(40))!;
        var second = files.Keep("ann", File(40))!;
        var third = files.Keep("ann", File(60))!;
        Assert.Equal([false, true, true], new[] { first, second, third }.Select(id => files.Find("ann", id) is not null));
        Assert.Null(files.Keep("ann", File(101)));
        Assert.NotNull(files.Find("ann", third));
    }

    private static ScreenFile File(int size) => new() { Name = "letters.pdf", ContentType = "application/pdf", Content = new byte[size] };

    private static Site FiveHoursBehind() =>
        Addins.Some.Site with { NVTGC = "ILL", Name = "Library", TimeZone = "Etc/GMT+5", ToLocal = moment => moment.ToOffset(TimeSpan.FromHours(-5)) };
}
