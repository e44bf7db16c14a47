using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delays;

namespace IllAddins.CustomerContact.ContactForm.Panels;

/// <summary>The panel of the request form that says why a request stands where it stands: the stored decisions.</summary>
public static class WhyPanel
{
    public static RequestPanel Describe(IAddinHost host, DecisionStore decisions, Releases releases, WhySummary summary, AskAgain askAgain) => new()
    {
        Name = "why",
        Title = PanelWords.Why,
        Columns =
        [
            PanelWords.Decided, PanelWords.About, PanelWords.State, PanelWords.Due, PanelWords.Reason, PanelWords.Template, PanelWords.Answer, PanelWords.Line, PanelWords.ScriptsReason,
            PanelWords.DecidedBy,
        ],
        Commands =
        [
            new PanelCommand
            {
                Name = "release",
                Title = PanelWords.Release,
                Help = PanelWords.ReleaseHelp,
                FitsAsync = async (request, cancellationToken) =>
                    (await decisions.OfRequestAsync(request.Transaction.TransactionNumber, cancellationToken)).Any(row => row.ArrivalId == request.ArrivalId && Releases.Fits(row)),
                RunAsync = async (call, cancellationToken) => await Selection.ReadAsync(host, call, cancellationToken) is { LeftAlone: [var alone, ..] }
                    ? new CommandAnswer { Message = PanelWords.NotReleased(alone.TransactionNumber, alone.Reason), Refused = true }
                    : await releases.ReleaseAsync(call, cancellationToken),
            },
            new PanelCommand
            {
                Name = "ask-again",
                Title = PanelWords.AskAgain,
                Help = PanelWords.AskAgainHelp,
                FitsAsync = (request, _) => Task.FromResult(askAgain.Fits(request)),
                RunAsync = askAgain.RunAsync,
            },
        ],
        LoadAsync = async (request, cancellationToken) =>
            [.. (await decisions.OfRequestAsync(request.Transaction.TransactionNumber, cancellationToken)).Select(Row)],
        SummarizeAsync = summary.SummarizeAsync,
    };

    private static PanelRow Row(DecisionRow decision) => new()
    {
        Cells =
        [
            StoredTime.Read(decision.DecidedAt), About(decision.Stage), State(decision.State), decision.DueAt is { } due ? StoredTime.Read(due) : null,
            decision.Reason, decision.Template, decision.Answer, decision.Line, decision.ScriptReason, decision.DecidedBy,
        ],
    };

    private static string About(string stage) => stage == DecisionStage.Delay ? PanelWords.WhenToRoute : PanelWords.HowToTell;

    private static string State(string state) => state switch
    {
        DecisionState.Resting => PanelWords.RestsUntilDue,
        DecisionState.Held => PanelWords.HeldForStaff,
        DecisionState.ForStaff => PanelWords.StaffTell,
        DecisionState.Ready => PanelWords.InTheOutbox,
        DecisionState.Done => PanelWords.Done,
        DecisionState.Left => PanelWords.MovedFirst,
        _ => state,
    };
}
