using System.Data.Common;
using Dapper;
using IllAddins.Host.Data;
using IllAddins.Tests.Requests;

namespace IllAddins.Tests.Data;

/// <summary>What one leaves in a connection, the next one does not meet.</summary>
public sealed class LentConnectionTests : IDisposable
{
    private readonly TestRecord record = TestRecord.NewAsync().GetAwaiter().GetResult();

    public void Dispose() => record.Dispose();

    [Fact]
    public async Task A_connection_that_was_closed_is_lent_again()
    {
        var first = await UsedAsync(async connection =>
        {
            await connection.QueryAsync<string>("SELECT SiteName FROM Sites ORDER BY NVTGC");
            await connection.QuerySingleOrDefaultAsync<string>("SELECT SiteName FROM Sites WHERE NVTGC = @code ORDER BY NVTGC", new { code = "ILL" });
        });

        Assert.Same(first, await UsedAsync(connection => connection.ExecuteScalarAsync<string>("SELECT SiteName FROM Sites ORDER BY NVTGC")));
    }

    // It finds in its cache what it wrote; the others have to read anew whatever one of them has changed.
    [Fact]
    public async Task Whoever_writes_next_is_lent_the_connection_that_wrote_last()
    {
        var first = await WritingAsync("UPDATE Sites SET SiteName = 'First'");
        var reader = await UsedAsync(connection => connection.ExecuteScalarAsync<string>("SELECT SiteName FROM Sites ORDER BY NVTGC"));

        Assert.NotSame(first, reader);
        Assert.Same(first, await WritingAsync("UPDATE Sites SET SiteName = SiteName || ', second'"));
        Assert.Equal("First, second", record.Value("SELECT SiteName FROM Sites"));
    }

    [Fact]
    public async Task A_connection_that_has_read_already_writes_itself()
    {
        var writer = await WritingAsync("UPDATE Sites SET SiteName = 'First'");

        var both = await UsedAsync(async connection =>
        {
            await connection.ExecuteScalarAsync<string>("SELECT SiteName FROM Sites ORDER BY NVTGC");
            await WriteAsync(connection, "UPDATE Sites SET SiteName = SiteName || ', second'");
        });

        Assert.NotSame(writer, both);
        Assert.Equal("First, second", record.Value("SELECT SiteName FROM Sites"));
    }

    [Fact]
    public async Task A_transaction_left_open_is_rolled_back_and_hinders_nobody()
    {
        var first = await UsedAsync(async connection =>
        {
            var left = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("UPDATE Sites SET SiteName = 'Left'", transaction: left);
        });

        var next = await UsedAsync(connection => connection.ExecuteAsync("UPDATE Sites SET SiteName = SiteName || '!'"));
        Assert.NotSame(first, next);
        Assert.DoesNotContain("Left", record.Value("SELECT SiteName FROM Sites"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_whose_rows_are_still_being_read_is_lent_to_nobody_else()
    {
        var first = await UsedAsync(async connection =>
        {
            var command = connection.CreateCommand();
            command.CommandText = "SELECT NVTGC FROM Sites ORDER BY NVTGC";
            await (await command.ExecuteReaderAsync()).ReadAsync();
        });

        Assert.NotSame(first, await UsedAsync(_ => Task.CompletedTask));
    }

    [Theory]
    [InlineData("PRAGMA synchronous = OFF")]
    [InlineData("  pragma foreign_keys = 0")]
    [InlineData("ATTACH ':memory:' AS other")]
    [InlineData("CREATE TEMP TABLE Sites (NVTGC TEXT)")]
    [InlineData("UPDATE Sites SET SiteName = 'x'; PRAGMA cache_size = 1")]
    public async Task A_lasting_setting_is_met_by_nobody_else(string sql)
    {
        var first = await UsedAsync(connection => connection.ExecuteAsync(sql));

        Assert.NotSame(first, await UsedAsync(_ => Task.CompletedTask));
    }

    // Once every connection that had read of a template was closed, for TEMP stands in it.
    [Fact]
    public async Task A_template_is_nothing_temporary()
    {
        var first = await UsedAsync(connection => connection.ExecuteScalarAsync<string>("SELECT 'x' AS Template, SiteName AS Attached FROM Sites ORDER BY NVTGC"));

        Assert.Same(first, await UsedAsync(_ => Task.CompletedTask));
    }

    [Fact]
    public async Task Two_at_once_have_a_connection_each()
    {
        await using var first = await record.Database.OpenConnectionAsync();
        await using var second = await record.Database.OpenConnectionAsync();

        Assert.NotSame(((LentConnection)first).Real, ((LentConnection)second).Real);
    }

    [Fact]
    public async Task One_that_was_closed_cannot_be_used_any_more()
    {
        var connection = await record.Database.OpenConnectionAsync();
        await connection.DisposeAsync();

        Assert.Equal("This connection is not open.", Assert.Throws<InvalidOperationException>(() => connection.CreateCommand()).Message);
    }

    private Task<KeptStatements> WritingAsync(string sql) => UsedAsync(connection => WriteAsync(connection, sql));

    private static async Task WriteAsync(DbConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(sql, transaction: transaction);
        await transaction.CommitAsync();
    }

    private async Task<KeptStatements> UsedAsync(Func<DbConnection, Task> use)
    {
        await using var connection = await record.Database.OpenConnectionAsync();
        await use(connection);
        return ((LentConnection)connection).Real;
    }
}
