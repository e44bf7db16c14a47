using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

public sealed class UndoTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Address,City,State,Zip
        pnum,Paul,Number,MAIN,Phone,,555-0102,1 Elm St,Ames,IA,50010
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org,555-0104,,,,
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        501,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        502,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Moss and lichen
        504,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,A street
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_move_taken_back_leaves_the_request_as_it_was_with_its_waiting_time_its_letters_and_its_attempts()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        await desk.CallAsync("print-notifications", "staff1", 501);
        await desk.CallAsync("no-answer", "staff1", 501);
        await desk.LookAsync();
        var (received, row) = (desk.Cell(501, "Received"), desk.Row(501));
        library.Clock.Advance(TimeSpan.FromMinutes(10));

        var done = await desk.CallAsync("notified-via-phone", "staff1", 501, 502);
        var undone = await desk.UndoAsync("staff1", done);
        await desk.LookAsync();

        Assert.Equal("2 moved", done.Undo!.Title);
        Assert.Equal("2 requests were taken back.", undone.Message);
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(501));
        Assert.Equal((received, 1, 1), (desk.Cell(501, "Received"), desk.Cell(501, "Printed"), desk.Cell(501, "Tries")));
        Assert.NotEqual(row.ArrivalId, desk.Row(501).ArrivalId);
        Assert.Equal(
            ["staff1: The move to 'Customer Notified via Phone' was taken back."],
            await library.QueryAsync("SELECT Username || ': ' || Entry FROM History WHERE TransactionNumber = 502 AND Entry LIKE '%taken back%'"));
        Assert.Equal("Nothing was taken back: that was done already at 15:10.", (await desk.UndoAsync("staff1", done)).Message);
    }

    [Fact]
    public async Task What_has_moved_on_since_stays_and_says_why_and_another_members_act_is_not_to_be_taken_back()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        var done = await desk.CallAsync("notified-via-phone", "staff1", 501, 502);
        await desk.RouteAsync(501, "Customer Notified via Phone", "Checked Out to Customer");

        var other = await desk.UndoAsync("staff2", done);
        var undone = await desk.UndoAsync("staff1", done);
        var unknown = await desk.UndoAsync("staff1", done with { Undo = new UndoOffer { Token = "none", Title = "5 moved" } });

        Assert.Equal(("Nothing was taken back: staff1 did that, and only staff1 can take it back.", true), (other.Message, other.Refused));
        Assert.Equal("1 request was taken back. 1 left alone: 501 - already moved to Checked Out to Customer by staff9 at 15:00.", undone.Message);
        Assert.Equal("Checked Out to Customer", await library.StatusAsync(501));
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(502));
        Assert.Equal("Nothing was taken back: that action is no longer kept. Route the requests by hand.", unknown.Message);
    }

    [Fact]
    public async Task An_attempt_is_taken_back_unless_somebody_phoned_since()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        var first = await desk.CallAsync("no-answer", "staff1", 501, 502);
        await desk.CallAsync("left-message", "staff2", 501);

        var undone = await desk.UndoAsync("staff1", first);
        await desk.LookAsync();

        Assert.Equal("no answer (2)", first.Undo!.Title);
        Assert.Equal("1 request was taken back. 1 left alone: 501 - staff2 phoned again since.", undone.Message);
        Assert.Equal((2, null), (desk.Cell(501, "Tries"), desk.Cell(502, "Tries")));
    }

    [Fact]
    public async Task An_e_mail_cancelled_by_a_move_goes_out_once_after_the_move_was_taken_back()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.ImportAsync(Users, Requests);
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);
        await desk.CallAsync("method-phone", "staff1", 504);
        var done = await desk.CallAsync("notified-via-phone", "staff1", 504);
        Assert.Equal(["Cancelled"], await library.QueryAsync("SELECT Status FROM EMailCopies"));

        Assert.Equal("1 request was taken back.", (await desk.UndoAsync("staff1", done)).Message);
        await desk.LookAsync();
        Assert.Equal("Phone", desk.Row(504).Group);
        await desk.CallAsync("method-e-mail", "staff1", 504);
        library.MailTo(listener);
        var swept = await library.SweepAsync();
        await library.SweepAsync();

        Assert.Equal(1, swept.Sent);
        Assert.Single(listener.Mails);
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(504));
        Assert.Equal(["1"], await library.QueryAsync("SELECT COUNT(*) FROM EMailCopies"));
    }
}
