using System.Diagnostics;
using IllAddins.Host.Addins;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Web;

/// <summary>What staff can do on every request form without any add-in: they are commands of a panel like those of add-ins and go the same way.</summary>
public sealed class OwnCommands(ShellSettings shell)
{
    /// <summary>The panel's name, which no add-in can give.</summary>
    public const string Panel = "_request";

    private const int LongestReason = 500;
    private const int LongestStatus = 100;

    /// <summary>The panel; it lists nothing.</summary>
    public Contributed<RequestPanel> Contributed => new("IllAddins", new RequestPanel
    {
        Name = Panel,
        Title = RequestFormWords.Request,
        Columns = [],
        LoadAsync = (_, _) => Task.FromResult<IReadOnlyList<PanelRow>>([]),
        Commands =
        [
            new PanelCommand { Name = "route", Title = RequestFormWords.Route, Help = RequestFormWords.RouteHelp, AskAsync = AskRouteAsync, RunAsync = RouteAsync },
            new NoteCommand(shell).Command,
        ],
    });

    private async Task<CommandForm> AskRouteAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } request)
            return new CommandForm { Title = RequestFormWords.Route, Refusal = Gone(call) };
        if (request.ArrivalId != call.Rows[0].ArrivalId)
            return new CommandForm { Title = RequestFormWords.Route, Refusal = await MovedAsync(request, cancellationToken) };
        var now = request.Transaction.TransactionStatus;
        var known = (await KnownStatuses.ReadAsync(shell.Database, cancellationToken)).Where(name => new TransactionStatus(name) != now);
        return new CommandForm
        {
            Title = RequestFormWords.RouteTitle(request.Transaction.TransactionNumber),
            Text = RequestFormWords.StandsAt(now.Name),
            Submit = RequestFormWords.Route,
            Fields =
            [
                new FormField { Name = "status", Title = RequestFormWords.NewStatus, Kind = FormFieldKind.Choice, Choices = [.. known.Select(name => new FormChoice { Value = name, Title = name })] },
                new FormField { Name = "other", Title = RequestFormWords.OtherStatus, Kind = FormFieldKind.Text, MaxLength = LongestStatus, Help = RequestFormWords.OtherStatusHelp },
                new FormField { Name = "reason", Title = RequestFormWords.Reason, Kind = FormFieldKind.Text, Required = true, MaxLength = LongestReason, Help = RequestFormWords.ReasonHelp },
            ],
        };
    }

    private async Task<CommandAnswer> RouteAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (chosen, other, reason) = (call.Values["status"], call.Values["other"], call.Values["reason"]);
        if ((chosen.Length == 0) == (other.Length == 0))
            return Mend(chosen.Length == 0 ? "status" : "other", chosen.Length == 0 ? RequestFormWords.ChooseStatus : RequestFormWords.TwoStatuses(chosen));
        if (await FindAsync(call, cancellationToken) is not { } request)
            return Refused(Gone(call));
        var (from, to) = (request.Transaction.TransactionStatus, new TransactionStatus(chosen + other));
        var order = new RouteOrder
        {
            TransactionNumber = request.Transaction.TransactionNumber,
            ExpectedStatus = from,
            ExpectedArrivalId = call.Rows[0].ArrivalId,
            NewStatus = to,
            By = call.User,
            Entry = $"Request routed from '{from}' to '{to}': {reason}",
        };
        return await shell.Record.RouteAsync(order, null, cancellationToken) switch
        {
            RouteAnswer.Routed => new CommandAnswer { Message = RequestFormWords.Moved(order.TransactionNumber, from.Name, to.Name) },
            RouteAnswer.Stale stale => Refused(Moved(request, stale.FoundStatus, stale.MovedBy, stale.MovedAt)),
            RouteAnswer.Missing => Refused(Gone(call)),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IllRequest?> FindAsync(CommandCall call, CancellationToken cancellationToken) =>
        (await shell.Record.FindAsync([call.Rows[0].TransactionNumber], cancellationToken)).SingleOrDefault();

    private async Task<string> MovedAsync(IllRequest request, CancellationToken cancellationToken)
    {
        var last = (await RequestTrail.ReadAsync(shell.Database, request.Transaction.TransactionNumber, cancellationToken)).Tracking[^1];
        return Moved(request, request.Transaction.TransactionStatus, last.ChangedBy, last.At);
    }

    private string Moved(IllRequest request, TransactionStatus found, string by, DateTimeOffset at) =>
        RequestFormWords.LeftAlone(request.Transaction.TransactionNumber, by, found.Name, CellText.Moment(at, request.Site, shell.Clock.GetUtcNow()));

    private static string Gone(CommandCall call) => RequestFormWords.Gone(call.Rows[0].TransactionNumber);

    private static CommandAnswer Refused(string message) => new() { Message = message, Refused = true };

    private static CommandAnswer Mend(string field, string problem) =>
        new() { Message = ScreenWords.MendForm, Refused = true, FieldProblems = new Dictionary<string, string> { [field] = problem } };
}
