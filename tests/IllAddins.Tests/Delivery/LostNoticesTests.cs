using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

/// <summary>What the death of a host says of the notices that it had claimed.</summary>
public sealed class LostNoticesTests : IAsyncLifetime, IDisposable
{
    private readonly Library library = new();
    private MailRoom room = null!;

    public async Task InitializeAsync()
    {
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None", Connections = 1 } });
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
            + string.Concat(Enumerable.Range(201, 10).Select(number => $"{number},jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Title {number}\n")));
        room = await MailRoom.OpenAsync(library);
        await room.SweepAsync();
    }

    public async Task DisposeAsync() => await room.DisposeAsync();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Only_those_that_a_connection_can_have_begun_with_are_held_to_be_the_cause()
    {
        var folder = Path.Combine(library.Data, "dead");
        using (var dead = OutboxJournal.Open(folder))
        {
            await ClaimedByAsync(dead.Owner);
            dead.Hooks.Before(await MessageIdAsync(201));
        }

        using var journal = OutboxJournal.Open(folder);
        var report = await Lost(journal, new MailSettings { Host = "127.0.0.1", Connections = 1 }).SettleAsync("MAIN", CancellationToken.None);

        Assert.Empty(report.Errors);
        Assert.Equal(
            ["201 Unknown 0", "202 Pending 1", "203 Pending 1", .. Enumerable.Range(204, 7).Select(number => $"{number} Pending 0")],
            await library.QueryAsync("SELECT TransactionNumber || ' ' || Status || ' ' || Faults FROM EMailCopies ORDER BY TransactionNumber"));
    }

    [Fact]
    public async Task Where_it_is_not_known_how_many_were_begun_any_may_be_the_cause()
    {
        using var journal = OutboxJournal.Open(Path.Combine(library.Data, "own"));
        await ClaimedByAsync(journal.Owner);

        await Lost(journal, settings: null).SettleAsync("MAIN", CancellationToken.None);

        Assert.Equal(["10 Pending 1"], await library.QueryAsync("SELECT COUNT(*) || ' ' || Status || ' ' || Faults FROM EMailCopies GROUP BY Status, Faults"));
    }

    // What hangs keeps its notices: nobody else knows whether they left.
    [Theory]
    [InlineData(14, 0)]
    [InlineData(16, 10)]
    public async Task What_a_living_process_is_sending_stays_its_own_and_is_told_of_when_its_lease_is_over(int minutes, int told)
    {
        var folder = Path.Combine(library.Data, "both");
        using var alive = OutboxJournal.Open(folder);
        using var journal = OutboxJournal.Open(folder);
        await ClaimedByAsync(alive.Owner);
        library.Clock.Advance(TimeSpan.FromMinutes(minutes));

        var report = await Lost(journal, new MailSettings { Host = "127.0.0.1" }).SettleAsync("MAIN", CancellationToken.None);

        Assert.Equal(told, report.Errors.Count);
        Assert.All(report.Errors, error => Assert.Equal(
            "A process has been sending this notice since before 2026-03-02T15:15:00.000Z and still runs: it may hang. End it, and the next sweep tells what became of the notice.", error.Message));
        Assert.Equal(["10 Sending"], await library.QueryAsync("SELECT COUNT(*) || ' ' || Status FROM EMailCopies GROUP BY Status"));
    }

    private Task<IReadOnlyList<string>> ClaimedByAsync(string owner) => library.QueryAsync(
        $"UPDATE EMailCopies SET Status = 'Sending', Faults = 0, FaultedAt = NULL, LeaseOwner = '{owner}', LeaseUntil = '2026-03-02T15:15:00.000Z', NextTryAt = CreatedAt RETURNING Status");

    private async Task<string> MessageIdAsync(int number) => (await library.QueryAsync($"SELECT MessageId FROM EMailCopies WHERE TransactionNumber = {number}")).Single();

    private LostNotices Lost(OutboxJournal journal, MailSettings? settings) =>
        new(room.Host, new Outbox(room.Host.Database), journal, new NoticeRecord(room.Host), settings, new DeliveryRules());
}
