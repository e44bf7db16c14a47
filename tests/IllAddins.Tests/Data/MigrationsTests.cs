using IllAddins.Host.Data;
using IllAddins.Host.Requests;
using IllAddins.Tests.Requests;
using Microsoft.Data.Sqlite;

namespace IllAddins.Tests.Data;

public sealed class MigrationsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("illaddins-").FullName;

    private string File => Path.Combine(folder, "record.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_migration_runs_once()
    {
        using var database = SqliteDatabase.Open(File);
        string[] migrations = ["CREATE TABLE A (X INTEGER) STRICT", "INSERT INTO A (X) VALUES (1)"];
        await RunAsync(database, migrations[..1]);
        await RunAsync(database, migrations);
        await RunAsync(database, migrations);
        Assert.Equal(["1"], Read(database, "SELECT X FROM A"));
        Assert.Equal(
            ["addin 1 2026-11-23T15:00:00.000Z", "addin 2 2026-11-23T15:00:00.000Z"],
            Read(database, "SELECT Owner || ' ' || Number || ' ' || RunAt FROM Migrations ORDER BY Number"));
    }

    [Fact]
    public async Task Each_owner_counts_for_itself()
    {
        using var database = SqliteDatabase.Open(File);
        await RunAsync(database, ["CREATE TABLE A (X INTEGER) STRICT"]);
        await Migrations.RunAsync(database, "other", ["CREATE TABLE B (X INTEGER) STRICT"], TestRecord.Start, CancellationToken.None);
        Assert.Equal(["A", "B"], Read(database, "SELECT name FROM sqlite_master WHERE name IN ('A', 'B') ORDER BY name"));
    }

    [Fact]
    public async Task A_database_of_a_later_release_is_refused_and_left_alone()
    {
        using var database = SqliteDatabase.Open(File);
        await RunAsync(database, ["CREATE TABLE A (X INTEGER) STRICT", "CREATE TABLE B (X INTEGER) STRICT"]);
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(database, ["CREATE TABLE A (X INTEGER) STRICT"]));
        Assert.Equal(
            "The database was brought to version 2 of 'addin' by a later release; this one knows 1. Install that release again, or restore the backup made before it.",
            fault.Message);
    }

    [Fact]
    public async Task A_failing_migration_leaves_nothing_behind()
    {
        using var database = SqliteDatabase.Open(File);
        await Assert.ThrowsAsync<SqliteException>(() => RunAsync(database, ["CREATE TABLE A (X INTEGER) STRICT", "INSERT INTO Nowhere (X) VALUES (1)"]));
        Assert.Empty(Read(database, "SELECT name FROM sqlite_master"));
    }

    [Fact]
    public async Task Hosts_that_start_at_once_make_the_tables_once()
    {
        using var gate = new Barrier(4);
        var starts = Enumerable.Range(0, gate.ParticipantCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                gate.SignalAndWait();
                using var database = SqliteDatabase.Open(File);
                Migrations.RunAsync(database, "host", RecordTables.Migrations, TestRecord.Start, CancellationToken.None).GetAwaiter().GetResult();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        await Task.WhenAll(starts);
        using var after = SqliteDatabase.Open(File);
        Assert.Equal([$"{RecordTables.Migrations.Count}"], Read(after, "SELECT COUNT(*) FROM Migrations"));
        Assert.Equal(["ILL"], Read(after, "SELECT NVTGC FROM Sites"));
    }

    private static Task RunAsync(SqliteDatabase database, IReadOnlyList<string> migrations) =>
        Migrations.RunAsync(database, "addin", migrations, TestRecord.Start, CancellationToken.None);

    private static List<string> Read(SqliteDatabase database, string sql)
    {
        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add($"{reader.GetValue(0)}");
        return rows;
    }
}
