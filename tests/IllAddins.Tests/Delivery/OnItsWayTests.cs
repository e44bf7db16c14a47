using System.Diagnostics;
using System.Globalization;
using IllAddins.Tests.ContactForm;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

/// <summary>What staff, and mail servers, do while notices stand as being sent.</summary>
public sealed class OnItsWayTests : IAsyncLifetime, IDisposable
{
    private const int Connections = 4;

    // The last look at what waits for a connection may be so old (SendingLines).
    private static readonly TimeSpan LongestUnseen = TimeSpan.FromSeconds(2);

    private readonly Library library = new();
    private readonly ScriptedSmtpListener listener = ScriptedSmtpListener.Start();
    private readonly Gate gate = new();

    public Task InitializeAsync()
    {
        library.MailTo(listener, Connections);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => listener.DisposeAsync().AsTask();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_server_that_becomes_slow_in_the_midst_of_a_run_keeps_no_notice_from_staff_that_it_does_not_get_to()
    {
        await DueAsync(1_500);
        listener.Script.Next(SmtpStage.Mail, [.. Enumerable.Repeat<SmtpAct?>(null, 600), .. Enumerable.Repeat(new SmtpAct.Stall(gate), 2 * Connections)]);

        var sweeping = library.SweepAsync();
        await gate.Reached;
        var since = Stopwatch.GetTimestamp();
        while (await CountAsync("Status = 'Sending'") > 4 * Connections || Stopwatch.GetElapsedTime(since) <= LongestUnseen)
            Assert.False(sweeping.IsCompleted);
        var recorded = await CountAsync("Status = 'Sent'");
        var accepted = listener.Mails.Count;
        await library.QueryAsync("UPDATE Transactions SET TransactionStatus = 'Checked Out to Customer', Change = Change + 1 WHERE TransactionStatus = 'Awaiting Customer Contact' RETURNING Change");
        await library.QueryAsync("INSERT INTO Tracking (TransactionNumber, DateTime, ChangedTo, ChangedBy) SELECT TransactionNumber, '2026-03-02T15:00:00.000Z', TransactionStatus, 'ann' FROM Transactions WHERE TransactionStatus = 'Checked Out to Customer' RETURNING Id");
        gate.Release();
        await sweeping;

        Assert.Equal(accepted, recorded);
        Assert.InRange(listener.Mails.Count, accepted, accepted + Connections);
        Assert.Equal(["Cancelled", "Sent"], await library.QueryAsync("SELECT DISTINCT Status FROM EMailCopies ORDER BY Status"));
        Assert.Equal(listener.Mails.Count, await CountAsync("Status = 'Sent'"));
    }

    [Fact]
    public async Task What_waits_while_another_script_is_made_live_is_decided_by_it_before_it_leaves()
    {
        library.Script("MAIN", "function ChooseTemplate(request) return nil end");
        library.MailTo(listener, connections: 1);
        await DueAsync(60);
        listener.Script.Next(SmtpStage.Mail, [.. Enumerable.Repeat<SmtpAct?>(null, 20), new SmtpAct.Stall(gate)]);

        await using var room = await MailRoom.OpenAsync(library);
        var sweeping = room.SweepAsync();
        await gate.Reached;
        library.Script("MAIN", "function ChooseTemplate(request) return Suppress('not today') end");
        while (await CountAsync("Status = 'Sending'") > 1)
            Assert.False(sweeping.IsCompleted);
        gate.Release();
        await sweeping;
        var left = listener.Mails.Count;
        await room.SweepAsync();

        Assert.InRange(left, 21, 22);
        Assert.Equal(left, listener.Mails.Count);
        Assert.Equal([$"{left}"], await library.QueryAsync("SELECT COUNT(*) FROM EMailCopies WHERE Status <> 'Cancelled'"));
        Assert.Equal([$"{60 - left}"], await library.QueryAsync("SELECT COUNT(*) FROM ContactDecisions WHERE HoldKind = 'Suppressed'"));
    }

    [Fact]
    public async Task A_mail_that_waits_for_its_moment_does_not_leave_for_a_patron_who_was_told_meanwhile()
    {
        await DueAsync(2);
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", listener.Port, Security = "None", PerMinute = 20 } });
        listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Stall(gate));

        var sweeping = library.SweepAsync();
        await gate.Reached;
        gate.Release();
        while (await CountAsync("Status = 'Sending' AND TransactionNumber = 202") == 0)
            Assert.False(sweeping.IsCompleted);
        await library.RunAsync("requests", "route", "202", "Customer Notified via Phone");
        await sweeping;

        Assert.Single(listener.Mails);
        Assert.Equal(["201 Sent", "202 Cancelled"], await library.QueryAsync("SELECT TransactionNumber || ' ' || Status FROM EMailCopies ORDER BY TransactionNumber"));
    }

    [Theory]
    [InlineData(false, "Customer Notified via E-Mail", "Sent", "Done")]
    [InlineData(true, "Awaiting Customer Contact", "Unknown", "Held")]
    public async Task A_mail_that_was_on_its_way_while_staff_moved_its_request_and_took_that_back_counts_for_the_request_as_it_stands(
        bool cut, string status, string notice, string decision)
    {
        await DueAsync(1);
        listener.Script.Next(SmtpStage.Data, new SmtpAct.Stall(gate));
        listener.Script.Next(SmtpStage.FinalDot, cut ? new SmtpAct.Cut { Keeps = true } : null);

        var sweeping = library.SweepAsync();
        await gate.Reached;
        await library.QueryAsync("UPDATE Users SET NotificationMethod = 'Phone' RETURNING UserName");
        await using (var desk = await ContactDesk.OpenAsync(library))
        {
            await desk.UndoAsync("ann", await desk.CallAsync("notified-via-phone", "ann", 201));
        }

        gate.Release();
        await sweeping;

        Assert.Equal(status, await library.StatusAsync(201));
        Assert.Equal([notice], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Equal([decision], await library.QueryAsync("SELECT State FROM ContactDecisions WHERE ArrivalId = (SELECT ArrivalId FROM EMailCopies)"));
    }

    private async Task<int> CountAsync(string which) => int.Parse((await library.QueryAsync($"SELECT COUNT(*) FROM EMailCopies WHERE {which}")).Single(), CultureInfo.InvariantCulture);

    private Task DueAsync(int requests) => library.ImportAsync(
        "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n",
        "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
        + string.Join('\n', Enumerable.Range(1, requests).Select(number => $"{200 + number},jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Title {number}")));
}
