using System.Net;
using IllAddins.Tests.ContactForm;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road;

/// <summary>Staff and text messages: whoever tells a patron otherwise takes the text back, and what may have gone out is not told a second time by itself.</summary>
public sealed class ChannelStaffTests : IAsyncLifetime
{
    private TextRoom room = null!;

    private Library Library => room.Library;

    public async Task InitializeAsync()
    {
        room = await TextRoom.OpenAsync();
        await room.SetGatewayAsync();
    }

    public Task DisposeAsync() => room.DisposeAsync().AsTask();

    [Fact]
    public async Task A_patron_who_is_phoned_while_a_text_waits_gets_none_and_the_text_waits_again_when_the_call_is_taken_back()
    {
        await WaitingAsync();
        await using var desk = await ContactDesk.OpenAsync(Library);
        var refused = await desk.CallAsync("notified-via-phone", "ann", 401);
        await desk.CallAsync("method-phone", "ann", 401);

        var done = await desk.CallAsync("notified-via-phone", "ann", 401);
        var cancelled = await room.NoticesAsync();
        await desk.UndoAsync("ann", done);
        var undone = await room.NoticesAsync();
        await desk.LookAsync();
        await desk.CallAsync("notified-via-phone", "ann", 401);
        await SweepLaterAsync();

        Assert.Equal("No request moved to Customer Notified via Phone. 1 left alone: 401 - method is sms, by SMS.", refused.Message);
        Assert.Equal(["SMS Cancelled: not sent: ann moved the request to 'Customer Notified via Phone'."], cancelled);
        Assert.Equal(["SMS Retrying"], undone);
        Assert.Empty(room.Gateway.Taken);
        Assert.Equal("Customer Notified via Phone", await Library.StatusAsync(401));
    }

    [Fact]
    public async Task A_mail_that_staff_write_while_a_text_waits_leaves_in_its_place()
    {
        await WaitingAsync();
        await using var listener = ScriptedSmtpListener.Start();
        Library.MailTo(listener);
        await using var desk = await ContactDesk.OpenAsync(Library);

        var answer = await desk.AskAndCallAsync("send-e-mail-now", "ann", [], 401);
        await SweepLaterAsync();

        Assert.False(answer.Refused, answer.Message);
        Assert.Equal(["SMS Cancelled: not sent: ann wrote an e-mail in its place.", "E-Mail Sent"], await room.NoticesAsync());
        Assert.Single(listener.Mails);
        Assert.Empty(room.Gateway.Taken);
        Assert.Equal("Customer Notified via E-Mail", await Library.StatusAsync(401));
    }

    [Fact]
    public async Task A_text_that_may_have_gone_out_is_not_followed_by_a_mail_until_staff_have_said_what_became_of_it()
    {
        await UnknownAsync();
        await using var listener = ScriptedSmtpListener.Start();
        Library.MailTo(listener);
        await using var desk = await ContactDesk.OpenAsync(Library);
        Assert.Equal(["was-delivered", "send-again", "cancel-notice"], desk.Row(401).Mends);

        var written = await desk.AskAndCallAsync("send-e-mail-now", "ann", [], 401);
        await desk.CallAsync("method-e-mail", "ann", 401);
        await SweepLaterAsync();
        var held = await room.NoticesAsync();
        await desk.LookAsync();
        var delivered = await desk.CallAsync("was-delivered", "ann", 401);
        await SweepLaterAsync();

        Assert.Equal("No e-mail is to be sent. 1 left alone: 401 - a notice by SMS may have gone out: say first whether it was delivered, or cancel it.", written.Message);
        Assert.Equal(["SMS Unknown"], held);
        Assert.False(delivered.Refused, delivered.Message);
        Assert.Equal("Customer Notified via SMS", await Library.StatusAsync(401));
        Assert.Contains("SMS 'Text Pickup' was marked as delivered.", await Library.QueryAsync("SELECT Entry FROM History WHERE TransactionNumber = 401"));
        Assert.Empty(listener.Mails);
        Assert.Single(room.Gateway.Taken);
    }

    [Fact]
    public async Task A_cancelled_text_leaves_the_way_free_for_another_one()
    {
        await UnknownAsync();
        await using var listener = ScriptedSmtpListener.Start();
        Library.MailTo(listener);
        await using var desk = await ContactDesk.OpenAsync(Library);

        await desk.CallAsync("cancel-notice", "ann", 401);
        await desk.CallAsync("method-e-mail", "ann", 401);
        await SweepLaterAsync();

        Assert.Equal(["SMS Cancelled: SMS cancelled by ann", "E-Mail Sent"], await room.NoticesAsync());
        Assert.Single(room.Gateway.Taken);
    }

    [Fact]
    public async Task What_a_text_lacks_is_no_e_mail_address()
    {
        room.Gateway.Answer = HttpStatusCode.BadRequest;
        await Library.ImportAsync(TextRoom.Users.Replace("555-010-0101", "none", StringComparison.Ordinal), TextRoom.Requests);
        Library.Script("MAIN", "function ChooseTemplate() return 'Text Pickup' end");
        await Library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(Library);

        var (code, _, error) = await Library.RunAsync("notices", "fix", "1", "--address", "jane@example.org");

        Assert.Equal((1, "Notice 1 of request 401 was left alone: it goes by SMS; correct the number on the user's record."), (code, error.Trim()));
        Assert.Equal(["notified-via-phone", "send-again", "method-e-mail", "method-phone"], desk.Row(401).Mends);
        Assert.Equal("1 request moved to Customer Notified via Phone.", (await desk.CallAsync("notified-via-phone", "ann", 401)).Message);
    }

    [Fact]
    public async Task A_host_killed_while_the_gateway_had_the_text_does_not_know_and_does_not_repeat_it()
    {
        room.Gateway.Stall = new Gate();
        using (var host = HostProcess.Start(Library, "sweep", "--once"))
        {
            await room.Gateway.Stall.Reached;
            await host.KillAsync();
        }

        room.Gateway.Stall = null;
        await Library.SweepAsync();
        await SweepLaterAsync();

        Assert.Equal(["SMS Unknown"], await room.NoticesAsync());
        Assert.Single(room.Gateway.Taken);
        Assert.Equal(
            ["the notice by SMS may have gone out: The program ended after the whole text was handed over and before the answer came. Ask the patron or the gateway before telling again."],
            await Library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE State = 'Held'"));
    }

    private async Task WaitingAsync()
    {
        room.Gateway.Answer = HttpStatusCode.ServiceUnavailable;
        await Library.SweepAsync();
        room.Gateway.Answer = HttpStatusCode.Accepted;
        Assert.Equal(["SMS Retrying"], await room.NoticesAsync());
    }

    private async Task UnknownAsync()
    {
        room.Gateway.HangsUp = true;
        await Library.SweepAsync();
        room.Gateway.HangsUp = false;
        Assert.Equal(["SMS Unknown"], await room.NoticesAsync());
    }

    private async Task SweepLaterAsync()
    {
        Library.Clock.Advance(TimeSpan.FromHours(2));
        await Library.SweepAsync();
        await Library.SweepAsync();
    }
}
