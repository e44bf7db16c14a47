using Dapper;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>Where some requests stand on the form.</summary>
public static class Placements
{
    private const int NumbersPerQuery = 100;

    /// <summary>Places requests at the contact statuses, by transaction number.</summary>
    public static async Task<IReadOnlyDictionary<int, Placement>> OfAsync(IAddinHost host, IReadOnlyList<IllRequest> requests, CancellationToken cancellationToken)
    {
        var held = new Dictionary<(int TransactionNumber, long ArrivalId), DecisionRow>();
        await using var connection = await host.Database.OpenConnectionAsync(cancellationToken);
        foreach (var numbers in requests.Select(request => request.Transaction.TransactionNumber).Chunk(NumbersPerQuery))
            foreach (var row in await connection.QueryAsync<DecisionRow>(
                $"""
                SELECT {DecisionStore.Columns} FROM ContactDecisions
                WHERE TransactionNumber IN @numbers AND Stage = '{DecisionStage.Notice}' AND State = '{DecisionState.Held}' ORDER BY TransactionNumber, ArrivalId
                """,
                new { numbers }))
                held[(row.TransactionNumber, row.ArrivalId)] = row;
        var channels = host.Channels;
        return requests.ToDictionary(
            request => request.Transaction.TransactionNumber,
            request => Of(request, held.GetValueOrDefault((request.Transaction.TransactionNumber, request.ArrivalId)), channels));
    }

    /// <summary>Places a request at a contact status.</summary>
    /// <param name="request">The request.</param>
    /// <param name="held">What the last sweep held it for; null for nothing.</param>
    /// <param name="channels">Those of add-ins.</param>
    public static Placement Of(IllRequest request, DecisionRow? held, IReadOnlyList<NotificationChannel> channels) => ContactGrouping.Place(RequestFacts.Of(request, channels), Hold(held));

    private static NoticeDecision.Hold? Hold(DecisionRow? held) =>
        held is not null && Enum.TryParse<HoldKind>(held.HoldKind, out var kind) ? new NoticeDecision.Hold(held.Reason, kind) : null;
}
