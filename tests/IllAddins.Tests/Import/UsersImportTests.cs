using IllAddins.Host.Import;
using IllAddins.Tests.Requests;

namespace IllAddins.Tests.Import;

public sealed class UsersImportTests
{
    [Fact]
    public async Task A_user_is_written_with_the_columns_that_the_file_brings()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("UserName,FirstName,Web,ExpirationDate\nada,Ada,yes,2027-06-30\n");
        Assert.Equal((1L, ImportEnding.Done), (Assert.Single(report.Files).New, report.Ending));
        Assert.Equal("ada|Ada|-|1|2027-06-30T04:00:00.000Z|ILL", record.Value("SELECT UserName, FirstName, LastName, Web, ExpirationDate, NVTGC FROM Users"));
    }

    [Fact]
    public async Task Columns_come_in_any_case_and_order_with_spaces_around()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync("\uFEFF EMAILADDRESS , \"nvtgc\" ,username\nada@library.example,MAIN,ada\n");
        Assert.Equal("ada|ada@library.example|MAIN", record.Value("SELECT UserName, EMailAddress, NVTGC FROM Users"));
    }

    [Fact]
    public async Task A_user_is_known_again_without_regard_to_case_and_keeps_what_the_file_does_not_bring()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync("UserName,NVTGC,Phone\nAda,MAIN,1\n");
        var report = await record.ImportAsync("UserName,Phone,City\nADA,2,Oslo\n");
        Assert.Equal((0L, 1L), (report.Files[0].New, report.Files[0].Changed));
        Assert.Equal("Ada|MAIN|2|Oslo", record.Value("SELECT UserName, NVTGC, Phone, City FROM Users"));
    }

    [Fact]
    public async Task An_empty_cell_takes_a_value_away()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync("UserName,NVTGC,Phone\nada,MAIN,1\n");
        await record.ImportAsync("UserName,NVTGC,Phone\nada,,\n");
        Assert.Equal("ILL|-", record.Value("SELECT NVTGC, Phone FROM Users"));
    }

    [Fact]
    public async Task An_unknown_code_becomes_a_site_once()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("UserName,NVTGC\na,Main\nb,MAIN\nc,law-2\nd,ill\n");
        Assert.Equal(["Main", "law-2"], report.NewSites);
        Assert.Equal(["ILL|Interlibrary Loan", "Main|Main", "law-2|law-2"], record.Rows("SELECT NVTGC, SiteName FROM Sites ORDER BY Change"));
        Assert.Equal(["a|Main", "b|Main", "c|law-2", "d|ILL"], record.Rows("SELECT UserName, NVTGC FROM Users ORDER BY UserName"));
        Assert.Empty((await record.ImportAsync("UserName,NVTGC\ne,LAW-2\n")).NewSites);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("trailing.")]
    [InlineData("Łódź")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU")]
    public async Task A_code_that_cannot_name_a_folder_is_refused(string code)
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync($"UserName,NVTGC\nada,{code}\nben,MAIN\n");
        Assert.Equal(
            $"{record.Folder}/users, line 2, NVTGC: found '{code}', expected a site code that can name a folder: 1 to 20 letters (A to Z), digits, spaces, '_', '-' or '.', with no dot or space at either end.",
            ImportWords.Problem(Assert.Single(report.Problems)));
        Assert.Equal((1L, 1L, ImportEnding.SomeRefused), (report.Files[0].New, report.Files[0].Refused, report.Ending));
        Assert.Equal("2", record.Value("SELECT COUNT(*) FROM Sites"));
    }

    [Fact]
    public async Task A_changed_user_moves_the_users_requests_to_the_site_and_has_them_looked_at_again()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("ada", "MAIN", "X", "Y");
        await record.AddAsync("ben", "MAIN", "X");
        var before = record.Rows("SELECT TransactionNumber, Change FROM Transactions ORDER BY TransactionNumber");
        await record.ImportAsync("UserName,NVTGC\nADA,LAW\n");
        var after = record.Rows("SELECT TransactionNumber, Change FROM Transactions ORDER BY TransactionNumber");
        Assert.Equal(["1|LAW", "2|LAW", "3|MAIN"], record.Rows("SELECT TransactionNumber, Site FROM Transactions ORDER BY TransactionNumber"));
        Assert.Equal([true, true, false], before.Zip(after, (old, now) => old != now));
    }

    [Fact]
    public async Task A_date_is_local_to_the_users_own_site()
    {
        using var record = await TestRecord.NewAsync();
        record.Run("INSERT INTO Sites (NVTGC, SiteName, TimeZone, Change) VALUES ('TOKYO', 'Tokyo', 'Asia/Tokyo', 1)");
        await record.ImportAsync("UserName,NVTGC,ExpirationDate\nada,tokyo,2027-01-01\nben,,2027-01-01\n");
        await record.ImportAsync("UserName,LastChangedDate\nada,2027-01-01\n");
        Assert.Equal(
            ["2026-12-31T15:00:00.000Z|2026-12-31T15:00:00.000Z", "2027-01-01T05:00:00.000Z|-"],
            record.Rows("SELECT ExpirationDate, LastChangedDate FROM Users ORDER BY UserName"));
    }

    [Fact]
    public async Task A_date_in_an_hour_that_the_clock_skips_or_repeats_is_still_read()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync("UserName,LastChangedDate\nada,3/8/2026 2:30:00 AM\nben,11/1/2026 1:30:00 AM\n");
        Assert.Equal(
            ["2026-03-08T07:30:00.000Z", "2026-11-01T05:30:00.000Z"],
            record.Rows("SELECT LastChangedDate FROM Users ORDER BY UserName"));
    }

    [Fact]
    public async Task Columns_that_ILLiad_does_not_know_are_kept_and_merged()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync("UserName,Pronouns,Branch Code\nada,she,B7\n");
        Assert.Equal("""{"Pronouns":"she","Branch Code":"B7"}""", record.Value("SELECT Extra FROM Users"));
        await record.ImportAsync("UserName,PRONOUNS,Łąka\nada,,é\n");
        Assert.Equal("""{"Pronouns":null,"Branch Code":"B7","Łąka":"é"}""", record.Value("SELECT Extra FROM Users"));
        await record.ImportAsync("UserName,Phone\nada,1\n");
        Assert.Equal("""{"Pronouns":null,"Branch Code":"B7","Łąka":"é"}""", record.Value("SELECT Extra FROM Users"));
    }

    [Fact]
    public async Task A_bad_value_is_named_with_line_and_column_and_the_other_rows_are_kept()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("UserName,Web,ExpirationDate\nada,yes,\nben,perhaps,\n,yes,\ncy,no,soon\ndi,no,\n");
        var file = $"{record.Folder}/users";
        Assert.Equal(
            [
                $"{file}, line 3, Web: found 'perhaps', expected Yes or No (also true or false, Y or N, 1 or 0).",
                $"{file}, line 4, UserName: found nothing, expected the name by which the user is known.",
                $"{file}, line 5, ExpirationDate: found 'soon', expected a date such as 2026-11-23, 2026-11-23T14:05:00 or 11/23/2026 2:05:00 PM, in the years 1753 to 9998.",
            ],
            report.Problems.Select(ImportWords.Problem));
        Assert.Equal(["ada", "di"], record.Rows("SELECT UserName FROM Users ORDER BY UserName"));
        Assert.Equal((5L, 2L, 3L, 3L), (report.Files[0].Read, report.Files[0].New, report.Files[0].Refused, report.ProblemCount));
    }

    [Fact]
    public async Task The_same_user_twice_in_a_file_is_the_later_one()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("UserName,Phone\nada,1\nADA,2\n");
        Assert.Equal((1L, 1L, ImportEnding.Done), (report.Files[0].New, report.Files[0].Changed, report.Ending));
        Assert.Equal("2", record.Value("SELECT Phone FROM Users"));
    }
}
