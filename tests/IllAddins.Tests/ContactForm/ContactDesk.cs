using IllAddins.Host.Cli;
using IllAddins.Tests.Architecture;
using IllAddins.Tests.Road;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.ContactForm;

/// <summary>A desk of staff in a library: the Customer Contact form as the built add-in describes it.</summary>
public sealed class ContactDesk : IAsyncDisposable
{
    private readonly Installation installation;
    private ScreenContent content = new() { Groups = [], Rows = [] };

    private ContactDesk(Installation installation) => this.installation = installation;

    /// <summary>The rows when the form was last looked at.</summary>
    public IReadOnlyList<ScreenRow> Rows => content.Rows;

    /// <summary>The line beside the title when the form was last looked at.</summary>
    public string Notice => content.Notice;

    private Screen Form => installation.Addins.Screens.Single(screen => screen.Item.Name == "customer-contact").Item;

    public static async Task<ContactDesk> OpenAsync(Library library)
    {
        var folders = new HostFolders { Data = library.Data, Addins = Repository.BuiltAddins, Scripts = library.Scripts };
        var installation = await Installation.OpenAsync(folders, library.Clock, NullLoggerFactory.Instance, withEnvironment: false, CancellationToken.None);
        await installation.StartAddinsAsync(CancellationToken.None);
        var desk = new ContactDesk(installation);
        await desk.LookAsync();
        return desk;
    }

    public async Task LookAsync() => content = await Form.LoadAsync(new ScreenCall { User = "staff1" }, CancellationToken.None);

    /// <summary>Calls a command with rows as they were last looked at.</summary>
    public Task<CommandAnswer> CallAsync(string command, string user, params int[] numbers) => Form.Commands.Single(known => known.Name == command).RunAsync(
        new CommandCall
        {
            User = user,
            Rows = [.. content.Rows.Where(row => numbers.Contains(row.TransactionNumber))
                .Select(row => new SelectedRow { TransactionNumber = row.TransactionNumber, ArrivalId = row.ArrivalId })],
        },
        CancellationToken.None);

    /// <summary>Routes a request by hand.</summary>
    public async Task RouteAsync(int number, string from, string to) => Assert.IsType<RouteAnswer.Routed>(await installation.Record.RouteAsync(
        new RouteOrder { TransactionNumber = number, ExpectedStatus = new TransactionStatus(from), NewStatus = new TransactionStatus(to), By = "staff9" },
        null,
        CancellationToken.None));

    public ValueTask DisposeAsync() => installation.DisposeAsync();
}
