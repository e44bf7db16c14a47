using System.Diagnostics;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.NoticeVerbs;

/// <summary>What staff and admins decide about notices, from the command line.</summary>
public sealed class NoticeActs(IAddinHost host)
{
    private static readonly IReadOnlyList<VerbColumn> Columns =
    [
        new() { Name = "id", Title = "ID" }, new() { Name = "transactionNumber", Title = "TN" }, new() { Name = "done", Title = "Done" }, new() { Name = "state", Title = "State" },
        new() { Name = "why", Title = "Why" },
    ];

    private readonly NoticeActions actions = new(host);

    public async Task<VerbAnswer> ResendAsync(VerbCall call, CancellationToken cancellationToken) =>
        Told(await actions.ResendAsync(Id(call), call.User, cancellationToken), "It goes out at the next sweep.");

    public async Task<VerbAnswer> CancelAsync(VerbCall call, CancellationToken cancellationToken) =>
        Told(await actions.CancelAsync(Id(call), call.User, cancellationToken), "It goes out only by another word of staff: notices resend.");

    public async Task<VerbAnswer> DeliveredAsync(VerbCall call, CancellationToken cancellationToken) =>
        Told(await actions.MarkDeliveredAsync(Id(call), call.User, cancellationToken), "Its request has moved on, unless it had done so before.");

    public async Task<VerbAnswer> FixAsync(VerbCall call, CancellationToken cancellationToken) => Told(
        await actions.FixAddressAndResendAsync(Id(call), call.Text("address")!, call.User, cancellationToken),
        "The address on the user's record is corrected, and the notice goes there at the next sweep.");

    public async Task<VerbAnswer> ResendFailedAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var code = call.Text("site")!;
        if ((await SiteClocks.ReadAsync(host, cancellationToken)).Find(code) is not { } site)
            return NoticeSheets.Refused(NoticeSheets.NoSite(code));
        if (SiteClocks.Read(site, call.Text("from")!, toItsEnd: false) is not { } from)
            return NoMoment("from", call);
        if (SiteClocks.Read(site, call.Text("until")!, toItsEnd: true) is not { } until)
            return NoMoment("until", call);
        if (until < from)
            return NoticeSheets.Refused($"--until: found '{call.Text("until")}', expected a moment after --from, which is '{call.Text("from")}'.");
        return Told(site, await actions.ResendFailedAsync(site.NVTGC, from, until, call.User, cancellationToken));
    }

    private static long Id(VerbCall call) => call.Number("ID")!.Value;

    private static VerbAnswer NoMoment(string option, VerbCall call) =>
        NoticeSheets.Refused($"--{option}: found '{call.Text(option)}', expected a day or a moment such as 2026-03-02 or 2026-03-02T14:30.");

    private static VerbAnswer Told(NoticeActionAnswer answer, string next) => answer switch
    {
        NoticeActionAnswer.Done { Notice: var notice } => new VerbAnswer { Message = $"{Name(notice)} is {notice.Status} now. {next}" },
        NoticeActionAnswer.NotNow { Notice: var notice, Why: var why } => NoticeSheets.Refused($"{Name(notice)} was left alone: {why}."),
        NoticeActionAnswer.BadAddress { Notice: var notice, Why: var why } => NoticeSheets.Refused($"{Name(notice)} was left alone: {why}"),
        NoticeActionAnswer.Missing { Id: var id } => NoticeSheets.Refused(NoticeSheets.NoMore(id)),
        _ => throw new UnreachableException(),
    };

    private static VerbAnswer Told(Site site, IReadOnlyList<NoticeActionAnswer> answers)
    {
        var done = answers.Count(answer => answer is NoticeActionAnswer.Done);
        return new VerbAnswer
        {
            Message = answers.Count == 0
                ? $"No notice of site {site.NVTGC} failed within that time."
                : $"Of site {site.NVTGC}, {Notices(done)} to be sent again at the next sweep; {answers.Count - done} left alone.",
            Refused = done < answers.Count,
            Tables = [new VerbTable { Name = "notices", Columns = Columns, Rows = [.. answers.Select(Row)] }],
        };
    }

    private static IReadOnlyList<object?> Row(NoticeActionAnswer answer) => answer switch
    {
        NoticeActionAnswer.Done { Notice: var notice } => [notice.Id, notice.TransactionNumber, true, notice.Status, null],
        NoticeActionAnswer.NotNow { Notice: var notice, Why: var why } => [notice.Id, notice.TransactionNumber, false, notice.Status, why],
        NoticeActionAnswer.Missing { Id: var id } => [id, null, false, null, "there is no such notice any more"],
        _ => throw new UnreachableException(),
    };

    private static string Name(NoticeRow notice) => $"Notice {notice.Id} of request {notice.TransactionNumber}";

    private static string Notices(int count) => count == 1 ? "1 notice is" : $"{count} notices are";
}
