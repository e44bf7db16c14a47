using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm.Log;

/// <summary>The rows of the Notification Log: the last entry of each request; what needs a decision comes first.</summary>
public sealed class LogRows(IAddinHost host)
{
    private const string ToDecide = "ToDecide";
    private const string UnderWay = "UnderWay";
    private const string Settled = "Settled";

    private static IReadOnlyList<ScreenGroup> Groups =>
    [
        new() { Key = ToDecide, Title = LogWords.ToDecide, Attention = true },
        new() { Key = UnderWay, Title = LogWords.UnderWay },
        new() { Key = Settled, Title = LogWords.Settled },
    ];

    public async Task<ScreenContent> LoadAsync(ScreenCall call, CancellationToken cancellationToken)
    {
        var entries = await LogEntries.ReadAsync(host.Database, cancellationToken);
        var requests = (await host.Record.FindAsync([.. entries.Select(entry => entry.TransactionNumber)], cancellationToken))
            .ToDictionary(request => request.Transaction.TransactionNumber);
        var now = host.Clock.GetUtcNow();
        return new ScreenContent
        {
            Groups = Groups,
            Rows =
            [
                .. entries.Where(entry => requests.TryGetValue(entry.TransactionNumber, out var request) && (call.Site is not { } site || site.NVTGC == request.Site.NVTGC))
                    .Select(entry => Row(entry, requests[entry.TransactionNumber], now)),
            ],
        };
    }

    private static ScreenRow Row(LogEntry entry, IllRequest request, DateTimeOffset now)
    {
        var stands = entry.ArrivalId == request.ArrivalId && entry.ReplacedBy is null;
        var at = StoredTime.Read(entry.At);
        return new ScreenRow
        {
            TransactionNumber = entry.TransactionNumber,
            ArrivalId = request.ArrivalId,
            Group = GroupOf(entry, stands),
            Site = request.Site.NVTGC,
            Mends = stands ? Mends(entry.Status) : [],
            Cells = new Dictionary<string, object?>
            {
                ["When"] = at,
                ["Customer"] = PatronWords.Name(request.User),
                ["Channel"] = entry.Channel,
                ["Template"] = entry.Template,
                ["Result"] = entry.Status is { } status ? NoticeStates.Status(status) : entry.Said,
                ["Answer"] = entry.Answer,
                ["NextTry"] = entry.NextTryAt is { } next && entry.Status == NoticeStatus.Retrying ? StoredTime.Read(next) : null,
                ["Attempts"] = entry.Attempts == 0 ? null : entry.Attempts,
                ["By"] = entry.StaffBy,
                ["Note"] = entry.Note,
                ["To"] = entry.ToAddress,
                ["Date"] = request.Site.Day(at, now),
            },
        };
    }

    private static string GroupOf(LogEntry entry, bool stands) => entry.Status switch
    {
        NoticeStatus.Failed or NoticeStatus.Unknown when stands => ToDecide,
        NoticeStatus.Pending or NoticeStatus.Retrying or NoticeStatus.Sending => UnderWay,
        _ => Settled,
    };

    private static IReadOnlyList<string> Mends(string? status) => status switch
    {
        NoticeStatus.Unknown => [ContactCommands.Delivered, ContactCommands.Resend, ContactCommands.CancelNotice],
        NoticeStatus.Failed => [ContactCommands.FixAddress, ContactCommands.Resend, ContactCommands.CancelNotice],
        NoticeStatus.Pending or NoticeStatus.Retrying => [ContactCommands.CancelNotice],
        NoticeStatus.Cancelled => [ContactCommands.Resend],
        _ => [],
    };
}
