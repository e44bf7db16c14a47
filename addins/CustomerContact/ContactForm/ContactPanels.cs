using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delays;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>What the request form shows of notices and of the reasons behind them.</summary>
public static class ContactPanels
{
    /// <summary>Every mail made for the request, with its whole text and the mail server's answer.</summary>
    public static RequestPanel Notifications(Outbox outbox) => new()
    {
        Name = "notifications",
        Title = "Notifications",
        Columns = ["Made", "Channel", "Template", "To", "Status", "Attempts", "Server's answer", "Finished", "Note"],
        LoadAsync = async (request, cancellationToken) =>
            [.. (await outbox.OfRequestAsync(request.Transaction.TransactionNumber, cancellationToken)).Select(Row)],
    };

    /// <summary>The stored decisions.</summary>
    public static RequestPanel Why(DecisionStore decisions, Releases releases, WhySummary summary) => new()
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
                RunAsync = releases.ReleaseAsync,
            },
        ],
        LoadAsync = async (request, cancellationToken) =>
            [.. (await decisions.OfRequestAsync(request.Transaction.TransactionNumber, cancellationToken)).Select(Row)],
        SummarizeAsync = summary.SummarizeAsync,
    };

    private static PanelRow Row(NoticeRow notice) => new()
    {
        Cells =
        [
            StoredTime.Read(notice.CreatedAt), Outbox.EMail, notice.Template, notice.ToAddress, notice.Status, notice.Attempts, notice.Answer,
            notice.FinishedAt is { } finished ? StoredTime.Read(finished) : null, notice.Note,
        ],
        Detail = $"From: {notice.FromName} <{notice.FromAddress}>\nTo: {notice.ToName} <{notice.ToAddress}>\nSubject: {notice.Subject}\n"
            + $"Message-Id: <{notice.MessageId}>\n\n{notice.Body}",
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
