using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.NoticeVerbs;

/// <summary><c>notices list</c> and <c>notices show ID</c>; times are on the clock of the notice's site.</summary>
public sealed class NoticeSheets(IAddinHost host)
{
    private static readonly IReadOnlyList<VerbColumn> ListColumns =
    [
        Column("id", "ID"), Column("transactionNumber", "TN"), Column("site", "Site"), Column("channel", "Channel"), Column("template", "Template"), Column("state", "State"),
        Column("attempts", "Attempts"), Column("createdAt", "Made"), Column("firstTriedAt", "First tried"), Column("nextTryAt", "Next try"), Column("finishedAt", "Ended"),
        Column("messageId", "Message-Id"), Column("lastAnswer", "Last answer"), Column("note", "Note"),
    ];

    private static readonly IReadOnlyList<VerbColumn> AttemptColumns =
        [Column("at", "At"), Column("stage", "Stage"), Column("outcome", "Outcome"), Column("process", "Process"), Column("answer", "Answer")];

    public async Task<VerbAnswer> ListAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (call.Number("last") is < 1)
            return Refused($"--last: found '{call.Number("last")}', expected a number from 1.");
        var filter = new NoticeFilter
        {
            Status = call.Text("state"),
            TransactionNumber = call.Number("transaction") is { } number ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null,
            Site = call.Text("site"),
            Most = call.Number("last") is { } last ? (int)Math.Min(last, int.MaxValue) : null,
        };
        var clocks = await SiteClocks.ReadAsync(host, cancellationToken);
        if (filter.Site is { } code && clocks.Find(code) is null)
            return Refused(NoSite(code));
        var notices = await NoticeSearch.ListAsync(host.Database, filter, cancellationToken);
        return new VerbAnswer
        {
            Message = notices.Count == 0 ? "There is no such notice." : "",
            Tables = [new VerbTable { Name = "notices", Columns = ListColumns, Rows = [.. notices.Select(notice => Row(notice, clocks))] }],
        };
    }

    public async Task<VerbAnswer> ShowAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var id = call.Number("ID")!.Value;
        if (await host.Database.WriteAsync(within => Task.FromResult(Outbox.Find(within, id)), cancellationToken) is not { } notice)
            return Refused(NoMore(id));
        var clocks = await SiteClocks.ReadAsync(host, cancellationToken);
        var attempts = await NoticeAttempts.OfAsync(host.Database, id, cancellationToken);
        return new VerbAnswer
        {
            Tables =
            [
                NoticeSheet.Of(notice, clocks),
                new VerbTable
                {
                    Name = "attempts",
                    Title = attempts.Count == 0 ? "No attempt yet" : "Attempts",
                    Columns = AttemptColumns,
                    Rows = [.. attempts.Select(attempt => (IReadOnlyList<object?>)[clocks.At(notice.Site, attempt.At), attempt.Stage, attempt.Outcome, attempt.Owner, attempt.Answer])],
                },
            ],
        };
    }

    /// <summary>Said where a notice is not there.</summary>
    internal static string NoMore(long id) => $"There is no notice {id}. See: notices list";

    /// <summary>Said where a site is not there.</summary>
    internal static string NoSite(string code) => $"There is no site '{code}'. See: sites list";

    internal static VerbAnswer Refused(string message) => new() { Message = message, Refused = true };

    private static VerbColumn Column(string name, string title) => new() { Name = name, Title = title };

    private static IReadOnlyList<object?> Row(ListedNotice notice, SiteClocks clocks) =>
    [
        notice.Id, notice.TransactionNumber, notice.Site, notice.Channel, notice.Template, notice.Status, notice.Attempts,
        clocks.At(notice.Site, notice.CreatedAt), clocks.At(notice.Site, notice.FirstTriedAt), clocks.At(notice.Site, notice.NextTryAt), clocks.At(notice.Site, notice.FinishedAt),
        notice.MessageId, notice.Answer, notice.Note,
    ];
}
