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
