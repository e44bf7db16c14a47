using IllAddins;

namespace Illaddin._1;

/// <summary>Shows the requests that wait for their patrons, and leaves a note on those that staff choose.</summary>
public sealed class Addin : IAddin
{
    private static readonly TransactionStatus Awaiting = new("Awaiting Customer Contact");
    private IAddinHost host = null!;

    public Task StartAsync(IAddinHost host, CancellationToken cancellationToken)
    {
        this.host = host;
        host.Register(new AddinSetting.Text { Name = "Note", Title = "Note", Help = "What the command Leave a note writes.", Default = "Looked at." });
        host.Register(new Screen
        {
            Name = "illaddin-screen",
            Title = "Illaddin.1",
            Help = "The requests that wait for their patrons. Select some and leave a note on them.",
            Columns = [new ScreenColumn { Name = "Title", Title = "Title" }, new ScreenColumn { Name = "Customer", Title = "Customer" }],
            Commands =
            [
                new ScreenCommand
                {
                    Name = "note",
                    Title = "Leave a note",
                    Section = "Requests",
                    Help = "Writes the note of the settings onto the selected requests.",
                    NeedsSelection = "Select requests first.",
                    RunAsync = NoteAsync,
                },
            ],
            LoadAsync = LoadAsync,
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<ScreenContent> LoadAsync(ScreenCall call, CancellationToken cancellationToken)
    {
        var rows = new List<ScreenRow>();
        foreach (var site in await host.SitesAsync(cancellationToken))
            if (call.Site is null || call.Site.NVTGC == site.NVTGC)
                rows.AddRange((await host.Record.ChangedAsync(site.NVTGC, Awaiting, ChangeMark.Start, 1000, cancellationToken)).Select(Row));
        return new ScreenContent { Groups = [new ScreenGroup { Key = "waiting", Title = "Waiting", Note = "at most 1,000 of each site" }], Rows = rows };
    }

    private static ScreenRow Row(IllRequest request) => new()
    {
        TransactionNumber = request.Transaction.TransactionNumber,
        ArrivalId = request.ArrivalId,
        Site = request.Site.NVTGC,
        Group = "waiting",
        Cells = new Dictionary<string, object?> { ["Title"] = request.Transaction.Text("LoanTitle"), ["Customer"] = request.User.Text("LastName") },
    };

    private async Task<CommandAnswer> NoteAsync(CommandCall call, CancellationToken cancellationToken)
    {
        foreach (var row in call.Rows)
            await host.Record.AddNoteAsync(row.TransactionNumber, host.Setting("Note") ?? "Looked at.", "Staff", call.User, null, cancellationToken);
        return new CommandAnswer { Message = $"Requests with a new note: {call.Rows.Count}." };
    }
}
