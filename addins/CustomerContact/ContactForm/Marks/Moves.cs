using System.Data.Common;
using System.Diagnostics;
using Dapper;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm.Marks;

/// <summary>Moves requests from the form by word of staff, and back again.</summary>
public sealed class Moves(IAddinHost host)
{
    /// <summary>Moves a request whose patron was told. Its e-mail, if one waits, is cancelled with it.</summary>
    public async Task<MoveAnswer> MoveAsync(IllRequest request, string newStatus, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var number = request.Transaction.TransactionNumber;
        var before = Before(request, within);
        var order = new RouteOrder
        {
            TransactionNumber = number,
            ExpectedStatus = request.Transaction.TransactionStatus,
            ExpectedArrivalId = request.ArrivalId,
            NewStatus = new TransactionStatus(newStatus),
            By = by,
        };
        var now = host.Clock.GetUtcNow();
        switch (await host.Record.RouteAsync(order, within, cancellationToken))
        {
            case RouteAnswer.Routed:
                Outbox.Cancel(within, number, request.ArrivalId, DeliveryWords.NotSentMovedByStaff(by, newStatus), now);
                DecisionStore.SetState(within, number, request.ArrivalId, DecisionState.Done);
                return new MoveAnswer.Moved(before with { MadeArrivalId = Standing.Of(within, number)!.ArrivalId });
            case RouteAnswer.Stale stale:
                return new MoveAnswer.Not(Selection.Moved(request.Site, stale.FoundStatus, stale.MovedBy, stale.MovedAt, now));
            case RouteAnswer.Missing:
                return new MoveAnswer.Not(DecisionWords.NoSuchRequest);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Moves a request back to where it stood, with all that was kept about its arrival there.</summary>
    public async Task MoveBackAsync(ContactActRow row, Standing standing, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var order = new RouteOrder
        {
            TransactionNumber = row.TransactionNumber,
            ExpectedStatus = new TransactionStatus(standing.Status),
            ExpectedArrivalId = row.MadeArrivalId,
            NewStatus = new TransactionStatus(row.TransactionStatus),
            By = by,
            Entry = EntryWords.MoveTakenBack(standing.Status),
        };
        if (await host.Record.RouteAsync(order, within, cancellationToken) is not RouteAnswer.Routed)
            throw new UnreachableException("The request stood there in this transaction.");
        Carry(within, row, Standing.Of(within, row.TransactionNumber)!.ArrivalId);
    }

    private static ContactActRow Before(IllRequest request, DbTransaction within)
    {
        var number = request.Transaction.TransactionNumber;
        var decision = DecisionStore.Find(within, number, request.ArrivalId);
        var notice = Outbox.OfArrival(within, number, request.ArrivalId);
        var cancels = notice?.Status is NoticeStatus.Pending or NoticeStatus.Retrying;
        return new ContactActRow
        {
            TransactionNumber = number,
            TransactionStatus = request.Transaction.TransactionStatus.Name,
            ArrivalId = request.ArrivalId,
            ReceivedAt = ReceivedAt(within, request),
            MadeArrivalId = request.ArrivalId,
            DecisionState = decision?.State,
            HoldKind = decision?.HoldKind,
            NoticeId = cancels ? notice!.Id : null,
            NoticeStatus = cancels ? notice!.Status : null,
        };
    }

    private static string ReceivedAt(DbTransaction within, IllRequest request) => within.Connection!.QuerySingleOrDefault<string>(
        "SELECT ReceivedAt FROM ContactReturns WHERE TransactionNumber = @TransactionNumber AND ArrivalId = @ArrivalId",
        new { request.Transaction.TransactionNumber, request.ArrivalId },
        within) ?? StoredTime.Write(request.ArrivedAt);

    // What is kept by arrival goes along: the patron has waited since then, was phoned, written to, or refused.
    private void Carry(DbTransaction within, ContactActRow row, long arrivalId)
    {
        var values = new
        {
            row.TransactionNumber,
            Old = row.ArrivalId,
            New = arrivalId,
            row.ReceivedAt,
            row.DecisionState,
            row.HoldKind,
            row.NoticeId,
            row.NoticeStatus,
            Now = StoredTime.Write(host.Clock.GetUtcNow()),
        };
        within.Connection!.Execute(
            """
            INSERT INTO ContactReturns (TransactionNumber, ArrivalId, ReceivedAt) VALUES (@TransactionNumber, @New, @ReceivedAt);
            UPDATE ContactPrints SET ArrivalId = @New WHERE TransactionNumber = @TransactionNumber AND ArrivalId = @Old;
            UPDATE ContactCalls SET ArrivalId = @New WHERE TransactionNumber = @TransactionNumber AND ArrivalId = @Old;
            UPDATE EMailCopies SET ArrivalId = @New WHERE TransactionNumber = @TransactionNumber AND ArrivalId = @Old;
            UPDATE EMailCopies SET Status = @NoticeStatus, Note = NULL, FinishedAt = NULL, NextTryAt = @Now WHERE Id = @NoticeId AND Status = 'Cancelled';
            UPDATE ContactDecisions SET ArrivalId = @New, State = COALESCE(@DecisionState, State), HoldKind = @HoldKind
            WHERE TransactionNumber = @TransactionNumber AND ArrivalId = @Old;
            """,
            values,
            within);
    }
}

/// <summary>What became of a request that was to be moved; a closed family.</summary>
public abstract record MoveAnswer
{
    private MoveAnswer()
    {
    }

    /// <summary>It was moved; what it was before.</summary>
    public sealed record Moved(ContactActRow Row) : MoveAnswer;

    /// <summary>Nothing was changed, and why.</summary>
    public sealed record Not(string Why) : MoveAnswer;
}
