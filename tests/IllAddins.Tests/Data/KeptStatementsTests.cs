using System.Data.Common;
using IllAddins.Tests.Requests;

namespace IllAddins.Tests.Data;

/// <summary>Statements that are compiled once for a connection behave as those compiled each time.</summary>
public sealed class KeptStatementsTests : IDisposable
{
    private readonly TestRecord record = TestRecord.NewAsync().GetAwaiter().GetResult();

    public void Dispose() => record.Dispose();

    [Fact]
    public void A_statement_run_again_takes_the_new_values_alone()
    {
        using var connection = record.Database.OpenConnection();

        Assert.Equal("1 2", Run(connection, "SELECT @a || ' ' || @b", ("@a", 1), ("@b", 2)));
        Assert.Equal("3 4", Run(connection, "SELECT @a || ' ' || @b", ("@b", 4), ("@a", 3)));
        // A value that was left out is missed, not taken from the last time.
        Assert.Throws<InvalidOperationException>(() => Run(connection, "SELECT @a || ' ' || @b", ("@a", 5)));
    }

    [Fact]
    public void A_statement_that_is_being_read_can_be_run_beside()
    {
        using var connection = record.Database.OpenConnection();
        const string sql = "SELECT 1 UNION ALL SELECT 2";
        using var outer = connection.CreateCommand();
        outer.CommandText = sql;
        using var reader = outer.ExecuteReader();
        reader.Read();

        Assert.Equal("1", Run(connection, sql));

        Assert.True(reader.Read());
        Assert.Equal(2, reader.GetInt32(0));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_statement_of_one_transaction_serves_the_next_one()
    {
        using var connection = record.Database.OpenConnection();
        foreach (var name in new[] { "First", "Second" })
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, "UPDATE Sites SET SiteName = @name", ("@name", name));
            transaction.Commit();
        }

        Assert.Equal("Second", Run(connection, "SELECT MAX(SiteName) FROM Sites"));
    }

    [Fact]
    public void A_write_run_again_takes_the_new_values_by_name_says_how_many_rows_it_changed_and_what_it_ran_against()
    {
        using var connection = record.Database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        const string write = "INSERT INTO History (TransactionNumber, DateTime, Entry, Username) SELECT TransactionNumber, @at, @entry, @by FROM Transactions WHERE TransactionNumber IN (@first, @second)";
        (string, object)[] Values(object entry, int second) => [("@second", second), ("@first", 7_000_001), ("@by", "ann"), ("@entry", entry), ("@at", "2026-03-02T09:00:00.000Z")];
        Run(connection, "INSERT INTO Users (UserName, LastName, NVTGC) VALUES ('p', 'P', 'ILL')");
        foreach (var number in new[] { 7_000_001, 7_000_002L })
            Assert.Equal(1, Write(connection, transaction, "INSERT INTO Transactions (TransactionNumber, Username, RequestType, ProcessType, TransactionStatus, TransactionDate, Site, Change) VALUES (@number, 'p', 'Loan', 'Borrowing', 'X', '2026-03-02T09:00:00.000Z', 'ILL', 1)", ("@number", number)));

        Assert.Equal(2, Write(connection, transaction, write, Values("first", 7_000_002)));
        Assert.Equal(1, Write(connection, transaction, write, Values("second ø", 0)));
        Assert.Equal(1, Write(connection, transaction, write, [.. Values(12L, 0), ("@unused", "x")]));
        Assert.Equal("first,first,second ø,12", Run(connection, "SELECT group_concat(Entry) FROM (SELECT Entry FROM History WHERE TransactionNumber > 7000000 ORDER BY Id)"));

        // What is missing or refused is said as ever, and the statement serves on.
        var missed = Assert.Throws<InvalidOperationException>(() => Write(connection, transaction, write, [.. Values("x", 0)[1..]]));
        Assert.Contains("@second", missed.Message, StringComparison.Ordinal);
        Assert.Contains("NOT NULL constraint failed: History.Entry", Assert.ThrowsAny<DbException>(() => Write(connection, transaction, write, Values(DBNull.Value, 0))).Message, StringComparison.Ordinal);
        Assert.Equal(1, Write(connection, transaction, write, Values("after", 0)));
    }

    private static int Write(DbConnection connection, DbTransaction transaction, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command.ExecuteNonQuery();
    }

    private static string? Run(DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command.ExecuteScalar()?.ToString();
    }
}
