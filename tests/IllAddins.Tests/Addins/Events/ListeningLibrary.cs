using IllAddins.Host.Addins.Events;
using IllAddins.Host.Cli;
using IllAddins.Tests.Road;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.Addins.Events;

/// <summary>A library with the core add-in and the add-in Listening, whose host looks at what has happened when the test says so.</summary>
internal sealed class ListeningLibrary : IAsyncDisposable
{
    private Installation? installation;
    private EventWatch? watch;

    public ListeningLibrary()
    {
        Disk.LayBuilt("CustomerContact");
        Disk.Lay("Listening");
        Library.Addins = Disk.Folder;
    }

    public Library Library { get; } = new();

    public AddinsOnDisk Disk { get; } = new();

    public Installation Installation => installation!;

    /// <summary>Starts the host and looks, so that the listeners are known.</summary>
    public async Task StartAsync()
    {
        var folders = new HostFolders { Data = Library.Data, Addins = Disk.Folder, Scripts = Library.Scripts };
        installation = await Installation.OpenAsync(folders, Library.Clock, NullLoggerFactory.Instance, withEnvironment: false, CancellationToken.None);
        await installation.StartAddinsAsync(CancellationToken.None);
        watch = installation.WatchEvents();
        await LookAsync();
    }

    public async Task StopAsync()
    {
        if (installation is not null)
            await installation.DisposeAsync();
        watch?.Dispose();
        installation = null;
    }

    /// <summary>Looks once, and tells whom there is to tell.</summary>
    public Task LookAsync() => watch!.LookAsync(CancellationToken.None);

    /// <summary>Lets requests of users with e-mail arrive.</summary>
    public Task ArriveAsync(params int[] transactions) => Library.ImportAsync(
        "UserName,NVTGC,EMailAddress,NotificationMethod\nann,MAIN,ann@example.org,Electronic\n",
        "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
        + string.Concat(transactions.Select(number => $"{number},ann,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T09:00:00,Moss\n")));

    /// <summary>What a listener wrote down, in the order in which it was told.</summary>
    public Task<IReadOnlyList<string>> BookAsync(string listener = "All") => Library.QueryAsync($"SELECT Line FROM ListeningBook WHERE Listener = '{listener}' ORDER BY Id");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Library.Dispose();
        Disk.Dispose();
    }
}
