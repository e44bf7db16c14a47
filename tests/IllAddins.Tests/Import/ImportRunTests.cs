using IllAddins.Host.Import;
using IllAddins.Host.Requests;
using IllAddins.Tests.Requests;

namespace IllAddins.Tests.Import;

public sealed class ImportRunTests
{
    private const string Requests = "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus\n";

    [Fact]
    public async Task All_users_are_read_before_the_requests()
    {
        using var record = await TestRecord.NewAsync();
        var users = string.Concat(Enumerable.Range(1, 6000).Select(at => $"user{at}\n"));
        var report = await record.ImportAsync($"UserName\n{users}", $"{Requests}1,user6000,Lending,Loan,New\n");
        Assert.Equal([6000L, 1L], report.Files.Select(file => file.New));
        Assert.Equal([$"{record.Folder}/users", $"{record.Folder}/transactions"], report.Files.Select(file => file.File));
    }

    [Fact]
    public async Task A_file_that_is_not_there_stops_the_import_before_it_begins()
    {
        using var record = await TestRecord.NewAsync();
        var before = record.Dump();
        var users = record.Write("users", "UserName\nada\n");
        var report = await record.Import.RunAsync(new ImportOrder { UsersFile = users, TransactionsFile = "/nowhere/t.csv" }, null, CancellationToken.None);
        Assert.Equal(
            ["/nowhere/t.csv: found no such file, expected a CSV file or a JSON array of transactions. Check the path.", "Nothing was imported."],
            ImportWords.Lines(report));
        Assert.Equal((ImportEnding.CannotRead, 0), (report.Ending, report.Files.Count));
        Assert.Equal(before, record.Dump());
    }

    [Fact]
    public async Task A_folder_is_no_file()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.Import.RunAsync(new ImportOrder { UsersFile = record.Folder }, null, CancellationToken.None);
        Assert.Equal($"{record.Folder}: found a folder, expected a CSV file or a JSON array of users.", ImportWords.Problem(Assert.Single(report.Problems)));
    }

    [Fact]
    public async Task Requests_are_not_read_where_the_users_could_not_be_read_to_the_end()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("[{\"UserName\": \"ada\"}, oops", $"{Requests}1,ada,Lending,Loan,New\n");
        Assert.Equal(
            $"{record.Folder}/transactions: found users that were not read to the end, expected all users before their requests. Nothing of this file was read. Mend {record.Folder}/users and import both again.",
            ImportWords.Problem(report.Problems[^1]));
        Assert.Equal("0", record.Value("SELECT COUNT(*) FROM Transactions"));
        Assert.Equal([1L, 0L], report.Files.Select(file => file.Read));
        Assert.Equal(
            $"Problems: 2. {record.Folder}/users was not read to its end; the rows counted above are in the record.",
            ImportWords.Lines(report).Last());
    }

    [Fact]
    public async Task A_cancelled_import_keeps_and_counts_what_was_committed()
    {
        using var record = await TestRecord.NewAsync();
        using var stop = new CancellationTokenSource();
        var file = record.Write("users", $"UserName\n{string.Concat(Enumerable.Range(1, 40_000).Select(at => $"user{at}\n"))}");
        var progress = new Told(told => stop.Cancel());
        var report = await record.Import.RunAsync(new ImportOrder { UsersFile = file, TransactionsFile = file }, progress, stop.Token);
        Assert.Equal((ImportEnding.Cancelled, 5000L, false), (report.Ending, report.Files[0].New, report.Files[0].ReadToEnd));
        Assert.Equal("5000", record.Value("SELECT COUNT(*) FROM Users"));
        Assert.Equal(
            [
                $"{file}: 5,000 rows read: 5,000 new, 0 changed, 0 unchanged, 0 refused.",
                "Stopped before the end. The rows counted above are in the record; import the same files again for the rest.",
            ],
            ImportWords.Lines(report));
    }

    [Fact]
    public async Task An_import_cancelled_before_it_begins_does_nothing()
    {
        using var record = await TestRecord.NewAsync();
        var file = record.Write("users", "UserName\nada\n");
        var report = await record.Import.RunAsync(new ImportOrder { UsersFile = file }, null, new CancellationToken(canceled: true));
        Assert.Equal((ImportEnding.Cancelled, 0), (report.Ending, report.Files.Count));
    }

    [Fact]
    public async Task Progress_is_told_after_each_commit()
    {
        using var record = await TestRecord.NewAsync();
        var file = record.Write("users", $"UserName\n{string.Concat(Enumerable.Range(1, 12_000).Select(at => $"user{at:d6}\n"))}");
        var told = new List<ImportProgress>();
        await record.Import.RunAsync(new ImportOrder { UsersFile = file }, new Told(told.Add), CancellationToken.None);
        Assert.Equal([5000L, 10_000L, 12_000L], told.Select(step => step.Rows));
        Assert.All(told, step => Assert.Equal((file, (long?)new FileInfo(file).Length), (step.File, step.TotalBytes)));
        Assert.Equal($"{file}: 12,000 rows (100 %)", ImportWords.Progress(told[^1]));
        Assert.Equal($"{file}: 12,000 rows", ImportWords.Progress(told[^1] with { TotalBytes = null }));
    }

    [Fact]
    public async Task The_first_thousand_problems_are_kept_and_all_are_counted()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync($"UserName,Web\nada,y\n{string.Concat(Enumerable.Range(1, 1500).Select(at => $"user{at},x\n"))}");
        Assert.Equal((1000, 1500L, 1002L), (report.Problems.Count, report.ProblemCount, report.Problems[^1].Line));
        var lines = ImportWords.Lines(report).ToList();
        Assert.Equal(
            [
                "... and 500 more problems. Mend these and import again: rows already taken are left as they are.",
                $"{record.Folder}/users: 1,501 rows read: 1 new, 0 changed, 0 unchanged, 1,500 refused.",
                "Problems: 1,500. All other rows are in the record.",
            ],
            lines[1000..]);
    }

    [Fact]
    public async Task New_sites_are_said_with_what_holds_for_them()
    {
        using var record = await TestRecord.NewAsync();
        var report = await record.ImportAsync("UserName,NVTGC\nada,MAIN\nben,LAW\n");
        Assert.Equal(
            [
                $"{record.Folder}/users: 2 rows read: 2 new, 0 changed, 0 unchanged, 0 refused.",
                "New sites: MAIN, LAW. They have the settings of site ILL until they are given their own; their dates were read on its clock.",
            ],
            ImportWords.Lines(report));
    }

    [Fact]
    public async Task A_batch_whose_database_fails_leaves_nothing_and_those_before_it_stay()
    {
        using var record = await TestRecord.NewAsync();
        record.Run("CREATE TRIGGER Full BEFORE INSERT ON Users WHEN NEW.UserName = 'user7000' BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        var file = record.Write("users", $"UserName\n{string.Concat(Enumerable.Range(1, 20_000).Select(at => $"user{at}\n"))}");
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(
            () => record.Import.RunAsync(new ImportOrder { UsersFile = file }, null, CancellationToken.None));
        Assert.Equal("5000", record.Value("SELECT COUNT(*) FROM Users"));
    }

    [Fact]
    public async Task Writers_can_be_used_for_one_row_by_whoever_writes()
    {
        using var record = await TestRecord.NewAsync();
        using var connection = record.Database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        using var users = new UserWrites(connection, await KnownSites.LoadAsync(record.Sites, CancellationToken.None));
        var batch = new RecordBatch(connection, transaction, TestRecord.Start);
        var columns = RowColumns.Of(FieldShape.Users, ["username", "Web"]);
        Assert.IsType<RowOutcome.New>(users.Write(batch, columns, ["ada", "yes"]));
        Assert.IsType<RowOutcome.Unchanged>(users.Write(batch, columns, ["ADA", "Y"]));
        Assert.IsType<RowOutcome.Refused>(users.Write(batch, columns, ["ada", "x"]));
        Assert.IsType<RowOutcome.Changed>(users.Write(batch, columns, ["ADA", "N"]));
        transaction.Commit();
        Assert.Equal("ada|0", record.Value("SELECT UserName, Web FROM Users"));
    }

    private sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
