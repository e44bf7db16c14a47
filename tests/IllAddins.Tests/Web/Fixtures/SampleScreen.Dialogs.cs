namespace IllAddins.Tests.Web;

/// <summary>The commands of the sample with dialogs, undo and a next step.</summary>
public sealed partial class SampleScreen
{
    private readonly Dictionary<string, IReadOnlyList<ScreenRow>> undoable = [];

    /// <summary>How often a dialog was asked for, with what it was filled so far.</summary>
    public IReadOnlyList<CommandCall> Asked => [.. asked];

    /// <summary>What the next dialogs answer in place of their usual form; null for that.</summary>
    public CommandForm? Form { get; set; }

    /// <summary>What is offered after letters.</summary>
    public string Next { get; set; } = "mail";

    private IEnumerable<ScreenCommand> MoreCommands() =>
    [
        Command("mail", "Notified via Mail", ["mail"], "Select requests in the Mail group first.", MoveMail),
        Command("fix-address", "Fix address", ["attention"], "Select a request that needs attention first.", FixAddress) with { Section = "Mend", AskAsync = AskAsync },
        Command("purge", "Purge", [], "", call => new CommandAnswer { Message = "Purged." }) with { Section = "Mend", AdminsOnly = true, AskAsync = AskAsync },
    ];

    private IReadOnlyList<PanelCommand> PanelCommands() =>
    [
        Panelled("release", "Release", call => new CommandAnswer { Message = $"Released {call.Rows[0].TransactionNumber}." }) with { FitsAsync = (request, _) => Task.FromResult(request.Transaction.TransactionNumber == 481675) },
        Panelled("resend", "Resend", call => new CommandAnswer { Message = $"Resent '{call.Key}' to {call.Values["address"]}." }) with { ForRows = true, AskAsync = AskAsync },
        Panelled("forget", "Forget", call => new CommandAnswer { Message = "Forgotten." }) with { AdminsOnly = true },
    ];

    private PanelCommand Panelled(string name, string title, Func<CommandCall, CommandAnswer> run) => new()
    {
        Name = name,
        Title = title,
        Help = $"{title} this.",
        RunAsync = (call, _) =>
        {
            calls.Enqueue(call);
            return Fault is null ? Task.FromResult(run(call)) : Task.FromException<CommandAnswer>(Fault);
        },
    };

    private Task<CommandForm> AskAsync(CommandCall call, CancellationToken cancellationToken)
    {
        asked.Enqueue(call);
        if (Fault is not null)
            return Task.FromException<CommandForm>(Fault);
        var german = call.Values.GetValueOrDefault("template") == "german";
        return Task.FromResult(Form ?? new CommandForm
        {
            Title = "Fix the address",
            Text = "The mail server refused the address.",
            Submit = "Save and send",
            Fields =
            [
                new FormField { Name = "address", Title = "E-mail address", Kind = FormFieldKind.Text, Required = true, MaxLength = 50, Value = call.Values.GetValueOrDefault("address", "old@example.org") },
                new FormField
                {
                    Name = "template", Title = "Template", Kind = FormFieldKind.Choice, AsksAgain = true, Value = german ? "german" : "english",
                    Choices = [new FormChoice { Value = "english", Title = "English" }, new FormChoice { Value = "german", Title = "Deutsch" }],
                },
                new FormField { Name = "text", Title = "Text", Kind = FormFieldKind.LongText, Value = german ? "Guten Tag" : "Dear reader", Help = "Sent as it stands here." },
                new FormField { Name = "day", Title = "Not before", Kind = FormFieldKind.Date },
                new FormField { Name = "hour", Title = "Call again at", Kind = FormFieldKind.DateTime },
                new FormField { Name = "copy", Title = "A copy to me", Kind = FormFieldKind.Flag },
            ],
        });
    }

    private CommandAnswer FixAddress(CommandCall call)
    {
        var address = call.Values["address"];
        if (!address.Contains('@', StringComparison.Ordinal))
            return new CommandAnswer { Message = "Nothing was sent.", Refused = true, FieldProblems = new Dictionary<string, string> { ["address"] = $"'{address}' has no @." } };
        var chosen = call.Rows.Select(row => row.TransactionNumber).ToHashSet();
        Rows = [.. Rows.Where(row => !chosen.Contains(row.TransactionNumber))];
        return new CommandAnswer { Message = $"{chosen.Count} sent to {address}." };
    }

    private CommandAnswer MoveMail(CommandCall call)
    {
        var chosen = call.Rows.Select(row => row.TransactionNumber).ToHashSet();
        var moved = Rows.Where(row => row.Group == "mail" && chosen.Contains(row.TransactionNumber)).ToList();
        Rows = [.. Rows.Except(moved)];
        return new CommandAnswer { Message = $"{moved.Count} moved to Customer Notified via Mail.", Undo = Remember(moved) };
    }

    private NextOffer? MarkMail(CommandCall call)
    {
        var chosen = call.Rows.Select(row => row.TransactionNumber).ToHashSet();
        var mail = Rows.Where(row => row.Group == "mail" && chosen.Contains(row.TransactionNumber)).ToList();
        return mail.Count == 0 ? null : new NextOffer
        {
            Question = $"Mark {mail.Count} as notified by mail?",
            Command = Next,
            Values = new Dictionary<string, string> { ["address"] = "letters@example.org" },
            Rows = [.. mail.Select(row => new SelectedRow { TransactionNumber = row.TransactionNumber, ArrivalId = row.ArrivalId })],
        };
    }

    private UndoOffer Remember(List<ScreenRow> moved)
    {
        var token = $"move {undoable.Count + 1}";
        undoable[token] = moved;
        return new UndoOffer { Token = token, Title = $"{moved.Count} moved" };
    }

    private Task<CommandAnswer> UndoAsync(UndoCall call, CancellationToken cancellationToken)
    {
        if (!undoable.Remove(call.Token, out var moved))
            return Task.FromResult(new CommandAnswer { Message = "That has been taken back already.", Refused = true });
        Rows = [.. Rows, .. moved.Select(row => row with { ArrivalId = row.ArrivalId + 1 })];
        return Task.FromResult(new CommandAnswer { Message = $"{moved.Count} moved back by {call.User}." });
    }
}
