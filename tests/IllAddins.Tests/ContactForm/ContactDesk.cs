using IllAddins.Host.Cli;
using IllAddins.Tests.Fixtures;
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

    /// <summary>By site, when the form was last looked at.</summary>
    public IReadOnlyDictionary<string, int> TooLongDays => content.TooLongDays;

    /// <summary>The line beside the title when the form was last looked at.</summary>
    public string Notice => content.Notice;

    private Screen Form => Screen("customer-contact");

    public static async Task<ContactDesk> OpenAsync(Library library)
    {
        var folders = new HostFolders { Data = library.Data, Addins = library.Addins, Scripts = library.Scripts };
        var installation = await Installation.OpenAsync(folders, library.Clock, NullLoggerFactory.Instance, withEnvironment: false, CancellationToken.None, load: SharedCode.Of(folders.Addins));
        await installation.StartAddinsAsync(CancellationToken.None);
        var desk = new ContactDesk(installation);
        await desk.LookAsync();
        return desk;
    }

    /// <summary>Has sweeps planned at sites, as where the host runs.</summary>
    public void Plan(Func<Site, DateTimeOffset?> next) => installation.Sweeps.Next = (addin, site) => addin == "CustomerContact" ? next(site) : null;

    public async Task LookAsync() => content = await Form.LoadAsync(new ScreenCall { User = "staff1" }, CancellationToken.None);

    /// <summary>The groups when the form was last looked at.</summary>
    public IReadOnlyList<ScreenGroup> Groups => content.Groups;

    /// <summary>The row of a request when the form was last looked at.</summary>
    public ScreenRow Row(int number) => content.Rows.Single(row => row.TransactionNumber == number);

    /// <summary>The cell of a row when the form was last looked at.</summary>
    public object? Cell(int number, string column) => Row(number).Cells.GetValueOrDefault(column);

    /// <summary>Calls a command with rows as they were last looked at.</summary>
    public Task<CommandAnswer> CallAsync(string command, string user, params int[] numbers) => FillAsync(command, user, [], numbers);

    /// <summary>Calls a command as its dialog was filled.</summary>
    public Task<CommandAnswer> FillAsync(string command, string user, Dictionary<string, string> values, params int[] numbers) =>
        Command(command).RunAsync(Call(user, values, numbers), CancellationToken.None);

    /// <summary>The dialog of a command.</summary>
    public Task<CommandForm> AskAsync(string command, string user, Dictionary<string, string> values, params int[] numbers) =>
        Command(command).AskAsync!(Call(user, values, numbers), CancellationToken.None);

    /// <summary>Opens the dialog, fills in what is said, leaves the rest as it is, and runs the command.</summary>
    public async Task<CommandAnswer> AskAndCallAsync(string command, string user, Dictionary<string, string> filled, params int[] numbers)
    {
        var form = await AskAsync(command, user, [], numbers);
        Assert.Equal("", form.Refusal);
        var values = form.Fields.ToDictionary(field => field.Name, field => filled.GetValueOrDefault(field.Name, field.Value));
        return await FillAsync(command, user, values, numbers);
    }

    public Task<CommandAnswer> UndoAsync(string user, CommandAnswer done) =>
        Form.UndoAsync!(new UndoCall { User = user, Token = done.Undo!.Token }, CancellationToken.None);

    /// <summary>The rows of a panel of the request form.</summary>
    public async Task<IReadOnlyList<PanelRow>> PanelAsync(string panel, int number) => await Panel(panel).LoadAsync(await RequestAsync(number), CancellationToken.None);

    /// <summary>The commands about a request that a panel offers as it stands.</summary>
    public async Task<IReadOnlyList<string>> OfferedAsync(string panel, int number)
    {
        var (request, offered) = (await RequestAsync(number), new List<string>());
        foreach (var command in Panel(panel).Commands.Where(command => !command.ForRows))
            if (command.FitsAsync is null || await command.FitsAsync(request, CancellationToken.None))
                offered.Add(command.Name);
        return offered;
    }

    /// <summary>Calls a command at a row of a panel.</summary>
    public async Task<CommandAnswer> CallPanelAsync(string panel, string command, string user, int number, string key) =>
        await Panel(panel).Commands.Single(known => known.Name == command).RunAsync(
            new CommandCall { User = user, Key = key, Rows = [new SelectedRow { TransactionNumber = number, ArrivalId = (await RequestAsync(number)).ArrivalId }] },
            CancellationToken.None);

    /// <summary>Another screen of the add-in.</summary>
    public Screen Screen(string name) => installation.Addins.Screens.Single(screen => screen.Item.Name == name).Item;

    public ScreenCommand Command(string name) => Form.Commands.Single(known => known.Name == name);

    private RequestPanel Panel(string name) => installation.Addins.Panels.Single(panel => panel.Item.Name == name).Item;

    private async Task<IllRequest> RequestAsync(int number) => (await installation.Record.FindAsync([number], CancellationToken.None)).Single();

    private CommandCall Call(string user, Dictionary<string, string> values, int[] numbers) => new()
    {
        User = user,
        Values = values,
        Rows = [.. content.Rows.Where(row => numbers.Contains(row.TransactionNumber))
            .Select(row => new SelectedRow { TransactionNumber = row.TransactionNumber, ArrivalId = row.ArrivalId })],
    };

    /// <summary>Routes a request by hand.</summary>
    public async Task RouteAsync(int number, string from, string to) => Assert.IsType<RouteAnswer.Routed>(await installation.Record.RouteAsync(
        new RouteOrder { TransactionNumber = number, ExpectedStatus = new TransactionStatus(from), NewStatus = new TransactionStatus(to), By = "staff9" },
        null,
        CancellationToken.None));

    public ValueTask DisposeAsync() => installation.DisposeAsync();
}
