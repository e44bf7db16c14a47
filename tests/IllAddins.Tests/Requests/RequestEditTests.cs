using IllAddins.Host.Requests;

namespace IllAddins.Tests.Requests;

/// <summary>Fields that staff change by hand.</summary>
public sealed class RequestEditTests
{
    private const string Users = "UserName,LastName,Phone,NVTGC\nada,Lovelace,555,MAIN\n";
    private const string Transactions =
        "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,LoanTitle,DueDate,ShelfMark\n1,ada,Borrowing,Loan,In Transit to Pickup Location,Rivers,2026-12-01,Q 42\n";

    [Fact]
    public async Task Only_what_changed_is_written_and_history_names_the_fields_and_not_their_values()
    {
        using var record = await NewAsync();
        var before = await RequestAsync(record);

        var answer = await EditAsync(record, ("Transaction.LoanTitle", "Rivers", "Rivers of Kent"), ("transaction.shelfmark", "Q 42", ""), ("Transaction.LibraryUseOnly", "", "yes"),
            ("User.Phone", "555", "777"), ("User.LastName", "Lovelace", "Lovelace"));

        var written = Assert.IsType<EditAnswer.Written>(answer);
        Assert.Equal(["Transaction.LoanTitle", "transaction.shelfmark", "Transaction.LibraryUseOnly", "User.Phone"], written.Fields);
        var after = await RequestAsync(record);
        Assert.Equal(("Rivers of Kent", "", true, "777"), (after.Transaction.Text("LoanTitle"), after.Transaction.Text("ShelfMark"), after.Transaction.Fields["LibraryUseOnly"], after.User.Text("Phone")));
        Assert.True(after.Transaction.Changed.Change > before.Transaction.Changed.Change);
        Assert.Equal((before.ArrivalId, "In Transit to Pickup Location"), (after.ArrivalId, after.Transaction.TransactionStatus.Name));
        Assert.Equal("Fields changed: LoanTitle, ShelfMark, LibraryUseOnly, of the customer Phone.", record.Value("SELECT Entry FROM History WHERE Username = 'ann'"));
    }

    [Fact]
    public async Task The_same_file_imported_again_neither_overwrites_the_staff_nor_routes()
    {
        using var record = await NewAsync();
        await EditAsync(record, ("Transaction.LoanTitle", "Rivers", "Rivers of Kent"), ("User.Phone", "555", "777"));
        await record.Record.UpdateUserAsync(
            new RecordFields { Texts = new Dictionary<string, string?> { ["UserName"] = "ada", ["NotificationMethod"] = "Phone" }, By = "ann" }, null, CancellationToken.None);
        await record.Record.RouteAsync(
            new RouteOrder { TransactionNumber = 1, ExpectedStatus = new("In Transit to Pickup Location"), NewStatus = new("Awaiting Customer Contact"), By = "System" }, null, CancellationToken.None);

        await record.ImportAsync(Users, Transactions);

        var after = await RequestAsync(record);
        Assert.Equal(("Rivers of Kent", "777", "Phone", "Awaiting Customer Contact"),
            (after.Transaction.Text("LoanTitle"), after.User.Text("Phone"), after.User.Text("NotificationMethod"), after.Transaction.TransactionStatus.Name));
    }

    [Fact]
    public async Task A_field_that_somebody_changed_meanwhile_is_not_overwritten_and_nothing_else_is_written_either()
    {
        using var record = await NewAsync();
        record.Clock.Now = TestRecord.Start.AddMinutes(5);
        await EditAsync(record, "bea", ("Transaction.LoanTitle", "Rivers", "Brooks"), ("User.Phone", "555", "666"));

        var answer = await EditAsync(record, ("Transaction.LoanTitle", "Rivers", "Rivers of Kent"), ("User.Phone", "555", "777"), ("Transaction.LoanAuthor", "", "Chen"));

        var refused = Assert.IsType<EditAnswer.Refused>(answer);
        Assert.Equal(["Transaction.LoanTitle", "User.Phone"], refused.Problems.Keys);
        Assert.Equal(
            new EditProblem { Message = "Found 'Brooks', expected what stood there when the editor looked.", Now = "Brooks", ChangedBy = "bea", ChangedAt = TestRecord.Start.AddMinutes(5) },
            refused.Problems["Transaction.LoanTitle"]);
        Assert.Equal(("bea", "666"), (refused.Problems["User.Phone"].ChangedBy, refused.Problems["User.Phone"].Now));
        Assert.Equal(("Brooks", ""), ((await RequestAsync(record)).Transaction.Text("LoanTitle"), (await RequestAsync(record)).Transaction.Text("LoanAuthor")));
    }

    [Fact]
    public async Task Two_who_change_different_fields_or_write_the_same_do_not_get_in_each_others_way()
    {
        using var record = await NewAsync();
        await EditAsync(record, "bea", ("Transaction.LoanTitle", "Rivers", "Brooks"));

        var answer = await EditAsync(record, ("Transaction.LoanTitle", "Rivers", "Brooks"), ("Transaction.LoanAuthor", "", "Chen"));

        Assert.Equal(["Transaction.LoanAuthor"], Assert.IsType<EditAnswer.Written>(answer).Fields);
    }

    [Fact]
    public async Task Dates_are_on_the_sites_clock()
    {
        using var record = await NewAsync();
        Assert.IsType<EditAnswer.Written>(await EditAsync(record, ("Transaction.DueDate", "2026-12-01", "2026-12-24T17:30")));
        Assert.Equal("2026-12-24T22:30:00.000Z", record.Value("SELECT DueDate FROM Transactions"));
    }

    [Theory]
    [InlineData("Transaction.DueDate", "tomorrow", "Found 'tomorrow', expected a date such as 2026-11-23, 2026-11-23T14:05:00 or 11/23/2026 2:05:00 PM, in the years 1753 to 9998.")]
    [InlineData("Transaction.RequestType", "Scan", "Found 'Scan', expected Loan or Article.")]
    [InlineData("Transaction.RequestType", "", "Found nothing, expected Loan or Article.")]
    [InlineData("Transaction.TransactionStatus", "Lost", "Found a field that is not written by hand, expected one that staff may change.")]
    [InlineData("Transaction.Username", "bob", "Found a field that is not written by hand, expected one that staff may change.")]
    [InlineData("User.NVTGC", "MIAN", "Found 'MIAN', expected the code of a site that is there.")]
    [InlineData("Transaction.Change", "1", "Found no such field, expected a field of the request or of its user.")]
    [InlineData("ImportHash", "1", "Found the name of no field, expected one that begins with Transaction. or User.")]
    public async Task What_the_import_would_refuse_and_what_is_not_for_hands_is_refused_and_nothing_is_written(string field, string text, string message)
    {
        using var record = await NewAsync();
        var answer = await EditAsync(record, (field, null, text), ("Transaction.LoanAuthor", "", "Chen"));
        Assert.Equal(message, Assert.Single(Assert.IsType<EditAnswer.Refused>(answer).Problems).Value.Message);
        Assert.Equal("", (await RequestAsync(record)).Transaction.Text("LoanAuthor"));
    }

    [Fact]
    public async Task A_customer_who_moves_to_another_site_takes_all_requests_along()
    {
        using var record = await NewAsync();
        await record.AddAsync("eve", "LAW", "Request Finished");
        Assert.IsType<EditAnswer.Written>(await EditAsync(record, ("User.NVTGC", "MAIN", "law")));
        Assert.Equal("LAW", (await RequestAsync(record)).Site.NVTGC);
    }

    [Fact]
    public async Task An_edit_of_nothing_writes_nothing_and_a_request_that_is_not_there_is_missing()
    {
        using var record = await NewAsync();
        var before = await RequestAsync(record);
        Assert.Empty(Assert.IsType<EditAnswer.Written>(await EditAsync(record, ("Transaction.LoanTitle", "Rivers", "Rivers"))).Fields);
        Assert.Equal(before.Transaction.Changed, (await RequestAsync(record)).Transaction.Changed);
        var edit = new RequestEdit { TransactionNumber = 99, Fields = new Dictionary<string, FieldEdit>(), By = "ann" };
        Assert.IsType<EditAnswer.Missing>(await record.Record.UpdateRequestAsync(edit, null, CancellationToken.None));
    }

    private static async Task<TestRecord> NewAsync()
    {
        var record = await TestRecord.NewAsync();
        await record.ImportAsync(Users, Transactions);
        return record;
    }

    private static async Task<IllRequest> RequestAsync(TestRecord record) => Assert.Single(await record.Record.FindAsync([1], CancellationToken.None));

    private static Task<EditAnswer> EditAsync(TestRecord record, params (string Name, string? Expected, string Text)[] fields) => EditAsync(record, "ann", fields);

    private static Task<EditAnswer> EditAsync(TestRecord record, string by, params (string Name, string? Expected, string Text)[] fields) => record.Record.UpdateRequestAsync(
        new RequestEdit
        {
            TransactionNumber = 1,
            Fields = fields.ToDictionary(field => field.Name, field => new FieldEdit { Expected = field.Expected, Text = field.Text }),
            By = by,
        },
        null,
        CancellationToken.None);
}
