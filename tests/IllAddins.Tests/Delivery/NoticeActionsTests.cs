using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

public sealed class NoticeActionsTests : IAsyncLifetime, IDisposable
{
    private const string Users = "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n";
    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        """;

    private readonly Library library = new();
    private readonly ScriptedSmtpListener listener = ScriptedSmtpListener.Start();
    private MailRoom room = null!;

    public async Task InitializeAsync()
    {
        library.MailTo(listener);
        await library.ImportAsync(Users, Requests);
        room = await MailRoom.OpenAsync(library);
    }

    public async Task DisposeAsync()
    {
        await room.DisposeAsync();
        await listener.DisposeAsync();
    }

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_notice_of_unknown_fate_is_sent_again_by_staffs_word_in_the_same_words_though_the_template_has_changed()
    {
        await UnknownAsync();
        await library.QueryAsync("UPDATE EMailTemplates SET Subject = 'Another subject' RETURNING Name");

        var answer = await room.Actions.ResendAsync(1, "ann", CancellationToken.None);
        await room.SweepAsync();

        Assert.Equal("Pending", Assert.IsType<NoticeActionAnswer.Done>(answer).Notice.Status);
        Assert.Equal(2, listener.Mails.Count);
        Assert.Equal(listener.Mails[0].Bytes, listener.Mails[1].Bytes);
        Assert.Equal(["Sent"], await StatusesAsync());
        Assert.StartsWith("ann: E-mail 'ILL Borrowing Loan Pickup' is to be sent again (it was Unknown: The whole mail was handed to ", (await HistoryAsync("ann")).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_staff_know_to_be_delivered_moves_its_request_on()
    {
        await UnknownAsync();

        Assert.IsType<NoticeActionAnswer.Done>(await room.Actions.MarkDeliveredAsync(1, "ann", CancellationToken.None));
        var swept = await room.SweepAsync();

        Assert.Equal((0, 0), (swept.Sent, swept.Held));
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(201));
        Assert.Equal(["Sent: delivered, by word of ann"], await library.QueryAsync("SELECT Status || ': ' || Note FROM EMailCopies"));
        Assert.Equal(["ann"], await library.QueryAsync("SELECT ChangedBy FROM Tracking WHERE ChangedTo = 'Customer Notified via E-Mail'"));
        Assert.Single(listener.Mails);
    }

    [Fact]
    public async Task A_cancelled_notice_goes_out_only_by_another_word_whatever_is_decided_again()
    {
        await UnknownAsync();

        Assert.IsType<NoticeActionAnswer.Done>(await room.Actions.CancelAsync(1, "ann", CancellationToken.None));
        await library.QueryAsync("UPDATE EMailTemplates SET Subject = 'Another subject' RETURNING Name");
        var swept = await room.SweepAsync();

        Assert.Equal((0, 1), (swept.Sent, swept.Held));
        Assert.Equal(["Held: e-mail cancelled by ann"], await library.QueryAsync("SELECT State || ': ' || Reason FROM ContactDecisions"));
        Assert.IsType<NoticeActionAnswer.Done>(await room.Actions.ResendAsync(1, "bob", CancellationToken.None));
        Assert.Equal(1, (await room.SweepAsync()).Sent);
    }

    [Fact]
    public async Task A_corrected_address_is_written_to_the_users_record_and_mailed_to()
    {
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("550 5.1.1 no such user"));
        await room.SweepAsync();

        var bad = await room.Actions.FixAddressAndResendAsync(1, "jane.example.org", "ann", CancellationToken.None);
        var good = await room.Actions.FixAddressAndResendAsync(1, " jane.doe@example.org ", "ann", CancellationToken.None);
        await room.SweepAsync();

        Assert.Equal("'jane.example.org' has no '@'; expected an address such as jane@library.org.", Assert.IsType<NoticeActionAnswer.BadAddress>(bad).Why);
        Assert.IsType<NoticeActionAnswer.Done>(good);
        Assert.Equal(["jane.doe@example.org"], Assert.Single(listener.Mails).Recipients);
        Assert.Equal(["jane.doe@example.org"], await library.QueryAsync("SELECT EMailAddress FROM Users"));
        Assert.Equal(
            ["ann: The e-mail address of the user was corrected.", "ann: E-mail 'ILL Borrowing Loan Pickup' is to be sent again (it was Failed: 550 5.1.1 no such user)."],
            await HistoryAsync("ann"));
    }

    [Fact]
    public async Task All_that_failed_within_a_time_is_sent_again()
    {
        await library.ImportAsync(
            Users + "lroe,Lee,Roe,LAW,Electronic,lee@example.org\n",
            Requests + "\n202,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of air\n203,lroe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of law");
        listener.Script.At(SmtpStage.Rcpt, "550 5.1.1 no such user");
        await room.SweepAsync();
        await room.SweepAsync("LAW");
        listener.Script.Clear();

        var before = await room.Actions.ResendFailedAsync("MAIN", Library.Monday.AddDays(-1), Library.Monday.AddHours(-1), "ann", CancellationToken.None);
        var after = await room.Actions.ResendFailedAsync("MAIN", Library.Monday.AddHours(1), Library.Monday.AddDays(1), "ann", CancellationToken.None);
        var within = await room.Actions.ResendFailedAsync("MAIN", Library.Monday.AddDays(-1), Library.Monday.AddHours(1), "ann", CancellationToken.None);

        Assert.Empty(before);
        Assert.Empty(after);
        Assert.Equal([201, 202], within.OfType<NoticeActionAnswer.Done>().Select(done => done.Notice.TransactionNumber));
        Assert.Equal(["Pending", "Pending", "Failed"], await StatusesAsync());
        Assert.Equal(2, (await room.SweepAsync()).Sent);
    }

    [Fact]
    public async Task What_is_being_sent_at_this_moment_is_left_alone()
    {
        var gate = new Gate();
        listener.Script.At(SmtpStage.FinalDot, new SmtpAct.Stall(gate));
        var sweeping = room.SweepAsync();
        await gate.Reached;

        NoticeActionAnswer[] answers =
        [
            await room.Actions.ResendAsync(1, "ann", CancellationToken.None),
            await room.Actions.CancelAsync(1, "ann", CancellationToken.None),
            await room.Actions.FixAddressAndResendAsync(1, "jane.doe@example.org", "ann", CancellationToken.None),
            await room.Actions.MarkDeliveredAsync(1, "ann", CancellationToken.None),
        ];
        gate.Release();
        await sweeping;

        const string Busy = "it is being sent at this moment";
        Assert.Equal(
            [Busy, Busy, Busy, "only a notice whose fate is unknown can be marked as delivered, and it is Sending"],
            answers.Select(answer => Assert.IsType<NoticeActionAnswer.NotNow>(answer).Why));
        Assert.Equal(["Sent"], await StatusesAsync());
        Assert.Single(listener.Mails);
        Assert.Equal(["jane@example.org"], await library.QueryAsync("SELECT EMailAddress FROM Users"));
    }

    [Fact]
    public async Task What_was_sent_or_has_moved_on_is_left_alone_with_the_reason()
    {
        await room.SweepAsync();

        var resend = Assert.IsType<NoticeActionAnswer.NotNow>(await room.Actions.ResendAsync(1, "ann", CancellationToken.None));
        var cancel = Assert.IsType<NoticeActionAnswer.NotNow>(await room.Actions.CancelAsync(1, "ann", CancellationToken.None));
        var delivered = Assert.IsType<NoticeActionAnswer.NotNow>(await room.Actions.MarkDeliveredAsync(1, "ann", CancellationToken.None));
        await library.QueryAsync("UPDATE EMailCopies SET Status = 'Unknown' RETURNING Id");
        var moved = Assert.IsType<NoticeActionAnswer.NotNow>(await room.Actions.ResendAsync(1, "ann", CancellationToken.None));

        Assert.Equal("it is Sent already; a second one would tell the patron twice", resend.Why);
        Assert.Equal("it is Sent already", cancel.Why);
        Assert.Equal("only a notice whose fate is unknown can be marked as delivered, and it is Sent", delivered.Why);
        Assert.Equal("the request has moved to 'Customer Notified via E-Mail' since", moved.Why);
        Assert.Equal(new NoticeActionAnswer.Missing(99), await room.Actions.CancelAsync(99, "ann", CancellationToken.None));
        Assert.Empty(await HistoryAsync("ann"));
    }

    private async Task UnknownAsync()
    {
        listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Cut { Keeps = true });
        await room.SweepAsync();
        Assert.Equal(["Unknown"], await StatusesAsync());
    }

    private Task<IReadOnlyList<string>> StatusesAsync() => library.QueryAsync("SELECT Status FROM EMailCopies ORDER BY Id");

    private Task<IReadOnlyList<string>> HistoryAsync(string by) =>
        library.QueryAsync($"SELECT Username || ': ' || Entry FROM History WHERE Username = '{by}' ORDER BY Id");
}
