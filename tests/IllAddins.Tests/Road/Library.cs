using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Dapper;
using IllAddins.Host.Cli;
using IllAddins.Host.Data;
using IllAddins.Tests.Addins;
using IllAddins.Tests.Architecture;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Web;

namespace IllAddins.Tests.Road;

/// <summary>A library that works with the product as it was built: its command line, its database, its scripts, the core add-in of the build.</summary>
public sealed class Library : IDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    // Bound, so that no listener of another test is given its port, and deaf, so that whoever connects is refused.
    private static readonly Socket Deaf = Bound();

    private readonly string home = Directory.CreateTempSubdirectory("illaddins-road-").FullName;
    private readonly AddinsOnDisk? disk;

    /// <summary>A library with an empty record.</summary>
    /// <param name="addins">The fixture add-ins that it has, in a folder of their own; none for the add-ins of the build.</param>
    public Library(params string[] addins)
    {
        Directory.CreateDirectory(Data);
        Settings(new { TimeZone = "UTC" });
        if (addins.Length == 0)
            return;
        disk = new AddinsOnDisk();
        Addins = disk.Folder;
        foreach (var addin in addins)
            disk.Lay(addin);
    }

    public ManualClock Clock { get; } = new(Monday);

    public string Data => Path.Combine(home, "data");

    /// <summary>The add-ins folder.</summary>
    public string Addins { get; set; } = Repository.BuiltAddins;

    public string Scripts => Path.Combine(home, "scripts");

    public string Mails => Path.Combine(Data, "mail");

    /// <summary>Runs a command line of the product in this process, over this library's folders.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] all = [.. args, "--data", Data, "--scripts", Scripts, "--addins", Addins];
        var code = await CommandLine.RunAsync(all, Clock, output, error, SharedCode.Of(Addins));
        return (code, output.ToString(), error.ToString());
    }

    public void Settings(object settings) => System.IO.File.WriteAllText(Path.Combine(Data, "appsettings.json"), JsonSerializer.Serialize(settings));

    /// <summary>Lets mails go to a listener from now on.</summary>
    public void MailTo(ScriptedSmtpListener listener, int connections = 4) => Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", listener.Port, Security = "None", Connections = connections } });

    public void Script(string site, string lua)
    {
        Directory.CreateDirectory(Path.Combine(Scripts, site));
        System.IO.File.WriteAllText(Path.Combine(Scripts, site, "notify.lua"), lua);
    }

    /// <summary>Writes a file and returns its path.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(home, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Imports CSV texts and expects every row to be taken.</summary>
    public async Task ImportAsync(string users, string transactions)
    {
        var (usersFile, transactionsFile) = (File("users.csv", users), File("transactions.csv", transactions));
        var (code, output, error) = await RunAsync("import", "--users", usersFile, "--transactions", transactionsFile);
        Assert.True(code == 0, output + error);
    }

    /// <summary>Sweeps once.</summary>
    public async Task<SweepResult> SweepAsync()
    {
        var (code, output, error) = await RunAsync("sweep", "--once", "--json");
        Assert.True(code is 0 or 1, error);
        return JsonSerializer.Deserialize<SweepResult>(output, JsonSerializerOptions.Web)!;
    }

    public async Task<string> StatusAsync(int transactionNumber) =>
        (await QueryAsync($"SELECT TransactionStatus FROM Transactions WHERE TransactionNumber = {transactionNumber}")).Single();

    /// <summary>Reads the first column of a query as text.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using var database = SqliteDatabase.Open(Path.Combine(Data, "illaddins.db"));
        await using DbConnection connection = await database.OpenConnectionAsync();
        return (await connection.QueryAsync<string>(sql)).AsList();
    }

    /// <summary>A port of this machine at which nobody listens while the tests run.</summary>
    public static int DeadPort => ((IPEndPoint)Deaf.LocalEndPoint!).Port;

    /// <summary>A port at which a process of the test may listen; none of those that the system gives away by itself, as one of them might be given to another test first.</summary>
    public static int FreePort()
    {
        while (true)
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 30_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody listens there: another one.
            }
    }

    public void Dispose()
    {
        disk?.Dispose();
        Directory.Delete(home, recursive: true);
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}

/// <summary>What <c>sweep --once --json</c> prints.</summary>
public sealed record SweepResult(int Routed, int Sent, int Held, int Failed, IReadOnlyList<SweepProblem> Errors);

/// <summary>One of its errors.</summary>
public sealed record SweepProblem(string Site, int? TransactionNumber, string Message);
