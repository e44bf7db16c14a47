using System.Net.Http.Headers;
using System.Text;
using Dapper;
using IllAddins.Host.Cli;
using IllAddins.Host.Import;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Web;
using IllAddins.Tests.Architecture;
using IllAddins.Tests.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.WebPlatform;

/// <summary>A library of two sites that serves the Web Platform as it was built, on a loopback port. It is 15:00 UTC on 3 March 2026; MAIN is in New York.</summary>
public sealed class ApiLibrary : IAsyncLifetime, IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 3, 15, 0, 0, TimeSpan.Zero);

    private readonly string home = Directory.CreateTempSubdirectory("illaddins-api-").FullName;
    private readonly CancellationTokenSource stop = new();
    private Task serving = Task.CompletedTask;

    public ManualClock Clock { get; } = new(Now);

    public Installation Installation { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>VuFind's key of MAIN.</summary>
    public string Key { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var folders = new HostFolders { Data = Path.Combine(home, "data"), Scripts = Path.Combine(home, "scripts"), Addins = Path.Combine(home, "addins") };
        Lay(folders.Addins);
        Installation = await Installation.OpenAsync(folders, Clock, NullLoggerFactory.Instance, withEnvironment: false, CancellationToken.None);
        await FillAsync();
        await Installation.StartAddinsAsync(CancellationToken.None);
        var listening = new TaskCompletionSource<Uri>();
        serving = Serving.RunAsync(Installation, new SweepPace(), "http://127.0.0.1:0", (urls, _) => listening.SetResult(new Uri(urls.First() + "/ILLiadWebPlatform/")), stop.Token);
        Address = await listening.Task;
        Key = await AddKeyAsync("VuFind", "MAIN");
    }

    public async Task<string> AddKeyAsync(string consumer, string site, int perMinute = 1_000_000) =>
        Assert.IsType<AddKeyAnswer.Added>(await new ApiKeys(Installation.Database, Clock).AddAsync(
            new ApiKeyOrder { Consumer = consumer, Site = site, PerMinute = perMinute, By = "root" }, CancellationToken.None)).Key;

    /// <summary>A client with VuFind's key, or another one; an empty key is none.</summary>
    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Browsers.LongestLeave }) { BaseAddress = Address };
        if (key is not "")
            client.DefaultRequestHeaders.Add("ApiKey", key ?? Key);
        return client;
    }

    /// <summary>Calls with VuFind's key.</summary>
    public async Task<ApiResponse> SendAsync(string method, string path, string? body = null, string contentType = "application/json", string? accept = null, string? key = null)
    {
        using var client = Client(key);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Address, path));
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType.Length > 0)
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        using var response = await client.SendAsync(request);
        return new ApiResponse((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.ToString() ?? "");
    }

    public Task<ApiResponse> GetAsync(string path, string? accept = null) => SendAsync("GET", path, accept: accept);

    /// <summary>The rows of a query, their columns joined by '|'.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = Installation.Database.OpenConnection();
        return [.. connection.Query(sql).Select(row => string.Join('|', ((IDictionary<string, object?>)row).Values))];
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        await Installation.DisposeAsync();
        stop.Dispose();
        Directory.Delete(home, recursive: true);
    }

    private async Task FillAsync()
    {
        foreach (var (code, zone) in new[] { ("MAIN", "America/New_York"), ("LAW", "UTC") })
            await new SiteWrites(Installation.Database, Installation.Sites, Installation.Clock).SetAsync(code, new SiteChange { TimeZone = zone }, AuditTrail.ByItself, CancellationToken.None);
        var users = Write("users.csv", """
            UserName,NVTGC,ExternalUserId,LastName,FirstName,EMailAddress,Cleared,Web,LastChangedDate,RSSID
            anna,MAIN,anna@library.example,Novák,Anna,anna@library.example,Yes,Yes,2026-01-02T08:30:00,77
            o'neil smith,MAIN,ON 1/2,O'Neil,Pat,,Yes,,,
            empty,MAIN,,Empty,,,,,,
            lawyer,LAW,lawyer@library.example,Lee,Kim,kim@library.example,Yes,,,
            """);
        var transactions = Write("transactions.csv", """
            TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,DueDate,LoanTitle,PhotoJournalTitle,LibraryUseOnly,RenewalsAllowed,ILLNumber,DOI
            101,anna,Borrowing,Loan,Checked Out to Customer,2026-03-02T09:31:08.28,2026-04-17,"Reconsidering ""rivers"" & <lakes>",,Yes,true,12345,
            102,anna,Borrowing,Article,Request Finished,2026-02-01T08:00:00,,,Journal of Łakes,,,,10.1/abc
            103,anna,Borrowing,Loan,Cancelled by ILL Staff,2026-01-15T10:00:00,2026-02-28,Atlas of soil,,No,false,,
            104,anna,Doc Del,Article,Delivered to Web,2026-03-01T12:00:00,,,Nature,,,,
            105,anna,Borrowing,Loan,Renewed by Customer,2026-03-01T13:00:00.5,2026-05-01,It's all 100%_true,,,,,
            106,o'neil smith,Borrowing,Loan,Awaiting Request Processing,2026-03-01T13:00:00,,Notes,,,,,
            201,lawyer,Borrowing,Loan,Checked Out to Customer,2026-03-02T09:31:08,2026-04-17,Law of rivers,,,,,
            """);
        var report = await new RecordImport(Installation.Database, Installation.Sites, Clock).RunAsync(
            new ImportOrder { UsersFile = users, TransactionsFile = transactions }, null, CancellationToken.None);
        Assert.Equal([], report.Problems.Select(ImportWords.Problem));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(home, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static void Lay(string addins)
    {
        var built = Path.Combine(Repository.BuiltAddins, "WebPlatform");
        Directory.CreateDirectory(Path.Combine(addins, "WebPlatform"));
        foreach (var file in Directory.GetFiles(built))
            File.Copy(file, Path.Combine(addins, "WebPlatform", Path.GetFileName(file)));
    }
}

/// <summary>What the API answered.</summary>
public sealed record ApiResponse(int Status, string Body, string ContentType)
{
    public System.Text.Json.JsonElement Json => System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(Body);

    public string? Text(string field) => Json.GetProperty(field).GetString();

    /// <summary>The transaction numbers of a list.</summary>
    public IReadOnlyList<int> Numbers => [.. Json.EnumerateArray().Select(one => one.GetProperty("TransactionNumber").GetInt32())];
}
