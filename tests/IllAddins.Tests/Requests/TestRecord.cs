using System.Globalization;
using Dapper;
using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Data;
using IllAddins.Host.Import;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Tests.Requests;

/// <summary>A record in a real SQLite file of its own folder, removed afterwards. It is 15:00 UTC on 23 November 2026, and the sites' zone is New York.</summary>
internal sealed class TestRecord : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    private TestRecord(string folder, SqliteDatabase database)
    {
        Folder = folder;
        Database = database;
        Sites = new SiteRecords(database, new SiteDefaults { TimeZone = "America/New_York" });
        Record = new IllRecord(database, Sites, Clock);
    }

    public string Folder { get; }

    public SqliteDatabase Database { get; }

    public ManualClock Clock { get; } = new(Start);

    public SiteRecords Sites { get; }

    public IllRecord Record { get; }

    public RecordImport Import => new(Database, Sites, Clock);

    public static async Task<TestRecord> NewAsync()
    {
        var folder = Directory.CreateTempSubdirectory("illaddins-").FullName;
        var database = SqliteDatabase.Open(Path.Combine(folder, "record.db"));
        await Migrations.RunAsync(database, "host", RecordTables.Migrations, Start, CancellationToken.None);
        await Migrations.RunAsync(database, CalendarTables.Owner, CalendarTables.Migrations, Start, CancellationToken.None);
        await Migrations.RunAsync(database, SettingTables.Owner, SettingTables.Migrations, Start, CancellationToken.None);
        await Migrations.RunAsync(database, VersionTables.Owner, VersionTables.Migrations, Start, CancellationToken.None);
        return new TestRecord(folder, database);
    }

    /// <summary>Writes a file of the folder and returns its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<ImportReport> ImportAsync(string? users, string? transactions = null) => Import.RunAsync(
        new ImportOrder
        {
            UsersFile = users is null ? null : Write("users", users),
            TransactionsFile = transactions is null ? null : Write("transactions", transactions),
        },
        null,
        CancellationToken.None);

    /// <summary>A user and, at each status, a request; the numbers run from 1.</summary>
    public async Task AddAsync(string user, string nvtgc, params string[] statuses)
    {
        var first = Convert.ToInt32(Value("SELECT COALESCE(MAX(TransactionNumber), 0) + 1 FROM Transactions"), CultureInfo.InvariantCulture);
        var rows = statuses.Select((status, at) => $"{first + at},{user},Borrowing,Loan,{status}");
        var report = await ImportAsync(
            $"UserName,NVTGC\n{user},{nvtgc}\n",
            $"TransactionNumber,Username,ProcessType,RequestType,TransactionStatus\n{string.Join('\n', rows)}\n");
        Assert.Equal([], report.Problems.Select(ImportWords.Problem));
    }

    /// <summary>The rows of a query, their columns joined by '|'; NULL is '-'.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = Database.OpenConnection();
        return [.. connection.Query(sql).Select(row => string.Join('|', ((IDictionary<string, object?>)row).Values.Select(Said)))];
    }

    public string Value(string sql) => Assert.Single(Rows(sql));

    public void Run(string sql)
    {
        using var connection = Database.OpenConnection();
        connection.Execute(sql);
    }

    /// <summary>Every row of every table.</summary>
    public IReadOnlyList<string> Dump() =>
        [.. Rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            .SelectMany(table => Rows($"SELECT * FROM {table} ORDER BY 1, 2").Select(row => $"{table}: {row}"))];

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Said(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && value is not null ? text : "-";
}
