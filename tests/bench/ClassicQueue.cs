using System.Data.Common;
using System.Net.Sockets;
using System.Text;
using IllAddins.Host.Data;

namespace IllAddins.Bench;

/// <summary>
/// A stand-in for the mail queue of a classic library program, in the same language: a connection for each mail (without Nagle's delay, which would flatter us), one
/// command after the other, and five single rows, each committed by itself.
/// </summary>
public sealed class ClassicQueue(DbDataSource database, int port)
{
    private static readonly string[] Steps =
    [
        "UPDATE Transactions SET ItemInfo5 = 'sending' WHERE TransactionNumber = @number",
        "UPDATE Transactions SET ItemInfo5 = 'sent' WHERE TransactionNumber = @number",
        "UPDATE Transactions SET TransactionDate = @at, Change = Change + 1 WHERE TransactionNumber = @number",
        "INSERT INTO Tracking (TransactionNumber, DateTime, ChangedTo, ChangedBy) VALUES (@number, @at, 'Customer Notified via E-Mail', 'System')",
        "INSERT INTO History (TransactionNumber, DateTime, Entry, Username) VALUES (@number, @at, 'An e-mail was sent.', 'System')",
    ];

    private readonly string text = string.Concat(Enumerable.Repeat("A line of the usual length, as mails have them.\r\n", 30)) + ".\r\n";

    /// <summary>Sends so many and writes them down.</summary>
    public async Task RunAsync(int count)
    {
        await using var connection = await database.OpenConnectionAsync();
        for (var number = 1; number <= count; number++)
        {
            await WriteAsync(connection, Steps[0], number);
            await SendAsync();
            foreach (var step in Steps[1..])
                await WriteAsync(connection, step, number);
        }
    }

    private async Task SendAsync()
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port);
        await using var stream = client.GetStream();
        using var answers = new StreamReader(stream, Encoding.ASCII, false, 4_096, leaveOpen: true);
        await AnswerAsync(answers);
        foreach (var command in new[] { "EHLO bench\r\n", "MAIL FROM:<ill@library.example>\r\n", "RCPT TO:<patron@library.example>\r\n", "DATA\r\n", text, "QUIT\r\n" })
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command));
            await AnswerAsync(answers);
        }
    }

    private static async Task AnswerAsync(StreamReader answers)
    {
        while (await answers.ReadLineAsync() is { Length: > 3 } line && line[3] == '-')
            continue;
    }

    private static async Task WriteAsync(DbConnection connection, string sql, int number)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.Set("@number", number);
        if (sql.Contains("@at", StringComparison.Ordinal))
            command.Set("@at", "2026-03-02T10:00:00.000Z");
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
