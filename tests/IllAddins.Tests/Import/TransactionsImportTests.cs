using IllAddins.Host.Import;
using IllAddins.Tests.Requests;

namespace IllAddins.Tests.Import;

public sealed class TransactionsImportTests
{
    private const string Users = "UserName,NVTGC\nAda,MAIN\nBen,LAW\n";
    private const string Header = "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate\n";
    private const string Transit = "In Transit to Pickup Location";
    private const string Awaiting = "Awaiting Customer Contact";

    [Fact]
    public async Task A_new_request_arrives_at_its_status_when_the_file_says()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, $"{Header}12,ada,docdel,ARTICLE, {Transit} ,2026-11-20T09:00:00\n");
        Assert.Equal(
            $"12|Ada|Doc Del|Article|{Transit}|2026-11-20T14:00:00.000Z|MAIN|{Transit}",
            record.Value("SELECT TransactionNumber, Username, ProcessType, RequestType, TransactionStatus, TransactionDate, Site, ImportedStatus FROM Transactions"));
        Assert.Equal($"12|2026-11-20T14:00:00.000Z|{Transit}|Import", record.Value("SELECT TransactionNumber, DateTime, ChangedTo, ChangedBy FROM Tracking"));
    }

    [Theory]
    [InlineData($"{Header}12,ada,Lending,Loan,New,\n")]
    [InlineData("TransactionNumber,Username,ProcessType,RequestType,TransactionStatus\n12,ada,lending,loan,New\n")]
    public async Task A_new_request_without_a_date_arrives_now(string file)
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, file);
        Assert.Equal("2026-11-23T15:00:00.000Z|Lending|Loan", record.Value("SELECT TransactionDate, ProcessType, RequestType FROM Transactions"));
        Assert.Equal("2026-11-23T15:00:00.000Z", record.Value("SELECT DateTime FROM Tracking"));
    }

    [Theory]
    [InlineData("x,ada,Borrowing,Loan,New,", "TransactionNumber: found 'x', expected a whole number from 1 to 2147483647.")]
    [InlineData(",ada,Borrowing,Loan,New,", "TransactionNumber: found nothing, expected a whole number from 1 to 2147483647.")]
    [InlineData("12,zoe,Borrowing,Loan,New,", "Username: found 'zoe', who is not among the users, expected the UserName of a user in the record. Import the user first, or correct the name.")]
    [InlineData("12,,Borrowing,Loan,New,", "Username: found nothing, expected the UserName of a user in the record.")]
    [InlineData("12,ada,Renting,Loan,New,", "ProcessType: found 'Renting', expected Borrowing, Doc Del or Lending.")]
    [InlineData("12,ada,Borrowing,,New,", "RequestType: found nothing, expected Loan or Article.")]
    [InlineData("12,ada,Borrowing,Loan,,", "TransactionStatus: found nothing, expected the name of a status or queue, e.g. In Transit to Pickup Location.")]
    [InlineData("12,ada,Borrowing,Loan,\"Awaiting\nContact\",", "TransactionStatus: found 'Awaiting\uFFFDContact', expected the name of a status or queue on one line, without control characters.")]
    [InlineData("12,ada,Borrowing,Loan,New,soon", "TransactionDate: found 'soon', expected a date such as 2026-11-23, 2026-11-23T14:05:00 or 11/23/2026 2:05:00 PM, in the years 1753 to 9998.")]
    public async Task A_row_that_breaks_a_rule_is_refused_in_words(string row, string expected)
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync(Users, $"{Header}{row}\n13,ada,Borrowing,Loan,New,\n");
        Assert.Equal($"{record.Folder}/transactions, line 2, {expected}", ImportWords.Problem(Assert.Single(report.Problems)));
        Assert.Equal("13", record.Value("SELECT TransactionNumber FROM Transactions"));
    }

    [Theory]
    [InlineData("TransactionNumber,Username,RequestType,TransactionStatus", "12,ada,Loan,New", "ProcessType")]
    [InlineData("TransactionNumber,Username,ProcessType,TransactionStatus", "12,ada,Borrowing,New", "RequestType")]
    [InlineData("TransactionNumber,ProcessType,RequestType,TransactionStatus", "12,Borrowing,Loan,New", "Username")]
    [InlineData("TransactionNumber,Username,ProcessType,RequestType", "12,ada,Borrowing,Loan", "TransactionStatus")]
    public async Task A_new_request_needs_certain_columns(string header, string row, string missing)
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync(Users, $"{header}\n{row}\n");
        Assert.Equal(
            $"{record.Folder}/transactions, line 2, {missing}: found no such column, expected a value: the request is new to the record, and a new one needs Username, ProcessType, RequestType, TransactionStatus.",
            ImportWords.Problem(Assert.Single(report.Problems)));
    }

    [Fact]
    public async Task A_second_import_of_the_same_files_changes_nothing()
    {
        using var record = await TestRecord.NewAsync();
        var file = $"{Header.TrimEnd()},Shelf,LibraryUseOnly\n1,ada,Borrowing,Loan,{Transit},11/20/2026 9:00:00 AM,B7,Yes\n2,ben,Doc Del,Article,New,,,\n";
        await record.ImportAsync(Users, file);
        var before = record.Dump();
        record.Clock.Now = TestRecord.Start.AddDays(1);
        var report = await record.ImportAsync(Users, file);
        Assert.Equal(before, record.Dump());
        Assert.Equal([(0L, 0L, 2L), (0L, 0L, 2L)], report.Files.Select(f => (f.New, f.Changed, f.Unchanged)));
    }

    [Fact]
    public async Task A_second_import_changes_nothing_where_columns_stand_in_another_order_or_the_file_is_JSON()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, $"{Header.TrimEnd()},LibraryUseOnly\n1,ada,Borrowing,Loan,New,2026-11-20,Yes\n");
        var before = record.Dump();
        var report = await record.ImportAsync(
            """[{"NVTGC": "MAIN", "username": "Ada"}]""",
            """[{"LIBRARYUSEONLY": true, "TransactionDate": "2026-11-20T00:00:00", "TransactionStatus": "New", "RequestType": "Loan", "ProcessType": "Borrowing", "Username": "ada", "TransactionNumber": 1}]""");
        Assert.Equal(before, record.Dump());
        Assert.Equal([1L, 1L], report.Files.Select(file => file.Unchanged));
    }

    [Fact]
    public async Task What_was_routed_since_stays_when_the_same_file_is_imported_again()
    {
        using var record = await TestRecord.NewAsync();
        var file = $"{Header}1,ada,Borrowing,Loan,{Transit},\n";
        await record.ImportAsync(Users, file);
        await RouteAsync(record, Transit, Awaiting);
        await RouteAsync(record, Awaiting, "Customer Notified via E-Mail");
        var before = record.Dump();
        await record.ImportAsync(Users, file);
        Assert.Equal(before, record.Dump());
    }

    [Fact]
    public async Task What_was_routed_since_stays_when_the_file_brings_other_changes_at_the_old_status()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, $"{Header}1,ada,Borrowing,Loan,{Transit},2026-11-20\n");
        await RouteAsync(record, Transit, Awaiting);
        var tracking = record.Rows("SELECT * FROM Tracking ORDER BY Id");
        await record.ImportAsync(null, $"{Header.TrimEnd()},LoanTitle\n1,ada,Borrowing,Loan,{Transit},2026-11-21,Emma\n");
        Assert.Equal(
            $"{Awaiting}|2026-11-23T15:00:00.000Z|Emma",
            record.Value("SELECT TransactionStatus, TransactionDate, LoanTitle FROM Transactions"));
        Assert.Equal(tracking, record.Rows("SELECT * FROM Tracking ORDER BY Id"));
    }

    [Fact]
    public async Task A_status_that_is_new_in_the_file_is_routed_at_the_files_date()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, $"{Header}1,ada,Borrowing,Loan,{Transit},2026-11-20\n");
        await RouteAsync(record, Transit, Awaiting);
        var change = record.Value("SELECT Change FROM Transactions");
        await record.ImportAsync(null, $"{Header}1,ada,Borrowing,Loan,Checked Out to Customer,2026-11-24T10:00:00\n");
        Assert.Equal(
            "Checked Out to Customer|2026-11-24T15:00:00.000Z|Checked Out to Customer",
            record.Value("SELECT TransactionStatus, TransactionDate, ImportedStatus FROM Transactions"));
        Assert.Equal(
            "2026-11-24T15:00:00.000Z|Checked Out to Customer|Import",
            record.Rows("SELECT DateTime, ChangedTo, ChangedBy FROM Tracking ORDER BY Id")[^1]);
        Assert.Equal($"Request routed from '{Awaiting}' to 'Checked Out to Customer'.|Import", record.Rows("SELECT Entry, Username FROM History ORDER BY Id")[^1]);
        Assert.NotEqual(change, record.Value("SELECT Change FROM Transactions"));
    }

    [Fact]
    public async Task A_status_that_is_new_in_the_file_but_reached_already_is_no_second_arrival()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, $"{Header}1,ada,Borrowing,Loan,{Transit},2026-11-20\n");
        await RouteAsync(record, Transit, Awaiting);
        await record.ImportAsync(null, $"{Header}1,ada,Borrowing,Loan,{Awaiting},2026-11-24T10:00:00\n");
        Assert.Equal($"{Awaiting}|2026-11-23T15:00:00.000Z|{Awaiting}", record.Value("SELECT TransactionStatus, TransactionDate, ImportedStatus FROM Transactions"));
        Assert.Equal("2", record.Value("SELECT COUNT(*) FROM Tracking"));
    }

    [Fact]
    public async Task A_request_that_was_never_imported_is_compared_with_its_present_status()
    {
        using var record = await TestRecord.NewAsync();
        await record.AddAsync("Ada", "MAIN", Transit);
        record.Run("UPDATE Transactions SET ImportHash = NULL, ImportedStatus = NULL");
        await record.ImportAsync(null, $"TransactionNumber,TransactionStatus\n1,{Transit.ToUpperInvariant()}\n");
        Assert.Equal("1", record.Value("SELECT COUNT(*) FROM Tracking"));
        record.Run("UPDATE Transactions SET ImportHash = NULL, ImportedStatus = NULL");
        await record.ImportAsync(null, $"TransactionNumber,TransactionStatus\n1,{Awaiting}\n");
        Assert.Equal(["1|Import", "2|Import"], record.Rows("SELECT Id, ChangedBy FROM Tracking ORDER BY Id"));
        Assert.Equal(Awaiting, record.Value("SELECT TransactionStatus FROM Transactions"));
    }

    [Fact]
    public async Task Only_the_columns_of_the_file_are_written()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, $"{Header.TrimEnd()},LoanTitle,Shelf\n1,ada,Borrowing,Loan,{Transit},2026-11-20,Emma,B7\n");
        var before = record.Value("SELECT Change FROM Transactions");
        var report = await record.ImportAsync(null, "DueDate,Row,TransactionNumber\n12/24/2026,3,1\n");
        Assert.Equal((0L, 1L), (report.Files[0].New, report.Files[0].Changed));
        Assert.Equal(
            $$"""Ada|{{Transit}}|2026-11-20T05:00:00.000Z|Emma|2026-12-24T05:00:00.000Z|{"Shelf":"B7","Row":"3"}|{{Transit}}|MAIN""",
            record.Value("SELECT Username, TransactionStatus, TransactionDate, LoanTitle, DueDate, Extra, ImportedStatus, Site FROM Transactions"));
        Assert.NotEqual(before, record.Value("SELECT Change FROM Transactions"));
    }

    [Fact]
    public async Task A_request_given_to_another_user_moves_to_that_users_site()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, $"{Header}1,ada,Borrowing,Loan,{Transit},\n");
        await record.ImportAsync(null, "TransactionNumber,Username\n1,BEN\n");
        Assert.Equal("Ben|LAW", record.Value("SELECT Username, Site FROM Transactions"));
    }

    [Fact]
    public async Task A_date_is_local_to_the_site_of_the_requests_user()
    {
        using var record = await TestRecord.NewAsync();
        record.Run("INSERT INTO Sites (NVTGC, SiteName, TimeZone, Change) VALUES ('TOKYO', 'Tokyo', 'Asia/Tokyo', 1)");
        await record.ImportAsync("UserName,NVTGC\nyui,TOKYO\n", $"{Header}1,yui,Borrowing,Loan,New,2026-11-20T09:00:00\n");
        await record.ImportAsync(null, "TransactionNumber,DueDate\n1,2026-12-24\n");
        Assert.Equal("2026-11-20T00:00:00.000Z|2026-12-23T15:00:00.000Z", record.Value("SELECT TransactionDate, DueDate FROM Transactions"));
    }

    [Fact]
    public async Task The_same_request_twice_in_a_file_is_the_later_one()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, $"{Header}1,ada,Borrowing,Loan,{Transit},\n1,ben,Borrowing,Loan,{Awaiting},\n");
        Assert.Equal($"Ben|{Awaiting}", record.Value("SELECT Username, TransactionStatus FROM Transactions"));
        Assert.Equal([Transit, Awaiting], record.Rows("SELECT ChangedTo FROM Tracking ORDER BY Id"));
    }

    [Fact]
    public async Task A_request_is_not_taken_for_the_users_own_site_column()
    {
        using var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, $"{Header.TrimEnd()},Site,Change,Extra,ImportHash\n1,ada,Borrowing,Loan,New,,Elsewhere,9,x,7\n");
        Assert.Equal(
            """MAIN|{"Site":"Elsewhere","Change":"9","Extra":"x","ImportHash":"7"}""",
            record.Value("SELECT Site, Extra FROM Transactions"));
    }

    private static async Task RouteAsync(TestRecord record, string from, string to) => Assert.IsType<RouteAnswer.Routed>(
        await record.Record.RouteAsync(
            new RouteOrder { TransactionNumber = 1, ExpectedStatus = new(from), NewStatus = new(to), By = "System" }, null, CancellationToken.None));
}
