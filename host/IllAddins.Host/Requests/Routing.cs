using System.Data.Common;
using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>The one way in which a status changes.</summary>
public static class Routing
{
    /// <summary>The statement of <see cref="Arrive"/>, for those who compile it once for many requests.</summary>
    public const string ArriveText =
        "INSERT INTO Tracking (TransactionNumber, DateTime, ChangedTo, ChangedBy) VALUES (@transactionNumber, @at, @status, @by)";

    /// <summary>Moves the request if it still stands where the caller believes; Transactions, Tracking and History are written together.</summary>
    public static RouteAnswer Route(DbConnection connection, DbTransaction within, RouteOrder order, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(order.NewStatus.Name);
        ArgumentException.ThrowIfNullOrWhiteSpace(order.By);
        if (Arrival(connection, within, order.TransactionNumber) is not { } last)
            return new RouteAnswer.Missing();
        var expected = new TransactionStatus(last.Status) == order.ExpectedStatus;
        if (!expected || (order.ExpectedArrivalId ?? last.Id) != last.Id)
            return new RouteAnswer.Stale
            {
                FoundStatus = new TransactionStatus(last.Status),
                MovedBy = last.ChangedBy,
                MovedAt = StoredTime.Read(last.DateTime),
            };
        Write(connection, within, order, last.Status, StoredTime.Write(at));
        return new RouteAnswer.Routed();
    }

    /// <summary>Notes the arrival of a request that is new to the record.</summary>
    public static void Arrive(DbConnection connection, DbTransaction within, int transactionNumber, string status, string by, DateTimeOffset at) =>
        connection.Execute(
            ArriveText,
            new { transactionNumber, at = StoredTime.Write(at), status, by },
            within);

    private static void Write(DbConnection connection, DbTransaction within, RouteOrder order, string oldStatus, string at)
    {
        var row = new
        {
            order.TransactionNumber,
            NewStatus = order.NewStatus.Name.Trim(),
            order.By,
            At = at,
            Entry = order.Entry ?? $"Request routed from '{oldStatus}' to '{order.NewStatus.Name.Trim()}'.",
            Change = ChangeNumbers.Next(connection, within),
        };
        connection.Execute(
            """
            UPDATE Transactions SET TransactionStatus = @NewStatus, TransactionDate = @At, Change = @Change
            WHERE TransactionNumber = @TransactionNumber;
            INSERT INTO Tracking (TransactionNumber, DateTime, ChangedTo, ChangedBy)
            VALUES (@TransactionNumber, @At, @NewStatus, @By);
            INSERT INTO History (TransactionNumber, DateTime, Entry, Username)
            VALUES (@TransactionNumber, @At, @Entry, @By);
            """,
            row,
            within);
    }

    private static ArrivalRow? Arrival(DbConnection connection, DbTransaction within, int transactionNumber) =>
        connection.QuerySingleOrDefault<ArrivalRow>(
            """
            SELECT t.TransactionStatus AS Status, k.Id, k.DateTime, k.ChangedBy
            FROM Transactions t
            JOIN Tracking k ON k.Id = (SELECT MAX(Id) FROM Tracking WHERE TransactionNumber = t.TransactionNumber)
            WHERE t.TransactionNumber = @transactionNumber
            """,
            new { transactionNumber },
            within);

    private sealed record ArrivalRow
    {
        public string Status { get; init; } = "";

        public long Id { get; init; }

        public string DateTime { get; init; } = "";

        public string ChangedBy { get; init; } = "";
    }
}
