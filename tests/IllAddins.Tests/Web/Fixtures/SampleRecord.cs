using System.Data.Common;
using Dapper;

namespace IllAddins.Tests.Web;

/// <summary>A few sites, users and requests, written as an import would.</summary>
public static class SampleRecord
{
    /// <summary>What a hostile catalogue entry looks like.</summary>
    public const string HostileTitle = "<script>alert(1)</script>\"'";

    public static async Task FillAsync(DbDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync("""
            UPDATE Sites SET TimeZone = 'America/New_York', SiteName = 'Example University Libraries' WHERE NVTGC = 'ILL';
            INSERT INTO Sites (NVTGC, SiteName, TimeZone, Change) VALUES
                ('LAW', 'Law Library', 'America/Los_Angeles', 2), ('MAIN', 'Main Library', NULL, 2);
            INSERT INTO Users (UserName, LastName, FirstName, EMailAddress, Phone, NVTGC, NotificationMethod, Site) VALUES
                ('mwest', 'West', 'Mary', 'mary.west@example.org', '(555) 016-9492', 'MAIN', 'Phone', 'Law'),
                ('plak', 'Łąkowa', 'Pola', NULL, '(555) 010-1234', 'LAW', 'Phone', 'Law');
            """);
        await AddAsync(connection, 481675, "mwest", "MAIN", "Reconsidering rivers", "2026-02-28T21:02:00.000Z");
        await AddAsync(connection, 482101, "mwest", "MAIN", HostileTitle, "2026-03-02T14:10:00.000Z");
        await AddAsync(connection, 482753, "plak", "LAW", "Studies in rivers", "2026-03-02T14:10:00.000Z");
        await connection.ExecuteAsync("""
            INSERT INTO History (TransactionNumber, DateTime, Entry, Username) VALUES
                (481675, '2026-02-28T21:02:00.000Z', 'Checked in by the mail room.', 'System');
            INSERT INTO Notes (TransactionNumber, NoteDate, Note, AddedBy, NoteType) VALUES
                (481675, '2026-03-01T15:00:00.000Z', 'Call after noon.', 'ann', 'Staff');
            """);
    }

    private static Task<int> AddAsync(DbConnection connection, int number, string user, string site, string title, string arrived) =>
        connection.ExecuteAsync(
            """
            INSERT INTO Transactions (TransactionNumber, Username, RequestType, ProcessType, TransactionStatus, TransactionDate, DueDate,
                LibraryUseOnly, LoanTitle, LoanAuthor, ItemInfo4, Extra, Site, Change)
            VALUES (@number, @user, 'Loan', 'Borrowing', 'Awaiting Customer Contact', @arrived, '2026-04-17T04:00:00.000Z',
                0, @title, 'Chen, B.', 'Shelf 12', '{"ShelfMark":"Q 42"}', @site, 3);
            INSERT INTO Tracking (TransactionNumber, DateTime, ChangedTo, ChangedBy)
            VALUES (@number, @arrived, 'Awaiting Customer Contact', 'System');
            """,
            new { number, user, site, title, arrived });
}
