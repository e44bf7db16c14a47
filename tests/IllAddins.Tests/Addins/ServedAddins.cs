using System.Net;
using IllAddins.Host.Addins;
using IllAddins.Host.Cli;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Web;
using IllAddins.Tests.Web;
using Microsoft.Extensions.Logging;

namespace IllAddins.Tests.Addins;

/// <summary>A host that serves the add-ins Shifting, which behaves, and Unruly, which does not, with the sample record. Its clock stands still, and its limits of time pass when the test says so.</summary>
public sealed class ServedAddins : IAsyncLifetime, IAsyncDisposable
{
    private readonly AddinsOnDisk disk = new();
    private readonly string home = Directory.CreateTempSubdirectory("illaddins-served-").FullName;
    private readonly HandClock clock = new();
    private readonly CancellationTokenSource stop = new();
    private readonly WordLog log = new();
    private readonly ILoggerFactory logs;
    private Task serving = Task.CompletedTask;

    public ServedAddins() => logs = LoggerFactory.Create(logging => logging.AddProvider(log));

    public Installation Installation { get; private set; } = null!;

    /// <summary>A request at MAIN.</summary>
    public const int Request = 481675;

    /// <summary>An admin with a browser.</summary>
    public Visitor Admin { get; private set; } = null!;

    public AddinEntry Unruly => Installation.Addins.Entries.Single(entry => entry.Name == "Unruly");

    public string Data => Path.Combine(home, "data");

    /// <summary>The add-ins folder.</summary>
    internal AddinsOnDisk Disk => disk;

    public async Task InitializeAsync()
    {
        UnhandledAddinExceptions.Install();
        disk.Lay("Shifting");
        disk.Lay("Unruly");
        var scripts = Directory.CreateDirectory(Path.Combine(home, "scripts", "default")).FullName;
        await File.WriteAllTextAsync(Path.Combine(scripts, "notify.lua"), "function ChooseTemplate(request) return Unruly.Word() end");
        Installation = await Installation.OpenAsync(
            new HostFolders { Data = Data, Scripts = Path.Combine(home, "scripts"), Addins = disk.Folder }, clock, logs, withEnvironment: false, CancellationToken.None, new AddinLimits { FailuresToPark = 2 });
        await SampleRecord.FillAsync(Installation.Database);
        await TestStaff.AddAsync(Installation.Database);
        await Installation.StartAddinsAsync(CancellationToken.None);
        var listening = new TaskCompletionSource<Uri>();
        serving = Serving.RunAsync(Installation, new SweepPace(), "http://127.0.0.1:0", (urls, _) => listening.SetResult(new Uri(urls.First())), stop.Token);
        Admin = new Visitor(Browsers.At(await listening.Task));
        Assert.Equal(HttpStatusCode.Redirect, (await Admin.SignInAsync(TestStaff.Admin, TestStaff.Password)).StatusCode);
    }

    /// <summary>Tells Unruly what to do from now on, e.g. <c>screen: hang</c>; nothing bad where it is empty.</summary>
    public void Order(string misdeed) => File.WriteAllText(Path.Combine(Data, "unruly.txt"), misdeed);

    /// <summary>Lays files of Unruly, whose constructor does something or, where that is null, nothing, and has them taken.</summary>
    public async Task ReplaceAsync(string? constructor)
    {
        disk.Lay("Unruly");
        File.Delete(disk.Under("Unruly", "constructor.txt"));
        if (constructor is not null)
            disk.Write(constructor, "Unruly", "constructor.txt");
        await TakeAsync();
    }

    /// <summary>Has the files taken that lie in the add-ins folder now: they rest when a second look finds them as the first did.</summary>
    public async Task TakeAsync()
    {
        await Installation.Addins.LookAsync(CancellationToken.None);
        await Installation.Addins.LookAsync(CancellationToken.None);
    }

    /// <summary>Lets limits of time pass until something is done.</summary>
    public async Task PassingAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            clock.Pass();
            await Task.WhenAny(task, Task.Run(Thread.Yield));
        }

        await task;
    }

    /// <summary>Done as soon as the log has another line with these words.</summary>
    public Task NextAsync(string words) => log.NextAsync(words);

    /// <summary>Done when the constructor of Unruly has been entered.</summary>
    public async Task ConstructingAsync()
    {
        while (Directory.GetFiles(Path.Combine(Data, "running"), "constructing.txt", SearchOption.AllDirectories).Length == 0)
            await Task.Run(Thread.Yield);
    }

    /// <summary>What another add-in answers.</summary>
    public async Task<string> ShiftingAsync() => await (await Admin.GetAsync("/addins/shifting/version")).Content.ReadAsStringAsync();

    public async Task<IllRequest> RequestAsync() => Assert.Single(await Installation.Record.FindAsync([Request], CancellationToken.None));

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await PassingAsync(serving);
        await PassingAsync(Installation.DisposeAsync().AsTask());
        Admin.Dispose();
        stop.Dispose();
        logs.Dispose();
        disk.Dispose();
        Directory.Delete(home, recursive: true);
    }
}
