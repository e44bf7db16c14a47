using System.Net;
using System.Text.Json;
using IllAddins.Host.Cli;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Web;
using IllAddins.Tests.Architecture;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.Web.Answers;

/// <summary>The product as built, served on a loopback port, with what its screens and panels offer.</summary>
public sealed class ServedDesk : IAsyncDisposable
{
    // What staff's acts are written to; the sweeps' own accounts are not.
    private static readonly string[] Tables =
        ["Transactions", "Tracking", "History", "Notes", "Users", "EMailCopies", "ContactCalls", "ContactActs", "ContactActRows", "ContactReturns", "ContactPrints", "ContactBatches", "ContactReleases", "Audit"];

    // What needs no rows and does nothing to those that are selected.
    private static readonly string[] OfNoRows = ["print-again", "print-test-page", "send-failed-again", "test-send"];

    private readonly Library library;
    private readonly Installation installation;
    private readonly CancellationTokenSource stop;
    private readonly Task serving;
    private readonly Uri address;

    private ServedDesk(Library library, Installation installation, Uri address, Task serving, CancellationTokenSource stop) =>
        (this.library, this.installation, this.address, this.serving, this.stop) = (library, installation, address, serving, stop);

    public static async Task<ServedDesk> OpenAsync(Library library)
    {
        var folders = new HostFolders { Data = library.Data, Addins = Repository.BuiltAddins, Scripts = library.Scripts };
        var installation = await Installation.OpenAsync(folders, library.Clock, NullLoggerFactory.Instance, withEnvironment: false, CancellationToken.None, load: SharedCode.Of(folders.Addins));
        await installation.StartAddinsAsync(CancellationToken.None);
        await TestStaff.AddAsync(installation.Database);
        var stop = new CancellationTokenSource();
        var listening = new TaskCompletionSource<string>();
        var serving = Serving.RunAsync(installation, new SweepPace(), "http://127.0.0.1:0", (urls, _) => listening.TrySetResult(urls.First()), stop.Token);
        return new ServedDesk(library, installation, new Uri(await listening.Task), serving, stop);
    }

    public Screen Screen => installation.Addins.Screens.Single(screen => screen.Item.Name == "customer-contact").Item;

    /// <summary>Every command that a page offers, with what a role may not call.</summary>
    public IReadOnlyList<OfferedCommand> Commands(int number) =>
    [
        .. Screen.Commands.Select(command => new OfferedCommand($"/screens/{Screen.Name}/commands/{command.Name}", command.AskAsync is not null, command.AdminsOnly, !OfNoRows.Contains(command.Name), "")),
        .. installation.Addins.Panels.Select(panel => panel.Item).Append(new OwnCommands(Serving.Shell(installation)).Contributed.Item).SelectMany(panel => panel.Commands.Select(command =>
            new OfferedCommand($"/requests/{number}/panels/{panel.Name}/commands/{command.Name}", command.AskAsync is not null, command.AdminsOnly, true, command.ForRows ? "1" : ""))),
    ];

    /// <summary>A command of the screen by its name.</summary>
    public OfferedCommand Command(string name) => Commands(0).Single(command => !command.OfPanel && command.Path.EndsWith($"/{name}", StringComparison.Ordinal));

    /// <summary>A browser, signed in unless no name is given.</summary>
    public async Task<Visitor> VisitAsync(string? user)
    {
        var visitor = new Visitor(Browsers.At(address));
        if (user is not null)
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignInAsync(user, TestStaff.Password)).StatusCode);
        return visitor;
    }

    /// <summary>All that staff's acts are written to, as text.</summary>
    public async Task<string> RecordAsync() => string.Join('\n', await Task.WhenAll(Tables.Select(async table =>
        $"{table}: {string.Join('|', await library.QueryAsync($"SELECT json_array({string.Join(',', await library.QueryAsync($"SELECT name FROM pragma_table_info('{table}')"))}) FROM {table} ORDER BY rowid"))}")));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        stop.Dispose();
        await installation.DisposeAsync();
    }
}

/// <summary>A command as a page offers it.</summary>
/// <param name="Path">Where it is called.</param>
/// <param name="Asks">Whether it has a dialog.</param>
/// <param name="AdminsOnly">Whether staff may not.</param>
/// <param name="OfRows">False where no selection matters to it.</param>
/// <param name="Key">Of a panel's row; empty for none.</param>
public sealed record OfferedCommand(string Path, bool Asks, bool AdminsOnly, bool OfRows, string Key)
{
    public bool OfPanel => Path.StartsWith("/requests/", StringComparison.Ordinal);

    /// <summary>A body that selects one row as somebody saw it.</summary>
    public string Body(int number, long arrival, IReadOnlyDictionary<string, string>? values = null) =>
        JsonSerializer.Serialize(new { rows = new[] { new { transactionNumber = number, arrivalId = arrival } }, values = values ?? new Dictionary<string, string>(), key = Key });
}
