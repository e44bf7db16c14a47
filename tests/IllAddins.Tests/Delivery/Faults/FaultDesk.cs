using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery.Faults;

/// <summary>Four patrons whose items arrive anew for every row of the fault table, and a sweep over one connection that mails to them.</summary>
public sealed class FaultDesk : IAsyncLifetime, IDisposable
{
    /// <summary>One more than it takes to call a row of faults an outage.</summary>
    public const int Patrons = 4;

    private static readonly int[] Numbers = [.. Enumerable.Range(201, Patrons)];

    private readonly Library library = new();
    private MailRoom room = null!;

    public Library Library => library;

    public async Task InitializeAsync()
    {
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\n" + string.Join('\n', Numbers.Select(number => $"u{number},Jane,Doe,MAIN,Electronic,u{number}@example.org")),
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
            + string.Join('\n', Numbers.Select(number => $"{number},u{number},Borrowing,Loan,Awaiting Request Processing,2026-03-02T14:00:00,Title {number}")));
        room = await MailRoom.OpenAsync(library);
    }

    public async Task DisposeAsync() => await room.DisposeAsync();

    public void Dispose() => library.Dispose();

    /// <summary>Lets the items arrive, mails to the listener, and tells where the four notices stand.</summary>
    public Task<string> SweptAsync(ScriptedSmtpListener listener) => SweptAsync(new { Host = "127.0.0.1", listener.Port, Security = "None", Connections = 1 });

    /// <summary>The same with mail settings of the row's own. No outage of another row counts, whose port may be the same.</summary>
    public async Task<string> SweptAsync(object mail)
    {
        library.Settings(new { TimeZone = "UTC", Mail = mail });
        await library.QueryAsync("DELETE FROM MailBrakes RETURNING Site");
        foreach (var request in await room.Host.Record.FindAsync(Numbers, CancellationToken.None))
        {
            await RouteAsync(request, request.Transaction.TransactionStatus, "Awaiting Post Receipt Processing");
            await RouteAsync(request, new TransactionStatus("Awaiting Post Receipt Processing"), "Awaiting Customer Contact");
        }

        await room.SweepAsync();
        return string.Join(", ", await library.QueryAsync(
            """
            SELECT COUNT(*) || ' ' || Status || CASE WHEN Attempts = 0 THEN '' ELSE ' after ' || Attempts END FROM EMailCopies
            WHERE Id IN (SELECT MAX(Id) FROM EMailCopies GROUP BY TransactionNumber)
            GROUP BY Status, Attempts
            UNION ALL SELECT 'paused' FROM MailBrakes WHERE PausedAt IS NOT NULL
            """));
    }

    /// <summary>The answers that the last four notices met, each once.</summary>
    public Task<IReadOnlyList<string>> AnswersAsync() => library.QueryAsync(
        "SELECT DISTINCT Answer FROM EMailCopies WHERE Answer IS NOT NULL AND Id IN (SELECT MAX(Id) FROM EMailCopies GROUP BY TransactionNumber) ORDER BY Answer");

    private async Task RouteAsync(IllRequest request, TransactionStatus from, string to) => Assert.IsType<RouteAnswer.Routed>(await room.Host.Record.RouteAsync(
        new RouteOrder { TransactionNumber = request.Transaction.TransactionNumber, ExpectedStatus = from, NewStatus = new TransactionStatus(to), By = "ann" }, null, CancellationToken.None));
}
