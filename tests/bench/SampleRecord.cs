using System.Data.Common;
using Dapper;
using IllAddins.Host.Requests;

namespace IllAddins.Bench;

/// <summary>Fills the tables of a record directly: a library of many years, and requests at the statuses that the sweeps look at.</summary>
public sealed class SampleRecord(DbDataSource database)
{
    private const int TrackingRowsEach = 5;

    // Seven e-mail patrons of ten; of those who are phoned one of three.
    private const string Method = "CASE WHEN at % 10 < 7 THEN 'Electronic' WHEN at % 10 < 9 THEN 'Phone' ELSE 'Mail' END";

    /// <summary>Makes users (one for five requests where no number is given) and finished requests with five Tracking rows each.</summary>
    public async Task FillAsync(int requests, int? users = null)
    {
        var patrons = users ?? Math.Max(20, requests / 5);
        await WriteAsync(within => SiteRecords.Ensure(within.Connection!, within, ["MAIN", "LAW", "MED"]));
        await WriteAsync(within => Run(within, $"""
            INSERT INTO Users (UserName, LastName, FirstName, EMailAddress, Phone, NVTGC, NotificationMethod, LoanDeliveryMethod, DeliveryMethod, Address, Department)
            SELECT 'patron' || at, 'Lastname' || (at % 977), 'Firstname' || (at % 311), 'patron' || at || '@library.example', '(555) 010-1000',
                'MAIN', {Method}, 'Hold for Pickup', 'Hold for Pickup', (at % 900) || ' Main Street', 'Dept ' || (at % 40)
            FROM numbers
            """, 0, patrons));
        await InsertAsync(1, requests, "Request Finished", $"at % {patrons}");
        for (var earlier = 1; earlier < TrackingRowsEach; earlier++)
            await WriteAsync(within => Run(within, """
                INSERT INTO Tracking (TransactionNumber, DateTime, ChangedTo, ChangedBy)
                SELECT at, '2025-03-02T09:00:00.000Z', 'Request Finished', 'System' FROM numbers
                """, 1, requests));
    }

    /// <summary>Adds requests at a status, of users whose number leaves this remainder by ten.</summary>
    /// <returns>The number of the first.</returns>
    public async Task<int> ArriveAsync(int count, string status, int remainder, string site = "MAIN")
    {
        await using var connection = await database.OpenConnectionAsync();
        var first = 1 + await connection.ExecuteScalarAsync<int>("SELECT MAX(TransactionNumber) FROM Transactions");
        var tens = await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM Users") / 10;
        await InsertAsync(first, count, status, $"(at % {tens}) * 10 + {remainder}", site);
        return first;
    }

    private async Task InsertAsync(int first, int count, string status, string user, string site = "MAIN")
    {
        await WriteAsync(within => Run(within, $"""
            INSERT INTO Transactions (TransactionNumber, Username, RequestType, ProcessType, TransactionStatus, TransactionDate, CreationDate, DueDate, LoanTitle,
                LoanAuthor, LoanPublisher, LoanDate, CallNumber, ILLNumber, LendingLibrary, LendingString, ItemInfo4, Site, Change)
            SELECT at, 'patron' || ({user}), 'Loan', 'Borrowing', '{status}', '2026-03-02T09:00:00.000Z', '2026-02-02T09:00:00.000Z', '2026-05-02T04:00:00.000Z',
                'A title of the usual length, with the number ' || at, 'Author, No. ' || (at % 5000), 'University Press', '1987', 'QA' || (at % 999), at + 50000000,
                'ABC', 'ABC,DEF,GHI', 'Main Desk', '{site}', (SELECT Last FROM ChangeNumber) + at / 5000
            FROM numbers
            """, first, count));
        await WriteAsync(within => Run(within, $"""
            INSERT INTO Tracking (TransactionNumber, DateTime, ChangedTo, ChangedBy) SELECT at, '2026-03-02T09:00:00.000Z', '{status}', 'System' FROM numbers;
            UPDATE ChangeNumber SET Last = (SELECT MAX(Change) FROM Transactions WHERE TransactionNumber >= @first) + 1;
            """, first, count));
    }

    // The statement reads from numbers: at = first, first + 1, and so on, as many as count says.
    private static void Run(DbTransaction within, string sql, int first, int count) => within.Connection!.Execute(
        $"WITH RECURSIVE numbers (at) AS (SELECT @first UNION ALL SELECT at + 1 FROM numbers WHERE at < @first + @count - 1) {sql}",
        new { first, count },
        within);

    private async Task WriteAsync(Action<DbTransaction> write)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        write(transaction);
        await transaction.CommitAsync();
    }
}
