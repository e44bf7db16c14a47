using System.Diagnostics;
using IllAddins.Host.Addins;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Web;

/// <summary>What staff can do on every request form without any add-in: they are commands of a panel like those of add-ins and go the same way.</summary>
public sealed class OwnCommands(ShellSettings shell)
{
    /// <summary>The panel's name, which no add-in can give.</summary>
    public const string Panel = "_request";

    private const int LongestNote = 10_000;
    private const int LongestReason = 500;
    private const int LongestStatus = 100;

    /// <summary>The panel; it lists nothing.</summary>
    public Contributed<RequestPanel> Contributed => new("IllAddins", new RequestPanel
    {
        Name = Panel,
        Title = "Request",
        Columns = [],
        LoadAsync = (_, _) => Task.FromResult<IReadOnlyList<PanelRow>>([]),
        Commands =
        [
            new PanelCommand { Name = "route", Title = "Route", Help = "Moves the request to another status, with a reason that History keeps", AskAsync = AskRouteAsync, RunAsync = RouteAsync },
            new PanelCommand { Name = "add-note", Title = "Add note", Help = "Adds a note for the staff", AskAsync = AskNoteAsync, RunAsync = AddNoteAsync },
        ],
    });

    private async Task<CommandForm> AskRouteAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } request)
            return new CommandForm { Title = "Route", Refusal = Gone(call) };
        if (request.ArrivalId != call.Rows[0].ArrivalId)
            return new CommandForm { Title = "Route", Refusal = await MovedAsync(request, cancellationToken) };
        var now = request.Transaction.TransactionStatus;
        var known = (await KnownStatuses.ReadAsync(shell.Database, cancellationToken)).Where(name => new TransactionStatus(name) != now);
        return new CommandForm
        {
            Title = $"Route {request.Transaction.TransactionNumber}",
            Text = $"It stands at '{now}'.",
            Submit = "Route",
            Fields =
            [
                new FormField { Name = "status", Title = "New status", Kind = FormFieldKind.Choice, Choices = [.. known.Select(name => new FormChoice { Value = name, Title = name })] },
                new FormField { Name = "other", Title = "Or a status that is not in the list", Kind = FormFieldKind.Text, MaxLength = LongestStatus, Help = "Its name, spelled as the other programs spell it." },
                new FormField { Name = "reason", Title = "Reason", Kind = FormFieldKind.Text, Required = true, MaxLength = LongestReason, Help = "History keeps it with your name." },
            ],
        };
    }

    private async Task<CommandAnswer> RouteAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (chosen, other, reason) = (call.Values["status"], call.Values["other"], call.Values["reason"]);
        if ((chosen.Length == 0) == (other.Length == 0))
            return Mend(chosen.Length == 0 ? "status" : "other", chosen.Length == 0 ? "Choose a status, or write one below." : $"'{chosen}' is chosen above as well. Leave one of the two empty.");
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
            RouteAnswer.Routed => new CommandAnswer { Message = $"{order.TransactionNumber} moved from '{from}' to '{to}'." },
            RouteAnswer.Stale stale => Refused(Moved(request, stale.FoundStatus, stale.MovedBy, stale.MovedAt)),
            RouteAnswer.Missing => Refused(Gone(call)),
            _ => throw new UnreachableException(),
        };
    }

    private static Task<CommandForm> AskNoteAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult(new CommandForm
    {
        Title = $"Add a note to {call.Rows[0].TransactionNumber}",
        Submit = "Add note",
        Fields = [new FormField { Name = "note", Title = "Note", Kind = FormFieldKind.LongText, Required = true, MaxLength = LongestNote, Help = "For the staff; the customer does not see it." }],
    });

    private async Task<CommandAnswer> AddNoteAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var note = call.Values["note"].Trim();
        if (note.Contains('\0', StringComparison.Ordinal))
            return Mend("note", "Found a NUL character, expected text. Write it anew.");
        if (await FindAsync(call, cancellationToken) is not { } request)
            return Refused(Gone(call));
        await shell.Record.AddNoteAsync(request.Transaction.TransactionNumber, note, "Staff", call.User, null, cancellationToken);
        return new CommandAnswer { Message = $"The note was added to {request.Transaction.TransactionNumber}." };
    }

    private async Task<IllRequest?> FindAsync(CommandCall call, CancellationToken cancellationToken) =>
        (await shell.Record.FindAsync([call.Rows[0].TransactionNumber], cancellationToken)).SingleOrDefault();

    private async Task<string> MovedAsync(IllRequest request, CancellationToken cancellationToken)
    {
        var last = (await RequestTrail.ReadAsync(shell.Database, request.Transaction.TransactionNumber, cancellationToken)).Tracking[^1];
        return Moved(request, request.Transaction.TransactionStatus, last.ChangedBy, last.At);
    }

    private string Moved(IllRequest request, TransactionStatus found, string by, DateTimeOffset at) =>
        $"{request.Transaction.TransactionNumber} was left alone: {by} moved it to '{found}' at {CellText.Moment(at, request.Site, shell.Clock.GetUtcNow())}. Reload the page, then decide anew.";

    private static string Gone(CommandCall call) => $"There is no request {call.Rows[0].TransactionNumber} any more. Nothing was done.";

    private static CommandAnswer Refused(string message) => new() { Message = message, Refused = true };

    private static CommandAnswer Mend(string field, string problem) =>
        new() { Message = "Nothing was done yet: mend what is marked, then repeat.", Refused = true, FieldProblems = new Dictionary<string, string> { [field] = problem } };
}
