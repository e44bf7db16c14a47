using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;
using IllAddins.Host.Cli;
using IllAddins.Tests.Architecture;
using IllAddins.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.Road;

/// <summary>Sending that is broken off while the process lives on, or whose notice somebody else takes.</summary>
public sealed class BrokenOffTests : IDisposable
{
    private const string RefuseSent = """
        CREATE TRIGGER Full BEFORE UPDATE ON EMailCopies WHEN NEW.Status <> 'Sending' AND OLD.Status = 'Sending' BEGIN SELECT RAISE(ABORT, 'disk is full'); END
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_mail_that_was_accepted_and_could_not_be_recorded_is_recorded_by_the_next_sweep_of_the_same_host()
    {
        await using var listener = ScriptedSmtpListener.Start();
        var (broken, mended) = await SweptTwiceAsync(listener);

        Assert.Contains("disk is full", Assert.Single(broken.Errors).Message, StringComparison.Ordinal);
        Assert.Empty(mended.Errors);
        Assert.Single(listener.Mails);
        Assert.Equal(["Sent: 250 2.0.0 Ok: queued as 1"], await library.QueryAsync("SELECT Status || ': ' || Answer FROM EMailCopies"));
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(201));
    }

    [Fact]
    public async Task A_mail_that_was_put_off_and_could_not_be_recorded_goes_out_at_the_next_sweep_of_the_same_host()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.Next(SmtpStage.Mail, new SmtpAct.Cut());
        var (_, mended) = await SweptTwiceAsync(listener);

        Assert.Equal(1, mended.Sent);
        Assert.Single(listener.Mails);
    }

    [Fact]
    public async Task A_mail_whose_answer_never_came_and_could_not_be_recorded_is_unknown_and_not_repeated()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Cut { Keeps = true });
        var (_, mended) = await SweptTwiceAsync(listener);

        Assert.Equal((0, 1), (mended.Sent, mended.Held));
        Assert.Equal(
            "the e-mail may have gone out: Sending was broken off after the whole text was handed over and before the answer came. Ask the patron or the mail server before telling again.",
            Assert.Single(mended.Errors).Message);
        Assert.Single(listener.Mails);
    }

    [Fact]
    public async Task A_notice_that_somebody_else_took_for_lost_is_left_as_it_is_and_told_of()
    {
        await using var listener = ScriptedSmtpListener.Start();
        var gate = new Gate();
        listener.Script.At(SmtpStage.FinalDot, new SmtpAct.Stall(gate));
        await DueAsync(listener);

        var sweeping = library.SweepAsync();
        await gate.Reached;
        await library.QueryAsync("UPDATE EMailCopies SET Status = 'Unknown', LeaseOwner = NULL, LeaseUntil = NULL RETURNING Status");
        gate.Release();
        var swept = await sweeping;

        Assert.Contains(
            "Another process had taken this notice for lost while it was being sent; the mail server answered here: 250 2.0.0 Ok: queued as 1. See the notice before telling the patron again.",
            swept.Errors.Select(error => error.Message));
        Assert.Equal(["Unknown"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(201));
    }

    [Fact]
    public async Task A_claim_that_was_settled_and_taken_anew_is_not_settled_a_second_time()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await DueAsync(listener);
        await library.SweepAsync();
        await library.QueryAsync("UPDATE EMailCopies SET Status = 'Sending', LeaseOwner = 'another', LeaseUntil = '2026-03-02T15:30:00.000Z' RETURNING Id");
        await using var installation = await OpenAsync();
        var found = Assert.Single(await new Outbox(installation.Database).SendingAsync("MAIN", CancellationToken.None));

        var settled = await installation.Database.WriteAsync(
            within => Task.FromResult((
                Earlier: Outbox.Settle(within, found with { LeaseUntil = "2026-03-02T15:15:00.000Z", Status = "Pending" }),
                Dead: Outbox.Settle(within, found with { LeaseOwner = "dead", Status = "Pending" }),
                Same: Outbox.Settle(within, found with { Status = "Unknown" }),
                Again: Outbox.Settle(within, found with { Status = "Pending" }))),
            CancellationToken.None);

        Assert.Equal((false, false, true, false), settled);
        Assert.Equal(["Unknown"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
    }

    [Theory]
    [InlineData(1, "Sending", 0)]
    [InlineData(-1, "Unknown", 1)]
    public async Task What_another_machine_was_sending_is_its_own_while_the_lease_runs_and_unknown_afterwards(int minutes, string status, int held)
    {
        await using var listener = ScriptedSmtpListener.Start();
        await DueAsync(listener);
        await library.SweepAsync();
        await BackToSendingAsync();
        await library.QueryAsync($"UPDATE EMailCopies SET LeaseOwner = 'another machine', LeaseUntil = '{StoredTime.Write(library.Clock.GetUtcNow().AddMinutes(minutes))}' RETURNING Id");

        var swept = await library.SweepAsync();

        Assert.Equal((0, held), (swept.Sent, swept.Held));
        Assert.Equal([status], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Single(listener.Mails);
    }

    [Theory]
    [InlineData("unfinished", "Sent", 1)]
    [InlineData("laid", "Sent", 0)]
    [InlineData("gone", "Unknown", 0)]
    public async Task What_a_killed_host_was_laying_into_the_pickup_folder_is_told_by_the_folder(string left, string status, int sent)
    {
        library.Settings(new { TimeZone = "UTC" });
        await ImportAsync();
        await library.SweepAsync();
        var file = Assert.Single(Directory.GetFiles(library.Mails));
        await BackToSendingAsync();
        if (left == "unfinished")
            File.Move(file, file + ".tmp");
        if (left == "gone")
            File.Delete(file);

        var swept = await library.SweepAsync();

        Assert.Equal(sent, swept.Sent);
        Assert.Equal([status], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Equal(left == "gone" ? [] : [file], Directory.GetFiles(library.Mails));
    }

    // Else it would stand as on its way, seen by nobody, until the settings are mended.
    [Theory]
    [InlineData(true, "Unknown", 1)]
    [InlineData(false, "Retrying", 0)]
    public async Task What_a_killed_host_was_sending_is_settled_although_the_mail_settings_are_wrong_by_now(bool handedOver, string status, int held)
    {
        await using var listener = ScriptedSmtpListener.Start();
        await DueAsync(listener);
        await library.SweepAsync();
        await BackToSendingAsync(handedOver);
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = 99_999 } });

        var swept = await library.SweepAsync();

        Assert.Equal((0, held), (swept.Sent, swept.Held));
        Assert.Contains(swept.Errors, error => error.Message.Contains("99999", StringComparison.Ordinal));
        Assert.Equal([status], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Single(listener.Mails);
    }

    [Fact]
    public async Task A_sweep_told_to_stop_waits_for_the_answer_to_a_final_dot_and_writes_it_down()
    {
        await using var listener = ScriptedSmtpListener.Start();
        var gate = new Gate();
        listener.Script.At(SmtpStage.FinalDot, new SmtpAct.Stall(gate));
        await DueAsync(listener);
        await using var room = await MailRoom.OpenAsync(library);
        using var stop = new CancellationTokenSource();

        var sweeping = room.SweepAsync(cancellationToken: stop.Token);
        await gate.Reached;
        await stop.CancelAsync();
        gate.Release();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweeping);

        Assert.Equal(["Sent"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(201));
    }

    [Fact]
    public async Task A_request_edited_while_its_lost_notice_stood_as_sending_is_written_anew_and_goes_out()
    {
        await ImportAsync();
        await library.SweepAsync();
        File.Move(Assert.Single(Directory.GetFiles(library.Mails)), Path.Combine(library.Mails, "first"));
        await BackToSendingAsync();
        await library.QueryAsync("UPDATE EMailCopies SET LeaseOwner = 'none of this machine', Change = Change - 1 RETURNING Id");
        await library.SweepAsync();

        // No lease lasts so long; the sweeps after it find the notice older than its request.
        library.Clock.Advance(TimeSpan.FromHours(1));
        File.Move(Path.Combine(library.Mails, "first"), Path.Combine(library.Mails, $"{(await library.QueryAsync("SELECT MessageId FROM EMailCopies")).Single()}.eml.tmp"));
        await library.SweepAsync();
        library.Clock.Advance(TimeSpan.FromMinutes(5));
        await library.SweepAsync();

        Assert.Equal(["Sent"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Single(Directory.GetFiles(library.Mails, "*.eml"));
    }

    private async Task<(SweepReport Broken, SweepReport Mended)> SweptTwiceAsync(ScriptedSmtpListener listener)
    {
        await DueAsync(listener);
        await using var installation = await OpenAsync();
        await installation.StartAddinsAsync(CancellationToken.None);
        var site = (await installation.Sites.AllAsync(CancellationToken.None)).Single(site => site.NVTGC == "MAIN");
        await library.QueryAsync(RefuseSent);
        var broken = await installation.Sweeps.RunAsync(site, CancellationToken.None);
        await library.QueryAsync("DROP TRIGGER Full");
        return (broken, await installation.Sweeps.RunAsync(site, CancellationToken.None));
    }

    // As a host leaves it that is killed between the renaming of the file and its line in the journal; or before its mail's end went out.
    private async Task BackToSendingAsync(bool handedOver = true)
    {
        using var dead = OutboxJournal.Open(Path.Combine(library.Data, "CustomerContact"));
        if (handedOver)
            dead.Hooks.Before((await library.QueryAsync("SELECT MessageId FROM EMailCopies")).Single());
        await library.QueryAsync($"UPDATE EMailCopies SET Status = 'Sending', LeaseOwner = '{dead.Owner}', LeaseUntil = '2026-03-02T15:15:00.000Z' RETURNING Id");
        await library.QueryAsync("UPDATE Transactions SET TransactionStatus = 'Awaiting Customer Contact' RETURNING TransactionNumber");
        await library.QueryAsync("DELETE FROM Tracking WHERE ChangedTo = 'Customer Notified via E-Mail' RETURNING Id");
        await library.QueryAsync("UPDATE EMailCopies SET Change = (SELECT Change FROM Transactions) RETURNING Id");
    }

    private Task<Installation> OpenAsync() => Installation.OpenAsync(
        new HostFolders { Data = library.Data, Scripts = library.Scripts, Addins = Repository.BuiltAddins }, library.Clock, NullLoggerFactory.Instance, withEnvironment: false, CancellationToken.None, load: SharedCode.Of(Repository.BuiltAddins));

    private async Task DueAsync(ScriptedSmtpListener listener)
    {
        library.MailTo(listener);
        await ImportAsync();
        await library.RunAsync("addins", "list");
    }

    private Task ImportAsync() => library.ImportAsync(
        "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n",
        """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        """);
}
