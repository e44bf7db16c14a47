using IllAddins.Host.Data;
using IllAddins.Tests.Requests;
using Microsoft.Data.Sqlite;

namespace IllAddins.Tests.Data;

public sealed class SqliteDatabaseTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "15000")]
    [InlineData("synchronous", "2")]
    public async Task Every_connection_keeps_the_promises_of_the_record(string pragma, string expected)
    {
        using var record = await TestRecord.NewAsync();
        using var first = record.Database.OpenConnection();
        using var second = record.Database.OpenConnection();
        foreach (var connection in new[] { first, second })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            Assert.Equal(expected, $"{command.ExecuteScalar()}");
        }
    }

    [Fact]
    public async Task A_request_of_nobody_cannot_be_stored()
    {
        using var record = await TestRecord.NewAsync();
        var fault = Assert.Throws<SqliteException>(() => record.Run(
            """
            INSERT INTO Transactions (TransactionNumber, Username, RequestType, ProcessType, TransactionStatus, TransactionDate, Site, Change)
            VALUES (1, 'nobody', 'Loan', 'Borrowing', 'X', '2026-11-23T15:00:00.000Z', 'ILL', 1)
            """));
        Assert.Contains("FOREIGN KEY constraint failed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_waits_for_the_one_before_it()
    {
        using var record = await TestRecord.NewAsync();
        using var first = record.Database.OpenConnection();
        var open = first.BeginTransaction();
        var waiting = Task.Factory.StartNew(
            () => record.Run("UPDATE Sites SET SiteName = 'Second'"),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        using (var command = first.CreateCommand())
        {
            command.Transaction = open;
            command.CommandText = "UPDATE Sites SET SiteName = 'First'";
            command.ExecuteNonQuery();
        }

        Assert.False(waiting.IsCompleted);
        open.Commit();
        await waiting;
        Assert.Equal("Second", record.Value("SELECT SiteName FROM Sites"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("illaddins-").FullName;
        var file = Path.Combine(folder, "record.db");
        File.WriteAllText(file, string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 100)));
        Assert.Throws<SqliteException>(() => SqliteDatabase.Open(file));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
