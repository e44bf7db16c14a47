using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delays;

namespace IllAddins.CustomerContact.ContactForm.Panels;

/// <summary>The panel of the request form that says why a request stands where it stands: the stored decisions.</summary>
public static class WhyPanel
{
    public static RequestPanel Describe(IAddinHost host, DecisionStore decisions, Releases releases, WhySummary summary) => new()
    {
        Name = "why",
        Title = "Why?",
        Columns = ["Decided", "About", "State", "Due", "Reason", "Template", "Answer", "Line", "Script's reason", "Decided by"],
        Commands =
        [
            new PanelCommand
            {
                Name = "release",
                Title = "Release",
                Help = "Lets a request go that the site's script holds until staff release it.",
                RunAsync = async (call, cancellationToken) => await Selection.ReadAsync(host, call, cancellationToken) is { LeftAlone: [var alone, ..] }
                    ? new CommandAnswer { Message = $"{alone.TransactionNumber} was not released: {alone.Reason}.", Refused = true }
                    : await releases.ReleaseAsync(call, cancellationToken),
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

    private static string About(string stage) => stage == DecisionStage.Delay ? "when to route" : "how to tell";

    private static string State(string state) => state switch
    {
        DecisionState.Resting => "rests until due",
        DecisionState.Held => "held for staff",
        DecisionState.ForStaff => "staff tell the customer",
        DecisionState.Ready => "e-mail in the outbox",
        DecisionState.Done => "done",
        DecisionState.Left => "the request moved first",
        _ => state,
    };
}
