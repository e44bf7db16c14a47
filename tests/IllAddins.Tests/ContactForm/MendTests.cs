using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

public sealed class MendTests : IAsyncLifetime, IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Address,City,State,Zip
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org,555-0104,,,,
        nadd,Nora,Addis,MAIN,Electronic,,555-0105,5 Elm St,Ames,IA,50010
        pnum,Paul,Number,MAIN,Phone,paul@example.org,,1 Elm St,Ames,IA,50010
        odd,Otto,Dee,MAIN,Pigeon,otto@example.org,555-0106,,,,
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        202,nadd,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Moss and lichen
        203,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Notes on rivers
        204,odd,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,A street
        """;

    private readonly Library library = new();
    private readonly ScriptedSmtpListener listener = ScriptedSmtpListener.Start();

    public async Task InitializeAsync()
    {
        library.MailTo(listener);
        await library.ImportAsync(Users, Requests);
    }

    public Task DisposeAsync() => listener.DisposeAsync().AsTask();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_refused_address_is_shown_with_the_servers_words_and_is_mended_with_one_dialog()
    {
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("550 5.1.1 no such user"));
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);
        var row = desk.Row(201);
        var form = await desk.AskAsync("fix-address", "staff1", [], 201);
        var bad = await desk.FillAsync("fix-address", "staff1", new() { ["address"] = "jane.example.org" }, 201);

        var good = await desk.AskAndCallAsync("fix-address", "staff1", new() { ["address"] = " jane.doe@example.org " }, 201);
        await library.SweepAsync();

        Assert.Equal(("NeedsAttention", "e-mail refused: 550 5.1.1 no such user", "555-0104"), (row.Group, row.Cells["Reason"], row.Cells["Phone"]));
        Assert.Equal(["fix-address", "notified-via-phone", "send-again", "method-phone"], row.Mends);
        Assert.Equal(("Doe, Jane, phone 555-0104.", "jane@example.org"), (form.Text, form.Fields[0].Value));
        Assert.Equal("no usable e-mail address: this one has no '@'.", bad.FieldProblems["address"]);
        Assert.Equal("The address was saved. 1 e-mail is to be sent again; it leaves with the next sweep.", good.Message);
        Assert.Equal(["jane.doe@example.org"], Assert.Single(listener.Mails).Recipients);
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(201));
    }

    [Fact]
    public async Task An_address_that_was_missing_is_saved_and_the_next_sweep_sends()
    {
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);
        var row = desk.Row(202);

        var answer = await desk.AskAndCallAsync("fix-address", "staff1", new() { ["address"] = "nora@example.org" }, 202);
        var several = await desk.AskAsync("fix-address", "staff1", [], 202, 203);
        await library.SweepAsync();

        Assert.Equal(["fix-address", "method-phone", "method-mail"], row.Mends);
        Assert.Equal("The address was saved. The next sweep decides the customer's requests anew.", answer.Message);
        Assert.Equal("The requests selected are of several customers. Select those of one customer.", several.Refusal);
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(202));
    }

    [Fact]
    public async Task A_method_that_works_is_put_onto_the_record_and_one_that_lacks_what_it_needs_is_not()
    {
        await using var desk = await ContactDesk.OpenAsync(library);
        Assert.Equal(["method-e-mail", "method-mail"], desk.Row(203).Mends);
        Assert.Equal(["method-e-mail", "method-phone"], desk.Row(204).Mends);

        var phone = await desk.CallAsync("method-phone", "staff1", 202, 203, 204);
        await desk.LookAsync();
        var mail = await desk.CallAsync("method-mail", "staff1", 204);

        Assert.Equal("Method of 2 customers changed to Phone. 1 left alone: 203 - method is Phone already.", phone.Message);
        Assert.Equal(("Phone", "Phone"), (desk.Row(202).Group, desk.Row(204).Group));
        Assert.Equal("No method was changed. 1 left alone: 204 - no postal address on the customer's record.", mail.Message);
        Assert.Equal(
            ["staff1: The notification method of the user was changed from 'Pigeon' to 'Phone'."],
            await library.QueryAsync("SELECT Username || ': ' || Entry FROM History WHERE TransactionNumber = 204 AND Entry LIKE '%method%'"));
    }

    [Fact]
    public async Task A_mail_of_unknown_fate_was_delivered_by_word_of_staff_or_is_sent_again_and_the_other_rows_are_named()
    {
        listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Cut { Keeps = true });
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);
        Assert.Equal(["was-delivered", "send-again", "cancel-notice"], desk.Row(201).Mends);

        var answer = await desk.CallAsync("was-delivered", "staff1", 201, 203);
        var again = await desk.CallAsync("send-again", "staff2", 201);

        Assert.Equal("1 e-mail was marked as delivered; its request moved on. 1 left alone: 203 - no e-mail was made for it.", answer.Message);
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(201));
        Assert.Equal("No e-mail is to be sent again. 1 left alone: 201 - already moved to Customer Notified via E-Mail by staff1 at 15:00.", again.Message);
        Assert.Single(listener.Mails);
    }

    [Fact]
    public async Task A_cancelled_notice_stands_under_needs_attention_and_is_sent_again_by_another_word()
    {
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);

        var cancelled = await desk.CallAsync("cancel-notice", "staff1", 201);
        await desk.LookAsync();
        var row = desk.Row(201);
        var resent = await desk.CallAsync("send-again", "staff1", 201);
        library.MailTo(listener);

        Assert.Equal("1 e-mail was cancelled.", cancelled.Message);
        Assert.Equal(("NeedsAttention", "e-mail cancelled by staff1"), (row.Group, row.Cells["Reason"]));
        Assert.Equal(["send-again", "send-e-mail-now", "notified-via-phone"], row.Mends);
        Assert.Equal("1 e-mail is to be sent again; it leaves with the next sweep.", resent.Message);
        Assert.Equal(1, (await library.SweepAsync()).Sent);
    }

    [Fact]
    public async Task A_row_that_needs_attention_is_marked_by_phone_whatever_its_method_is()
    {
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("notified-via-phone", "staff1", 202, 204);

        Assert.Equal("2 requests moved to Customer Notified via Phone.", answer.Message);
        Assert.Equal("Customer Notified via Phone", await library.StatusAsync(204));
    }

    [Fact]
    public async Task A_hold_of_a_script_is_released_from_the_form()
    {
        library.Script("MAIN", "function RoutingDelay(request) return Hold(\"look at the box\") end");
        await library.ImportAsync(Users, Requests + "\n301,pnum,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,Held one");
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.CallAsync("release-hold", "staff1", 301, 203);
        await library.SweepAsync();

        Assert.Equal(["release-hold"], desk.Row(301).Mends);
        Assert.Equal("1 request was released; the next sweep routes it. 1 left alone: 203 - no script holds it.", answer.Message);
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(301));
    }

    [Fact]
    public async Task All_that_failed_within_a_time_is_sent_again_by_an_admin()
    {
        listener.Script.At(SmtpStage.Rcpt, "550 5.1.1 no such user");
        await library.SweepAsync();
        listener.Script.Clear();
        await using var desk = await ContactDesk.OpenAsync(library);

        var wrong = await desk.FillAsync("send-failed-again", "admin", new() { ["from"] = "2026-03-02T15:00", ["until"] = "2026-03-02T14:00" });
        var answer = await desk.AskAndCallAsync("send-failed-again", "admin", []);

        Assert.True(desk.Command("send-failed-again").AdminsOnly && desk.Command("test-send").AdminsOnly);
        Assert.Equal("It comes before the other time.", wrong.FieldProblems["until"]);
        Assert.Equal("1 e-mail is to be sent again with the next sweep.", answer.Message);
        Assert.Equal(1, (await library.SweepAsync()).Sent);
    }

    [Fact]
    public async Task A_test_goes_to_the_admin_and_touches_no_request()
    {
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.AskAndCallAsync("test-send", "admin", new() { ["to"] = "admin@library.example" }, 201);
        listener.Script.At(SmtpStage.Rcpt, "550 5.7.1 not here");
        var refused = await desk.AskAndCallAsync("test-send", "admin", new() { ["to"] = "admin@library.example" }, 201);

        var mail = Assert.Single(listener.Mails);
        Assert.Equal(["admin@library.example"], mail.Recipients);
        Assert.StartsWith($"The mail server 127.0.0.1:{listener.Port} took the test mail to admin@library.example: 250 ", answer.Message, StringComparison.Ordinal);
        Assert.Equal(("The test mail to admin@library.example was not accepted, at the step Recipient: 550 5.7.1 not here", true), (refused.Message, refused.Refused));
        Assert.Empty(await library.QueryAsync("SELECT Status FROM EMailCopies"));
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(201));
    }
}
