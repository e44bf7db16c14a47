using IllAddins.CustomerContact.Core.Notices;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

public sealed class SendTests : IAsyncLifetime, IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Notification_RequestPickup_Email
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org,555-0104,
        pnum,Paul,Number,MAIN,Phone,paul@example.org,555-0105,
        nadd,Nora,Addis,MAIN,Phone,,555-0106,
        oout,Olga,Out,MAIN,Electronic,olga@example.org,555-0107,No
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        202,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Moss and lichen
        203,nadd,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Notes on rivers
        204,oout,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,A street
        """;

    private readonly Library library = new();
    private readonly ScriptedSmtpListener listener = ScriptedSmtpListener.Start();

    public Task InitializeAsync() => library.ImportAsync(Users, Requests);

    public Task DisposeAsync() => listener.DisposeAsync().AsTask();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task The_text_that_staff_changed_leaves_in_place_of_the_one_that_waited_and_the_patron_is_told_once()
    {
        await WaitAsync();
        await using var desk = await ContactDesk.OpenAsync(library);
        var form = await desk.AskAsync("send-e-mail-now", "staff1", [], 201);

        var answer = await desk.AskAndCallAsync("send-e-mail-now", "staff1", new() { ["text"] = "Dear Jane,\nthe atlas is here, but it is heavy.\n" }, 201);
        library.MailTo(listener);
        await library.SweepAsync();
        await library.SweepAsync();

        Assert.Equal("Send the e-mail", form.Submit);
        Assert.Equal(["ILL Borrowing Loan Pickup", "Ready for you: Atlas of soil"], [form.Fields[0].Value, form.Fields[1].Value]);
        Assert.DoesNotContain(form.Fields[0].Choices, choice => choice.Value.EndsWith("Letter", StringComparison.Ordinal));
        Assert.Equal("1 e-mail is in the outbox; it leaves with the next sweep, within 5 minutes.", answer.Message);
        Assert.Contains("the atlas is here, but it is heavy.", Assert.Single(listener.Mails).Text, StringComparison.Ordinal);
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(201));
        Assert.Equal(
            ["Cancelled: not sent: staff1 wrote another e-mail in its place.", "Sent: "],
            await library.QueryAsync("SELECT Status || ': ' || COALESCE(Note, '') FROM EMailCopies ORDER BY Id"));
    }

    [Fact]
    public async Task What_staff_wrote_leaves_though_the_script_wants_no_mail_the_template_changed_and_the_customer_prefers_the_phone()
    {
        library.Script("MAIN", "function ChooseTemplate(request) return Suppress(\"told in person\") end");
        await WaitAsync();
        await using var desk = await ContactDesk.OpenAsync(library);
        Assert.Equal(("NeedsAttention", "Phone"), (desk.Row(201).Group, desk.Row(202).Group));

        await desk.AskAndCallAsync("send-e-mail-now", "staff1", [], 201, 202);
        await library.QueryAsync("UPDATE EMailTemplates SET Subject = 'Another subject' RETURNING Name");
        await library.ImportAsync(Users.Replace("555-0105", "555-0199", StringComparison.Ordinal), Requests);
        library.MailTo(listener);
        var swept = await library.SweepAsync();

        Assert.Equal(2, swept.Sent);
        Assert.All(listener.Mails, mail => Assert.DoesNotContain("Another subject", mail.Text, StringComparison.Ordinal));
        Assert.Equal("Customer Notified via E-Mail", await library.StatusAsync(202));
    }

    [Fact]
    public async Task Several_requests_keep_the_fields_of_the_template_and_those_that_get_none_are_named()
    {
        library.MailTo(listener);
        await using var desk = await ContactDesk.OpenAsync(library);

        var form = await desk.AskAsync("send-e-mail-now", "staff1", [], 201, 202, 203, 204);
        var answer = await desk.AskAndCallAsync("send-e-mail-now", "staff1", new() { ["text"] = "Dear <#User.FirstName>, come and see <#Transaction.LoanTitle>." }, 201, 202, 203, 204);
        await library.SweepAsync();

        Assert.Equal(DefaultTemplates.All.Single(template => template.Name == "ILL Borrowing Loan Pickup").Subject, form.Fields[1].Value);
        Assert.Equal("Send 2 e-mails", form.Submit);
        Assert.Equal(
            "2 e-mails are in the outbox; they leave with the next sweep, within 5 minutes. "
            + "2 left alone: 203 - no e-mail address; 204 - the customer opted out of e-mails about pickup.",
            answer.Message);
        Assert.Contains(listener.Mails, mail => mail.Text.Contains("Dear Paul, come and see Moss and lichen.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_template_brings_its_own_text_and_a_field_that_is_none_is_named_at_the_text()
    {
        await using var desk = await ContactDesk.OpenAsync(library);

        var other = await desk.AskAsync("send-e-mail-now", "staff1", new() { ["template"] = "ILL Borrowing Loan Delivery", ["text"] = "mine" }, 201);
        var wrong = await desk.AskAndCallAsync("send-e-mail-now", "staff1", new() { ["text"] = "Dear <#User.FirstNam>" }, 201);

        Assert.True(other.Fields[0].AsksAgain);
        Assert.NotEqual("mine", other.Fields[2].Value);
        Assert.Equal(
            "Template 'ILL Borrowing Loan Pickup' (site MAIN) uses <#User.FirstNam>, which is no field. Did you mean <#User.FirstName>?", wrong.FieldProblems["text"]);
        Assert.True(wrong.Refused);
        Assert.Empty(await library.QueryAsync("SELECT Status FROM EMailCopies"));
    }

    [Fact]
    public async Task A_loan_whose_delivery_method_is_unknown_is_offered_the_template_for_loans_that_are_collected()
    {
        var lines = Requests.Split('\n');
        await library.ImportAsync(Users, $"{lines[0]},DeliveryMethod\n{lines[1]},By balloon\n");
        await using var desk = await ContactDesk.OpenAsync(library);

        Assert.Equal(["send-e-mail-now", "notified-via-phone"], desk.Row(201).Mends);
        Assert.Equal("ILL Borrowing Loan Pickup", (await desk.AskAsync("send-e-mail-now", "staff1", [], 201)).Fields[0].Value);
    }

    [Fact]
    public async Task No_second_e_mail_is_written_where_one_may_have_gone_out()
    {
        library.MailTo(listener);
        listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Cut { Keeps = true });
        await library.SweepAsync();
        await using var desk = await ContactDesk.OpenAsync(library);

        var answer = await desk.AskAndCallAsync("send-e-mail-now", "staff1", [], 201);

        Assert.Equal(
            "No e-mail is to be sent. 1 left alone: 201 - an e-mail may have gone out: say first whether it was delivered, or send that one again.", answer.Message);
        Assert.Equal(["Unknown"], await library.QueryAsync("SELECT Status FROM EMailCopies"));
    }

    [Fact]
    public async Task What_staff_wrote_and_the_server_refused_is_sent_again_in_the_same_words()
    {
        library.MailTo(listener);
        await using var desk = await ContactDesk.OpenAsync(library);
        await desk.AskAndCallAsync("send-e-mail-now", "staff1", new() { ["text"] = "My own words." }, 201);
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("550 5.1.1 no such user"));
        await library.SweepAsync();
        await desk.LookAsync();
        Assert.Equal("e-mail refused: 550 5.1.1 no such user", desk.Cell(201, "Reason"));

        await desk.AskAndCallAsync("fix-address", "staff1", new() { ["address"] = "jane.doe@example.org" }, 201);
        await library.SweepAsync();

        Assert.Contains("My own words.", Assert.Single(listener.Mails).Text, StringComparison.Ordinal);
    }

    // Decided and in the outbox, but nobody takes it.
    private async Task WaitAsync()
    {
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.SweepAsync();
    }
}
