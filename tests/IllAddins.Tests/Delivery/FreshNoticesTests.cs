using System.Data.Common;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

/// <summary>The short way of a notice from its decision to the mail server.</summary>
public sealed class FreshNoticesTests : IAsyncLifetime, IDisposable
{
    private readonly Library library = new();
    private FreshNotices fresh = null!;
    private MailRoom room = null!;
    private IReadOnlyList<NoticeRow> written = null!;

    public async Task InitializeAsync()
    {
        fresh = new FreshNotices(library.Clock, "me");
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
            + string.Concat(Enumerable.Range(201, 4).Select(number => $"{number},jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Title {number}\n")));
        room = await MailRoom.OpenAsync(library);
        await room.SweepAsync();
        var outbox = new Outbox(room.Host.Database);
        written = [.. (await Task.WhenAll(Enumerable.Range(201, 4).Select(number => outbox.OfRequestAsync(number, CancellationToken.None)))).Select(notices => Assert.Single(notices))];
        await library.QueryAsync("DELETE FROM NoticeAttempts RETURNING Id");
        await library.QueryAsync("DELETE FROM EMailCopies RETURNING Id");
    }

    public async Task DisposeAsync() => await room.DisposeAsync();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task While_the_sender_keeps_up_a_notice_is_taken_in_the_commit_that_queues_it()
    {
        fresh.Open(true);

        await WriteAsync(statements => fresh.Queue(statements, written[0]));
        Assert.Empty(fresh.Next(9));
        fresh.Committed();
        var next = Assert.Single(fresh.Next(9));

        Assert.Equal([$"{next.Id} 201 Sending me"], await library.QueryAsync("SELECT Id || ' ' || TransactionNumber || ' ' || Status || ' ' || LeaseOwner FROM EMailCopies"));
        Assert.True(await room.Host.Database.WriteAsync(within => Task.FromResult(Outbox.Settle(within, next with { Status = NoticeStatus.Sent })), CancellationToken.None));
    }

    [Theory]
    [InlineData("UPDATE Transactions SET Change = Change + 1 WHERE TransactionNumber = 201 RETURNING Change")]
    [InlineData("UPDATE EMailTemplates SET Body = 'Other words' RETURNING Name")]
    [InlineData("INSERT INTO EMailCopies (TransactionNumber, ArrivalId, Change, Channel, Site, Template, MessageId, FromName, FromAddress, ToName, ToAddress, CC, BCC, Subject, Body, Status, CreatedAt) SELECT 201, MAX(Id), 0, 'Text', 'MAIN', '', 'x', '', '', '', '', '', '', '', '', 'Failed', '' FROM Tracking WHERE TransactionNumber = 201 RETURNING Id")]
    public async Task What_has_changed_since_or_is_not_the_first_of_its_arrival_goes_the_long_way(string change)
    {
        await library.QueryAsync(change);
        fresh.Open(true);

        await WriteAsync(statements => Assert.Null(fresh.Queue(statements, written[0])));
    }

    [Fact]
    public async Task So_does_a_notice_while_older_ones_wait_and_one_that_is_no_mail()
    {
        await WriteAsync(statements =>
        {
            Assert.Null(fresh.Queue(statements, written[0]));
            fresh.Open(true);
            Assert.Null(fresh.Queue(statements, written[0] with { Channel = "Text" }));
            fresh.End();
            Assert.Null(fresh.Queue(statements, written[0]));
        });
    }

    [Fact]
    public async Task Notices_of_both_ways_in_one_commit_keep_numbers_of_their_own()
    {
        fresh.Open(true);

        await WriteAsync(statements =>
        {
            fresh.Queue(statements, written[0]);
            fresh.Queue(statements, written[1]);
            fresh.Queue(statements, written[2] with { Channel = "Text" });
            Outbox.Queue(statements, written[2]);
            fresh.Queue(statements, written[3]);
        });
        fresh.Committed();

        Assert.Equal(
            ["201 Sending", "202 Sending", "203 Pending", "204 Sending"], await library.QueryAsync("SELECT TransactionNumber || ' ' || Status FROM EMailCopies ORDER BY Id"));
        Assert.Equal(
            await library.QueryAsync("SELECT Id FROM EMailCopies WHERE Status = 'Sending' ORDER BY Id"), fresh.Next(9).Select(notice => $"{notice.Id}"));
    }

    [Fact]
    public async Task What_the_sender_did_not_get_to_waits_in_the_outbox_again()
    {
        fresh.Open(true);
        await WriteAsync(statements => written.ToList().ForEach(notice => fresh.Queue(statements, notice)));
        fresh.Committed();
        Assert.Equal(201, Assert.Single(fresh.Next(1)).TransactionNumber);

        fresh.End();
        await fresh.GiveBackAsync(room.Host.Database);

        Assert.Equal(
            ["201 Sending me", "202 Pending -", "203 Pending -", "204 Pending -"],
            await library.QueryAsync("SELECT TransactionNumber || ' ' || Status || ' ' || COALESCE(LeaseOwner, '-') FROM EMailCopies ORDER BY Id"));
    }

    [Fact]
    public async Task A_sender_that_does_not_keep_up_gives_all_of_it_back()
    {
        fresh.Open(true);
        await WriteAsync(statements => written.ToList().ForEach(notice => fresh.Queue(statements, notice)));
        fresh.Committed();

        Assert.Equal(4, fresh.Shut().Count);
        Assert.Empty(fresh.Next(9));
        await WriteAsync(statements => Assert.Null(fresh.Queue(statements, written[0] with { TransactionNumber = 0 })));
    }

    [Fact]
    public async Task Who_decides_waits_for_a_sender_that_keeps_up_and_for_no_other()
    {
        var begun = fresh.RoomAsync();
        Assert.False(begun.IsCompleted);
        fresh.Open(true);
        await begun;

        fresh.Open(false);
        var slow = fresh.RoomAsync();
        Assert.False(slow.IsCompleted);
        library.Clock.Advance(TimeSpan.FromSeconds(3));
        await slow;
        Assert.True(fresh.RoomAsync().IsCompleted);

        fresh.Open(true);
        fresh.Open(false);
        var idle = fresh.RoomAsync();
        fresh.Idle();
        await idle;

        fresh.Committed();
        var over = fresh.RoomAsync();
        Assert.False(over.IsCompleted);
        fresh.End();
        await over;
    }

    private Task WriteAsync(Action<Statements> write) => room.Host.Database.WriteAsync(
        (DbTransaction within) =>
        {
            using var statements = new Statements(within);
            write(statements);
        },
        CancellationToken.None);
}
