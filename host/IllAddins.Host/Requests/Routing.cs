using System.Data.Common;
using IllAddins.Host.Data;

namespace IllAddins.Host.Requests;

/// <summary>The one way in which a status changes, for one request or many of one connection: its statements are compiled once.</summary>
public sealed class Routing(DbConnection connection) : IDisposable
{
    /// <summary>The statement that notes an arrival.</summary>
    public const string ArriveText =
        "INSERT INTO Tracking (TransactionNumber, DateTime, ChangedTo, ChangedBy) VALUES (@transactionNumber, @at, @status, @by)";

    private readonly PreparedCommand arrival = new(
        connection,
        """
        SELECT t.TransactionStatus, k.Id, k.DateTime, k.ChangedBy
        FROM Transactions t
        JOIN Tracking k ON k.Id = (SELECT MAX(Id) FROM Tracking WHERE TransactionNumber = t.TransactionNumber)
        WHERE t.TransactionNumber = @transactionNumber ORDER BY t.TransactionNumber
        """,
        "@transactionNumber");

    private readonly PreparedCommand move = new(
        connection,
        "UPDATE Transactions SET TransactionStatus = @status, TransactionDate = @at, Change = @change WHERE TransactionNumber = @transactionNumber",
        "@transactionNumber", "@at", "@status", "@change");

    private readonly PreparedCommand moveExpected = new(
        connection,
        """
        UPDATE Transactions SET TransactionStatus = @status, TransactionDate = @at, Change = @change
        WHERE TransactionNumber = @transactionNumber AND TransactionStatus = @expected
            AND (SELECT MAX(Id) FROM Tracking WHERE TransactionNumber = @transactionNumber) = @arrival
        """,
        "@status", "@at", "@change", "@transactionNumber", "@expected", "@arrival");

    private readonly PreparedCommand arrive = new(connection, ArriveText, "@transactionNumber", "@at", "@status", "@by");

    private readonly PreparedCommand note = new(
        connection,
        "INSERT INTO History (TransactionNumber, DateTime, Entry, Username) VALUES (@transactionNumber, @at, @entry, @by)",
        "@transactionNumber", "@at", "@entry", "@by");

    /// <summary>Moves the request if it still stands where the caller believes; Transactions, Tracking and History are written together.</summary>
    public static RouteAnswer Route(DbConnection connection, DbTransaction within, RouteOrder order, DateTimeOffset at)
    {
        using var routing = new Routing(connection);
        return routing.Route(within, [order], at)[0];
    }

    /// <summary>Moves those that still stand where the caller believes; they take one change number together, as one import does.</summary>
    public IReadOnlyList<RouteAnswer> Route(DbTransaction within, IReadOnlyList<RouteOrder> orders, DateTimeOffset at)
    {
        foreach (var order in orders)
        {
            if (!TransactionRules.IsStatus(order.NewStatus.Name))
                throw new ArgumentException($"Request {order.TransactionNumber} cannot be routed to {FieldProblem.Quote(order.NewStatus.Name ?? "")}. Expected {RecordWords.StatusOnOneLine}.", nameof(orders));
            ArgumentException.ThrowIfNullOrWhiteSpace(order.By);
        }

        var answers = new List<RouteAnswer>(orders.Count);
        var (change, now) = ((long?)null, StoredTime.Write(at));
        foreach (var order in orders)
            // Of many, most stand where they are expected: they are moved without being read first.
            answers.Add(change is { } taken && IsMoved(within, order, taken, now) ? Tell(within, order, order.ExpectedStatus.Name, now) : Arrived(within, order) switch
            {
                null => new RouteAnswer.Missing(),
                var last when !IsExpected(order, last) => Stale(last),
                var last => Write(within, order, last.Status, change ??= ChangeNumbers.Next(connection, within), now),
            });
        return answers;
    }

    public void Dispose()
    {
        arrival.Dispose();
        move.Dispose();
        moveExpected.Dispose();
        arrive.Dispose();
        note.Dispose();
    }

    private Arrival? Arrived(DbTransaction within, RouteOrder order)
    {
        using var reader = arrival.Query(within, order.TransactionNumber);
        return reader.Read() ? new Arrival(reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3)) : null;
    }

    private static bool IsExpected(RouteOrder order, Arrival last) =>
        new TransactionStatus(last.Status) == order.ExpectedStatus && (order.ExpectedArrivalId ?? last.Id) == last.Id;

    private static RouteAnswer.Stale Stale(Arrival last) => new()
    {
        FoundStatus = new TransactionStatus(last.Status),
        MovedBy = last.ChangedBy,
        MovedAt = StoredTime.Read(last.DateTime),
    };

    private RouteAnswer.Routed Write(DbTransaction within, RouteOrder order, string oldStatus, long change, string at)
    {
        move.Execute(within, order.TransactionNumber, at, order.NewStatus.Name.Trim(), change);
        return Tell(within, order, oldStatus, at);
    }

    private bool IsMoved(DbTransaction within, RouteOrder order, long change, string at) => order.ExpectedArrivalId is { } arrivalId
        && moveExpected.Execute(within, order.NewStatus.Name.Trim(), at, change, order.TransactionNumber, order.ExpectedStatus.Name, arrivalId) > 0;

    private RouteAnswer.Routed Tell(DbTransaction within, RouteOrder order, string oldStatus, string at)
    {
        var (number, status) = (order.TransactionNumber, order.NewStatus.Name.Trim());
        arrive.Execute(within, number, at, status, order.By);
        note.Execute(within, number, at, order.Entry ?? $"Request routed from '{oldStatus}' to '{status}'.", order.By);
        return new RouteAnswer.Routed();
    }

    private sealed record Arrival(string Status, long Id, string DateTime, string ChangedBy);
}
